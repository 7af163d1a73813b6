/** Generic base classes with concrete and generic subclasses. */
import { type bool, type f64, type i32, print } from "@rts";
abstract class Source<T> {
  abstract next(): T;
  abstract done(): bool;
  collect(): T[] {
    const all: T[] = [];
    while (!this.done()) all.push(this.next());
    return all;
  }
}
class Range extends Source<i32> {
  constructor(private at: i32, private readonly end: i32) {
    super();
  }
  override next(): i32 {
    return this.at++;
  }
  override done(): bool {
    return this.at >= this.end;
  }
}
class Repeat<T> extends Source<T> {
  constructor(private readonly value: T, private left: i32) {
    super();
  }
  override next(): T {
    this.left--;
    return this.value;
  }
  override done(): bool {
    return this.left <= 0;
  }
}

function run(s: Source<i32>): string {
  return s.collect().join("");
}

export function main(_args: string[]): i32 {
  print(run(new Range(3, 8)));
  print(run(new Repeat<i32>(7, 3)));
  print(new Repeat<string>("ab", 2).collect().join(""));
  print(new Repeat<f64>(0.5, 2).collect().join(" "));
  return 0;
}
