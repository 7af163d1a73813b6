/**
 * What the engine asks about characters: ASCII by rule, the rest of Unicode and the locale through tables of
 * functions that the object space may replace ({@link installUnicode}, {@link installLocale}).
 *
 * Until then Unicode is answered from a table made at translation from JavaScript's own knowledge, whose version
 * of Unicode is newer than Python 3.10's. The locale is "C" until one is installed.
 */
import type { bool, i32 } from "@rts";

/** A question about one character. */
export type CharTest = (ch: i32) => bool;
/** A mapping of one character to one character. */
export type CharMap = (ch: i32) => i32;

/** The functions behind `str.isspace`, `isalnum`, `isdecimal`, `splitlines` and simple case mapping. */
export class UnicodeTable {
  constructor(
    public isSpace: CharTest,
    public isAlnum: CharTest,
    public isDecimal: CharTest,
    public isLineBreak: CharTest,
    public toLower: CharMap,
    public toUpper: CharMap,
  ) {}
}

/** The C library's view of single bytes in the current locale. */
export class LocaleTable {
  constructor(public isAlnum: CharTest, public toLower: CharMap, public toUpper: CharMap) {}
}

// Bits of a character's record in the built-in table.
const SPACE = 1;
const ALNUM = 2;
const DECIMAL = 4;
const LINE_BREAK = 8;
/** Where the index of the pair of case distances begins. */
const CASE_SHIFT = 4;

/** The built-in table in blocks of 256 characters; equal blocks are stored once. */
class Builtin {
  blocks: Uint16Array = new Uint16Array(0x1100);
  records: Uint16Array = new Uint16Array(0);
  lowerBy: Int32Array = new Int32Array(0);
  upperBy: Int32Array = new Int32Array(0);
}

/** Makes the built-in table; runs at translation only. What it says of ASCII is never asked for. */
function makeBuiltin(): Builtin {
  const isSpace = /^[\s\u{85}]$/u, isAlnum = /^[\p{L}\p{N}]$/u, isDecimal = /^\p{Nd}$/u;
  const isLineBreak = /^[\u{85}\u{2028}\u{2029}]$/u;
  const cases = new Map<string, number>(), lowerBy: number[] = [], upperBy: number[] = [];
  const stored = new Map<string, number>(), records: number[] = [];
  const result = new Builtin();
  for (let block = 0; block < 0x1100; block++) {
    const made: number[] = [];
    for (let ch = block * 256; ch < block * 256 + 256; ch++) {
      const text = String.fromCodePoint(ch);
      // CPython takes the first character where a case has several.
      const lower = text.toLowerCase().codePointAt(0)!, upper = text.toUpperCase().codePointAt(0)!;
      const key = `${lower - ch} ${upper - ch}`;
      if (!cases.has(key)) {
        cases.set(key, lowerBy.length);
        lowerBy.push(lower - ch);
        upperBy.push(upper - ch);
      }
      made.push(
        (isSpace.test(text) && ch !== 0xfeff ? SPACE : 0) | (isAlnum.test(text) ? ALNUM : 0) |
          (isDecimal.test(text) ? DECIMAL : 0) | (isLineBreak.test(text) ? LINE_BREAK : 0) |
          (cases.get(key)! << CASE_SHIFT),
      );
    }
    const key = made.join();
    if (!stored.has(key)) {
      stored.set(key, records.length / 256);
      records.push(...made);
    }
    result.blocks[block] = stored.get(key)!;
  }
  result.records = new Uint16Array(records);
  result.lowerBy = new Int32Array(lowerBy);
  result.upperBy = new Int32Array(upperBy);
  return result;
}

const BUILTIN: Builtin = makeBuiltin();

function record(ch: i32): i32 {
  return BUILTIN.records[BUILTIN.blocks[ch >> 8] * 256 + (ch & 255)];
}

const UNICODE: UnicodeTable = new UnicodeTable(
  (ch: i32): bool => (record(ch) & SPACE) !== 0,
  (ch: i32): bool => (record(ch) & ALNUM) !== 0,
  (ch: i32): bool => (record(ch) & DECIMAL) !== 0,
  (ch: i32): bool => (record(ch) & LINE_BREAK) !== 0,
  (ch: i32): i32 => ch + BUILTIN.lowerBy[record(ch) >> CASE_SHIFT],
  (ch: i32): i32 => ch + BUILTIN.upperBy[record(ch) >> CASE_SHIFT],
);

