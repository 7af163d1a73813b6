/**
 * Integers of any size, what PyPy calls `rbigint`: the value of a Python `int` that leaves 64 bits.
 *
 * This class is the interface; the work is done in the files beside it, by functions of the same meaning.
 *
 * Invariants: immutable, and so is what `digits` refers to once the object is seen by others. The magnitude is
 * `digits[0..size)`, the least significant first, 30 bits each (natural.ts); `digits` may be longer than `size`;
 * `digits[size-1]` is not 0. `sign` is -1, 0 or 1, and 0 exactly when `size` is 0.
 */
import type { bool, f64, i32, i64 } from "@rts";
import { natSize } from "./natural.ts";
import * as arith from "./arith.ts";
import type { BigPair } from "./arith.ts";
import * as bits from "./bits.ts";
import * as bytes from "./bytes.ts";
import * as convert from "./convert.ts";
import * as divisors from "./gcd.ts";
import * as power from "./power.ts";
import * as radix from "./radix.ts";

/** An integer of any size. */
export class RBigInt {
  constructor(readonly sign: i32, readonly size: i32, readonly digits: Int32Array) {}

  // --- from other values ---

  /** The integer of this sign (when it is not 0) with `digits[0..count)`, which become its own. */
  static normalized(sign: i32, digits: Int32Array, count: i32): RBigInt {
    const size = natSize(digits, count);
    return size === 0 ? ZERO : new RBigInt(sign, size, digits);
  }
  /** Exact. */
  static fromI64(value: i64): RBigInt {
    return convert.fromI64(value);
  }
  /** Exact. */
  static fromI32(value: i32): RBigInt {
    return convert.fromI32(value);
  }
  /** The 64 bits as an unsigned number. */
  static fromU64Bits(value: i64): RBigInt {
    return convert.fromU64Bits(value);
  }
  /** The double without its fraction, exact; null for infinities and NaN. */
  static fromF64(value: f64): RBigInt | null {
    return convert.fromF64(value);
  }
  /** The number spelled by an optional sign and digits of `base` (2 to 36) alone; null when it is none. */
  static fromText(text: string, base: i32): RBigInt | null {
    return radix.parseText(text, base);
  }
  /** The number whose digits in `base` are `values[start..start+count)`, the most significant first. */
  static fromDigitValues(values: Uint8Array, start: i32, count: i32, base: i32): RBigInt {
    return radix.fromDigitValues(values, start, count, base);
  }
  /** The number of `count` bytes. */
  static fromBytes(data: Uint8Array, start: i32, count: i32, bigEndian: bool, signed: bool): RBigInt {
    return bytes.fromBytes(data, start, count, bigEndian, signed);
  }

  // --- to other values ---

  /** Whether the value is an `i64`. */
  fitsI64(): bool {
    return convert.fitsI64(this);
  }
  /** The value of one that {@link fitsI64}. */
  toI64(): i64 {
    return convert.toI64(this);
  }
  /** The low 64 bits of the two's complement. */
  toI64Wrapped(): i64 {
    return convert.toI64Wrapped(this);
  }
  /** Whether the value is in [0, 2^64): then {@link toI64Wrapped} has its bits. */
  fitsU64(): bool {
    return convert.fitsU64(this);
  }
  /** The nearest double, half to even; infinite when it is beyond them (Python's OverflowError). */
  toF64(): f64 {
    return convert.toF64(this);
  }
  /** Python's hash. */
  hash(): i64 {
    return convert.hash(this);
  }
  /** The text in base 2 to 36. */
  toString(base: i32 = 10): string {
    return radix.toString(this, base);
  }
  /** The same text as ASCII bytes. */
  toAscii(base: i32): Uint8Array {
    return radix.toAscii(this, base);
  }

  // --- arithmetic ---

