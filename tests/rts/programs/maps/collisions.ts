/** Keys that collide under masks and simple hashes. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const m = new Map<i32, i32>();
  for (let i = 0; i < 200; i++) m.set(i << 20, i);
  let wrong: i32 = 0;
  for (let i = 0; i < 200; i++) if (m.get(i << 20)! !== i) wrong++;
  for (let i = 0; i < 200; i += 2) m.delete(i << 20);
  for (let i = 0; i < 200; i++) if (m.has(i << 20) !== (i % 2 === 1)) wrong++;
  print(`${wrong} ${m.size}`);
  const s = new Map<string, i32>();
  const pairs: string[] = ["Aa", "BB"];
  for (const a of pairs) {
    for (const b of pairs) for (const c of pairs) for (const d of pairs) s.set(a + b + c + d, s.size);
  }
  print(`${s.size} ${s.get("AaBBAaBB")!} ${s.get("BBBBBBBB")!} ${s.has("AaAaAaBb")}`);
  return 0;
}
