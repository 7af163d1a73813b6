/** FixedArray of every kind of element. */
import { type bool, type f64, type i16, type i32, type i64, newFixedArray, print, type u8 } from "@rts";
class Leaf {
  constructor(readonly n: i32) {}
}

export function main(_args: string[]): i32 {
  const bytes = newFixedArray<u8>(3, 255);
  const shorts = newFixedArray<i16>(2, -32768);
  const doubles = newFixedArray<f64>(2, 0.5);
  const longs = newFixedArray<i64>(2, -1n);
  const flags = newFixedArray<bool>(2, true);
  const texts = newFixedArray<string>(2, "t");
  const leaves = newFixedArray<Leaf | null>(3, null);
  bytes[1] = 1;
  flags[1] = false;
  texts[0] += "!";
  leaves[1] = new Leaf(4);
  print(
    `${bytes[0]} ${bytes[1]} ${shorts[1]} ${doubles[0] + doubles[1]} ${longs[0]} ${flags[0]} ${flags[1]}`,
  );
  print(`${texts[0]} ${texts[1]} ${leaves[0] === null} ${leaves[1]!.n}`);
  let count: i32 = 0;
  for (const leaf of leaves) if (leaf !== null) count += leaf.n;
  print(`${count}`);
  return 0;
}
