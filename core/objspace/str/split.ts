/**
 * Taking texts apart: split, rsplit, splitlines, partition. `most` is the largest number of cuts; negative for no
 * limit, as Python has it. Pieces stand in the order of the text.
 */
import type { bool, i32 } from "@rts";
import { isLineBreak, isSpace } from "../unicode/ctype.ts";
import { find, rfind, searcherFor } from "./find.ts";
import { EMPTY, type W_Str } from "./wstr.ts";

/** `text.split(None, most)`: the runs between white space. */
export function splitSpaces(w_text: W_Str, most: i32): W_Str[] {
  const pieces: W_Str[] = [];
  const length = w_text.length;
  let cuts = most < 0 ? length : most;
  let i: i32 = 0;
  for (;;) {
    while (i < length && isSpace(w_text.charAt(i))) i++;
    if (i === length) return pieces;
    if (cuts-- === 0) break;
    const start = i;
    while (i < length && !isSpace(w_text.charAt(i))) i++;
    pieces.push(w_text.substring(start, i));
  }
  // What is left is one piece, with the white space at its end.
  pieces.push(w_text.substring(i, length));
  return pieces;
}

/** `text.rsplit(None, most)`: the runs between white space, cut from the right. */
export function rsplitSpaces(w_text: W_Str, most: i32): W_Str[] {
  const pieces: W_Str[] = [];
  let cuts = most < 0 ? w_text.length : most;
  let end = w_text.length;
  for (;;) {
    while (end > 0 && isSpace(w_text.charAt(end - 1))) end--;
    if (end === 0) break;
    if (cuts-- === 0) {
      pieces.push(w_text.substring(0, end));
      break;
    }
    const stop = end;
    while (end > 0 && !isSpace(w_text.charAt(end - 1))) end--;
    pieces.push(w_text.substring(end, stop));
  }
  pieces.reverse();
  return pieces;
}

/** `text.split(separator, most)`. The separator must not be empty. */
export function splitAt(w_text: W_Str, w_separator: W_Str, most: i32): W_Str[] {
  const pieces: W_Str[] = [];
  const length = w_text.length;
  const searcher = searcherFor(w_text, w_separator);
  let cuts = most < 0 ? length : most;
  let start: i32 = 0;
  while (searcher !== null && cuts-- > 0) {
    const at = searcher.find(start, length);
    if (at < 0) break;
    pieces.push(w_text.substring(start, at));
    start = at + w_separator.length;
  }
  pieces.push(w_text.substring(start, length));
  return pieces;
}

/** `text.rsplit(separator, most)`. The separator must not be empty. */
export function rsplitAt(w_text: W_Str, w_separator: W_Str, most: i32): W_Str[] {
  const pieces: W_Str[] = [];
  const searcher = searcherFor(w_text, w_separator);
  let cuts = most < 0 ? w_text.length : most;
  let end = w_text.length;
  while (searcher !== null && cuts-- > 0) {
    const at = searcher.rfind(0, end);
    if (at < 0) break;
    pieces.push(w_text.substring(at + w_separator.length, end));
    end = at;
  }
  pieces.push(w_text.substring(0, end));
  pieces.reverse();
  return pieces;
}

/** `text.splitlines(keepEnds)`. */
export function splitLines(w_text: W_Str, keepEnds: bool): W_Str[] {
  const lines: W_Str[] = [];
  const length = w_text.length;
  let start: i32 = 0;
  while (start < length) {
    let end = start;
    while (end < length && !isLineBreak(w_text.charAt(end))) end++;
    let next = end;
    if (next < length) {
      const isPair = w_text.charAt(next) === 13 && next + 1 < length && w_text.charAt(next + 1) === 10;
      next += isPair ? 2 : 1;
    }
    lines.push(w_text.substring(start, keepEnds ? next : end));
    start = next;
  }
  return lines;
}

/** `text.partition(separator)`: three strings. The separator must not be empty. */
export function partition(w_text: W_Str, w_separator: W_Str): W_Str[] {
  const length = w_text.length;
  const at = find(w_text, w_separator, 0, length);
  if (at < 0) return [w_text.plain(), EMPTY, EMPTY];
  return [w_text.substring(0, at), w_separator.plain(), w_text.substring(at + w_separator.length, length)];
}

/** `text.rpartition(separator)`: three strings. The separator must not be empty. */
export function rpartition(w_text: W_Str, w_separator: W_Str): W_Str[] {
  const length = w_text.length;
  const at = rfind(w_text, w_separator, 0, length);
  if (at < 0) return [EMPTY, EMPTY, w_text.plain()];
  return [w_text.substring(0, at), w_separator.plain(), w_text.substring(at + w_separator.length, length)];
}
