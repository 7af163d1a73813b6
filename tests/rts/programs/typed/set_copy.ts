/** set and arrayCopy on typed arrays, overlapping too. */
import { arrayCopy, type i32, print } from "@rts";
function show(a: Int32Array): void {
  let line = "";
  for (const x of a) line += `${x} `;
  print(line);
}

export function main(_args: string[]): i32 {
  const a = new Int32Array(8);
  for (let i = 0; i < 8; i++) a[i] = i;
  const b = new Int32Array(3);
  b.fill(-1);
  a.set(b, 5);
  show(a);
  a.set(b, 0);
  show(a);
  arrayCopy(a, 2, a, 3, 4);
  show(a);
  arrayCopy(a, 3, a, 1, 5);
  show(a);
  const bytes = new Uint8Array(4);
  const more = new Uint8Array(10);
  bytes.fill(200);
  more.set(bytes, 6);
  arrayCopy(more, 5, more, 4, 3);
  let line = "";
  for (const x of more) line += `${x} `;
  print(line);
  return 0;
}
