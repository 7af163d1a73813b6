/** A generic linked list that is recursive in its type. */
import { type f64, type i32, print } from "@rts";
class Link<T> {
  constructor(readonly value: T, public next: Link<T> | null) {}
}
class List<T> {
  private head: Link<T> | null = null;
  size: i32 = 0;
  add(value: T): void {
    this.head = new Link<T>(value, this.head);
    this.size++;
  }
  toArray(): T[] {
    const result: T[] = [];
    for (let l = this.head; l !== null; l = l.next) result.push(l.value);
    return result;
  }
  map<U>(f: (x: T) => U): List<U> {
    const result = new List<U>();
    for (let l = this.head; l !== null; l = l.next) result.add(f(l.value));
    return result;
  }
}

export function main(_args: string[]): i32 {
  const list = new List<i32>();
  for (let i = 1; i < 6; i++) list.add(i);
  print(list.toArray().join());
  print(list.map<string>((x: i32): string => `<${x}>`).toArray().join(""));
  print(list.map<f64>((x: i32): f64 => x / 4).toArray().join(" "));
  print(`${list.map<i32>((x: i32): i32 => x * x).size}`);
  return 0;
}
