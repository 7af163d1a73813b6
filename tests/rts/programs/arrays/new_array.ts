/** newArray of kinds, strings and references. */
import { type bool, type f64, type i32, type i64, newArray, print } from "@rts";
class Cell {
  value: i32 = 1;
}

export function main(_args: string[]): i32 {
  const zeros = newArray<i32>(4, 0);
  const halves = newArray<f64>(3, 0.5);
  const flags = newArray<bool>(2, true);
  const words = newArray<string>(3, "w");
  const longs = newArray<i64>(2, -1n);
  print(`${zeros.join()} ${halves.join()} ${flags.join()} ${words.join()} ${longs.join()}`);
  const shared = newArray<Cell>(3, new Cell());
  shared[0].value = 5;
  print(`${shared[2].value} ${shared[0] === shared[1]}`);
  const none = newArray<Cell | null>(2, null);
  none[1] = shared[0];
  print(`${none[0] === null} ${none[1]!.value}`);
  zeros.push(7);
  print(`${zeros.length} ${newArray<i32>(0, 1).length}`);
  return 0;
}
