/** A map with i64 keys that share their low or high halves. */
import { type i32, type i64, print } from "@rts";
export function main(_args: string[]): i32 {
  const m = new Map<i64, i32>();
  for (let i = 0; i < 50; i++) {
    m.set(BigInt(i) * 4294967296n, i);
    m.set(BigInt(i) * 4294967296n + 7n, -i);
  }
  let sum: i32 = 0;
  for (let i = 0; i < 50; i++) {
    sum += m.get(BigInt(i) * 4294967296n)! * 2 + m.get(BigInt(i) * 4294967296n + 7n)!;
  }
  print(`${m.size} ${sum} ${m.has(-1n)} ${m.has(7n)}`);
  m.set(-9223372036854775808n, 1);
  m.set(9223372036854775807n, 2);
  print(`${m.get(-9223372036854775808n)!} ${m.get(9223372036854775807n)!}`);
  return 0;
}
