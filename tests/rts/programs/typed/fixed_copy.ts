/** arrayCopy between fixed and growable arrays of references. */
import { arrayCopy, type FixedArray, gcCollect, type i32, newFixedArray, print } from "@rts";
class Item {
  constructor(readonly n: i32) {}
}

function show(a: FixedArray<Item | null>): void {
  let line = "";
  for (const x of a) line += x === null ? "- " : `${x.n} `;
  print(line);
}

export function main(_args: string[]): i32 {
  const a = newFixedArray<Item | null>(6, null);
  for (let i = 0; i < 4; i++) a[i] = new Item(i);
  show(a);
  arrayCopy(a, 0, a, 2, 4);
  show(a);
  const b = newFixedArray<Item | null>(6, null);
  arrayCopy(a, 1, b, 3, 3);
  show(b);
  gcCollect(0);
  arrayCopy(b, 3, b, 0, 2);
  show(b);
  print(`${b[0] === a[1]} ${b[0] === b[3]}`);
  return 0;
}
