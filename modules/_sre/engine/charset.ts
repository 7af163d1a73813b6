/**
 * Sets of characters, as the code writes them: items up to FAILURE, of which the first that holds the character
 * decides, in the sense (in or out) that the NEGATEs before it give. {@link inCharset} interprets them for one
 * character, {@link charsetBits} for the first 256 characters at once.
 */
import type { bool, i32 } from "@rts";
import * as info from "./charinfo.ts";
import { Category, Op } from "./constants.ts";

/** Words of a set of the first 256 characters, a bit for each. */
export const BITS_WORDS = 8;
/** Words of the block numbers of BIGCHARSET: a byte for each block of 256 characters. */
const BLOCK_WORDS = 64;

/** Whether `ch` is of `category`. */
export function inCategory(category: i32, ch: i32): bool {
  switch (category) {
    case Category.Digit:
      return info.isAsciiDigit(ch);
    case Category.NotDigit:
      return !info.isAsciiDigit(ch);
    case Category.Space:
      return info.isAsciiSpace(ch);
    case Category.NotSpace:
      return !info.isAsciiSpace(ch);
    case Category.Word:
      return info.isAsciiWord(ch);
    case Category.NotWord:
      return !info.isAsciiWord(ch);
    case Category.LineBreak:
      return info.isLineFeed(ch);
    case Category.NotLineBreak:
      return !info.isLineFeed(ch);
    case Category.LocWord:
      return info.isLocaleWord(ch);
    case Category.LocNotWord:
      return !info.isLocaleWord(ch);
    case Category.UniDigit:
      return info.isUnicodeDigit(ch);
    case Category.UniNotDigit:
      return !info.isUnicodeDigit(ch);
    case Category.UniSpace:
      return info.isUnicodeSpace(ch);
    case Category.UniNotSpace:
      return !info.isUnicodeSpace(ch);
    case Category.UniWord:
      return info.isUnicodeWord(ch);
    case Category.UniNotWord:
      return !info.isUnicodeWord(ch);
    case Category.UniLineBreak:
      return info.isUnicodeLineBreak(ch);
    case Category.UniNotLineBreak:
      return !info.isUnicodeLineBreak(ch);
    default:
      return false;
  }
}

/** Whether a category asks the locale, which may change. */
export function isLocaleCategory(category: i32): bool {
  return category === Category.LocWord || category === Category.LocNotWord;
}

/** How many words the item of a set at `pc` takes. */
export function itemLength(code: Int32Array, pc: i32): i32 {
  switch (code[pc]) {
    case Op.Literal:
    case Op.Category:
      return 2;
    case Op.Range:
    case Op.RangeUniIgnore:
      return 3;
    case Op.Charset:
      return 1 + BITS_WORDS;
    case Op.BigCharset:
      return 2 + BLOCK_WORDS + code[pc + 1] * BITS_WORDS;
    default:
      return 1;
  }
}

/** Whether the item of a set at `pc` holds `ch`. */
function inItem(code: Int32Array, pc: i32, ch: i32): bool {
  switch (code[pc]) {
    case Op.Literal:
      return ch === code[pc + 1];
    case Op.Category:
      return inCategory(code[pc + 1], ch);
    case Op.Range:
      return code[pc + 1] <= ch && ch <= code[pc + 2];
    case Op.RangeUniIgnore: {
      if (code[pc + 1] <= ch && ch <= code[pc + 2]) return true;
      const upper = info.unicodeToUpper(ch);
      return code[pc + 1] <= upper && upper <= code[pc + 2];
    }
    case Op.Charset:
      return ch < 256 && ((code[pc + 1 + (ch >> 5)] >> (ch & 31)) & 1) !== 0;
    case Op.BigCharset: {
      if (ch >= 65536) return false;
      const block = (code[pc + 2 + (ch >> 10)] >> (((ch >> 8) & 3) * 8)) & 255;
      const word = pc + 2 + BLOCK_WORDS + block * BITS_WORDS + ((ch & 255) >> 5);
      return ((code[word] >> (ch & 31)) & 1) !== 0;
    }
    default:
      return false;
  }
}

