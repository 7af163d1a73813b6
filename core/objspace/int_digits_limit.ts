/** The limit of digits that `int` and `str` convert in decimal (`sys.set_int_max_str_digits`). */
import type { i32 } from "@rts";

/** The limit in force; 0 for none. */
export class IntDigitsLimit {
  limit: i32 = 4300;
}

export const intMaxStrDigits: IntDigitsLimit = new IntDigitsLimit();
