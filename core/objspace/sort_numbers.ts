/**
 * Sorts unboxed numbers: a natural merge sort over 64-bit integers. Runs that are there are used as they are,
 * short ones are made longer by insertion. Equal integers cannot be told apart, so stability is no question.
 * Floats are sorted as the integers of their bits, changed so that they order alike; that is right only without
 * negative zeros, which {@link canSortFloats} rules out, and NaNs, which such lists do not hold.
 */
import { arrayCopy, f64Bits, f64FromBits, type i32, type i64 } from "@rts";

/** Runs shorter than this are extended by insertion. */
const SHORT_RUN: i32 = 24;
const SIGN_REST: i64 = 0x7fffffffffffffffn;

/** Sorts the first `count` numbers, falling if `reverse`. */
export function sortInts(values: BigInt64Array, count: i32, reverse: boolean): void {
  const starts: i32[] = [];
  let at: i32 = 0;
  while (at < count) {
    starts.push(at);
    at = makeRun(values, at, count);
  }
  starts.push(count);
  mergeRuns(values, starts, count);
  if (reverse) reverseInts(values, 0, count);
}

/** Makes a rising run that begins at `from`; its end. */
function makeRun(values: BigInt64Array, from: i32, count: i32): i32 {
  let to = from + 1;
  if (to === count) return to;
  if (values[to] < values[from]) {
    while (to < count && values[to] < values[to - 1]) to++;
    reverseInts(values, from, to);
  } else {
    while (to < count && values[to] >= values[to - 1]) to++;
  }
  const wanted = Math.min(from + SHORT_RUN, count);
  for (; to < wanted; to++) insertInt(values, from, to);
  return to;
}

/** Inserts the number at `to` into the rising run before it. */
function insertInt(values: BigInt64Array, from: i32, to: i32): void {
  const value = values[to];
  let i = to - 1;
  while (i >= from && values[i] > value) {
    values[i + 1] = values[i];
    i--;
  }
  values[i + 1] = value;
}

function reverseInts(values: BigInt64Array, from: i32, to: i32): void {
  let i = from;
  let j = to - 1;
  while (i < j) {
    const kept = values[i];
    values[i++] = values[j];
    values[j--] = kept;
  }
}

/** Merges neighbouring runs, pass by pass, from one array to another and back. */
function mergeRuns(values: BigInt64Array, starts: i32[], count: i32): void {
  let runs: i32 = starts.length - 1;
  if (runs <= 1) return;
  let from: BigInt64Array = values;
  let to: BigInt64Array = new BigInt64Array(count);
  while (runs > 1) {
    let written: i32 = 0;
    for (let i: i32 = 0; i < runs; i += 2) {
      const start = starts[i];
      if (i + 1 < runs) mergeTwo(from, start, starts[i + 1], starts[i + 2], to);
      else arrayCopy(from, start, to, start, count - start);
      starts[written++] = start;
    }
    starts[written] = count;
    runs = written;
    const other: BigInt64Array = from;
    from = to;
    to = other;
  }
  if (from !== values) arrayCopy(from, 0, values, 0, count);
}

function mergeTwo(from: BigInt64Array, start: i32, middle: i32, end: i32, to: BigInt64Array): void {
  let i = start;
  let j = middle;
  let at = start;
  if (from[middle - 1] <= from[middle]) {
    arrayCopy(from, start, to, start, end - start);
    return;
  }
  while (i < middle && j < end) {
    const a = from[i];
    const b = from[j];
    if (b < a) {
      to[at++] = b;
      j++;
    } else {
      to[at++] = a;
      i++;
    }
  }
  if (i < middle) arrayCopy(from, i, to, at, middle - i);
  else arrayCopy(from, j, to, at, end - j);
}

/** True when {@link sortFloats} gives what comparing with `<` gives. */
export function canSortFloats(values: Float64Array, count: i32): boolean {
  for (let i: i32 = 0; i < count; i++) {
    const value = values[i];
    if (value === 0.0 && f64Bits(value) !== 0n) return false;
  }
  return true;
}

/** Sorts the first `count` numbers. */
export function sortFloats(values: Float64Array, count: i32, reverse: boolean): void {
  const bits = new BigInt64Array(count);
  for (let i: i32 = 0; i < count; i++) bits[i] = ordered(f64Bits(values[i]));
  sortInts(bits, count, reverse);
  for (let i: i32 = 0; i < count; i++) values[i] = f64FromBits(ordered(bits[i]));
}

/** Bits of a float as an integer of the same order; its own inverse. */
function ordered(bits: i64): i64 {
  return bits < 0n ? bits ^ SIGN_REST : bits;
}
