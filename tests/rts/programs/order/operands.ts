/** Operands are evaluated from left to right. */
import { type i32, print } from "@rts";
let log: string = "";

function n(name: string, value: i32): i32 {
  log += name;
  return value;
}

export function main(_args: string[]): i32 {
  const a = n("a", 1) + n("b", 2) * n("c", 3) - n("d", 4);
  const b = (n("e", 5) < n("f", 6)) === (n("g", 7) > n("h", 8));
  const c = n("i", 12) & n("j", 10) | n("k", 1) << n("l", 2);
  const d = `${n("m", 1)}${n("n", 2)}` + n("o", 3);
  print(`${a} ${b} ${c} ${d} ${log}`);
  return 0;
}
