/** A generic stack on an array, of kinds and of classes. */
import { type f64, type i32, print } from "@rts";
class Stack<T> {
  private items: T[] = [];
  push(item: T): void {
    this.items.push(item);
  }
  pop(): T {
    return this.items.pop()!;
  }
  get size(): i32 {
    return this.items.length;
  }
  peek(depth: i32): T {
    return this.items[this.items.length - 1 - depth];
  }
}
class Frame {
  constructor(readonly line: i32) {}
}

export function main(_args: string[]): i32 {
  const ints = new Stack<i32>();
  const reals = new Stack<f64>();
  const frames = new Stack<Frame>();
  for (let i = 0; i < 5; i++) {
    ints.push(i * i);
    reals.push(i / 2);
    frames.push(new Frame(i));
  }
  print(`${ints.pop()} ${ints.peek(1)} ${ints.size}`);
  print(`${reals.pop()} ${reals.peek(0)} ${reals.size}`);
  print(`${frames.pop().line} ${frames.peek(2).line} ${frames.size}`);
  return 0;
}
