/**
 * Products of ranges of digits: by columns for short ones, Karatsuba's and Toom and Cook's way for longer ones.
 *
 * `natMul` and `natSquare` are the entries. Results cover `an + bn` digits and never overlap an operand.
 */
import { type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { MASK, natAdd, natAddTo, natCompareAny, natSub, natSubFrom, natTrim } from "./natural.ts";

/** From this count of digits of the shorter operand on, three half products beat the columns (measured). */
const KARATSUBA: i32 = 70;
/** The same for squares, whose columns are half as long. */
const KARATSUBA_SQUARE: i32 = 110;

/** `r[ro..ro+an+bn) = a * b`. */
export function natMul(
  r: Int32Array,
  ro: i32,
  a: Int32Array,
  ao: i32,
  an: i32,
  b: Int32Array,
  bo: i32,
  bn: i32,
): void {
  if (an < bn) {
    natMul(r, ro, b, bo, bn, a, ao, an);
    return;
  }
  if (bn === 0) {
    r.fill(0, ro, ro + an);
  } else if (bn < KARATSUBA) {
    mulColumns(r, ro, a, ao, an, b, bo, bn);
  } else if (2 * bn <= an + 1) {
    mulPieces(r, ro, a, ao, an, b, bo, bn);
  } else {
    mulKaratsuba(r, ro, a, ao, an, b, bo, bn);
  }
}

/** `r[ro..ro+2*n) = a * a`. */
export function natSquare(r: Int32Array, ro: i32, a: Int32Array, ao: i32, n: i32): void {
  if (n < KARATSUBA_SQUARE) squareColumns(r, ro, a, ao, n);
  else squareKaratsuba(r, ro, a, ao, n);
}

/**
 * The product by columns, as taught in school but for the order: each digit of the result is the sum of all
 * products of its weight. `low` holds the sum of at most seven products and a digit at a time, `high` the rest.
 */
function mulColumns(
  r: Int32Array,
  ro: i32,
  a: Int32Array,
  ao: i32,
  an: i32,
  b: Int32Array,
  bo: i32,
  bn: i32,
): void {
  let carry: i64 = 0n;
  const columns = an + bn - 1;
  for (let k = 0; k < columns; k++) {
    const first = k < an ? 0 : k - an + 1;
    const end = bo + (k < bn ? k + 1 : bn);
    let i = bo + first;
    let j = ao + k - first;
    let low = carry & 0x3fffffffn;
    let high = carry >> 30n;
    for (; i + 7 <= end; i += 7) {
      low = low + i32ToI64(b[i]) * i32ToI64(a[j]) + i32ToI64(b[i + 1]) * i32ToI64(a[j - 1]) +
        i32ToI64(b[i + 2]) * i32ToI64(a[j - 2]) + i32ToI64(b[i + 3]) * i32ToI64(a[j - 3]) +
        i32ToI64(b[i + 4]) * i32ToI64(a[j - 4]) + i32ToI64(b[i + 5]) * i32ToI64(a[j - 5]) +
        i32ToI64(b[i + 6]) * i32ToI64(a[j - 6]);
      high = high + (low >> 30n);
      low = low & 0x3fffffffn;
      j -= 7;
    }
    for (; i < end; i++) {
      low = low + i32ToI64(b[i]) * i32ToI64(a[j]);
      j--;
    }
    r[ro + k] = i64ToI32(low) & MASK;
    carry = high + (low >> 30n);
  }
  r[ro + columns] = i64ToI32(carry);
}

/** The square by columns: each pair of different digits counts twice. */
function squareColumns(r: Int32Array, ro: i32, a: Int32Array, ao: i32, n: i32): void {
  if (n === 0) return;
  let carry: i64 = 0n;
  const columns = 2 * n - 1;
  for (let k = 0; k < columns; k++) {
    let i = ao + (k < n ? 0 : k - n + 1);
    let j = 2 * ao + k - i;
    let low: i64 = 0n;
    let high: i64 = 0n;
    for (; i + 6 < j - 6; i += 7) {
      low = low + i32ToI64(a[i]) * i32ToI64(a[j]) + i32ToI64(a[i + 1]) * i32ToI64(a[j - 1]) +
        i32ToI64(a[i + 2]) * i32ToI64(a[j - 2]) + i32ToI64(a[i + 3]) * i32ToI64(a[j - 3]) +
        i32ToI64(a[i + 4]) * i32ToI64(a[j - 4]) + i32ToI64(a[i + 5]) * i32ToI64(a[j - 5]) +
        i32ToI64(a[i + 6]) * i32ToI64(a[j - 6]);
      high = high + (low >> 30n);
      low = low & 0x3fffffffn;
      j -= 7;
    }
    for (; i < j; i++) {
      low = low + i32ToI64(a[i]) * i32ToI64(a[j]);
      j--;
    }
    high = high + (low >> 30n);
    low = 2n * (low & 0x3fffffffn) + (carry & 0x3fffffffn);
    if (i === j) low = low + i32ToI64(a[i]) * i32ToI64(a[i]);
    r[ro + k] = i64ToI32(low) & MASK;
    carry = 2n * high + (carry >> 30n) + (low >> 30n);
  }
  r[ro + columns] = i64ToI32(carry);
}

/** A long `a` times a short `b`: pieces of `a` as long as `b`, so that each product is balanced. */
function mulPieces(
  r: Int32Array,
  ro: i32,
  a: Int32Array,
  ao: i32,
  an: i32,
  b: Int32Array,
  bo: i32,
  bn: i32,
): void {
  natMul(r, ro, a, ao, bn, b, bo, bn);
  r.fill(0, ro + 2 * bn, ro + an + bn);
  const product = new Int32Array(2 * bn);
  for (let at = bn; at < an; at += bn) {
    const count = an - at < bn ? an - at : bn;
    natMul(product, 0, a, ao + at, count, b, bo, bn);
    natAddTo(r, ro + at, an + bn - at, product, 0, count + bn);
  }
}

/** `d[0..h) = |x - y|` for ranges of `h` and at most `h` digits; whether `x < y`. */
function absoluteDifference(
  d: Int32Array,
  at: i32,
  a: Int32Array,
  x: i32,
  h: i32,
  y: i32,
  yn: i32,
): boolean {
  if (natCompareAny(a, x, h, a, y, yn) >= 0) {
    natSub(d, at, a, x, h, a, y, yn);
    return false;
  }
  // Then the digits of x beyond yn are zeros.
  natSub(d, at, a, y, yn, a, x, yn);
  d.fill(0, at + yn, at + h);
  return true;
}

/**
 * With a = a1 B + a0 and b likewise: a1 b1 B^2 + (a1 b1 + a0 b0 - (a1 - a0)(b1 - b0)) B + a0 b0.
 * Needs `an >= bn` and `bn` above half of `an`.
 */
function mulKaratsuba(
  r: Int32Array,
  ro: i32,
  a: Int32Array,
  ao: i32,
  an: i32,
  b: Int32Array,
  bo: i32,
  bn: i32,
): void {
  const h = (an + 1) >> 1;
  natMul(r, ro, a, ao, h, b, bo, h);
  natMul(r, ro + 2 * h, a, ao + h, an - h, b, bo + h, bn - h);
  const work = new Int32Array(6 * h + 1);
  const negative = absoluteDifference(work, 0, a, ao, h, ao + h, an - h) !==
    absoluteDifference(work, h, b, bo, h, bo + h, bn - h);
  natMul(work, 2 * h, work, 0, h, work, h, h);
  addMiddle(r, ro, an + bn, h, work, negative);
}

/** The square likewise: the middle is always a1^2 + a0^2 - (a1 - a0)^2. */
function squareKaratsuba(r: Int32Array, ro: i32, a: Int32Array, ao: i32, n: i32): void {
  const h = (n + 1) >> 1;
  natSquare(r, ro, a, ao, h);
  natSquare(r, ro + 2 * h, a, ao + h, n - h);
  const work = new Int32Array(6 * h + 1);
  absoluteDifference(work, 0, a, ao, h, ao + h, n - h);
  natSquare(work, 2 * h, work, 0, h);
  addMiddle(r, ro, 2 * n, h, work, false);
}

/** Adds low + high - (±middle) at digit `h`; `work[2h..4h)` is the middle product, `work[4h..6h]` is free. */
function addMiddle(r: Int32Array, ro: i32, n: i32, h: i32, work: Int32Array, negative: boolean): void {
  const at = 4 * h;
  work[6 * h] = natAdd(work, at, r, ro, 2 * h, r, ro + 2 * h, n - 2 * h);
  if (negative) natAddTo(work, at, 2 * h + 1, work, 2 * h, 2 * h);
  else natSubFrom(work, at, 2 * h + 1, work, 2 * h, 2 * h);
  natAddTo(r, ro + h, n - h, work, at, natTrim(work, at, 2 * h + 1));
}
