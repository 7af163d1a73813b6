/** FixedArray of integers. */
import { type FixedArray, type i32, newFixedArray, print } from "@rts";
function sum(a: FixedArray<i32>): i32 {
  let total: i32 = 0;
  for (const x of a) total += x;
  return total;
}

export function main(_args: string[]): i32 {
  const a = newFixedArray<i32>(5, 2);
  print(`${a.length} ${sum(a)}`);
  a[0] = 10;
  a[4] -= 7;
  a[1]++;
  print(`${a[0]} ${a[1]} ${a[4]} ${sum(a)}`);
  a.fill(1, 1, 3);
  print(`${sum(a)}`);
  a.fill(0);
  print(`${sum(a)} ${newFixedArray<i32>(0, 0).length}`);
  return 0;
}
