// env: PYPY_GC_MAX=64M
// stdout: caught true
// stdout: 100000
// gcstress: no
/** Memory runs out on a growing list; freeing it, the program goes on. */
import { type i32, MemoryError, print } from "@rts";
class Cell {
  constructor(readonly next: Cell | null, readonly payload: Int32Array) {}
}

function exhaust(): i32 {
  let list: Cell | null = null;
  let count: i32 = 0;
  try {
    while (true) {
      list = new Cell(list, new Int32Array(1000));
      count++;
    }
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
  }
  return count;
}

export function main(_args: string[]): i32 {
  const count = exhaust();
  print(`caught ${count > 5000 && count < 20000}`);
  let last: Cell | null = null;
  let n: i32 = 0;
  for (; n < 100000; n++) last = new Cell(null, new Int32Array(10));
  print(`${last === null ? 0 : n}`);
  return 0;
}
