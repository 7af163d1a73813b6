/** i64 arithmetic within the kind. */
import { type i32, type i64, print } from "@rts";
function poly(x: i64): i64 {
  return 3n * x * x * x - 2n * x * x + x - 5n;
}

export function main(_args: string[]): i32 {
  const values: i64[] = [0n, 1n, -1n, 1000n, -1000n, 1000000n];
  for (const v of values) print(`${v} ${poly(v)} ${-v}`);
  let n: i64 = 1n;
  for (let i = 0; i < 20; i++) n *= 8n;
  print(`${n}`);
  n += 5n;
  n -= 1n;
  n /= 3n;
  n %= 1000n;
  print(`${n}`);
  n++;
  print(`${n} ${n--} ${n} ${++n}`);
  return 0;
}
