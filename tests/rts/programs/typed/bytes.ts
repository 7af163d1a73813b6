/** Uint8Array and Int8Array: loads extend. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const u = new Uint8Array(4);
  const s = new Int8Array(4);
  u[0] = 255;
  u[1] = 128;
  u[2] = 127;
  s[0] = -1;
  s[1] = -128;
  s[2] = 127;
  let sum: i32 = 0;
  for (let i = 0; i < 4; i++) sum += u[i] * 1000 + s[i];
  print(`${sum} ${u[0] > s[2]} ${s[1] < 0} ${u[1] === 128}`);
  for (const x of u) print(`${x} ${x << 24}`);
  for (const x of s) print(`${x} ${x >>> 28}`);
  u[3] = (300 + 7) & 255;
  print(`${u[3]}`);
  return 0;
}
