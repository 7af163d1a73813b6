// env: PYPY_GC_NURSERY=128K
// env: PYPY_GC_MAX=3M
// stdout: done
// gcstress: no
/** Memory runs out in every kind of growth, several times: what is there stays whole, and the program goes on. */
import { type f64, type i32, MemoryError, newFixedArray, print, StringBuilder } from "@rts";

class Cell {
  constructor(readonly next: Cell | null, readonly value: i32) {}
}
function sumOf(list: Cell | null): f64 {
  let sum: f64 = 0;
  for (let c = list; c !== null; c = c.next) sum += c.value;
  return sum;
}
function triangle(n: i32): f64 {
  return (n + 0.0) * (n - 1) / 2;
}

/** Small objects. */
function cells(): boolean {
  let list: Cell | null = null;
  let n: i32 = 0;
  try {
    while (true) {
      list = new Cell(list, n);
      n++;
    }
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
    ballast = null;
  }
  return n > 10000 && sumOf(list) === triangle(n);
}

/** A growing array of references whose elements are small arrays. */
function arrays(): boolean {
  const all: i32[][] = [];
  try {
    while (true) all.push([all.length, 1, 2]);
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
    ballast = null;
  }
  let sum: f64 = 0;
  for (const a of all) sum += a[0];
  return all.length > 1000 && sum === triangle(all.length);
}

/** Middle-sized data arrays of every size. */
function blobs(): boolean {
  const all: Uint8Array[] = [];
  let size: i32 = 1;
  try {
    while (true) {
      const blob = new Uint8Array(size);
      blob[size - 1] = size & 255;
      all.push(blob);
      size = (size * 7 + 13) % 40000 + 1;
    }
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
    ballast = null;
  }
  for (const blob of all) if (blob[blob.length - 1] !== (blob.length & 255)) return false;
  return all.length > 20;
}

/** A map of strings: memory may run out while it grows. */
function mapGrowth(): boolean {
  const map = new Map<string, Cell>();
  let n: i32 = 0;
  try {
    while (true) {
      map.set(`key${n}`, new Cell(null, n));
      n++;
    }
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
    ballast = null;
  }
  let sum: f64 = 0;
  for (const cell of map.values()) sum += cell.value;
  for (let i = 0; i < n; i++) {
    if (map.get(`key${i}`)!.value !== i) return false;
  }
  map.delete("key0");
  return !map.has("key0") && map.has("key1") && map.size >= n - 1 && n > 1000 && sum >= triangle(n);
}

/** Numbers only: growth is one large array. */
function setGrowth(): boolean {
  const set = new Set<i32>();
  let n: i32 = 0;
  try {
    while (true) {
      set.add(n);
      n++;
    }
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
    ballast = null;
  }
  for (let i = 0; i < n; i++) if (!set.has(i)) return false;
  return set.size >= n && n > 1000;
}

function growable(): boolean {
  const list: f64[] = [];
  try {
    while (true) list.push(list.length);
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
    ballast = null;
  }
  for (let i = 0; i < list.length; i++) if (list[i] !== i) return false;
  list.pop();
  list.push(7);
  return list.length > 1000 && list[list.length - 1] === 7;
}

function strings(): boolean {
  let text = "0123456789abcdef";
  let rounds: i32 = 0;
  try {
    while (true) {
      text = text + text;
      rounds++;
    }
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
    ballast = null;
  }
  return rounds > 3 && text.length === 16 << rounds && text.charCodeAt(text.length - 1) === 102;
}

function builder(): boolean {
  const out = new StringBuilder();
  try {
    while (true) out.append("0123456789");
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
    ballast = null;
  }
  return true;
}

function large(): boolean {
  let failed: i32 = 0;
  for (let size = 1000; size < 1000000000; size *= 3) {
    try {
      const a = new Float64Array(size);
      a[size - 1] = 1;
      const b = newFixedArray<Cell | null>(size, null);
      b[size - 1] = new Cell(null, 1);
    } catch (e) {
      if (!(e instanceof MemoryError)) throw e;
      ballast = null;
      failed++;
    }
  }
  return failed > 6;
}

/** Recursion that allocates: whichever ends first. */
function deep(n: i32, cell: Cell): i32 {
  const more = new Float64Array(200);
  return n < 0 ? 0 : deep(n + 1, new Cell(cell, n)) + (more[0] | 0);
}
function recursion(): boolean {
  try {
    deep(0, new Cell(null, 0));
  } catch (e) {
    return e instanceof MemoryError;
  }
  return false;
}

/** Given up when memory has run out, so that there is some to look at what is left. */
let ballast: Float64Array | null = null;

function attempt(name: string, f: () => boolean): void {
  ballast = new Float64Array(20000);
  if (!f()) print(`${name} failed`);
  if (ballast !== null && name !== "large" && name !== "recursion") print(`${name} did not run out`);
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 3; i++) {
    attempt("cells", cells);
    attempt("arrays", arrays);
    attempt("blobs", blobs);
    attempt("map", mapGrowth);
    attempt("set", setGrowth);
    attempt("growable", growable);
    attempt("strings", strings);
    attempt("builder", builder);
    attempt("large", large);
    attempt("recursion", recursion);
  }
  print("done");
  return 0;
}