  /** -1, 0 or 1. */
  compare(b: RBigInt): i32 {
    return arith.compare(this, b);
  }
  equals(b: RBigInt): bool {
    return arith.compare(this, b) === 0;
  }
  isZero(): bool {
    return this.sign === 0;
  }
  isOdd(): bool {
    return this.sign !== 0 && (this.digits[0] & 1) !== 0;
  }
  neg(): RBigInt {
    return arith.negate(this);
  }
  abs(): RBigInt {
    return arith.absolute(this);
  }
  add(b: RBigInt): RBigInt {
    return arith.add(this, b);
  }
  sub(b: RBigInt): RBigInt {
    return arith.sub(this, b);
  }
  mul(b: RBigInt): RBigInt {
    return arith.mul(this, b);
  }
  addI64(b: i64): RBigInt {
    return arith.addI64(this, b);
  }
  subI64(b: i64): RBigInt {
    return arith.subI64(this, b);
  }
  mulI64(b: i64): RBigInt {
    return arith.mulI64(this, b);
  }
  /** Quotient towards minus infinity; `b` is not 0, here and below. */
  floordiv(b: RBigInt): RBigInt {
    return arith.floordiv(this, b);
  }
  /** Remainder with the sign of `b`. */
  mod(b: RBigInt): RBigInt {
    return arith.mod(this, b);
  }
  /** {@link floordiv} and {@link mod} at once. */
  divmod(b: RBigInt): BigPair {
    return arith.divmod(this, b);
  }
  /** Quotient towards zero, remainder with the sign of this. */
  divmodTruncated(b: RBigInt): BigPair {
    return arith.divmodTruncated(this, b);
  }
  /** Quotient rounded to the nearest, half to even. */
  divRounded(b: RBigInt): RBigInt {
    return arith.divRounded(this, b);
  }
  /** `round(this, -places)`: the nearest multiple of `10^places`, half to even; `places` is at least 0. */
  roundToTens(places: i32): RBigInt {
    const unit = ONE.mulI64(10n).pow(convert.fromI32(places));
    return arith.divRounded(this, unit).mul(unit);
  }
  floordivI64(b: i64): RBigInt {
    return arith.floordivI64(this, b);
  }
  modI64(b: i64): i64 {
    return arith.modI64(this, b);
  }
  divmodI64(b: i64): BigPair {
    return arith.divmodI64(this, b);
  }
  /** The quotient correctly rounded; infinite on overflow. `b` is not 0. */
  truediv(b: RBigInt): f64 {
    return convert.truediv(this, b);
  }
  /** `exponent` is not negative. */
  pow(exponent: RBigInt): RBigInt {
    return power.pow(this, exponent);
  }
  /** Modulo `modulus`, with its sign; it is not 0, and the exponent is not negative. */
  powmod(exponent: RBigInt, modulus: RBigInt): RBigInt {
    return power.powmod(this, exponent, modulus);
  }
  /** The modular inverse in [0, |modulus|); null when there is none. */
  inverse(modulus: RBigInt): RBigInt | null {
    return power.invert(this, modulus);
  }
  /** The integer square root of a value of at least 0. */
  isqrt(): RBigInt {
    return power.isqrt(this);
  }
  /** The greatest common divisor, at least 0. */
  gcd(b: RBigInt): RBigInt {
    return divisors.gcd(this, b);
  }

  // --- bits ---

  /** `count` is at least 0; so that of {@link rshift}. */
  lshift(count: i32): RBigInt {
    return bits.lshift(this, count);
  }
  /** Rounds towards minus infinity. */
  rshift(count: i32): RBigInt {
    return bits.rshift(this, count);
  }
  and(b: RBigInt): RBigInt {
    return bits.and(this, b);
  }
  or(b: RBigInt): RBigInt {
    return bits.or(this, b);
  }
  xor(b: RBigInt): RBigInt {
    return bits.xor(this, b);
  }
  /** `-this - 1`. */
  invert(): RBigInt {
    return bits.invertBits(this);
  }
  /** Bits of the magnitude. */
  bitLength(): i32 {
    return bits.bitLength(this);
  }
  /** The number of zero bits below the lowest set one. */
  trailingZeros(): i32 {
    return bits.trailingZeros(this);
  }
  /** Set bits of the magnitude. */
  bitCount(): i32 {
    return bits.bitCount(this);
  }
  /** The two's complement in `length` bytes; null when it does not fit. */
  toBytes(length: i32, bigEndian: bool, signed: bool): Uint8Array | null {
    return bytes.toBytes(this, length, bigEndian, signed);
  }
  /** At least the number of decimal digits, at most two more: cheap, for Python's limit on conversions. */
  decimalWidth(): i32 {
    return radix.estimateWidth(this, 10);
  }
}

/** 0. */
export const ZERO: RBigInt = new RBigInt(0, 0, new Int32Array(1));
/** 1. */
export const ONE: RBigInt = new RBigInt(1, 1, new Int32Array([1]));
