/**
 * Names of code points, read from the generated `names.txt` at first use: they are too big for the image and rarely
 * asked for. Where the file cannot be read, only names that follow from the code point are known.
 *
 * The file has lines `HEX NAME` in the order of code points, then aliases, then named sequences `HEX+HEX NAME`,
 * with an empty line between the groups.
 */
import { type bool, type Exception, HostError, type i32, readTextFile } from "@rts";
import { StrBuilder } from "../str/builder.ts";
import { charStr, type W_Str } from "../str/wstr.ts";
import { hex4 } from "./database.ts";
import { appendHex, hexValue } from "./escapes.ts";
import { NAMES_PATH } from "./source.ts";

/** Where the names are read from. */
let namesPath: string = NAMES_PATH;
/** Tells where `names.txt` lies in an installation. Call it before the first use of names. */
export function setNamesPath(path: string): void {
  namesPath = path;
}

/** Slots of the table that finds names; a power of two, more than twice the number of names. */
const SLOTS: i32 = 0x20000;

function upperByte(c: i32): i32 {
  return c >= 97 && c <= 122 ? c - 32 : c;
}

/** All names in one array of bytes, found by code point (binary search) and by text (hashing). */
class NameTable {
  private bytes: Uint8Array = new Uint8Array(0);
  /** Of each line: its begin, the begin of its name, and its end. */
  private lines: i32[] = [];
  private starts: i32[] = [];
  private ends: i32[] = [];
  /** First code point of each line. */
  private points: i32[] = [];
  /** Number of lines with names proper, and with aliases as well. */
  private names: i32 = 0;
  private aliases: i32 = 0;
  /** Line + 1 by hash. */
  private readonly slots: Int32Array = new Int32Array(SLOTS);

