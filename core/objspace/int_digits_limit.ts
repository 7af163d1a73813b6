/** The limit on decimal texts of integers (`sys.set_int_max_str_digits`), which are read and written in more than linear time. */
import type { i32 } from "@rts";
import { type OperationError, valueError } from "./errors.ts";

/** The limit at start. */
export const DEFAULT_MAX_STR_DIGITS: i32 = 4300;
/** Numbers of up to so many digits are never refused, and no limit but 0 (none) may be lower. */
export const MIN_MAX_STR_DIGITS: i32 = 640;

let maxStrDigits: i32 = DEFAULT_MAX_STR_DIGITS;

/** The limit; 0 is none. */
export function getMaxStrDigits(): i32 {
  return maxStrDigits;
}

/** Sets the limit. Throws ValueError when it is neither 0 nor at least {@link MIN_MAX_STR_DIGITS}. */
export function setMaxStrDigits(limit: i32): void {
  if (limit !== 0 && limit < MIN_MAX_STR_DIGITS) {
    throw valueError(`maxdigits must be 0 or larger than ${MIN_MAX_STR_DIGITS}`);
  }
  maxStrDigits = limit;
}

/** True when a text of so many digits is refused. */
export function exceedsLimit(digits: i32): boolean {
  return maxStrDigits > 0 && digits > MIN_MAX_STR_DIGITS && digits > maxStrDigits;
}

/** What reading a text of so many digits raises. */
export function readingError(digits: i32): OperationError {
  return valueError(
    `Exceeds the limit (${maxStrDigits}) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** What writing such a number raises. */
export function writingError(): OperationError {
  return valueError(
    `Exceeds the limit (${maxStrDigits}) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}
