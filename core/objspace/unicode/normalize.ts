/**
 * Normalization forms C, D, KC, KD.
 *
 * A text is decomposed into code points, runs of combining marks are put in order of their classes, and for the
 * composed forms pairs are joined again. Hangul syllables are computed. Texts without a code point that could change
 * are returned as they are.
 */
import type { bool, i32 } from "@rts";
import type { W_Str } from "../str/wstr.ts";
import { adoptStr } from "../str/wstr.ts";
import {
  combining,
  dataOf,
  decompositionAt,
  decompositionItem,
  decompositionLength,
  decompositionTag,
} from "./database.ts";
import { DataShift } from "./layout.ts";
import { oldDecomposition } from "./old.ts";
import { loadTables } from "./source.ts";

const tables = loadTables();
const COMPOSE_FIRST = tables.composeFirst as Int32Array;
const COMPOSE_SECOND = tables.composeSecond as Int32Array;
const COMPOSE_RESULT = tables.composeResult as Int32Array;

/** The forms; their bits in {@link DataShift.Changes} stand in this order. */
export const enum Form {
  C = 0,
  D = 1,
  KC = 2,
  KD = 3,
}

const FORM_NAMES: string[] = ["NFC", "NFD", "NFKC", "NFKD"];

/** The form of a name such as "NFC"; -1 for others. */
export function formOfName(name: string): i32 {
  return FORM_NAMES.indexOf(name);
}

const SYLLABLE: i32 = 0xac00;
const LEADING: i32 = 0x1100;
const VOWEL: i32 = 0x1161;
const TRAILING: i32 = 0x11a7;

/** True where nothing can change: no code point of the form's list, and marks in order. */
function isPlainlyNormal(w_text: W_Str, form: Form): bool {
  if (w_text.asciiOnly) return true;
  const bit = 1 << (DataShift.Changes + form);
  let last: i32 = 0;
  for (let i: i32 = 0; i < w_text.length; i++) {
    const data = dataOf(w_text.charAt(i));
    if ((data & bit) !== 0) return false;
    const mark = data >> DataShift.Combining & 255;
    if (mark !== 0 && mark < last) return false;
    last = mark;
  }
  return true;
}

/** Code points under normalization. */
class Points {
  items: Int32Array = new Int32Array(64);
  count: i32 = 0;

  push(c: i32): void {
    if (this.count === this.items.length) {
      const grown = new Int32Array(this.count * 2);
      grown.set(this.items, 0);
      this.items = grown;
    }
    this.items[this.count++] = c;
  }

  /** Appends the full decomposition of a code point, by Unicode 3.2 where `old`. */
  decompose(c: i32, compatible: bool, old: bool): void {
    if (c >= SYLLABLE && c < SYLLABLE + 11172) {
      const index = c - SYLLABLE;
      this.push(LEADING + ((index / 588) | 0));
      this.push(VOWEL + (((index % 588) / 28) | 0));
      if (index % 28 !== 0) this.push(TRAILING + index % 28);
      return;
    }
    const corrected: i32 = old ? oldDecomposition(c) : -1;
    if (corrected >= 0) return this.push(corrected);
    const place = decompositionAt(c);
    if (place < 0 || (!compatible && decompositionTag(place) !== 0)) return this.push(c);
    for (let i: i32 = 0; i < decompositionLength(place);) {
      const part = decompositionItem(place, i);
      this.decompose(part, compatible, old);
      i += part >= 0x10000 ? 2 : 1;
    }
  }

  /** Puts each run of marks in the order of their combining classes, equals as they stand. */
  sortMarks(): void {
    const items = this.items;
    for (let i: i32 = 1; i < this.count; i++) {
      const c: i32 = items[i];
      const mark = combining(c);
      if (mark === 0) continue;
      let j = i;
      while (j > 0 && combining(items[j - 1]) > mark) {
        items[j] = items[j - 1];
        j--;
      }
      items[j] = c;
    }
  }

  /** Joins each starter with what follows it and is not blocked by a mark of the same or a higher class between. */
  compose(): void {
    const items = this.items;
    let starter: i32 = -1;
    let last: i32 = 0;
    let kept: i32 = 0;
    for (let i: i32 = 0; i < this.count; i++) {
      const c: i32 = items[i];
      const mark = combining(c);
      const isOpen = starter >= 0 && (kept === starter + 1 || (last !== 0 && last < mark));
      const joined = isOpen ? composed(items[starter], c) : -1;
      if (joined >= 0) {
        items[starter] = joined;
        continue;
      }
      if (mark === 0) starter = kept;
      last = mark;
      items[kept++] = c;
    }
    this.count = kept;
  }
}

/** What two code points compose to, or -1. */
function composed(first: i32, second: i32): i32 {
  if (first >= LEADING && first < LEADING + 19) {
    if (second < VOWEL || second >= VOWEL + 21) return -1;
    return SYLLABLE + ((first - LEADING) * 21 + second - VOWEL) * 28;
  }
  if (first >= SYLLABLE && first < SYLLABLE + 11172) {
    const isOpen = (first - SYLLABLE) % 28 === 0;
    return isOpen && second > TRAILING && second < TRAILING + 28 ? first + second - TRAILING : -1;
  }
  return composedPair(first, second);
}

function composedPair(first: i32, second: i32): i32 {
  let low: i32 = 0;
  let high: i32 = COMPOSE_FIRST.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBelow = COMPOSE_FIRST[middle] < first ||
      (COMPOSE_FIRST[middle] === first && COMPOSE_SECOND[middle] < second);
    if (isBelow) low = middle + 1;
    else high = middle;
  }
  const isFound = low < COMPOSE_FIRST.length && COMPOSE_FIRST[low] === first &&
    COMPOSE_SECOND[low] === second;
  return isFound ? COMPOSE_RESULT[low] : -1;
}

/** `unicodedata.normalize`; with `old`, that of `ucd_3_2_0`. */
export function normalize(w_text: W_Str, form: Form, old: bool = false): W_Str {
  if (isPlainlyNormal(w_text, form)) return w_text.plain();
  const points = new Points();
  const compatible = form === Form.KC || form === Form.KD;
  for (let i: i32 = 0; i < w_text.length; i++) points.decompose(w_text.charAt(i), compatible, old);
  points.sortMarks();
  if (form === Form.C || form === Form.KC) points.compose();
  return adoptStr(4, points.items, points.count);
}

/** `unicodedata.is_normalized`. */
export function isNormalized(w_text: W_Str, form: Form, old: bool = false): bool {
  return isPlainlyNormal(w_text, form) || normalize(w_text, form, old).equals(w_text);
}
