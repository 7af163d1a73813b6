/** Literals, indexing, length, push, pop. */
import { type f64, type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: i32[] = [1, 2, 3];
  a.push(4);
  a[0] = 10;
  a[1] += 5;
  a[2]++;
  print(`${a.length} ${a.join(",")} ${a[a.length - 1]}`);
  print(`${a.pop()!} ${a.pop()!} ${a.length}`);
  const empty: f64[] = [];
  empty.push(0.5);
  print(`${empty.length} ${empty[0]}`);
  const n: i32 = a.push(99);
  print(`${n} ${a.join(" ")}`);
  return 0;
}
