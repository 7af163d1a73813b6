/** Static methods and fields. */
import { type i32, print } from "@rts";
class Counter {
  static count: i32 = 0;
  static readonly LIMIT: i32 = 3;
  static readonly names: string[] = ["zero", "one", "two"];
  readonly id: i32;

  private constructor() {
    this.id = Counter.count;
    Counter.count++;
  }

  static create(): Counter | null {
    if (Counter.count >= Counter.LIMIT) return null;
    return new Counter();
  }

  static nameOf(c: Counter): string {
    return Counter.names[c.id];
  }
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 5; i++) {
    const c = Counter.create();
    print(c === null ? "none" : `${c.id} ${Counter.nameOf(c)}`);
  }
  Counter.count -= 2;
  Counter.names.push("more");
  print(`${Counter.count} ${Counter.names.length} ${Counter.create()!.id}`);
  return 0;
}