const LOCALE: LocaleTable = new LocaleTable(isAsciiAlnum, asciiToLower, asciiToUpper);

/** Answers questions about Unicode from `table` from now on. Call it before the first pattern is compiled. */
export function installUnicode(table: UnicodeTable): void {
  UNICODE.isSpace = table.isSpace;
  UNICODE.isAlnum = table.isAlnum;
  UNICODE.isDecimal = table.isDecimal;
  UNICODE.isLineBreak = table.isLineBreak;
  UNICODE.toLower = table.toLower;
  UNICODE.toUpper = table.toUpper;
}

/** Answers questions about the locale from `table` from now on. */
export function installLocale(table: LocaleTable): void {
  LOCALE.isAlnum = table.isAlnum;
  LOCALE.toLower = table.toLower;
  LOCALE.toUpper = table.toUpper;
}

/** `_sre.ascii_tolower`. */
export function asciiToLower(ch: i32): i32 {
  return ch >= 65 && ch <= 90 ? ch + 32 : ch;
}

function asciiToUpper(ch: i32): i32 {
  return ch >= 97 && ch <= 122 ? ch - 32 : ch;
}

function isAsciiAlpha(ch: i32): bool {
  return (ch >= 97 && ch <= 122) || (ch >= 65 && ch <= 90);
}

function isAsciiAlnum(ch: i32): bool {
  return isAsciiAlpha(ch) || (ch >= 48 && ch <= 57);
}

/** `_sre.ascii_iscased`. */
export function asciiIsCased(ch: i32): bool {
  return isAsciiAlpha(ch);
}

/** `_sre.unicode_tolower`. */
export function unicodeToLower(ch: i32): i32 {
  return ch < 128 ? asciiToLower(ch) : UNICODE.toLower(ch);
}

/** Simple upper-case mapping. */
export function unicodeToUpper(ch: i32): i32 {
  return ch < 128 ? asciiToUpper(ch) : UNICODE.toUpper(ch);
}

/** `_sre.unicode_iscased`. */
export function unicodeIsCased(ch: i32): bool {
  return ch !== unicodeToLower(ch) || ch !== unicodeToUpper(ch);
}

/** Lower case of a byte in the locale; other characters are their own. */
export function localeToLower(ch: i32): i32 {
  return ch < 256 ? LOCALE.toLower(ch) : ch;
}

/** Upper case of a byte in the locale; other characters are their own. */
export function localeToUpper(ch: i32): i32 {
  return ch < 256 ? LOCALE.toUpper(ch) : ch;
}

/** The line break of `.`, `^` and `$`. */
export function isLineFeed(ch: i32): bool {
  return ch === 10;
}

const ASCII_WORD: Uint8Array = Uint8Array.from(
  { length: 128 },
  (_, ch) => isAsciiAlnum(ch) || ch === 95 ? 1 : 0,
);

/** `[0-9]`. */
export function isAsciiDigit(ch: i32): bool {
  return ch >= 48 && ch <= 57;
}

/** `[ \t\n\v\f\r]`. */
export function isAsciiSpace(ch: i32): bool {
  return ch === 32 || (ch >= 9 && ch <= 13);
}

/** `[a-zA-Z0-9_]`. */
export function isAsciiWord(ch: i32): bool {
  return ch < 128 && ASCII_WORD[ch] !== 0;
}

/** A letter or digit of the locale, or `_`. */
export function isLocaleWord(ch: i32): bool {
  return (ch < 256 && LOCALE.isAlnum(ch)) || ch === 95;
}

/** What `str.isdecimal` says. */
export function isUnicodeDigit(ch: i32): bool {
  return ch < 128 ? isAsciiDigit(ch) : UNICODE.isDecimal(ch);
}

/** What `str.isspace` says. */
export function isUnicodeSpace(ch: i32): bool {
  return ch < 128 ? isAsciiSpace(ch) || (ch >= 28 && ch <= 31) : UNICODE.isSpace(ch);
}

/** What `str.isalnum` says, or `_`. */
export function isUnicodeWord(ch: i32): bool {
  return ch < 128 ? ASCII_WORD[ch] !== 0 : UNICODE.isAlnum(ch);
}

/** Where `str.splitlines` splits. */
export function isUnicodeLineBreak(ch: i32): bool {
  return ch < 128 ? (ch >= 10 && ch <= 13) || (ch >= 28 && ch <= 30) : UNICODE.isLineBreak(ch);
}
