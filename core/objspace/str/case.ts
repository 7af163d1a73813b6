/**
 * Changes of case: upper, lower, casefold, title, capitalize, swapcase, by Unicode's full mappings, where one code
 * point may become up to three. The only mapping that looks around is that of Σ, which becomes ς at the end of a
 * word.
 */
import type { bool, i32 } from "@rts";
import { flagsOf, fullCase, sequenceItem, sequenceLength } from "../unicode/ctype.ts";
import { Flag, TypeField } from "../unicode/layout.ts";
import { StrBuilder } from "./builder.ts";
import { asciiStr, type W_Str } from "./wstr.ts";

const CAPITAL_SIGMA: i32 = 0x3a3;

/** Appends a full mapping of a code point. */
function appendCase(out: StrBuilder, c: i32, field: TypeField): void {
  const mapped = fullCase(c, field);
  if (mapped >= 0) return out.append(mapped);
  const place = ~mapped;
  for (let i: i32 = 0; i < sequenceLength(place); i++) out.append(sequenceItem(place, i));
}

/** Appends the lower case of the code point at `i`. */
function appendLowerAt(out: StrBuilder, w_text: W_Str, i: i32): void {
  const c = w_text.charAt(i);
  if (c === CAPITAL_SIGMA) out.append(endsWord(w_text, i) ? 0x3c2 : 0x3c3);
  else appendCase(out, c, TypeField.Lower);
}

/** Tells whether the letter at `i` ends a word: a cased letter before it and none behind, ignorable ones left out. */
function endsWord(w_text: W_Str, i: i32): bool {
  let before = i - 1;
  while (before >= 0 && (flagsOf(w_text.charAt(before)) & Flag.CaseIgnorable) !== 0) before--;
  if (before < 0 || (flagsOf(w_text.charAt(before)) & Flag.Cased) === 0) return false;
  let behind = i + 1;
  while (behind < w_text.length && (flagsOf(w_text.charAt(behind)) & Flag.CaseIgnorable) !== 0) behind++;
  return behind === w_text.length || (flagsOf(w_text.charAt(behind)) & Flag.Cased) === 0;
}

/** ASCII text with letters from `first` to `first + 25` moved to the other case. */
function asciiCase(w_text: W_Str, first: i32): W_Str {
  const units = w_text.data as Uint8Array;
  const length = w_text.length;
  let i: i32 = 0;
  while (i < length && (units[i] < first || units[i] > first + 25)) i++;
  if (i === length) return w_text.plain();
  const changed = new Uint8Array(length);
  for (let j: i32 = 0; j < i; j++) changed[j] = units[j];
  for (; i < length; i++) {
    const c: i32 = units[i];
    // Both differences are negative for the letters: without branches, which texts would mispredict.
    changed[i] = c ^ (((first - 1 - c) & (c - first - 26)) >> 31 & 0x20);
  }
  return asciiStr(changed);
}

function mapAll(w_text: W_Str, field: TypeField): W_Str {
  const out = new StrBuilder(w_text.length);
  for (let i: i32 = 0; i < w_text.length; i++) appendCase(out, w_text.charAt(i), field);
  return out.build();
}

/** `str.upper`. */
export function upper(w_text: W_Str): W_Str {
  return w_text.asciiOnly ? asciiCase(w_text, 97) : mapAll(w_text, TypeField.Upper);
}

/** `str.lower`. */
export function lower(w_text: W_Str): W_Str {
  if (w_text.asciiOnly) return asciiCase(w_text, 65);
  const out = new StrBuilder(w_text.length);
  for (let i: i32 = 0; i < w_text.length; i++) appendLowerAt(out, w_text, i);
  return out.build();
}

/** `str.casefold`. */
export function casefold(w_text: W_Str): W_Str {
  return w_text.asciiOnly ? asciiCase(w_text, 65) : mapAll(w_text, TypeField.Fold);
}

/** `str.capitalize`: the first code point in title case, the others in lower case. */
export function capitalize(w_text: W_Str): W_Str {
  const length = w_text.length;
  if (length === 0) return w_text.plain();
  const out = new StrBuilder(length);
  appendCase(out, w_text.charAt(0), TypeField.Title);
  for (let i: i32 = 1; i < length; i++) appendLowerAt(out, w_text, i);
  return out.build();
}

/** `str.title`: title case after an uncased code point, lower case after a cased one. */
export function title(w_text: W_Str): W_Str {
  const out = new StrBuilder(w_text.length);
  let afterCased = false;
  for (let i: i32 = 0; i < w_text.length; i++) {
    if (afterCased) appendLowerAt(out, w_text, i);
    else appendCase(out, w_text.charAt(i), TypeField.Title);
    afterCased = (flagsOf(w_text.charAt(i)) & Flag.Cased) !== 0;
  }
  return out.build();
}

/** `str.swapcase`. */
export function swapcase(w_text: W_Str): W_Str {
  const out = new StrBuilder(w_text.length);
  for (let i: i32 = 0; i < w_text.length; i++) {
    const c = w_text.charAt(i);
    const flags = flagsOf(c);
    if ((flags & Flag.Upper) !== 0) appendLowerAt(out, w_text, i);
    else if ((flags & Flag.Lower) !== 0) appendCase(out, c, TypeField.Upper);
    else out.append(c);
  }
  return out.build();
}
