/**
 * The sort of lists of objects: timsort (T. Peters, "listsort"). Stable; finds runs that are there; merges them with
 * galloping where one side wins for long. Only `<` is asked, the later element on the left, as CPython does.
 *
 * Comparing may raise: the array is a permutation of what it was all the same, since every merge puts what it has
 * set aside back before the exception leaves.
 */
import { arrayCopy, type FixedArray, type i32, newFixedArray } from "@rts";
import { lt } from "./compare.ts";
import { W_Float } from "./float.ts";
import { W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";
import { W_Str } from "./str/wstr.ts";

/** How keys compare: the kinds whose `<` needs no call are known beforehand. */
const enum Order {
  Any,
  Int,
  Float,
  Str,
}

const MIN_GALLOP: i32 = 7;
type Items = FixedArray<W_Root | null>;
const NO_ITEMS: Items = newFixedArray<W_Root | null>(0, null);

/** Sorts the first `count` keys, and `values` (null for none) along with them. Throws what comparing raises. */
export function sortObjects(keys: Items, values: Items | null, count: i32): void {
  if (count < 2) return;
  new Sorter(keys, values, count).sort();
}

function orderOf(keys: Items, count: i32): i32 {
  const w_first = keys[0]!;
  let order: i32 = Order.Any;
  if (w_first instanceof W_Int) order = Order.Int;
  else if (w_first instanceof W_Float) order = Order.Float;
  else if (w_first instanceof W_Str && w_first.getMap() === null) order = Order.Str;
  for (let i: i32 = 1; i < count && order !== Order.Any; i++) {
    if (!fits(order, keys[i]!)) return Order.Any;
  }
  return order;
}

function fits(order: i32, w_key: W_Root): boolean {
  if (order === Order.Int) return w_key instanceof W_Int;
  if (order === Order.Float) return w_key instanceof W_Float;
  return w_key instanceof W_Str && w_key.getMap() === null;
}

class Sorter {
  private readonly keys: Items;
  private readonly values: Items | null;
  private readonly count: i32;
  private readonly order: i32;
  private tmpKeys: Items = NO_ITEMS;
  private tmpValues: Items | null = null;
  private minGallop: i32 = MIN_GALLOP;
  /** Runs that wait for merging: where they begin and their lengths. */
  private readonly bases: i32[] = [];
  private readonly lengths: i32[] = [];

  constructor(keys: Items, values: Items | null, count: i32) {
    this.keys = keys;
    this.values = values;
    this.count = count;
    this.order = orderOf(keys, count);
  }

  sort(): void {
    const minRun = minRunOf(this.count);
    let low: i32 = 0;
    while (low < this.count) {
      let length = this.countRun(low);
      if (length < minRun) {
        const forced = Math.min(minRun, this.count - low);
        this.insertionSort(low, low + forced, low + length);
        length = forced;
      }
      this.bases.push(low);
      this.lengths.push(length);
      this.collapse();
      low += length;
    }
    while (this.bases.length > 1) this.mergeAt(this.nextForced());
  }

  private less(w_a: W_Root | null, w_b: W_Root | null): boolean {
    switch (this.order) {
      case Order.Int:
        return (w_a as W_Int).value < (w_b as W_Int).value;
      case Order.Float:
        return (w_a as W_Float).value < (w_b as W_Float).value;
      case Order.Str:
        return (w_a as W_Str).compare(w_b as W_Str) < 0;
      default:
        return lt(w_a!, w_b!);
    }
  }

  /** Length of the run that begins at `low`; a strictly falling one is turned round. */
  private countRun(low: i32): i32 {
    const keys = this.keys;
    let at = low + 1;
    if (at === this.count) return 1;
    if (this.less(keys[at], keys[low])) {
      at++;
      while (at < this.count && this.less(keys[at], keys[at - 1])) at++;
      this.reverse(low, at);
    } else {
      at++;
      while (at < this.count && !this.less(keys[at], keys[at - 1])) at++;
    }
    return at - low;
  }

  private reverse(from: i32, to: i32): void {
    reverseItems(this.keys, from, to);
    if (this.values !== null) reverseItems(this.values, from, to);
  }

  /** Binary insertion of the elements from `start` on into the sorted ones before them. */
  private insertionSort(low: i32, high: i32, start: i32): void {
    const keys = this.keys;
    const values = this.values;
    for (let at = start; at < high; at++) {
      const w_key = keys[at];
      let left = low;
      let right = at;
      while (left < right) {
        const middle = (left + right) >> 1;
        if (this.less(w_key, keys[middle])) right = middle;
        else left = middle + 1;
      }
      arrayCopy(keys, left, keys, left + 1, at - left);
      keys[left] = w_key;
      if (values === null) continue;
      const w_value = values[at];
      arrayCopy(values, left, values, left + 1, at - left);
      values[left] = w_value;
    }
  }

  /** Merges until each waiting run is longer than the two after it together. */
  private collapse(): void {
    const lengths = this.lengths;
    while (lengths.length > 1) {
      const n: i32 = lengths.length - 2;
      if (
        (n > 0 && lengths[n - 1] <= lengths[n] + lengths[n + 1]) ||
        (n > 1 && lengths[n - 2] <= lengths[n - 1] + lengths[n])
      ) {
        this.mergeAt(lengths[n - 1] < lengths[n + 1] ? n - 1 : n);
      } else if (lengths[n] <= lengths[n + 1]) {
        this.mergeAt(n);
      } else {
        return;
      }
    }
  }

  private nextForced(): i32 {
    const lengths = this.lengths;
    const n: i32 = lengths.length - 2;
    return n > 0 && lengths[n - 1] < lengths[n + 1] ? n - 1 : n;
  }

  /** Merges run `i` with the one after it. */
  private mergeAt(i: i32): void {
    let baseA = this.bases[i];
    let lengthA = this.lengths[i];
    const baseB = this.bases[i + 1];
    let lengthB = this.lengths[i + 1];
    this.lengths[i] = lengthA + lengthB;
    this.bases.splice(i + 1, 1);
    this.lengths.splice(i + 1, 1);
    const keys = this.keys;
    const skipped = this.gallopRight(keys[baseB], keys, baseA, lengthA, 0);
    baseA += skipped;
    lengthA -= skipped;
    if (lengthA === 0) return;
    lengthB = this.gallopLeft(keys[baseA + lengthA - 1], keys, baseB, lengthB, lengthB - 1);
    if (lengthB === 0) return;
    if (lengthA <= lengthB) this.mergeLow(baseA, lengthA, baseB, lengthB);
    else this.mergeHigh(baseA, lengthA, baseB, lengthB);
  }

  /** Number of elements of a run that are less than `w_key`; the search begins at `hint`. */
  private gallopLeft(w_key: W_Root | null, keys: Items, base: i32, length: i32, hint: i32): i32 {
    let last: i32 = 0;
    let offset: i32 = 1;
    if (this.less(keys[base + hint], w_key)) {
      const most = length - hint;
      while (offset < most && this.less(keys[base + hint + offset], w_key)) {
        last = offset;
        offset = ((offset << 1) + 1) | 0;
        if (offset <= 0) offset = most;
      }
      offset = Math.min(offset, most);
      last += hint;
      offset += hint;
    } else {
      const most = hint + 1;
      while (offset < most && !this.less(keys[base + hint - offset], w_key)) {
        last = offset;
        offset = ((offset << 1) + 1) | 0;
        if (offset <= 0) offset = most;
      }
      offset = Math.min(offset, most);
      const kept = last;
      last = hint - offset;
      offset = hint - kept;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (this.less(keys[base + middle], w_key)) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** Number of elements of a run that are not greater than `w_key`. */
  private gallopRight(w_key: W_Root | null, keys: Items, base: i32, length: i32, hint: i32): i32 {
    let last: i32 = 0;
    let offset: i32 = 1;
    if (this.less(w_key, keys[base + hint])) {
      const most = hint + 1;
      while (offset < most && this.less(w_key, keys[base + hint - offset])) {
        last = offset;
        offset = ((offset << 1) + 1) | 0;
        if (offset <= 0) offset = most;
      }
      offset = Math.min(offset, most);
      const kept = last;
      last = hint - offset;
      offset = hint - kept;
    } else {
      const most = length - hint;
      while (offset < most && !this.less(w_key, keys[base + hint + offset])) {
        last = offset;
        offset = ((offset << 1) + 1) | 0;
        if (offset <= 0) offset = most;
      }
      offset = Math.min(offset, most);
      last += hint;
      offset += hint;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (this.less(w_key, keys[base + middle])) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }

  /** Sets `count` elements from `base` on aside. */
  private setAside(base: i32, count: i32): void {
    if (this.tmpKeys.length < count) {
      this.tmpKeys = newFixedArray<W_Root | null>(count, null);
      if (this.values !== null) this.tmpValues = newFixedArray<W_Root | null>(count, null);
    }
    arrayCopy(this.keys, base, this.tmpKeys, 0, count);
    if (this.values !== null) arrayCopy(this.values, base, this.tmpValues!, 0, count);
  }

  private takeBack(from: i32, at: i32, count: i32): void {
    if (count <= 0) return;
    arrayCopy(this.tmpKeys, from, this.keys, at, count);
    if (this.values !== null) arrayCopy(this.tmpValues!, from, this.values, at, count);
  }

  private move(from: i32, at: i32, count: i32): void {
    if (count <= 0) return;
    arrayCopy(this.keys, from, this.keys, at, count);
    if (this.values !== null) arrayCopy(this.values, from, this.values, at, count);
  }

  private moveOne(from: i32, at: i32): void {
    this.keys[at] = this.keys[from];
    const values = this.values;
    if (values !== null) values[at] = values[from];
  }

  private takeOne(from: i32, at: i32): void {
    this.keys[at] = this.tmpKeys[from];
    const values = this.values;
    if (values !== null) values[at] = this.tmpValues![from];
  }

  /** Merges from the left; run A, the shorter, is set aside. `a` counts in what is set aside. */
  private mergeLow(baseA: i32, lengthA: i32, baseB: i32, lengthB: i32): void {
    this.setAside(baseA, lengthA);
    const keys = this.keys;
    const tmp = this.tmpKeys;
    let a: i32 = 0;
    let b = baseB;
    const endB = baseB + lengthB;
    let at = baseA;
    try {
      this.moveOne(b++, at++);
      while (b < endB && a < lengthA - 1) {
        let winsA: i32 = 0;
        let winsB: i32 = 0;
        // One by one until a side wins often in a row.
        while (winsA < this.minGallop && winsB < this.minGallop) {
          if (this.less(keys[b], tmp[a])) {
            this.moveOne(b++, at++);
            winsB++;
            winsA = 0;
            if (b === endB) break;
          } else {
            this.takeOne(a++, at++);
            winsA++;
            winsB = 0;
            if (a === lengthA - 1) break;
          }
        }
        if (b === endB || a === lengthA - 1) break;
        this.minGallop++;
        do {
          if (this.minGallop > 1) this.minGallop--;
          winsA = this.gallopRight(keys[b], tmp, a, lengthA - a, 0);
          this.takeBack(a, at, winsA);
          a += winsA;
          at += winsA;
          if (a >= lengthA - 1) break;
          this.moveOne(b++, at++);
          if (b === endB) break;
          winsB = this.gallopLeft(tmp[a], keys, b, endB - b, 0);
          this.move(b, at, winsB);
          b += winsB;
          at += winsB;
          if (b === endB) break;
          this.takeOne(a++, at++);
          if (a === lengthA - 1) break;
        } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP);
        this.minGallop++;
      }
      if (b < endB && a === lengthA - 1) {
        // The last of A belongs after all of B.
        this.move(b, at, endB - b);
        at += endB - b;
        b = endB;
      }
    } finally {
      this.takeBack(a, at, lengthA - a);
    }
  }

  /** Merges from the right; run B, the shorter, is set aside. `b` counts in what is set aside. */
  private mergeHigh(baseA: i32, lengthA: i32, baseB: i32, lengthB: i32): void {
    this.setAside(baseB, lengthB);
    const keys = this.keys;
    const tmp = this.tmpKeys;
    let a = baseA + lengthA - 1;
    let b = lengthB - 1;
    let at = baseB + lengthB - 1;
    try {
      this.moveOne(a--, at--);
      while (a >= baseA && b > 0) {
        let winsA: i32 = 0;
        let winsB: i32 = 0;
        while (winsA < this.minGallop && winsB < this.minGallop) {
          if (this.less(tmp[b], keys[a])) {
            this.moveOne(a--, at--);
            winsA++;
            winsB = 0;
            if (a < baseA) break;
          } else {
            this.takeOne(b--, at--);
            winsB++;
            winsA = 0;
            if (b === 0) break;
          }
        }
        if (a < baseA || b === 0) break;
        this.minGallop++;
        do {
          if (this.minGallop > 1) this.minGallop--;
          const leftA = a - baseA + 1;
          winsA = leftA - this.gallopRight(tmp[b], keys, baseA, leftA, leftA - 1);
          this.move(a - winsA + 1, at - winsA + 1, winsA);
          a -= winsA;
          at -= winsA;
          if (a < baseA) break;
          this.takeOne(b--, at--);
          if (b === 0) break;
          winsB = b + 1 - this.gallopLeft(keys[a], tmp, 0, b + 1, b);
          this.takeBack(b - winsB + 1, at - winsB + 1, winsB);
          b -= winsB;
          at -= winsB;
          if (b <= 0) break;
          this.moveOne(a--, at--);
          if (a < baseA) break;
        } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP);
        this.minGallop++;
      }
      if (a >= baseA && b === 0) {
        // The first of B belongs before all of A that is left.
        const left = a - baseA + 1;
        this.move(baseA, at - left + 1, left);
        at -= left;
        a = baseA - 1;
      }
    } finally {
      this.takeBack(0, at - b, b + 1);
    }
  }
}

function reverseItems(items: Items, from: i32, to: i32): void {
  let i = from;
  let j = to - 1;
  while (i < j) {
    const w_kept = items[i];
    items[i++] = items[j];
    items[j--] = w_kept;
  }
}

/** Runs shorter than this are extended: so that their number is a power of two or a little less. */
function minRunOf(count: i32): i32 {
  let rest: i32 = 0;
  let n = count;
  while (n >= 64) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}
