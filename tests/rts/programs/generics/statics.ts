/** Static generic methods and null of a type parameter. */
import { type bool, type i32, print } from "@rts";
class Option<T> {
  private constructor(private readonly value: T | null) {}
  static some<T>(value: T): Option<T> {
    return new Option<T>(value);
  }
  static none<T>(): Option<T> {
    return new Option<T>(null);
  }
  get present(): bool {
    return this.value !== null;
  }
  or(fallback: T): T {
    return this.value ?? fallback;
  }
}
class Item {
  constructor(readonly name: string) {}
}

export function main(_args: string[]): i32 {
  const a = Option.some<string>("text");
  const b = Option.none<string>();
  print(`${a.present} ${b.present} ${a.or("x")} ${b.or("x")}`);
  const c = Option.some<Item>(new Item("i"));
  const d = Option.none<Item>();
  print(`${c.or(new Item("j")).name} ${d.or(new Item("j")).name} ${d.present}`);
  return 0;
}
