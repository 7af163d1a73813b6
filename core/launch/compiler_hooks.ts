/** What the compiler asks of whoever runs it: names of characters (`"\N{…}"`), and lines of files for error messages. */
import type { CompilerHooks } from "../compiler/service.ts";
import { TABLES_FORMAT } from "../objspace/unicode/layout.ts";
import { ROOT } from "./places.ts";

/** The names and aliases, read at the first question; empty when they cannot be read. */
let names: string | null = null;

function readNames(): string {
  if (names === null) {
    try {
      names = Deno.readTextFileSync(`${ROOT}/build/unicode-${TABLES_FORMAT}/names.txt`);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      names = "";
    }
  }
  return names;
}

const HANGUL_BASE = 0xac00;
const LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TAILS = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");
/** Ranges of ideographs whose names are their code points (Unicode 13). */
const IDEOGRAPHS: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9ffc],
  [0x20000, 0x2a6dd],
  [0x2a700, 0x2b734],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x30000, 0x3134a],
];

function hangulSyllable(name: string): number | null {
  for (const [lead, leadName] of LEADS.entries()) {
    if (!name.startsWith(leadName)) continue;
    for (const [vowel, vowelName] of VOWELS.entries()) {
      if (!name.startsWith(vowelName, leadName.length)) continue;
      const tail = TAILS.indexOf(name.slice(leadName.length + vowelName.length));
      if (tail >= 0) return HANGUL_BASE + (lead * VOWELS.length + vowel) * TAILS.length + tail;
    }
  }
  return null;
}

function ideograph(text: string): number | null {
  if (!/^[0-9A-F]{4,5}$/.test(text)) return null;
  const code = Number.parseInt(text, 16);
  return IDEOGRAPHS.some(([first, last]) => code >= first && code <= last) ? code : null;
}

/** The code point of a character's name or alias; null when there is none. */
export function lookupName(name: string): number | null {
  const upper = name.toUpperCase();
  if (upper.startsWith("HANGUL SYLLABLE ")) return hangulSyllable(upper.slice(16));
  if (upper.startsWith("CJK UNIFIED IDEOGRAPH-")) return ideograph(upper.slice(22));
  const all = readNames();
  const suffix = ` ${upper}\n`;
  for (let at = all.indexOf(suffix); at >= 0; at = all.indexOf(suffix, at + 1)) {
    const start = all.lastIndexOf("\n", at) + 1;
    const code = all.slice(start, at);
    // Sequences of several code points are no characters.
    if (/^[0-9A-F]+$/.test(code)) return Number.parseInt(code, 16);
  }
  return null;
}

/** Line `line` of a file with its end, as error messages show it; null when it cannot be read. */
function readLine(filename: string, line: number): string | null {
  if (filename.startsWith("<")) return null;
  try {
    const lines = Deno.readTextFileSync(filename).split(/(?<=\n)/);
    return lines[line - 1] ?? null;
  } catch {
    return null;
  }
}

/** The hooks of the compiler service of a run. */
export const COMPILER_HOOKS: CompilerHooks = { lookupName, readLine };
