/** addOvf, subOvf and mulOvf throw OverflowError at the ends of i32. */
import { addOvf, type i32, mulOvf, OverflowError, print, subOvf } from "@rts";
let thrown: i32 = 0;

function tryAdd(a: i32, b: i32): string {
  try {
    return `${addOvf(a, b)}`;
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    thrown++;
    return "overflow";
  }
}

function trySubMul(a: i32, b: i32): string {
  let text = "";
  try {
    text += `${subOvf(a, b)} `;
    text += `${mulOvf(a, b)}`;
  } catch (e) {
    if (e instanceof OverflowError) text += "overflow";
    else throw e;
    thrown++;
  }
  return text;
}

export function main(_args: string[]): i32 {
  const values: i32[] = [0, 1, -1, 46341, -46341, 2147483647, -2147483648];
  for (const a of values) {
    for (const b of values) print(`${a} ${b}: ${tryAdd(a, b)}; ${trySubMul(a, b)}`);
  }
  print(`${thrown}`);
  return 0;
}
