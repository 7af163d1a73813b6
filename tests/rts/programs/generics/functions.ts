/** Generic functions, with written and inferred arguments. */
import { type bool, type f64, type i32, type i64, print } from "@rts";
function identity<T>(x: T): T {
  return x;
}

function last<T>(items: T[]): T {
  return items[items.length - 1];
}

function swapped<T>(items: T[], i: i32, j: i32): T[] {
  const copy = items.slice();
  const saved = copy[i];
  copy[i] = copy[j];
  copy[j] = saved;
  return copy;
}

function count<T>(items: T[], test: (x: T) => bool): i32 {
  let n: i32 = 0;
  for (const x of items) if (test(x)) n++;
  return n;
}

export function main(_args: string[]): i32 {
  print(
    `${identity<i32>(3)} ${identity<f64>(0.5)} ${identity<string>("x")} ${identity<i64>(7n)} ${
      identity<bool>(true)
    }`,
  );
  const ints: i32[] = [1, 2, 3];
  const words: string[] = ["a", "bb", "ccc"];
  print(`${last(ints)} ${last(words)} ${last<f64>([0.5, 1.5])}`);
  print(`${swapped(ints, 0, 2).join()} ${swapped(words, 0, 1).join()}`);
  print(`${count(ints, (x: i32): bool => x > 1)} ${count(words, (w: string): bool => w.length > 2)}`);
  return 0;
}
