/**
 * The limit on decimal texts of integers (`sys.set_int_max_str_digits`), which are read and written in more than
 * linear time.
 */
import type { i32 } from "@rts";
import { type OperationError, valueError } from "./errors.ts";

/** The limit in force; 0 for none. */
export class IntDigitsLimit {
  limit: i32 = 4300;
}

export const intMaxStrDigits: IntDigitsLimit = new IntDigitsLimit();

/** Numbers of up to so many digits are never refused. */
const NEVER_REFUSED: i32 = 640;

/** True when a text of so many digits is refused. */
export function exceedsLimit(digits: i32): boolean {
  return digits > NEVER_REFUSED && intMaxStrDigits.limit > 0 && digits > intMaxStrDigits.limit;
}

function refused(detail: string): OperationError {
  return valueError(
    `Exceeds the limit (${intMaxStrDigits.limit}) for integer string conversion${detail}; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** What reading a text of so many digits raises. */
export function readingError(digits: i32): OperationError {
  return refused(`: value has ${digits} digits`);
}

/** What writing such a number raises. */
export function writingError(): OperationError {
  return refused("");
}
