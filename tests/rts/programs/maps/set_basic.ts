/** Sets of strings and integers. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const s = new Set<string>();
  s.add("b");
  s.add("a");
  s.add("b");
  print(`${s.size} ${s.has("a")} ${s.has("c")} ${s.delete("b")} ${s.delete("b")} ${s.size}`);
  s.add("b");
  let line = "";
  for (const x of s) line += x;
  print(line);
  s.clear();
  print(`${s.size}`);
  const seen = new Set<i32>();
  let x: i32 = 7;
  while (!seen.has(x)) {
    seen.add(x);
    x = Math.imul(x, x) % 1000;
  }
  print(`${seen.size} ${x}`);
  return 0;
}
