/** get and set accessors, virtual ones too, and compound assignment through them. */
import { type f64, type i32, print } from "@rts";
let calls: i32 = 0;

class Temperature {
  protected celsius: f64 = 0;
  get fahrenheit(): f64 {
    calls++;
    return this.celsius * 9 / 5 + 32;
  }
  set fahrenheit(value: f64) {
    calls++;
    this.celsius = (value - 32) * 5 / 9;
  }
  get label(): string {
    return `${this.celsius}C`;
  }
}
class Loud extends Temperature {
  override get label(): string {
    return `!${this.celsius}!`;
  }
}
class List {
  private items: i32[] = [];
  get length(): i32 {
    return this.items.length;
  }
  get last(): i32 {
    return this.items[this.items.length - 1];
  }
  set last(value: i32) {
    this.items[this.items.length - 1] = value;
  }
  add(x: i32): void {
    this.items.push(x);
  }
}

export function main(_args: string[]): i32 {
  const t = new Temperature();
  print(`${t.fahrenheit}`);
  t.fahrenheit = 212;
  t.fahrenheit += 18;
  print(`${t.label} ${calls}`);
  const all: Temperature[] = [t, new Loud()];
  for (const x of all) print(x.label);
  const list = new List();
  list.add(5);
  list.add(6);
  list.last++;
  list.last *= 10;
  print(`${list.length} ${list.last}`);
  return 0;
}
