/** Uint16Array, Int16Array and Uint32Array. */
import { type f64, type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const u = new Uint16Array(3);
  const s = new Int16Array(3);
  const w = new Uint32Array(3);
  u[0] = 65535;
  u[1] = 32768;
  s[0] = -32768;
  s[1] = 32767;
  w[0] = 4294967295;
  w[1] = 2147483648;
  print(`${u[0]} ${u[1]} ${u[2]} ${s[0]} ${s[1]} ${w[0]} ${w[1]} ${w[2]}`);
  print(`${u[0] + s[0]} ${w[0] > w[1]} ${w[0] - w[1]} ${(w[0] + 1) >>> 0} ${w[1] | 0}`);
  w[2] = (w[0] ^ w[1]) >>> 0;
  const d: f64 = w[2] + 0.5;
  print(`${w[2]} ${d}`);
  return 0;
}
