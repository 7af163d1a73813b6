/** BigInt64Array. */
import { type i32, print, wrap64 } from "@rts";
export function main(_args: string[]): i32 {
  const a = new BigInt64Array(4);
  a[0] = -9223372036854775808n;
  a[1] = 9223372036854775807n;
  a[2] = a[0] + a[1];
  a[3] = 5n;
  a[3] *= 7n;
  a[3]++;
  let line = "";
  for (const x of a) line += `${x} `;
  print(line);
  a.fill(-1n, 1, 2);
  print(`${a[1]} ${a[0] < a[1]} ${wrap64(a[0] - 1n)}`);
  return 0;
}
