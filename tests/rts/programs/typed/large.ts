/** Typed arrays beyond 100 KB that survive collections. */
import { gcCollect, type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a = new Int32Array(60000);
  for (let i = 0; i < a.length; i++) a[i] = Math.imul(i, 2654435);
  const b = new Uint8Array(200000);
  for (let i = 0; i < b.length; i++) b[i] = i & 255;
  gcCollect(1);
  let hash: i32 = 0;
  for (let i = 0; i < a.length; i++) hash = (Math.imul(hash, 17) ^ a[i]) | 0;
  let sum: i32 = 0;
  for (const x of b) sum += x;
  print(`${hash} ${sum}`);
  const c = new Int32Array(60000);
  c.set(a, 0);
  gcCollect(0);
  print(`${c[59999] === a[59999]} ${c[1]} ${c.length}`);
  return 0;
}
