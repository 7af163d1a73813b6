/** assert throws AssertionError in every profile. */
import { assert, AssertionError, type i32, print } from "@rts";
function checked(n: i32): string {
  try {
    assert(n > 0, `n is ${n}`);
    assert(n < 10, "too big");
    return `ok ${n}`;
  } catch (e) {
    if (e instanceof AssertionError) return `assertion: ${e.message}`;
    throw e;
  }
}

export function main(_args: string[]): i32 {
  const values: i32[] = [1, 0, 10, -3, 9];
  for (const n of values) print(checked(n));
  return 0;
}
