/** Prebuilt instances of generic classes. */
import { type bool, type f64, type i32, print } from "@rts";
class Table<V> {
  private readonly keys: string[] = [];
  private readonly values: V[] = [];
  add(key: string, value: V): Table<V> {
    this.keys.push(key);
    this.values.push(value);
    return this;
  }
  find(key: string, fallback: V): V {
    const i = this.keys.indexOf(key);
    return i < 0 ? fallback : this.values[i];
  }
}
const INTS: Table<i32> = new Table<i32>().add("a", 1).add("b", -2);
const REALS: Table<f64> = new Table<f64>().add("a", 0.5);
const TEXTS: Table<string> = new Table<string>().add("a", "text");
const LISTS: Table<i32[]> = new Table<i32[]>().add("a", [1, 2]);
const NONE: Table<bool> = new Table<bool>();

export function main(_args: string[]): i32 {
  print(
    `${INTS.find("b", 0)} ${INTS.find("c", 7)} ${REALS.find("a", 0)} ${TEXTS.find("a", "")} ${
      TEXTS.find("z", "?")
    }`,
  );
  print(`${LISTS.find("a", []).join()} ${NONE.find("a", true)}`);
  INTS.add("c", 100);
  NONE.add("a", false);
  print(`${INTS.find("c", 7)} ${NONE.find("a", true)}`);
  return 0;
}
