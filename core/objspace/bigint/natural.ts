/**
 * Arithmetic on ranges of digits, the ground floor of `RBigInt`.
 *
 * A natural number is a range of an `Int32Array`: array, offset, count; the least significant digit first. A
 * digit holds 30 bits, because then a signed 64-bit word takes the sum of seven products of digits: columns of
 * a product need one multiplication and one addition for each pair, which measured 4.5 times as fast as rows of
 * 32-bit digits (Wasm has no wider product). The sum of two digits and a carry fits `i32` as well.
 *
 * The loops are unrolled: in translated code the loop itself costs as much as a digit's work.
 *
 * Invariants: digits are in [0, 2^30); a result range never overlaps an operand unless the function says so.
 */
import { arrayCopy, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";

/** Bits of a digit. */
export const SHIFT: i32 = 30;
/** The largest digit. */
export const MASK: i32 = 0x3fffffff;

/** The count of digits of `a[0..n)` without leading zeros. */
export function natSize(a: Int32Array, n: i32): i32 {
  let size = n;
  while (size > 0 && a[size - 1] === 0) size--;
  return size;
}

/** The count of digits of `a[at..at+n)` without leading zeros. */
export function natTrim(a: Int32Array, at: i32, n: i32): i32 {
  let size = n;
  while (size > 0 && a[at + size - 1] === 0) size--;
  return size;
}

/** Compares two ranges of `n` digits: -1, 0 or 1. */
export function natCompare(a: Int32Array, ao: i32, b: Int32Array, bo: i32, n: i32): i32 {
  for (let i = n - 1; i >= 0; i--) {
    const x = a[ao + i];
    const y = b[bo + i];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** Compares ranges of any counts, leading zeros allowed. */
export function natCompareAny(a: Int32Array, ao: i32, an: i32, b: Int32Array, bo: i32, bn: i32): i32 {
  const n = natTrim(a, ao, an);
  const m = natTrim(b, bo, bn);
  if (n !== m) return n < m ? -1 : 1;
  return natCompare(a, ao, b, bo, n);
}

/** `r[ro..ro+an) = a + b`, `an >= bn`; returns the carry. `r` may be `a` or `b` at the same place. */
export function natAdd(
  r: Int32Array,
  ro: i32,
  a: Int32Array,
  ao: i32,
  an: i32,
  b: Int32Array,
  bo: i32,
  bn: i32,
): i32 {
  let carry = 0;
  let i = 0;
  const unrolled = bn - 3;
  for (; i < unrolled; i += 4) {
    const sum0 = a[ao + i] + b[bo + i] + carry;
    r[ro + i] = sum0 & MASK;
    carry = sum0 >>> 30;
    const sum1 = a[ao + i + 1] + b[bo + i + 1] + carry;
    r[ro + i + 1] = sum1 & MASK;
    carry = sum1 >>> 30;
    const sum2 = a[ao + i + 2] + b[bo + i + 2] + carry;
    r[ro + i + 2] = sum2 & MASK;
    carry = sum2 >>> 30;
    const sum3 = a[ao + i + 3] + b[bo + i + 3] + carry;
    r[ro + i + 3] = sum3 & MASK;
    carry = sum3 >>> 30;
  }
  for (; i < bn; i++) {
    const sum = a[ao + i] + b[bo + i] + carry;
    r[ro + i] = sum & MASK;
    carry = sum >>> 30;
  }
  for (; i < an; i++) {
    const sum = a[ao + i] + carry;
    r[ro + i] = sum & MASK;
    carry = sum >>> 30;
  }
  return carry;
}

/** `r[ro..ro+an) = a - b`, `an >= bn`; returns the borrow. `r` may be `a` or `b` at the same place. */
export function natSub(
  r: Int32Array,
  ro: i32,
  a: Int32Array,
  ao: i32,
  an: i32,
  b: Int32Array,
  bo: i32,
  bn: i32,
): i32 {
  let borrow = 0;
  let i = 0;
  const unrolled = bn - 3;
  for (; i < unrolled; i += 4) {
    const difference0 = a[ao + i] - b[bo + i] - borrow;
    r[ro + i] = difference0 & MASK;
    borrow = difference0 >>> 31;
    const difference1 = a[ao + i + 1] - b[bo + i + 1] - borrow;
    r[ro + i + 1] = difference1 & MASK;
    borrow = difference1 >>> 31;
    const difference2 = a[ao + i + 2] - b[bo + i + 2] - borrow;
    r[ro + i + 2] = difference2 & MASK;
    borrow = difference2 >>> 31;
    const difference3 = a[ao + i + 3] - b[bo + i + 3] - borrow;
    r[ro + i + 3] = difference3 & MASK;
    borrow = difference3 >>> 31;
  }
  for (; i < bn; i++) {
    const difference = a[ao + i] - b[bo + i] - borrow;
    r[ro + i] = difference & MASK;
    borrow = difference >>> 31;
  }
  for (; i < an; i++) {
    const difference = a[ao + i] - borrow;
    r[ro + i] = difference & MASK;
    borrow = difference >>> 31;
  }
  return borrow;
}

/** `r[ro..ro+n) += a[ao..ao+an)` for `n >= an`, in place; returns the carry. Stops where the carry ends. */
export function natAddTo(r: Int32Array, ro: i32, n: i32, a: Int32Array, ao: i32, an: i32): i32 {
  let carry = 0;
  let i = 0;
  const unrolled = an - 3;
  for (; i < unrolled; i += 4) {
    const sum0 = r[ro + i] + a[ao + i] + carry;
    r[ro + i] = sum0 & MASK;
    carry = sum0 >>> 30;
    const sum1 = r[ro + i + 1] + a[ao + i + 1] + carry;
    r[ro + i + 1] = sum1 & MASK;
    carry = sum1 >>> 30;
    const sum2 = r[ro + i + 2] + a[ao + i + 2] + carry;
    r[ro + i + 2] = sum2 & MASK;
    carry = sum2 >>> 30;
    const sum3 = r[ro + i + 3] + a[ao + i + 3] + carry;
    r[ro + i + 3] = sum3 & MASK;
    carry = sum3 >>> 30;
  }
  for (; i < an; i++) {
    const sum = r[ro + i] + a[ao + i] + carry;
    r[ro + i] = sum & MASK;
    carry = sum >>> 30;
  }
  for (; carry !== 0 && i < n; i++) {
    const sum = r[ro + i] + carry;
    r[ro + i] = sum & MASK;
    carry = sum >>> 30;
  }
  return carry;
}

/** `r[ro..ro+n) -= a[ao..ao+an)` for `n >= an`, in place; returns the borrow. Stops where the borrow ends. */
export function natSubFrom(r: Int32Array, ro: i32, n: i32, a: Int32Array, ao: i32, an: i32): i32 {
  let borrow = 0;
  let i = 0;
  const unrolled = an - 3;
  for (; i < unrolled; i += 4) {
    const difference0 = r[ro + i] - a[ao + i] - borrow;
    r[ro + i] = difference0 & MASK;
    borrow = difference0 >>> 31;
    const difference1 = r[ro + i + 1] - a[ao + i + 1] - borrow;
    r[ro + i + 1] = difference1 & MASK;
    borrow = difference1 >>> 31;
    const difference2 = r[ro + i + 2] - a[ao + i + 2] - borrow;
    r[ro + i + 2] = difference2 & MASK;
    borrow = difference2 >>> 31;
    const difference3 = r[ro + i + 3] - a[ao + i + 3] - borrow;
    r[ro + i + 3] = difference3 & MASK;
    borrow = difference3 >>> 31;
  }
  for (; i < an; i++) {
    const difference = r[ro + i] - a[ao + i] - borrow;
    r[ro + i] = difference & MASK;
    borrow = difference >>> 31;
  }
  for (; borrow !== 0 && i < n; i++) {
    const difference = r[ro + i] - borrow;
    r[ro + i] = difference & MASK;
    borrow = difference >>> 31;
  }
  return borrow;
}

/** `r[ro..ro+n) += digit` in place; returns the carry. */
export function natIncrement(r: Int32Array, ro: i32, n: i32, digit: i32): i32 {
  let carry = digit;
  for (let i = 0; carry !== 0 && i < n; i++) {
    const sum = r[ro + i] + carry;
    r[ro + i] = sum & MASK;
    carry = sum >>> 30;
  }
  return carry;
}

/** `r[ro..ro+n) -= digit` in place; returns the borrow. */
export function natDecrement(r: Int32Array, ro: i32, n: i32, digit: i32): i32 {
  let borrow = digit;
  for (let i = 0; borrow !== 0 && i < n; i++) {
    const difference = r[ro + i] - borrow;
    r[ro + i] = difference & MASK;
    borrow = difference >>> 31;
  }
  return borrow;
}

/** `r[0..n) = a * factor + addend`; returns the digit above. `r` may be `a`. */
export function natMulDigit(r: Int32Array, a: Int32Array, n: i32, factor: i32, addend: i32): i32 {
  const f = i32ToI64(factor);
  let carry = i32ToI64(addend);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    carry = carry + i32ToI64(a[i]) * f;
    r[i] = i64ToI32(carry) & MASK;
    carry = (carry >> 30n) + i32ToI64(a[i + 1]) * f;
    r[i + 1] = i64ToI32(carry) & MASK;
    carry = (carry >> 30n) + i32ToI64(a[i + 2]) * f;
    r[i + 2] = i64ToI32(carry) & MASK;
    carry = (carry >> 30n) + i32ToI64(a[i + 3]) * f;
    r[i + 3] = i64ToI32(carry) & MASK;
    carry = carry >> 30n;
  }
  for (; i < n; i++) {
    carry = carry + i32ToI64(a[i]) * f;
    r[i] = i64ToI32(carry) & MASK;
    carry = carry >> 30n;
  }
  return i64ToI32(carry);
}

/** `q[qo..qo+n) = a / divisor`; returns the remainder. `q` may be `a` at the same place. */
export function natDivDigit(q: Int32Array, qo: i32, a: Int32Array, ao: i32, n: i32, divisor: i32): i32 {
  const d = i32ToI64(divisor);
  let rest: i64 = 0n;
  for (let i = n - 1; i >= 0; i--) {
    const value = (rest << 30n) | i32ToI64(a[ao + i]);
    const quotient = value / d;
    q[qo + i] = i64ToI32(quotient);
    rest = value - quotient * d;
  }
  return i64ToI32(rest);
}

/** `a[0..n) % divisor`. */
export function natModDigit(a: Int32Array, n: i32, divisor: i32): i32 {
  const d = i32ToI64(divisor);
  let rest: i64 = 0n;
  for (let i = n - 1; i >= 0; i--) rest = ((rest << 30n) | i32ToI64(a[i])) % d;
  return i64ToI32(rest);
}

/**
 * `a[ao..ao+n] -= b[bo..bo+n) * factor` on `n + 1` digits; returns whether the result is negative (then the
 * digits are those modulo the power).
 */
export function natSubProduct(a: Int32Array, ao: i32, b: Int32Array, bo: i32, n: i32, factor: i32): boolean {
  const f = i32ToI64(factor);
  let carry: i64 = 0n;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    carry = carry + i32ToI64(a[ao + i]) - i32ToI64(b[bo + i]) * f;
    a[ao + i] = i64ToI32(carry) & MASK;
    carry = (carry >> 30n) + i32ToI64(a[ao + i + 1]) - i32ToI64(b[bo + i + 1]) * f;
    a[ao + i + 1] = i64ToI32(carry) & MASK;
    carry = (carry >> 30n) + i32ToI64(a[ao + i + 2]) - i32ToI64(b[bo + i + 2]) * f;
    a[ao + i + 2] = i64ToI32(carry) & MASK;
    carry = (carry >> 30n) + i32ToI64(a[ao + i + 3]) - i32ToI64(b[bo + i + 3]) * f;
    a[ao + i + 3] = i64ToI32(carry) & MASK;
    carry = carry >> 30n;
  }
  for (; i < n; i++) {
    carry = carry + i32ToI64(a[ao + i]) - i32ToI64(b[bo + i]) * f;
    a[ao + i] = i64ToI32(carry) & MASK;
    carry = carry >> 30n;
  }
  carry = carry + i32ToI64(a[ao + n]);
  a[ao + n] = i64ToI32(carry) & MASK;
  return carry < 0n;
}

/** `r[ro..ro+n) = a << bits`, `bits` below 30; returns the digit above. `r` may be `a` at the same place. */
export function natShiftLeft(r: Int32Array, ro: i32, a: Int32Array, ao: i32, n: i32, bits: i32): i32 {
  if (bits === 0) {
    arrayCopy(a, ao, r, ro, n);
    return 0;
  }
  const back = SHIFT - bits;
  let carry = 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    const digit0 = a[ao + i];
    const digit1 = a[ao + i + 1];
    const digit2 = a[ao + i + 2];
    const digit3 = a[ao + i + 3];
    r[ro + i] = ((digit0 << bits) & MASK) | carry;
    r[ro + i + 1] = ((digit1 << bits) & MASK) | (digit0 >> back);
    r[ro + i + 2] = ((digit2 << bits) & MASK) | (digit1 >> back);
    r[ro + i + 3] = ((digit3 << bits) & MASK) | (digit2 >> back);
    carry = digit3 >> back;
  }
  for (; i < n; i++) {
    const digit = a[ao + i];
    r[ro + i] = ((digit << bits) & MASK) | carry;
    carry = digit >> back;
  }
  return carry;
}

/** `r[ro..ro+n) = a >> bits`, `bits` below 30. `r` may be `a` at the same place or below. */
export function natShiftRight(r: Int32Array, ro: i32, a: Int32Array, ao: i32, n: i32, bits: i32): void {
  if (bits === 0) {
    arrayCopy(a, ao, r, ro, n);
    return;
  }
  const up = SHIFT - bits;
  let i = 0;
  for (; i < n - 4; i += 4) {
    const digit1 = a[ao + i + 1];
    const digit2 = a[ao + i + 2];
    const digit3 = a[ao + i + 3];
    r[ro + i] = (a[ao + i] >> bits) | ((digit1 << up) & MASK);
    r[ro + i + 1] = (digit1 >> bits) | ((digit2 << up) & MASK);
    r[ro + i + 2] = (digit2 >> bits) | ((digit3 << up) & MASK);
    r[ro + i + 3] = (digit3 >> bits) | ((a[ao + i + 4] << up) & MASK);
  }
  for (; i < n - 1; i++) r[ro + i] = (a[ao + i] >> bits) | ((a[ao + i + 1] << up) & MASK);
  if (n > 0) r[ro + n - 1] = a[ao + n - 1] >> bits;
}
