/** Textual escapes of code points: `\xNN`, `\uNNNN`, `\UNNNNNNNN`, `&#NNN;`. */
import type { i32 } from "@rts";
import type { StrBuilder } from "../str/builder.ts";

/**
 * The digit of a value from 0 to 15, in lower case.
 * @inline
 */
export function hexDigit(value: i32): i32 {
  return value < 10 ? 48 + value : 87 + value;
}

/** Value of a hexadecimal digit, or -1. */
export function hexValue(c: i32): i32 {
  if (c >= 48 && c <= 57) return c - 48;
  if (c >= 97 && c <= 102) return c - 87;
  if (c >= 65 && c <= 70) return c - 55;
  return -1;
}

/** Appends the low `digits` hexadecimal digits of a value. */
export function appendHexDigits(out: StrBuilder, value: i32, digits: i32): void {
  for (let shift = 4 * (digits - 1); shift >= 0; shift -= 4) out.append(hexDigit((value >> shift) & 15));
}

/** Appends the shortest of `\xNN`, `\uNNNN`, `\UNNNNNNNN` for a code point. */
export function appendHex(out: StrBuilder, c: i32): void {
  out.append(0x5c);
  out.append(c < 0x100 ? 0x78 : c < 0x10000 ? 0x75 : 0x55);
  appendHexDigits(out, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
}

/** Appends `&#NNN;`. */
export function appendXmlCharRef(out: StrBuilder, c: i32): void {
  out.appendRts(`&#${c};`);
}
