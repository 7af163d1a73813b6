// env: PYPY_GC_NURSERY=128K
// env: PYPY_GC_MAX=2300K
// stdout: done
/** Memory runs out with few allocations, so that it may do so with a collection at each of them. */
import { type f64, type i32, MemoryError, print } from "@rts";

function blobs(): boolean {
  const all: Uint8Array[] = [];
  try {
    while (true) {
      const blob = new Uint8Array(9000);
      blob[8999] = all.length & 255;
      all.push(blob);
    }
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
  }
  for (let i = 0; i < all.length; i++) if (all[i][8999] !== (i & 255)) return false;
  return all.length > 10;
}

function doubled(): boolean {
  let text = "0123456789abcdef";
  let rounds: i32 = 0;
  try {
    while (true) {
      text = text + text;
      rounds++;
    }
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
  }
  return rounds > 3 && text.length === 16 << rounds && text.charCodeAt(text.length - 1) === 102;
}

function growing(): boolean {
  const list: f64[] = [];
  try {
    while (true) list.push(list.length);
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
  }
  for (let i = 0; i < list.length; i++) if (list[i] !== i) return false;
  return list.length > 1000;
}

function numbers(): boolean {
  const map = new Map<i32, i32>();
  let n: i32 = 0;
  try {
    while (true) {
      map.set(n, n + 1);
      n++;
    }
  } catch (e) {
    if (!(e instanceof MemoryError)) throw e;
  }
  for (let i = 0; i < n; i++) if (map.get(i)! !== i + 1) return false;
  return n > 1000 && map.size >= n;
}

function attempt(name: string, f: () => boolean): void {
  if (!f()) print(`${name} failed`);
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 3; i++) {
    attempt("blobs", blobs);
    attempt("doubled", doubled);
    attempt("growing", growing);
    attempt("numbers", numbers);
  }
  print("done");
  return 0;
}
