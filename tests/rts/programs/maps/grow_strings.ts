// gcstress: no
/** A map of 10 000 strings. */
import { gcCollect, type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const m = new Map<string, string>();
  for (let i = 0; i < 10000; i++) m.set(`key ${i}`, `value ${i * 2}`);
  let length: i32 = 0;
  for (const v of m.values()) length += v.length;
  print(`${m.size} ${length} ${m.get("key 9999")!} ${m.has("key 10000")}`);
  gcCollect(1);
  let wrong: i32 = 0;
  for (let i = 0; i < 10000; i++) if (m.get(`key ${i}`)! !== `value ${i * 2}`) wrong++;
  print(`${wrong}`);
  return 0;
}
