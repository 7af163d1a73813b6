// stdout: done
// gcstress: no
/** Overflows caught at every depth on the way up, in `finally`, and again from handlers; deep but finite recursion works after. */
import { Exception, type f64, type i32, print, StackOverflowError } from "@rts";

let handlers: i32 = 0;
let finals: i32 = 0;

/** Each handler tries again, from where there is a little room. */
function stubborn(n: i32, retries: i32): i32 {
  try {
    return n < 0 ? 0 : stubborn(n + 1, retries) + 1;
  } catch (e) {
    if (!(e instanceof StackOverflowError)) throw e;
    handlers++;
    if (retries > 0 && (handlers & 1023) === 0) return stubborn(n, retries - 1);
    throw e;
  } finally {
    finals++;
  }
}

/** The handler allocates and calls others at the edge of the stack. */
function describing(n: i32): string {
  try {
    return n < 0 ? "" : describing(n + 1) + "x";
  } catch (e) {
    if (e instanceof StackOverflowError) return `${n > 100}:${describe([n, n + 1].length)}`;
    throw e;
  }
}
function describe(n: i32): string {
  return `${n}`.padStart(4, "0");
}

class Tree {
  constructor(readonly left: Tree | null, readonly right: Tree | null) {}
  depth(): i32 {
    const left = this.left === null ? 0 : this.left.depth();
    const right = this.right === null ? 0 : this.right.depth();
    return 1 + (left > right ? left : right);
  }
}

/** As deep as it should go at least. */
function chain(n: i32): Tree {
  let tree = new Tree(null, null);
  for (let i = 1; i < n; i++) tree = (i & 1) === 0 ? new Tree(tree, null) : new Tree(null, tree);
  return tree;
}

function throwing(n: i32, sum: f64): f64 {
  if (n === 0) throw new Exception("bottom");
  return throwing(n - 1, sum + n) * 2;
}

function overflows(f: () => void): boolean {
  try {
    f();
  } catch (e) {
    return e instanceof StackOverflowError;
  }
  return false;
}

export function main(_args: string[]): i32 {
  for (let round = 0; round < 4; round++) {
    if (
      !overflows((): void => {
        stubborn(0, 2);
      })
    ) print("stubborn");
    const text = describing(0);
    if (!text.startsWith("true:0002x")) print(`describing ${text.slice(0, 20)}`);
    if (chain(2000).depth() !== 2000) print("depth");
    if (
      !overflows((): void => {
        chain(200000).depth();
      })
    ) print("no overflow");
    try {
      throwing(2000, 0);
      print("not thrown");
    } catch (e) {
      if (!(e instanceof Exception) || e.message !== "bottom") print("another");
    }
  }
  if (handlers < 1000 || finals < 1000) print(`${handlers} ${finals}`);
  print("done");
  return 0;
}
