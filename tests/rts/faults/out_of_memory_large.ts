// env: PYPY_GC_MAX=32M
// stdout: array
// stdout: string
// stdout: growable
// stdout: map
// stdout: still here 12
// gcstress: no
/** Single allocations that do not fit, of every growing kind. */
import { type f64, type i32, MemoryError, print } from "@rts";
function doubling(): i32 {
  let text = "0123456789";
  while (text.length < 1000000000) text = text + text;
  return text.length;
}

function growing(): i32 {
  const items: f64[] = [];
  while (items.length < 100000000) items.push(0.5);
  return items.length;
}

function mapping(): i32 {
  const m = new Map<i32, i32>();
  for (let i = 0; i < 50000000; i++) m.set(i, i);
  return m.size;
}

function attempt(name: string, f: () => i32): void {
  try {
    print(`${name} ${f()}`);
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
    print(name);
  }
}

export function main(_args: string[]): i32 {
  attempt("array", (): i32 => new Int32Array(100000000).length);
  attempt("string", doubling);
  attempt("growable", growing);
  attempt("map", mapping);
  print(`still here ${"a".repeat(12).length}`);
  return 0;
}
