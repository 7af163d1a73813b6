/** Texts of integers as Python strings. */
import { type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import type { RBigInt } from "./bigint/mod.ts";
import { exceedsLimit, writingError } from "./int_digits_limit.ts";
import { W_Int, type W_Integer } from "./int.ts";
import { asciiStr, fromRts, type W_Str } from "./str/wstr.ts";

const MIN_I64: i64 = -0x8000000000000000n;

/** The decimal text of any integer. Throws ValueError beyond the limit on digits. */
export function intText(w_int: W_Integer): W_Str {
  if (w_int instanceof W_Int) return i64Text(w_int.value);
  if (w_int.fitsI64()) return i64Text(w_int.asI64());
  return asciiStr(decimalAscii(w_int.asBigInt()));
}

/** The decimal digits of a big integer. Throws ValueError beyond the limit. */
export function decimalAscii(value: RBigInt): Uint8Array {
  // The width is at most two too large: only what is surely too long is refused before the work.
  const width = value.decimalWidth();
  if (exceedsLimit(width - 2)) throw writingError();
  const text = value.toAscii(10);
  if (exceedsLimit(value.sign < 0 ? text.length - 1 : text.length)) throw writingError();
  return text;
}

/** The decimal text of a 64-bit integer. */
export function i64Text(value: i64): W_Str {
  if (value === MIN_I64) return fromRts("-9223372036854775808");
  const negative = value < 0n;
  let rest = negative ? -value : value;
  let count: i32 = negative ? 1 : 0;
  for (let probe = rest; probe > 9n; probe = probe / 10n) count++;
  count++;
  const units = new Uint8Array(count);
  let at = count - 1;
  // Nine digits at a time need 32 bits alone.
  while (rest >= 1000000000n) {
    const high = rest / 1000000000n;
    at = writeDigits(units, at, i64ToI32(rest - high * 1000000000n), 9);
    rest = high;
  }
  writeDigits(units, at, i64ToI32(rest), 1);
  if (negative) units[0] = 45;
  return asciiStr(units);
}

/** Writes digits that end at `at`, at least `least`; the place before them. */
function writeDigits(units: Uint8Array, at: i32, value: i32, least: i32): i32 {
  let place = at;
  let rest = value;
  let written: i32 = 0;
  while (rest > 0 || written < least) {
    const next = (rest / 10) | 0;
    units[place--] = 48 + rest - next * 10;
    rest = next;
    written++;
  }
  return place;
}

/** The text of an RTS number. */
export function i32Text(value: i32): W_Str {
  return i64Text(i32ToI64(value));
}
