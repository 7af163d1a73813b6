/** Old objects that point to young ones, through fields, arrays and maps. */
import { type FixedArray, gcCollect, type i32, newFixedArray, print } from "@rts";
class Holder {
  item: Item | null = null;
  list: Item[] = [];
  readonly fixed: FixedArray<Item | null> = newFixedArray<Item | null>(4, null);
  readonly map: Map<i32, Item> = new Map<i32, Item>();
}
class Item {
  constructor(readonly n: i32, readonly text: string) {}
}
const prebuilt: Holder = new Holder();
let variable: Item | null = null;

function fill(h: Holder, n: i32): void {
  h.item = new Item(n, `item ${n}`);
  h.list.push(new Item(n + 1, `list ${n}`));
  h.fixed[n & 3] = new Item(n + 2, `fixed ${n}`);
  h.map.set(n, new Item(n + 3, `map ${n}`));
}

function show(h: Holder, n: i32): string {
  return `${h.item!.text} ${h.list[h.list.length - 1].text} ${h.fixed[n & 3]!.text} ${h.map.get(n)!.text}`;
}

export function main(_args: string[]): i32 {
  const old = new Holder();
  gcCollect(0);
  gcCollect(1);
  for (let n = 0; n < 6; n++) {
    fill(old, n);
    fill(prebuilt, n * 10);
    variable = new Item(n, "variable " + n);
    gcCollect(n & 1);
    print(`${show(old, n)} ${show(prebuilt, n * 10)} ${variable.text}`);
  }
  print(`${old.list.map((x: Item): string => `${x.n}`).join()} ${prebuilt.map.size}`);
  return 0;
}