/** Whether the set at `pc` holds `ch`. */
export function inCharset(code: Int32Array, pc: i32, ch: i32): bool {
  let sense = true;
  while (code[pc] !== Op.Failure) {
    if (code[pc] === Op.Negate) sense = !sense;
    else if (inItem(code, pc, ch)) return sense;
    pc += itemLength(code, pc);
  }
  return !sense;
}

/** Whether the set at `pc` holds `ch` in one of the cases that the locale gives it. */
export function inCharsetLocale(code: Int32Array, pc: i32, ch: i32): bool {
  const lower = info.localeToLower(ch);
  if (inCharset(code, pc, lower)) return true;
  const upper = info.localeToUpper(ch);
  return upper !== lower && inCharset(code, pc, upper);
}

/** Whether the set at `pc` asks the locale. */
export function asksLocale(code: Int32Array, pc: i32): bool {
  while (code[pc] !== Op.Failure) {
    if (code[pc] === Op.Category && isLocaleCategory(code[pc + 1])) return true;
    pc += itemLength(code, pc);
  }
  return false;
}

/** Adds to `bits[at…]` the characters from `low` to `high` that are below 256. */
export function addRange(bits: Int32Array, at: i32, low: i32, high: i32): void {
  const last: i32 = high > 255 ? 255 : high;
  for (let ch = low; ch <= last; ch++) bits[at + (ch >> 5)] |= 1 << (ch & 31);
}

/** Sets of the categories, made at translation for those that ask neither the locale nor Unicode. */
const CATEGORY_BITS: Int32Array = makeCategoryBits();

function makeCategoryBits(): Int32Array {
  const bits = new Int32Array((Category.NotLineBreak + 1) * BITS_WORDS);
  for (let category: i32 = 0; category <= Category.NotLineBreak; category++) {
    for (let ch = 0; ch < 256; ch++) {
      if (inCategory(category, ch)) bits[category * BITS_WORDS + (ch >> 5)] |= 1 << (ch & 31);
    }
  }
  return bits;
}

/** Puts the characters below 256 that the item at `pc` holds into the empty `bits[at…]`. */
function itemBits(code: Int32Array, pc: i32, bits: Int32Array, at: i32): void {
  const op = code[pc];
  if (op === Op.Literal) addRange(bits, at, code[pc + 1], code[pc + 1]);
  else if (op === Op.Range) addRange(bits, at, code[pc + 1], code[pc + 2]);
  else if (op === Op.Charset) arrayCopyBits(code, pc + 1, bits, at);
  else if (op === Op.Category && code[pc + 1] <= Category.NotLineBreak) {
    arrayCopyBits(CATEGORY_BITS, code[pc + 1] * BITS_WORDS, bits, at);
  } else {
    for (let ch: i32 = 0; ch < 256; ch++) {
      if (inItem(code, pc, ch)) bits[at + (ch >> 5)] |= 1 << (ch & 31);
    }
  }
}

function arrayCopyBits(from: Int32Array, start: i32, to: Int32Array, at: i32): void {
  for (let i = 0; i < BITS_WORDS; i++) to[at + i] = from[start + i];
}

/** Puts the characters below 256 that the set at `pc` holds into the empty `bits[at…]`. */
export function charsetBits(code: Int32Array, pc: i32, bits: Int32Array, at: i32): void {
  const decided = new Int32Array(BITS_WORDS), item = new Int32Array(BITS_WORDS);
  let sense = true;
  while (code[pc] !== Op.Failure) {
    if (code[pc] === Op.Negate) {
      sense = !sense;
    } else {
      item.fill(0);
      itemBits(code, pc, item, 0);
      for (let i = 0; i < BITS_WORDS; i++) {
        if (sense) bits[at + i] |= item[i] & ~decided[i];
        decided[i] |= item[i];
      }
    }
    pc += itemLength(code, pc);
  }
  if (!sense) { for (let i = 0; i < BITS_WORDS; i++) bits[at + i] |= ~decided[i]; }
}
