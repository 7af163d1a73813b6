/** Pinned objects keep their contents while others move. */
import { gcCollect, type i32, pin, print, unpin } from "@rts";
class Buffer {
  readonly bytes: Uint8Array = new Uint8Array(64);
}

export function main(_args: string[]): i32 {
  const b = new Buffer();
  for (let i = 0; i < 64; i++) b.bytes[i] = i * 3;
  const pinned = pin(b.bytes);
  for (let i = 0; i < 200; i++) new Buffer();
  gcCollect(0);
  gcCollect(1);
  let sum: i32 = 0;
  for (const x of b.bytes) sum += x;
  print(`${pinned} ${sum}`);
  unpin(b.bytes);
  gcCollect(0);
  sum = 0;
  for (const x of b.bytes) sum += x;
  print(`${sum}`);
  return 0;
}
