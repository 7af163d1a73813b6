/** bool values, comparison, negation, conditions. */
import { type bool, type i32, print } from "@rts";
function implies(a: bool, b: boolean): bool {
  return !a || b;
}

function parity(bits: bool[]): bool {
  let result = false;
  for (const bit of bits) result = result !== bit;
  return result;
}

export function main(_args: string[]): i32 {
  const both: bool[] = [false, true];
  for (const a of both) {
    for (const b of both) print(`${a && b} ${a || b} ${!a} ${a === b} ${a !== b} ${implies(a, b)}`);
  }
  print(`${parity([true, false, true, true])} ${parity([])}`);
  let flag = true;
  flag = flag && 3 > 4;
  print(`${flag} ${flag ? 1 : 2} ${!flag ? "no" : "yes"}`);
  return 0;
}
