// env: PYPY_GC_NURSERY=128K
// env: PYPY_GC_MAX=8M
// stdout: done
// gcstress: no
/** Stack overflows with a heap: collections under a full shadow stack, triggers, comparators, maps; several times. */
import { FinalizerQueue, gcCollect, type i32, MemoryError, print, StackOverflowError } from "@rts";

class Pair {
  constructor(readonly left: Pair | null, readonly right: Pair | null, readonly value: i32) {}
}

/** Every frame allocates and keeps what it made; at the deepest point a collection sees a full shadow stack. */
function build(depth: i32, a: Pair | null, b: Pair | null): i32 {
  const mine = new Pair(a, b, depth);
  const text = `${depth}`;
  const list: Pair[] = [mine, mine];
  deepest = depth;
  const below = build(depth + 1, mine, a);
  return below + mine.value + text.length + list.length;
}
let deepest: i32 = 0;

class Tree {
  constructor(readonly kids: Tree[], readonly name: string) {}
  show(): string {
    return `${this.name}(${this.kids.map((kid: Tree): string => kid.show()).join(",")})`;
  }
}
function chain(n: i32): Tree {
  let tree = new Tree([], "leaf");
  for (let i = 0; i < n; i++) tree = new Tree([tree], `n${i}`);
  return tree;
}

class Thing {
  constructor(readonly id: i32) {}
}
let triggered: i32 = 0;
let overflowsInTrigger: i32 = 0;
const queue: FinalizerQueue<Thing> = new FinalizerQueue<Thing>((): void => {
  triggered++;
  try {
    while (queue.nextDead() !== null) triggered++;
    numbers = [triggered, triggered + 1];
    forever(0);
  } catch (e) {
    if (e instanceof StackOverflowError) overflowsInTrigger++;
  }
});
let numbers: i32[] = [];
function forever(n: i32): i32 {
  return n < 0 ? 0 : forever(n + 1) + 1;
}
/** Recursion that drops registered things: triggers run at every depth. */
function drop(n: i32): i32 {
  queue.register(new Thing(n));
  const junk = new Float64Array(100);
  return n < 0 ? 0 : drop(n + 1) + (junk[0] | 0);
}

function sorting(n: i32): i32 {
  const items: i32[] = [3, 1, n];
  items.sort((a: i32, b: i32): i32 => a < 0 ? 0 : sorting(a + 1) + a - b);
  return items[0];
}
function mapping(n: i32): i32 {
  const m = new Map<string, i32>();
  m.set(`${n}`, n);
  let sum: i32 = 0;
  for (const value of m.values()) sum += value < 0 ? 0 : mapping(n + 1);
  return sum;
}

function attempt(name: string, f: () => i32): void {
  let caught = "nothing";
  try {
    f();
  } catch (e) {
    if (e instanceof StackOverflowError) caught = "stack";
    else if (e instanceof MemoryError) caught = "memory";
    else throw e;
  }
  if (caught !== "stack") print(`${name}: ${caught}`);
  gcCollect(1);
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 5; i++) {
    attempt("build", (): i32 => build(0, null, null));
    attempt("show", (): i32 => chain(20000).show().length);
    attempt("drop", (): i32 => drop(0));
    attempt("sorting", (): i32 => sorting(0));
    attempt("mapping", (): i32 => mapping(1));
  }
  gcCollect(1);
  if (numbers.length !== 2 || numbers[1] !== numbers[0] + 1) print("trigger");
  if (triggered === 0 || overflowsInTrigger === 0 || deepest < 500) {
    print(`${triggered} ${overflowsInTrigger} ${deepest}`);
  }
  print("done");
  return 0;
}
