/** Shifts, bit counts and the bitwise operations of `RBigInt`, which see negative values as two's complement. */
import { arrayCopy, type bool, ctz32, type i32, popcnt32 } from "@rts";
import { MASK, natIncrement, natShiftLeft, natShiftRight, SHIFT } from "./natural.ts";
import { ONE, RBigInt, ZERO } from "./rbigint.ts";
import { addI64, negate } from "./arith.ts";

/** Bits of the magnitude. */
export function bitLength(a: RBigInt): i32 {
  if (a.size === 0) return 0;
  return a.size * SHIFT + 2 - Math.clz32(a.digits[a.size - 1]);
}

/** Set bits of the magnitude. */
export function bitCount(a: RBigInt): i32 {
  let count = 0;
  for (let i = 0; i < a.size; i++) count += popcnt32(a.digits[i]);
  return count;
}

/** The number of zero bits below the lowest set one; 0 for 0. */
export function trailingZeros(a: RBigInt): i32 {
  if (a.size === 0) return 0;
  let i = 0;
  while (a.digits[i] === 0) i++;
  return i * SHIFT + ctz32(a.digits[i]);
}

/** Whether bit `index` of the magnitude is set. */
export function testBit(a: RBigInt, index: i32): bool {
  const at = (index / SHIFT) | 0;
  return at < a.size && (a.digits[at] & (1 << (index - at * SHIFT))) !== 0;
}

/** `a * 2^count`; `count` is at least 0. */
export function lshift(a: RBigInt, count: i32): RBigInt {
  if (a.sign === 0 || count === 0) return a;
  const words = (count / SHIFT) | 0;
  const n = a.size + words;
  const digits = new Int32Array(n + 1);
  const top = natShiftLeft(digits, words, a.digits, 0, a.size, count - words * SHIFT);
  digits[n] = top;
  return new RBigInt(a.sign, top === 0 ? n : n + 1, digits);
}

/** `a / 2^count` rounded towards minus infinity; `count` is at least 0. */
export function rshift(a: RBigInt, count: i32): RBigInt {
  const truncated = rshiftTruncated(a, count);
  return a.sign < 0 && hasLowBits(a, count) ? addI64(truncated, -1n) : truncated;
}

/** `a / 2^count` rounded towards zero. */
export function rshiftTruncated(a: RBigInt, count: i32): RBigInt {
  const words = (count / SHIFT) | 0;
  const n = a.size - words;
  if (n <= 0) return ZERO;
  if (count === 0) return a;
  const digits = new Int32Array(n);
  natShiftRight(digits, 0, a.digits, words, n, count - words * SHIFT);
  return RBigInt.normalized(a.sign, digits, n);
}

/** Whether any of the low `count` bits of the magnitude is set. */
export function hasLowBits(a: RBigInt, count: i32): bool {
  return a.sign !== 0 && trailingZeros(a) < count;
}

/** The magnitude modulo `2^count`. */
export function lowBits(a: RBigInt, count: i32): RBigInt {
  const words = (count / SHIFT) | 0;
  if (words >= a.size) return a.sign < 0 ? negate(a) : a;
  const bits = count - words * SHIFT;
  const n = bits === 0 ? words : words + 1;
  if (n === 0) return ZERO;
  const digits = new Int32Array(n);
  arrayCopy(a.digits, 0, digits, 0, n);
  if (bits !== 0) digits[words] = digits[words] & ((1 << bits) - 1);
  return RBigInt.normalized(1, digits, n);
}

/** `~a`, which is `-a - 1`. */
export function invertBits(a: RBigInt): RBigInt {
  return a.sign === 0 ? negate(ONE) : addI64(negate(a), -1n);
}

/** The two's complement of `a` in `n` digits, more than it has. */
function complemented(a: RBigInt, n: i32): Int32Array {
  const digits = new Int32Array(n);
  if (a.sign >= 0) {
    arrayCopy(a.digits, 0, digits, 0, a.size);
    return digits;
  }
  for (let i = 0; i < a.size; i++) digits[i] = a.digits[i] ^ MASK;
  digits.fill(MASK, a.size, n);
  natIncrement(digits, 0, n, 1);
  return digits;
}

/** The value of a two's complement of `n` digits, which become its own. */
function fromComplement(digits: Int32Array, n: i32): RBigInt {
  if (digits[n - 1] < 0x20000000) return RBigInt.normalized(1, digits, n);
  for (let i = 0; i < n; i++) digits[i] = digits[i] ^ MASK;
  natIncrement(digits, 0, n, 1);
  return RBigInt.normalized(-1, digits, n);
}

function commonSize(a: RBigInt, b: RBigInt): i32 {
  return (a.size > b.size ? a.size : b.size) + 1;
}

export function and(a: RBigInt, b: RBigInt): RBigInt {
  if (a.sign === 0 || b.sign === 0) return ZERO;
  if (a.sign > 0 && b.sign > 0) return andPositive(a, b);
  const n = commonSize(a, b);
  const digits = complemented(a, n);
  const other = complemented(b, n);
  for (let i = 0; i < n; i++) digits[i] = digits[i] & other[i];
  return fromComplement(digits, n);
}

/** Both positive: the result is as short as the shorter one. */
function andPositive(a: RBigInt, b: RBigInt): RBigInt {
  const n = a.size < b.size ? a.size : b.size;
  const digits = new Int32Array(n);
  for (let i = 0; i < n; i++) digits[i] = a.digits[i] & b.digits[i];
  return RBigInt.normalized(1, digits, n);
}

export function or(a: RBigInt, b: RBigInt): RBigInt {
  if (a.sign === 0) return b;
  if (b.sign === 0) return a;
  const n = commonSize(a, b);
  const digits = complemented(a, n);
  const other = complemented(b, n);
  for (let i = 0; i < n; i++) digits[i] = digits[i] | other[i];
  return fromComplement(digits, n);
}

export function xor(a: RBigInt, b: RBigInt): RBigInt {
  if (a.sign === 0) return b;
  if (b.sign === 0) return a;
  const n = commonSize(a, b);
  const digits = complemented(a, n);
  const other = complemented(b, n);
  for (let i = 0; i < n; i++) digits[i] = digits[i] ^ other[i];
  return fromComplement(digits, n);
}
