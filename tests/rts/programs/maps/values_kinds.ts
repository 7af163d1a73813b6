/** Maps with values of several kinds. */
import { type bool, type f64, type i32, type i64, print } from "@rts";
class Box {
  constructor(public n: i32) {}
}

export function main(_args: string[]): i32 {
  const doubles = new Map<string, f64>();
  doubles.set("half", 0.5);
  doubles.set("n", 3);
  const longs = new Map<i32, i64>();
  longs.set(1, 5000000000n);
  const flags = new Map<string, bool>();
  flags.set("on", true);
  const boxes = new Map<string, Box>();
  boxes.set("b", new Box(4));
  const lists = new Map<string, i32[]>();
  lists.set("l", [1, 2]);
  const maybe = new Map<i32, Box | null>();
  maybe.set(1, null);
  maybe.set(2, new Box(9));
  print(
    `${doubles.get("half")! + doubles.get("n")!} ${longs.get(1)!} ${flags.get("on")!} ${
      flags.get("off") ?? false
    }`,
  );
  boxes.get("b")!.n += 3;
  lists.get("l")!.push(3);
  print(`${boxes.get("b")!.n} ${lists.get("l")!.join()} ${maybe.has(1)} ${maybe.get(2)!.n}`);
  const found = maybe.get(1) ?? null;
  print(`${found === null}`);
  return 0;
}