  constructor(text: string) {
    const bytes = new Uint8Array(text.length);
    for (let i: i32 = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    this.bytes = bytes;
    let group: i32 = 0;
    for (let at: i32 = 0; at < bytes.length;) {
      let end = at;
      while (bytes[end] !== 10) end++;
      if (end > at) {
        this.addLine(at, end);
      } else {
        if (group === 0) this.names = this.points.length;
        this.aliases = this.points.length;
        group++;
      }
      at = end + 1;
    }
  }

  private addLine(at: i32, end: i32): void {
    let c: i32 = 0;
    let i = at;
    for (; hexValue(this.bytes[i]) >= 0; i++) c = c << 4 | hexValue(this.bytes[i]);
    while (this.bytes[i] !== 32) i++;
    this.lines.push(at);
    this.points.push(c);
    this.starts.push(i + 1);
    this.ends.push(end);
    let slot = this.hash(i + 1, end);
    while (this.slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.slots[slot] = this.points.length;
  }

  private hash(start: i32, end: i32): i32 {
    let h: i32 = 0;
    for (let i = start; i < end; i++) h = Math.imul(h ^ this.bytes[i], 0x01000193);
    return (h ^ h >>> 15) & (SLOTS - 1);
  }

  /** Line of a name in any case, or -1. */
  find(name: string): i32 {
    let h: i32 = 0;
    for (let i: i32 = 0; i < name.length; i++) h = Math.imul(h ^ upperByte(name.charCodeAt(i)), 0x01000193);
    let slot = (h ^ h >>> 15) & (SLOTS - 1);
    while (this.slots[slot] !== 0) {
      const line: i32 = this.slots[slot] - 1;
      if (this.isName(line, name)) return line;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return -1;
  }

  private isName(line: i32, name: string): bool {
    const start = this.starts[line];
    if (this.ends[line] - start !== name.length) return false;
    for (let i: i32 = 0; i < name.length; i++) {
      if (this.bytes[start + i] !== upperByte(name.charCodeAt(i))) return false;
    }
    return true;
  }

  /** A name proper or an alias, not a sequence. */
  isSingle(line: i32): bool {
    return line < this.aliases;
  }

  pointOf(line: i32): i32 {
    return this.points[line];
  }

  /** All code points of a line. */
  pointsOf(line: i32): W_Str {
    const out = new StrBuilder(4);
    let c: i32 = 0;
    for (let i = this.lines[line]; i < this.starts[line]; i++) {
      const digit = hexValue(this.bytes[i]);
      if (digit >= 0) {
        c = c << 4 | digit;
      } else {
        out.append(c);
        c = 0;
      }
    }
    return out.build();
  }

  /** The name of a code point; empty for none. */
  nameOf(c: i32): string {
    let low: i32 = 0;
    let high = this.names;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.points[middle] < c) low = middle + 1;
      else high = middle;
    }
    if (low >= this.names || this.points[low] !== c) return "";
    let name = "";
    for (let i = this.starts[low]; i < this.ends[low]; i++) name += String.fromCharCode(this.bytes[i]);
    return name;
  }
}

let loaded: NameTable | null = null;

function nameTable(): NameTable {
  const known = loaded;
  if (known !== null) return known;
  const table = new NameTable(namesText());
  loaded = table;
  return table;
}

function namesText(): string {
  try {
    return readTextFile(namesPath);
  } catch (e) {
    if (e instanceof HostError) return "\n\n";
    throw e as Exception;
  }
}

const IDEOGRAPH: string = "CJK UNIFIED IDEOGRAPH-";
const HANGUL: string = "HANGUL SYLLABLE ";
const LEADING: string[] = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const VOWELS: string[] = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TRAILING: string[] = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");

/** First and last code points of the unified ideographs. */
const IDEOGRAPHS: i32[] = [
  ...[0x3400, 0x4dbf, 0x4e00, 0x9ffc, 0x20000, 0x2a6dd, 0x2a700, 0x2b734, 0x2b740, 0x2b81d],
  ...[0x2b820, 0x2cea1, 0x2ceb0, 0x2ebe0, 0x30000, 0x3134a],
];

function isIdeograph(c: i32): bool {
  for (let i: i32 = 0; i < IDEOGRAPHS.length; i += 2) {
    if (c >= IDEOGRAPHS[i] && c <= IDEOGRAPHS[i + 1]) return true;
  }
  return false;
}

/** `unicodedata.name`; empty for a code point without name. */
export function nameOf(c: i32): string {
  if (c >= 0xac00 && c <= 0xd7a3) {
    const index = c - 0xac00;
    const vowel = VOWELS[((index % 588) / 28) | 0];
    return HANGUL + LEADING[(index / 588) | 0] + vowel + TRAILING[index % 28];
  }
  if (isIdeograph(c)) return IDEOGRAPH + hex4(c);
  return nameTable().nameOf(c);
}

/** The longest of `parts` that stands in `name` at `at`: its index, or -1. */
function longestPart(parts: string[], name: string, at: i32): i32 {
  let found: i32 = -1;
  for (let i: i32 = 0; i < parts.length; i++) {
    const isLonger = found < 0 || parts[i].length > parts[found].length;
    if (isLonger && name.substring(at, at + parts[i].length) === parts[i]) found = i;
  }
  return found;
}

function hangulOfName(name: string): i32 {
  let at: i32 = HANGUL.length;
  const leading = longestPart(LEADING, name, at);
  at += leading < 0 ? 0 : LEADING[leading].length;
  const vowel = longestPart(VOWELS, name, at);
  if (leading < 0 || vowel < 0) return -1;
  at += VOWELS[vowel].length;
  const trailing = longestPart(TRAILING, name, at);
  if (trailing < 0 || at + TRAILING[trailing].length !== name.length) return -1;
  return 0xac00 + (leading * 21 + vowel) * 28 + trailing;
}

/** Ideographs are named in upper case only. */
function ideographOfName(name: string): i32 {
  const digits: i32 = name.length - IDEOGRAPH.length;
  if (digits !== 4 && digits !== 5) return -1;
  let c: i32 = 0;
  for (let i: i32 = IDEOGRAPH.length; i < name.length; i++) {
    const digit = hexValue(name.charCodeAt(i));
    if (digit < 0 || name.charCodeAt(i) >= 97) return -1;
    c = c << 4 | digit;
  }
  return isIdeograph(c) ? c : -1;
}

/** The code point of a name or alias in any case, or -1: what `\N{…}` means in texts. */
export function codeOfName(name: string): i32 {
  if (name.startsWith(HANGUL)) return hangulOfName(name);
  if (name.startsWith(IDEOGRAPH)) return ideographOfName(name);
  const table = nameTable();
  const line = table.find(name);
  return line >= 0 && table.isSingle(line) ? table.pointOf(line) : -1;
}

/** `unicodedata.lookup`: names, aliases, and named sequences; null for none. */
export function lookupName(name: string): W_Str | null {
  const c = codeOfName(name);
  if (c >= 0) return charStr(c);
  const table = nameTable();
  const line = table.find(name);
  return line < 0 ? null : table.pointsOf(line);
}

/** Appends `\N{NAME}`, or a hexadecimal escape for a code point without name. */
export function appendNameEscape(out: StrBuilder, c: i32): void {
  const name = nameOf(c);
  if (name.length === 0) appendHex(out, c);
  else out.appendRts(`\\N{${name}}`);
}
