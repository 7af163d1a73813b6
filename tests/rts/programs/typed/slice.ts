/** Copies of parts of typed arrays. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a = new Uint8Array(5);
  for (let i = 0; i < 5; i++) a[i] = i * 3;
  const b = a.slice(1, 4);
  const c: Int32Array = new Int32Array(3);
  c[2] = 7;
  print(`${b.length} ${b[0]} ${b[2]} ${a.slice(-2).length} ${a.slice(4, 2).length} ${c.slice(2)[0]}`);
  return 0;
}
