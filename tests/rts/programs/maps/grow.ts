// gcstress: no
/** A map that grows to 10 000 entries, shrinks and grows again. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const m = new Map<i32, i32>();
  for (let i = 0; i < 10000; i++) m.set(Math.imul(i, 7919), i);
  print(`${m.size}`);
  let sum: i32 = 0;
  for (let i = 0; i < 10000; i++) sum += m.get(Math.imul(i, 7919))!;
  print(`${sum} ${m.has(-1)}`);
  for (let i = 0; i < 10000; i++) if (i % 3 !== 0) m.delete(Math.imul(i, 7919));
  print(`${m.size}`);
  for (let i = 0; i < 5000; i++) m.set(-i - 1, i);
  sum = 0;
  for (const v of m.values()) sum = (Math.imul(sum, 31) + v) | 0;
  print(`${m.size} ${sum}`);
  return 0;
}
