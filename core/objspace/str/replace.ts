/** Putting texts together from others: replace, join, translate. */
import { arrayCopy, type FixedArray, type i32, MemoryError, newFixedArray } from "@rts";
import { StrBuilder } from "./builder.ts";
import { findChar, searcherFor } from "./find.ts";
import { copyStorage, EMPTY, MAX_LENGTH, newStorage, W_Str } from "./wstr.ts";

/** `text.replace(old, new, most)`; a negative `most` is no limit. */
export function replace(w_text: W_Str, w_old: W_Str, w_new: W_Str, most: i32): W_Str {
  const cuts: i32 = most < 0 ? 0x7fffffff : most;
  if (cuts === 0 || w_old.length > w_text.length) return w_text.plain();
  if (w_old.length === 0) return interleave(w_text, w_new, cuts);
  if (w_text.kind === 1 && w_new.kind === 1 && w_old.length === 1 && w_new.length === 1) {
    return w_old.kind === 1 ? replaceByte(w_text, w_old.charAt(0), w_new, cuts) : w_text.plain();
  }
  const length = w_text.length;
  const searcher = searcherFor(w_text, w_old);
  if (searcher === null) return w_text.plain();
  let at = searcher.find(0, length);
  if (at < 0) return w_text.plain();
  const out = new StrBuilder(length);
  let start: i32 = 0;
  for (let done: i32 = 0; at >= 0; at = done < cuts ? searcher.find(start, length) : -1) {
    out.appendSubstring(w_text, start, at);
    out.appendStr(w_new);
    start = at + w_old.length;
    done++;
  }
  out.appendSubstring(w_text, start, length);
  return out.build();
}

/** One byte for another: a copy with changes. */
function replaceByte(w_text: W_Str, old: i32, w_new: W_Str, most: i32): W_Str {
  const length = w_text.length;
  const units = w_text.data as Uint8Array;
  let at = findChar(1, units, old, 0, length);
  if (at < 0) return w_text.plain();
  const fresh: i32 = w_new.charAt(0);
  const changed = new Uint8Array(length);
  arrayCopy(units, 0, changed, 0, length);
  let left = most;
  for (; at < length && left > 0; at++) {
    if (units[at] === old) {
      changed[at] = fresh;
      left--;
    }
  }
  if (w_text.asciiOnly && w_new.asciiOnly && length > 1) return new W_Str(1, changed, length, true);
  const out = new StrBuilder(0);
  out.appendUnits(1, changed, 0, length, -1);
  return out.build();
}

/** `text.replace("", new, most)`: `new` before each code point and at the end. */
function interleave(w_text: W_Str, w_new: W_Str, most: i32): W_Str {
  const length = w_text.length;
  const out = new StrBuilder(length + 16);
  const last = Math.min(length, most);
  for (let i: i32 = 0; i < last; i++) {
    out.appendStr(w_new);
    out.append(w_text.charAt(i));
  }
  if (most > length) out.appendStr(w_new);
  out.appendSubstring(w_text, last, length);
  return out.build();
}

/** `separator.join(items)`. */
export function join(w_separator: W_Str, items: W_Str[]): W_Str {
  const count: i32 = items.length;
  if (count <= 1) return count === 0 ? EMPTY : items[0].plain();
  let kind: i32 = w_separator.kind;
  let ascii = w_separator.asciiOnly;
  let length: i32 = 0;
  const gap = w_separator.length;
  for (let i: i32 = 0; i < count; i++) {
    const w_item = items[i];
    if (w_item.kind > kind) kind = w_item.kind;
    ascii = ascii && w_item.asciiOnly;
    const more = i === 0 ? w_item.length : w_item.length + gap;
    if (more > MAX_LENGTH - length) throw new MemoryError("text too long");
    length += more;
  }
  if (length === 0) return EMPTY;
  if (length === 1) return joinBuilt(w_separator, items);
  const data = newStorage(kind, length);
  let at: i32 = 0;
  for (let i: i32 = 0; i < count; i++) {
    if (i > 0 && gap > 0) {
      copyStorage(w_separator.kind, w_separator.data, 0, kind, data, at, gap);
      at += gap;
    }
    const w_item = items[i];
    copyStorage(w_item.kind, w_item.data, 0, kind, data, at, w_item.length);
    at += w_item.length;
  }
  return new W_Str(kind, data, length, ascii);
}

/** One code point only: the builder knows its prebuilt string. */
function joinBuilt(w_separator: W_Str, items: W_Str[]): W_Str {
  const out = new StrBuilder(1);
  for (let i: i32 = 0; i < items.length; i++) {
    if (i > 0) out.appendStr(w_separator);
    out.appendStr(items[i]);
  }
  return out.build();
}

/** What `str.translate` asks for each code point. */
export abstract class Translation {
  /** The text that stands for `c`: empty to delete it, `charStr(c)` to leave it. May throw. */
  abstract replacement(c: i32): W_Str;
}

/** `str.translate`. ASCII code points are asked for once. */
export function translate(w_text: W_Str, translation: Translation): W_Str {
  const length = w_text.length;
  const known: FixedArray<W_Str | null> = newFixedArray<W_Str | null>(128, null);
  const out = new StrBuilder(length);
  for (let i: i32 = 0; i < length; i++) {
    const c = w_text.charAt(i);
    if (c >= 128) {
      out.appendStr(translation.replacement(c));
      continue;
    }
    const w_known = known[c];
    if (w_known !== null) {
      out.appendStr(w_known);
    } else {
      const w_replacement = translation.replacement(c);
      known[c] = w_replacement;
      out.appendStr(w_replacement);
    }
  }
  return out.build();
}
