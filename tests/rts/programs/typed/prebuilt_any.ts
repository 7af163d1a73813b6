/** Typed arrays of the image behind fields that are declared as `object`. */
import { type FixedArray, type i32, newFixedArray, print } from "@rts";

class Storage {
  constructor(readonly width: i32, readonly data: object) {}
  at(i: i32): i32 {
    if (this.width === 1) return (this.data as Uint8Array)[i];
    if (this.width === 2) return (this.data as Uint16Array)[i];
    return (this.data as Int32Array)[i];
  }
}

const shared = Uint8Array.of(7, 255);
const STORES: Storage[] = [
  new Storage(1, shared),
  new Storage(1, shared),
  new Storage(2, Uint16Array.of(65535, 1)),
  new Storage(4, Int32Array.of(-1, 0x10ffff)),
];

/** An array of references, known by its declared type and met behind `object` as well. */
const objects: FixedArray<Storage | null> = newFixedArray<Storage | null>(2, null);
objects[1] = STORES[0];
class Box {
  constructor(readonly data: object) {}
}
const BOX: Box = new Box(objects);

export function main(_args: string[]): i32 {
  let line = "";
  for (const store of STORES) line += `${store.at(0)} ${store.at(1)}; `;
  print(line);
  (STORES[0].data as Uint8Array)[1] = 3;
  print(`${STORES[1].at(1)} ${STORES[0].data === STORES[1].data}`);
  const kept = BOX.data as FixedArray<Storage | null>;
  print(`${kept.length} ${kept[0] === null} ${kept[1]!.width} ${kept === objects}`);
  return 0;
}
