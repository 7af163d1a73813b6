/** An array that grows keeps its elements. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: i32[] = [];
  for (let i = 0; i < 5000; i++) a.push(Math.imul(i, i));
  let total: i32 = 0;
  for (let i = 0; i < a.length; i++) total = (total + a[i]) | 0;
  print(`${a.length} ${total} ${a[4999]}`);
  while (a.length > 10) a.pop();
  print(a.join(","));
  for (let i = 0; i < 20; i++) a.push(i);
  print(`${a.length} ${a[29]}`);
  return 0;
}
