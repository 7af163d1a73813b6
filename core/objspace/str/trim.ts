/** Taking away at the ends, and filling up to a width: the strip and just families, zfill, expandtabs. */
import type { i32 } from "@rts";
import { isSpace } from "../unicode/ctype.ts";
import { StrBuilder } from "./builder.ts";
import { endsWith, findChar, startsWith } from "./find.ts";
import type { W_Str } from "./wstr.ts";

/** The ends of a text. */
export const enum Side {
  Left = 1,
  Right = 2,
  Both = 3,
}

/** `strip`, `lstrip`, `rstrip` of white space. */
export function stripSpaces(w_text: W_Str, side: Side): W_Str {
  let start: i32 = 0;
  let end = w_text.length;
  if ((side & Side.Left) !== 0) { while (start < end && isSpace(w_text.charAt(start))) start++; }
  if ((side & Side.Right) !== 0) { while (end > start && isSpace(w_text.charAt(end - 1))) end--; }
  return w_text.substring(start, end);
}

/** `strip`, `lstrip`, `rstrip` of the code points of `w_set`. */
export function stripSet(w_text: W_Str, w_set: W_Str, side: Side): W_Str {
  const kind: i32 = w_set.kind, data = w_set.data, size = w_set.length;
  let start: i32 = 0;
  let end = w_text.length;
  if ((side & Side.Left) !== 0) {
    while (start < end && findChar(kind, data, w_text.charAt(start), 0, size) >= 0) start++;
  }
  if ((side & Side.Right) !== 0) {
    while (end > start && findChar(kind, data, w_text.charAt(end - 1), 0, size) >= 0) end--;
  }
  return w_text.substring(start, end);
}

/** `str.removeprefix`. */
export function removePrefix(w_text: W_Str, w_prefix: W_Str): W_Str {
  const length = w_text.length;
  return startsWith(w_text, w_prefix, 0, length) ? w_text.substring(w_prefix.length, length) : w_text.plain();
}

/** `str.removesuffix`. */
export function removeSuffix(w_text: W_Str, w_suffix: W_Str): W_Str {
  const length = w_text.length;
  return endsWith(w_text, w_suffix, 0, length)
    ? w_text.substring(0, length - w_suffix.length)
    : w_text.plain();
}

/** The text between `left` and `right` copies of `fill`. */
export function pad(w_text: W_Str, left: i32, right: i32, fill: i32): W_Str {
  if (left <= 0 && right <= 0) return w_text.plain();
  // A sum that leaves i32 is negative, and the builder throws MemoryError.
  const out = new StrBuilder((w_text.length + Math.max(left, 0) + Math.max(right, 0)) | 0);
  out.appendRepeated(fill, left);
  out.appendStr(w_text);
  out.appendRepeated(fill, right);
  return out.build();
}

/** `str.ljust`. */
export function ljust(w_text: W_Str, width: i32, fill: i32): W_Str {
  return width <= w_text.length ? w_text.plain() : pad(w_text, 0, width - w_text.length, fill);
}

/** `str.rjust`. */
export function rjust(w_text: W_Str, width: i32, fill: i32): W_Str {
  return width <= w_text.length ? w_text.plain() : pad(w_text, width - w_text.length, 0, fill);
}

/** `str.center`: an odd space too many goes to the left when the width is odd. */
export function center(w_text: W_Str, width: i32, fill: i32): W_Str {
  if (width <= w_text.length) return w_text.plain();
  const more = width - w_text.length;
  const left = (more >> 1) + (more & width & 1);
  return pad(w_text, left, more - left, fill);
}

/** `str.zfill`: zeros go behind a sign. */
export function zfill(w_text: W_Str, width: i32): W_Str {
  const length = w_text.length;
  if (width <= length) return w_text.plain();
  const first: i32 = length > 0 ? w_text.charAt(0) : 0;
  if (first !== 0x2b && first !== 0x2d) return pad(w_text, width - length, 0, 0x30);
  const out = new StrBuilder(width);
  out.append(first);
  out.appendRepeated(0x30, width - length);
  out.appendSubstring(w_text, 1, length);
  return out.build();
}

/** `str.expandtabs`. */
export function expandTabs(w_text: W_Str, size: i32): W_Str {
  const length = w_text.length;
  if (findChar(w_text.kind, w_text.data, 9, 0, length) < 0) return w_text.plain();
  const out = new StrBuilder(length + 16);
  let column: i32 = 0;
  for (let i: i32 = 0; i < length; i++) {
    const c = w_text.charAt(i);
    if (c === 9) {
      if (size > 0) {
        const spaces = size - column % size;
        out.appendRepeated(0x20, spaces);
        column += spaces;
      }
    } else {
      out.append(c);
      column = c === 10 || c === 13 ? 0 : column + 1;
    }
  }
  return out.build();
}
