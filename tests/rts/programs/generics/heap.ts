/** A binary heap with a comparison function. */
import { type bool, type f64, type i32, print } from "@rts";
class Heap<T> {
  private readonly items: T[] = [];
  constructor(private readonly less: (a: T, b: T) => bool) {}
  get size(): i32 {
    return this.items.length;
  }
  push(item: T): void {
    const a = this.items;
    a.push(item);
    let i = a.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.less(a[i], a[parent])) break;
      const saved = a[i];
      a[i] = a[parent];
      a[parent] = saved;
      i = parent;
    }
  }
  pop(): T {
    const a = this.items;
    const top = a[0];
    const end = a.pop()!;
    if (a.length > 0) this.sink(end);
    return top;
  }
  private sink(item: T): void {
    const a = this.items;
    let i = 0;
    while (2 * i + 1 < a.length) {
      let child = 2 * i + 1;
      if (child + 1 < a.length && this.less(a[child + 1], a[child])) child++;
      if (!this.less(a[child], item)) break;
      a[i] = a[child];
      i = child;
    }
    a[i] = item;
  }
}
class Task {
  constructor(readonly priority: i32, readonly name: string) {}
}

export function main(_args: string[]): i32 {
  const numbers = new Heap<f64>((a: f64, b: f64): bool => a < b);
  for (const x of [3.5, -1, 10.25, 0, 7.5, 3.5]) numbers.push(x);
  let line = "";
  while (numbers.size > 0) line += `${numbers.pop()} `;
  print(line);
  const tasks = new Heap<Task>((a: Task, b: Task): bool => a.priority > b.priority);
  for (let i = 0; i < 8; i++) tasks.push(new Task((i * 5) % 8, `t${i}`));
  line = "";
  while (tasks.size > 0) line += tasks.pop().name + " ";
  print(line);
  return 0;
}
