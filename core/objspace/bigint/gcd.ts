/**
 * Greatest common divisors by Lehmer's way: Euclid's steps are made on the top 60 bits of both numbers as long
 * as they are sure to be the true ones, and then applied to the whole numbers at once.
 */
import { arrayCopy, type bool, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { MASK, natSize } from "./natural.ts";
import { RBigInt } from "./rbigint.ts";
import { compareMagnitudes, remainder } from "./arith.ts";

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

/** A pair of numbers that Euclid's steps change in place. */
class Pair {
  private x: Int32Array;
  private y: Int32Array;
  private xn: i32;
  private yn: i32;

  /** Of magnitudes, the first not the smaller one. */
  constructor(a: RBigInt, b: RBigInt) {
    this.x = new Int32Array(a.size);
    this.y = new Int32Array(a.size);
    arrayCopy(a.digits, 0, this.x, 0, a.size);
    arrayCopy(b.digits, 0, this.y, 0, b.size);
    this.xn = a.size;
    this.yn = b.size;
  }

  /** Makes both short: the divisor that they have in common stays. */
  reduce(): void {
    while (this.xn > 2 && this.yn > 0) {
      if (!this.steps()) this.divide();
    }
  }

  first(): RBigInt {
    return RBigInt.normalized(1, this.x, this.xn);
  }

  second(): RBigInt {
    return RBigInt.normalized(1, this.y, this.yn);
  }

  /** One true step. */
  private divide(): void {
    const rest = remainder(this.first(), this.second());
    const room = this.x;
    this.x = this.y;
    this.xn = this.yn;
    this.y = room;
    arrayCopy(rest.digits, 0, room, 0, rest.size);
    room.fill(0, rest.size, this.xn);
    this.yn = rest.size;
  }

  /** 60 bits of a number of at most `xn` digits, from `up` bits below the top of digit `xn - 1` on. */
  private leading(digits: Int32Array, up: i32): i64 {
    const n = this.xn;
    const high = (i32ToI64(digits[n - 1]) << 30n) | i32ToI64(digits[n - 2]);
    return (high << i32ToI64(up)) | i32ToI64(digits[n - 3] >> (30 - up));
  }

  /** The steps that the top 60 bits determine; false when there are none. */
  private steps(): bool {
    const up = Math.clz32(this.x[this.xn - 1]) - 2;
    let x = this.leading(this.x, up);
    let y = this.leading(this.y, up);
    let a: i64 = 1n;
    let b: i64 = 0n;
    let c: i64 = 0n;
    let d: i64 = 1n;
    let even = true;
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
      even = !even;
    }
    if (c === 0n) return false;
    if (even) this.combine(a, b, c, d);
    else this.combine(-b, -a, -d, -c);
    return true;
  }

  /** `(x, y) = (a x - b y, d y - c x)`, neither negative; the factors are at most a digit. */
  private combine(a: i64, b: i64, c: i64, d: i64): void {
    const x = this.x;
    const y = this.y;
    let first: i64 = 0n;
    let second: i64 = 0n;
    for (let i = 0; i < this.xn; i++) {
      const u = i32ToI64(x[i]);
      const v = i32ToI64(y[i]);
      first = first + a * u - b * v;
      second = second + d * v - c * u;
      x[i] = i64ToI32(first) & MASK;
      y[i] = i64ToI32(second) & MASK;
      first = first >> 30n;
      second = second >> 30n;
    }
    this.yn = natSize(y, this.xn);
    this.xn = natSize(x, this.xn);
  }
}

/** The greatest common divisor, at least 0. */
export function gcd(a: RBigInt, b: RBigInt): RBigInt {
  const ordered = compareMagnitudes(a, b) >= 0;
  const pair = ordered ? new Pair(a, b) : new Pair(b, a);
  pair.reduce();
  const x = pair.first();
  const y = pair.second();
  return y.sign === 0 ? x : RBigInt.fromI64(gcd64(x.toI64(), y.toI64()));
}
