/** delete and has in conditions; clear while empty; reuse. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const m = new Map<string, i32>();
  m.clear();
  print(`${m.size} ${m.delete("x")}`);
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 50; i++) m.set(`${i % 10}`, i);
    let removed: i32 = 0;
    for (let i = 0; i < 50; i++) if (m.delete(`${i}`)) removed++;
    print(`${removed} ${m.size}`);
  }
  const s = new Set<i32>();
  for (let i = 0; i < 1000; i++) {
    if (s.has(i % 7)) s.delete(i % 7);
    else s.add(i % 7);
  }
  let line = "";
  for (const x of s) line += `${x} `;
  print(line);
  return 0;
}
