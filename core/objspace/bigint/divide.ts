/**
 * Division of ranges of digits: Knuth's algorithm D for short divisors, divide and conquer for long ones.
 *
 * `natDivide` wants a normalized divisor (its top digit at least 2^29) and divides in place: the remainder
 * takes the low digits of the dividend's range, zeros the rest.
 */
import { type i32, i32ToI64, i64ToI32 } from "@rts";
import { MASK, natAddTo, natCompare, natIncrement, natSubFrom, natSubProduct } from "./natural.ts";
import { natMul } from "./multiply.ts";

/** From this count of quotient digits on, halving pays (measured). */
const RECURSIVE: i32 = 30;

/**
 * Divides `a[ao..ao+n+m)` by the normalized `b[bo..bo+n)`, `n >= 2`: `q[qo..qo+m)` is the quotient modulo its
 * power, the result its digit above (0 or 1), `a[ao..ao+n)` the remainder.
 */
export function natDivide(
  q: Int32Array,
  qo: i32,
  a: Int32Array,
  ao: i32,
  m: i32,
  b: Int32Array,
  bo: i32,
  n: i32,
): i32 {
  // A quotient longer than the divisor is made in pieces as long as the divisor, from the top.
  let rest = m;
  let top = 0;
  let first = true;
  while (rest > n) {
    const carry = divideBalanced(q, qo + rest - n, a, ao + rest - n, n, b, bo, n);
    if (first) top = carry;
    first = false;
    rest -= n;
  }
  const carry = divideBalanced(q, qo, a, ao, rest, b, bo, n);
  return first ? carry : top;
}

/** {@link natDivide} for `m <= n`. */
function divideBalanced(
  q: Int32Array,
  qo: i32,
  a: Int32Array,
  ao: i32,
  m: i32,
  b: Int32Array,
  bo: i32,
  n: i32,
): i32 {
  if (m < RECURSIVE || n - (m >> 1) < 2) return divideKnuth(q, qo, a, ao, m, b, bo, n);
  const k = m >> 1;
  // The upper quotient digits from the upper part of the divisor, then corrected by its lower part.
  let top = divideBalanced(q, qo + k, a, ao + 2 * k, m - k, b, bo + k, n - k);
  top += correct(q, qo + k, m - k, top, a, ao + k, b, bo, k, n);
  const low = divideBalanced(q, qo, a, ao + k, k, b, bo + k, n - k);
  const borrowed = correct(q, qo, k, low, a, ao, b, bo, k, n);
  return top + natIncrement(q, qo + k, m - k, low + borrowed);
}

/**
 * The quotient `qc q[qo..qo+m)` was found with `b` but for its low `k` digits: takes their share off `a` (whose
 * remainder has `n` digits at `ao`), and lowers the quotient while that is negative. Returns the change of `qc`.
 * Needs `m + k <= n`.
 */
function correct(
  q: Int32Array,
  qo: i32,
  m: i32,
  qc: i32,
  a: Int32Array,
  ao: i32,
  b: Int32Array,
  bo: i32,
  k: i32,
  n: i32,
): i32 {
  const product = new Int32Array(m + k);
  natMul(product, 0, q, qo, m, b, bo, k);
  let debt = natSubFrom(a, ao, n, product, 0, m + k);
  if (qc !== 0) debt += natSubFrom(a, ao + m, n - m, b, bo, k);
  let change = 0;
  while (debt > 0) {
    change -= decrement(q, qo, m);
    debt -= natAddTo(a, ao, n, b, bo, n);
  }
  return change;
}

/** Lowers a range by one; the borrow. */
function decrement(q: Int32Array, qo: i32, m: i32): i32 {
  for (let i = 0; i < m; i++) {
    if (q[qo + i] !== 0) {
      q[qo + i]--;
      return 0;
    }
    q[qo + i] = MASK;
  }
  return 1;
}

/** Algorithm D, one digit of the quotient at a time. */
function divideKnuth(
  q: Int32Array,
  qo: i32,
  a: Int32Array,
  ao: i32,
  m: i32,
  b: Int32Array,
  bo: i32,
  n: i32,
): i32 {
  let top = 0;
  if (natCompare(a, ao + m, b, bo, n) >= 0) {
    top = 1;
    natSubFrom(a, ao + m, n, b, bo, n);
  }
  const b1 = i32ToI64(b[bo + n - 1]);
  const b2 = i32ToI64(b[bo + n - 2]);
  for (let j = m - 1; j >= 0; j--) {
    const at = ao + j;
    const head = (i32ToI64(a[at + n]) << 30n) | i32ToI64(a[at + n - 1]);
    let digit = head / b1;
    let rest = head - digit * b1;
    const third = i32ToI64(a[at + n - 2]);
    while (digit > 0x3fffffffn || digit * b2 > ((rest << 30n) | third)) {
      digit = digit - 1n;
      rest = rest + b1;
      if (rest > 0x3fffffffn) break;
    }
    let guess = i64ToI32(digit);
    if (natSubProduct(a, at, b, bo, n, guess)) {
      guess--;
      natAddTo(a, at, n + 1, b, bo, n);
    }
    q[qo + j] = guess;
  }
  return top;
}
