// gcstress: no
/** Growable arrays beyond 100 KB, of numbers and of references. */
import { type f64, gcCollect, type i32, print } from "@rts";
class Item {
  constructor(readonly n: i32) {}
}

export function main(_args: string[]): i32 {
  const numbers: i32[] = [];
  const items: Item[] = [];
  const reals: f64[] = [];
  for (let i = 0; i < 60000; i++) {
    numbers.push(i ^ 0x55);
    reals.push(i / 4);
    if (i % 2 === 0) items.push(new Item(i));
  }
  gcCollect(1);
  let a: i32 = 0;
  let b: f64 = 0;
  for (const x of numbers) a = (Math.imul(a, 3) + x) | 0;
  for (const x of reals) b += x;
  let c: i32 = 0;
  for (const x of items) c = (c + x.n) | 0;
  print(`${a} ${b} ${c} ${items.length}`);
  for (let i = 0; i < items.length; i += 100) items[i] = new Item(-i);
  gcCollect(0);
  c = 0;
  for (const x of items) c = (c + x.n) | 0;
  print(`${c}`);
  return 0;
}
