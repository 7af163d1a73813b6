/** Int32Array. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a = new Int32Array(5);
  print(`${a.length} ${a[0]} ${a[4]}`);
  for (let i = 0; i < a.length; i++) a[i] = i * i - 8;
  a[0] = -2147483648;
  a[1] += 100;
  a[2]++;
  a[3] <<= 3;
  let line = "";
  for (const x of a) line += `${x} `;
  print(line);
  a.fill(3);
  a.fill(4, 1, 3);
  line = "";
  for (let i = 0; i < a.length; i++) line += `${a[i]} `;
  print(line);
  print(`${new Int32Array(0).length}`);
  return 0;
}
