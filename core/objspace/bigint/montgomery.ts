/**
 * Powers modulo an odd number in Montgomery's form: x stands for x R, R = 2^(30 n), and a product is reduced by
 * adding multiples of the modulus until its low half is zero, which needs no division. Done by columns, as the
 * products of multiply.ts are.
 */
import { arrayCopy, type i32, i32ToI64, type i64, i64ToI32, newFixedArray } from "@rts";
import { MASK, natCompare, natSubFrom, SHIFT } from "./natural.ts";
import { natMul, natSquare } from "./multiply.ts";
import { RBigInt } from "./rbigint.ts";
import { remainder } from "./arith.ts";
import { bitLength, lshift, testBit } from "./bits.ts";

/** Bits of the exponent that are read at a time. */
const WINDOW: i32 = 5;

/** The arithmetic modulo one odd number. */
class Montgomery {
  private readonly n: i32;
  private readonly m: Int32Array;
  /** -1 / m modulo 2^30. */
  private readonly inverse: i32;
  private readonly product: Int32Array;
  /** How often the modulus is added at each digit. */
  private readonly factors: Int32Array;

  constructor(private readonly modulus: RBigInt) {
    const n = modulus.size;
    this.n = n;
    this.m = modulus.digits;
    this.product = new Int32Array(2 * n);
    this.factors = new Int32Array(n);
    // Newton's step doubles the correct bits; an odd number is its own inverse to 3 bits.
    let x = modulus.digits[0];
    for (let i = 0; i < 4; i++) x = Math.imul(x, (2 - Math.imul(modulus.digits[0], x)) | 0);
    this.inverse = (0 - x) & MASK;
  }

  /** The form of a value below the modulus. */
  form(x: RBigInt): Int32Array {
    const rest = remainder(lshift(x, this.n * SHIFT), this.modulus);
    const result = new Int32Array(this.n);
    arrayCopy(rest.digits, 0, result, 0, rest.size);
    return result;
  }

  /** The value of a form. */
  value(x: Int32Array): RBigInt {
    this.product.fill(0, this.n, 2 * this.n);
    arrayCopy(x, 0, this.product, 0, this.n);
    const result = new Int32Array(this.n);
    this.reduce(result);
    return RBigInt.normalized(1, result, this.n);
  }

  /** `r = x * y`; `r` may be an operand. */
  multiply(r: Int32Array, x: Int32Array, y: Int32Array): void {
    natMul(this.product, 0, x, 0, this.n, y, 0, this.n);
    this.reduce(r);
  }

  /** `x = x * x`. */
  square(x: Int32Array): void {
    natSquare(this.product, 0, x, 0, this.n);
    this.reduce(x);
  }

  /** `r = product / R`. */
  private reduce(r: Int32Array): void {
    const n = this.n;
    const factors = this.factors;
    const product = this.product;
    const bottom = i32ToI64(this.m[0]);
    let carry: i64 = 0n;
    for (let k = 0; k < n; k++) {
      this.column(k, 0, k, (carry & 0x3fffffffn) + i32ToI64(product[k]));
      const factor = Math.imul(i64ToI32(this.low) & MASK, this.inverse) & MASK;
      factors[k] = factor;
      carry = this.high + (carry >> 30n) + ((this.low + i32ToI64(factor) * bottom) >> 30n);
    }
    for (let k = n; k < 2 * n; k++) {
      this.column(k, k - n + 1, n, (carry & 0x3fffffffn) + i32ToI64(product[k]));
      r[k - n] = i64ToI32(this.low) & MASK;
      carry = this.high + (carry >> 30n) + (this.low >> 30n);
    }
    if (carry !== 0n || natCompare(r, 0, this.m, 0, n) >= 0) natSubFrom(r, 0, n, this.m, 0, n);
  }

  /** `high * 2^30 + low` is the sum that {@link column} found; `low` is below 2^30 and six products. */
  private low: i64 = 0n;
  private high: i64 = 0n;

  /** Adds `factors[i] * m[k-i]` for `i` in [from, to) to `start`. */
  private column(k: i32, from: i32, to: i32, start: i64): void {
    const f = this.factors;
    const m = this.m;
    let low = start;
    let high: i64 = 0n;
    let i = from;
    let j = k - from;
    for (; i + 7 <= to; i += 7) {
      low = low + i32ToI64(f[i]) * i32ToI64(m[j]) + i32ToI64(f[i + 1]) * i32ToI64(m[j - 1]) +
        i32ToI64(f[i + 2]) * i32ToI64(m[j - 2]) + i32ToI64(f[i + 3]) * i32ToI64(m[j - 3]) +
        i32ToI64(f[i + 4]) * i32ToI64(m[j - 4]) + i32ToI64(f[i + 5]) * i32ToI64(m[j - 5]) +
        i32ToI64(f[i + 6]) * i32ToI64(m[j - 6]);
      high = high + (low >> 30n);
      low = low & 0x3fffffffn;
      j -= 7;
    }
    for (; i < to; i++) {
      low = low + i32ToI64(f[i]) * i32ToI64(m[j]);
      j--;
    }
    this.low = low;
    this.high = high;
  }
}

/** `base ** exponent % modulus` for `base` in [0, modulus), an exponent above 0 and an odd modulus. */
export function powmodOdd(base: RBigInt, exponent: RBigInt, modulus: RBigInt): RBigInt {
  const field = new Montgomery(modulus);
  const first = field.form(base);
  const powers = newFixedArray<Int32Array>(1 << WINDOW, first);
  powers[0] = field.form(RBigInt.fromI32(1));
  for (let i = 2; i < powers.length; i++) {
    powers[i] = new Int32Array(modulus.size);
    field.multiply(powers[i], powers[i - 1], first);
  }
  const result = new Int32Array(modulus.size);
  arrayCopy(powers[0], 0, result, 0, modulus.size);
  const bits = bitLength(exponent);
  for (let at = bits - bits % WINDOW; at >= 0; at -= WINDOW) {
    for (let i = 0; i < WINDOW; i++) field.square(result);
    const value = windowAt(exponent, at, WINDOW);
    if (value !== 0) field.multiply(result, result, powers[value]);
  }
  return field.value(result);
}

/** Bits `[from, from + count)` of the exponent. */
export function windowAt(exponent: RBigInt, from: i32, count: i32): i32 {
  let value = 0;
  for (let i = count - 1; i >= 0; i--) value = value * 2 + (testBit(exponent, from + i) ? 1 : 0);
  return value;
}
