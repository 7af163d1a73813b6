/** indexOf, lastIndexOf, includes. */
import { type f64, type i32, type i64, print } from "@rts";
class Item {
  constructor(readonly n: i32) {}
}

export function main(_args: string[]): i32 {
  const a: i32[] = [5, 3, 5, 7];
  print(
    `${a.indexOf(5)} ${a.lastIndexOf(5)} ${a.indexOf(6)} ${a.includes(7)} ${a.includes(8)} ${
      a.lastIndexOf(9)
    }`,
  );
  const words: string[] = ["ab", "cd", "ab"];
  print(
    `${words.indexOf("a" + "b")} ${words.lastIndexOf("ab")} ${words.includes("c" + "d")} ${
      words.indexOf("")
    }`,
  );
  const one = new Item(1);
  const other = new Item(1);
  const items: Item[] = [other, one];
  print(`${items.indexOf(one)} ${items.includes(other)} ${items.indexOf(new Item(1))}`);
  const longs: i64[] = [1n, 4294967297n];
  print(`${longs.indexOf(4294967297n)} ${longs.includes(2n)}`);
  const doubles: f64[] = [1.5, 0.0];
  print(`${doubles.indexOf(-0.0)} ${doubles.includes(1.5)} ${doubles.includes(2.5)}`);
  return 0;
}
