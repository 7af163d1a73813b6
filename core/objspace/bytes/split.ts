/** Bytes cut at white space and at the ends of lines. Cuts at separators are those of texts (`str/split.ts`). */
import type { bool, i32 } from "@rts";
import { copyBytes } from "../buffer.ts";
import { isSpaceByte } from "./ascii.ts";

function piece(data: Uint8Array, start: i32, end: i32): Uint8Array {
  return copyBytes(data, start, end - start);
}

/** The runs between white space; `most` cuts at most, negative for no limit. */
export function splitSpaceBytes(data: Uint8Array, start: i32, end: i32, most: i32): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let cuts: i32 = most < 0 ? 0x7fffffff : most;
  let i = start;
  for (;;) {
    while (i < end && isSpaceByte(data[i])) i++;
    if (i === end) return pieces;
    if (cuts-- === 0) break;
    const from = i;
    while (i < end && !isSpaceByte(data[i])) i++;
    pieces.push(piece(data, from, i));
  }
  pieces.push(piece(data, i, end));
  return pieces;
}

/** The same, cut from the right. */
export function rsplitSpaceBytes(data: Uint8Array, start: i32, end: i32, most: i32): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let cuts: i32 = most < 0 ? 0x7fffffff : most;
  let i = end;
  for (;;) {
    while (i > start && isSpaceByte(data[i - 1])) i--;
    if (i === start) break;
    if (cuts-- === 0) {
      pieces.push(piece(data, start, i));
      break;
    }
    const to = i;
    while (i > start && !isSpaceByte(data[i - 1])) i--;
    pieces.push(piece(data, i, to));
  }
  pieces.reverse();
  return pieces;
}

/** Lines end with a line feed, a carriage return, or both. */
export function splitLineBytes(data: Uint8Array, start: i32, end: i32, keepEnds: bool): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = start;
  while (from < end) {
    let stop = from;
    while (stop < end && data[stop] !== 10 && data[stop] !== 13) stop++;
    let next = stop;
    if (next < end) next += data[next] === 13 && next + 1 < end && data[next + 1] === 10 ? 2 : 1;
    lines.push(piece(data, from, keepEnds ? next : stop));
    from = next;
  }
  return lines;
}
