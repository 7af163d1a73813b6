/** A generic class at several kinds of argument. */
import { type bool, type f64, type i32, type i64, print, type u32 } from "@rts";
class Box<T> {
  private value: T;
  constructor(value: T) {
    this.value = value;
  }
  get(): T {
    return this.value;
  }
  swap(value: T): T {
    const old = this.value;
    this.value = value;
    return old;
  }
}

export function main(_args: string[]): i32 {
  const a = new Box<i32>(1);
  const b = new Box<f64>(0.5);
  const c = new Box<string>("s");
  const d = new Box<i64>(9223372036854775807n);
  const e = new Box<bool>(true);
  const f = new Box<u32>(4294967295);
  const g = new Box<Box<i32>>(a);
  print(`${a.get() + 1} ${b.get() / 2} ${c.get().length} ${d.get()} ${!e.get()} ${f.get()} ${g.get().get()}`);
  print(`${a.swap(5)} ${b.swap(3)} ${c.swap("t")} ${d.swap(2n)} ${e.swap(false)} ${f.swap(0)}`);
  print(`${g.get().get()} ${b.get()} ${c.get()} ${d.get()} ${e.get()} ${f.get()} ${g.get() === a}`);
  return 0;
}
