/**
 * Greatest common divisors by Lehmer's way: Euclid's steps are made on the top 60 bits of both numbers as long
 * as they are sure to be the true ones, and then applied to the whole numbers at once.
 */
import { type bool, i32ToI64, type i64, i64ToI32 } from "@rts";
import { MASK } from "./natural.ts";
import { RBigInt } from "./rbigint.ts";
import { compareMagnitudes, remainder } from "./arith.ts";
import { bitLength, rshiftTruncated } from "./bits.ts";

/** The greatest common divisor of two `i64`s, neither the smallest one; at least 0. */
export function gcd64(a: i64, b: i64): i64 {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** Several of Euclid's steps on (x, y) at once: `(a x - b y, d y - c x)`, or with x and y exchanged. */
class Steps {
  constructor(
    readonly a: i64,
    readonly b: i64,
    readonly c: i64,
    readonly d: i64,
    readonly exchanged: bool,
  ) {}
}

/** The greatest common divisor, at least 0. */
export function gcd(a: RBigInt, b: RBigInt): RBigInt {
  const ordered = compareMagnitudes(a, b) >= 0;
  let x = ordered ? a.abs() : b.abs();
  let y = ordered ? b.abs() : a.abs();
  while (x.size > 2 && y.sign !== 0) {
    const steps = stepsOn(x, y);
    let next: RBigInt;
    if (steps === null) {
      next = remainder(x, y);
      x = y;
    } else if (steps.exchanged) {
      next = combine(steps.d, x, steps.c, y);
      x = combine(steps.a, y, steps.b, x);
    } else {
      next = combine(steps.d, y, steps.c, x);
      x = combine(steps.a, x, steps.b, y);
    }
    y = next;
  }
  if (y.sign === 0) return x;
  return RBigInt.fromI64(gcd64(x.toI64(), y.toI64()));
}

/** The steps that the top 60 bits of `x` and the bits of `y` of the same weight determine; null when none. */
function stepsOn(bigX: RBigInt, bigY: RBigInt): Steps | null {
  const drop = bitLength(bigX) - 60;
  let x = rshiftTruncated(bigX, drop).toI64();
  let y = rshiftTruncated(bigY, drop).toI64();
  let a: i64 = 1n;
  let b: i64 = 0n;
  let c: i64 = 0n;
  let d: i64 = 1n;
  let count = 0;
  while (y !== c) {
    // The quotient must be the same whatever the bits below are (Collins's condition).
    const quotient = (x + (a - 1n)) / (y - c);
    const s = b + quotient * d;
    const rest = x - quotient * y;
    if (s > rest) break;
    x = y;
    y = rest;
    const t = a + quotient * c;
    a = d;
    b = c;
    c = s;
    d = t;
    count++;
  }
  return count === 0 ? null : new Steps(a, b, c, d, (count & 1) !== 0);
}

/** `f u - g v`, which is not negative; the factors are at most a digit. */
function combine(f: i64, u: RBigInt, g: i64, v: RBigInt): RBigInt {
  const n = u.size > v.size ? u.size : v.size;
  const digits = new Int32Array(n);
  let carry: i64 = 0n;
  for (let i = 0; i < n; i++) {
    if (i < u.size) carry = carry + f * i32ToI64(u.digits[i]);
    if (i < v.size) carry = carry - g * i32ToI64(v.digits[i]);
    digits[i] = i64ToI32(carry) & MASK;
    carry = carry >> 30n;
  }
  return RBigInt.normalized(1, digits, n);
}
