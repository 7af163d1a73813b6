/**
 * Arithmetic that TypeScript cannot spell for a fixed-width kind. Translated, each function is one or a few
 * Wasm instructions.
 */
import type { f64, i32, i64, u32, u64 } from "./kinds.ts";
import { OverflowError } from "./exceptions.ts";

const MIN_I64 = -(1n << 63n);
const MAX_I64 = (1n << 63n) - 1n;
const scratch = new DataView(new ArrayBuffer(8));
const overflow = new OverflowError("integer overflow");

function checked32(value: number): i32 {
  if (value !== (value | 0)) throw overflow;
  return value | 0;
}

function checked64(value: bigint): i64 {
  if (value < MIN_I64 || value > MAX_I64) throw overflow;
  return value;
}

/** `a + b`; throws {@link OverflowError} when it leaves `i32`. */
export function addOvf(a: i32, b: i32): i32 {
  return checked32(a + b);
}
/** `a - b`; throws {@link OverflowError} when it leaves `i32`. */
export function subOvf(a: i32, b: i32): i32 {
  return checked32(a - b);
}
/** `a * b`; throws {@link OverflowError} when it leaves `i32`. */
export function mulOvf(a: i32, b: i32): i32 {
  const product = a * b; // beyond 2^53 it is inexact, but then far outside i32 as well
  return product === 0 ? 0 : checked32(product);
}
/** `a + b`; throws {@link OverflowError} when it leaves `i64`. */
export function addOvf64(a: i64, b: i64): i64 {
  return checked64(a + b);
}
/** `a - b`; throws {@link OverflowError} when it leaves `i64`. */
export function subOvf64(a: i64, b: i64): i64 {
  return checked64(a - b);
}
/** `a * b`; throws {@link OverflowError} when it leaves `i64`. */
export function mulOvf64(a: i64, b: i64): i64 {
  return checked64(a * b);
}

/** The low 64 bits of `value` as `i64`: how wrapping `i64` arithmetic is spelled. */
export function wrap64(value: i64): i64 {
  return BigInt.asIntN(64, value);
}
/** The low 64 bits of `value` as `u64`. */
export function wrapU64(value: u64): u64 {
  return BigInt.asUintN(64, value);
}

/** Quotient rounded towards zero. `b` must not be 0, nor the quotient overflow. */
export function idiv(a: i32, b: i32): i32 {
  return (a / b) | 0;
}
/** Remainder with the sign of `a`. `b` must not be 0. */
export function irem(a: i32, b: i32): i32 {
  return (a % b) | 0;
}
/** Unsigned quotient. `b` must not be 0. */
export function udiv(a: u32, b: u32): u32 {
  return (a / b) >>> 0;
}
/** Unsigned remainder. `b` must not be 0. */
export function urem(a: u32, b: u32): u32 {
  return (a % b) >>> 0;
}

/** Truncates towards zero and saturates at the ends of `i32`; NaN gives 0. */
export function f64ToI32(x: f64): i32 {
  if (x !== x) return 0;
  return x <= -2147483648 ? -2147483648 : x >= 2147483647 ? 2147483647 : Math.trunc(x) | 0;
}
/** Truncates towards zero and saturates at the ends of `i64`; NaN gives 0. */
export function f64ToI64(x: f64): i64 {
  if (x !== x) return 0n;
  if (x <= -9223372036854775808) return MIN_I64;
  return x >= 9223372036854775808 ? MAX_I64 : BigInt(Math.trunc(x));
}
/** Exact widening. */
export function i32ToI64(x: i32): i64 {
  return BigInt(x);
}
/** Exact widening of an unsigned value. */
export function u32ToI64(x: u32): i64 {
  return BigInt(x >>> 0);
}
/** The low 32 bits. */
export function i64ToI32(x: i64): i32 {
  return Number(BigInt.asIntN(32, x));
}
/** The nearest double. */
export function i64ToF64(x: i64): f64 {
  return Number(x);
}
/** The nearest double of an unsigned value. */
export function u64ToF64(x: u64): f64 {
  return Number(BigInt.asUintN(64, x));
}
/** The same 64 bits, read as unsigned. */
export function i64ToU64(x: i64): u64 {
  return BigInt.asUintN(64, x);
}
/** The same 64 bits, read as signed. */
export function u64ToI64(x: u64): i64 {
  return BigInt.asIntN(64, x);
}

/** The IEEE 754 bits of `x`. */
export function f64Bits(x: f64): i64 {
  scratch.setFloat64(0, x);
  return scratch.getBigInt64(0);
}
/** The double with these IEEE 754 bits. */
export function f64FromBits(bits: i64): f64 {
  scratch.setBigInt64(0, bits);
  return scratch.getFloat64(0);
}

/** Number of trailing zero bits; 32 for 0. */
export function ctz32(x: i32): i32 {
  return x === 0 ? 32 : 31 - Math.clz32(x & -x);
}
/** Number of set bits. */
export function popcnt32(x: i32): i32 {
  let count = 0;
  for (let rest = x | 0; rest !== 0; rest = rest & (rest - 1)) count++;
  return count;
}
/** Rotates left by `count & 31`. */
export function rotl32(x: i32, count: i32): i32 {
  return (x << (count & 31)) | (x >>> (-count & 31));
}
/** Number of leading zero bits; 64 for 0. */
export function clz64(x: i64): i32 {
  const high = Number(BigInt.asUintN(32, x >> 32n));
  return high !== 0 ? Math.clz32(high) : 32 + Math.clz32(Number(BigInt.asUintN(32, x)));
}
/** Number of trailing zero bits; 64 for 0. */
export function ctz64(x: i64): i32 {
  const low = i64ToI32(x);
  return low !== 0 ? ctz32(low) : 32 + ctz32(i64ToI32(x >> 32n));
}
/** Number of set bits. */
export function popcnt64(x: i64): i32 {
  return popcnt32(i64ToI32(x)) + popcnt32(i64ToI32(x >> 32n));
}
/** Logical shift right by `count & 63`. */
export function shrU64(x: i64, count: i32): i64 {
  return BigInt.asIntN(64, BigInt.asUintN(64, x) >> BigInt(count & 63));
}
/** Wrapping shift left by `count & 63`. */
export function shl64(x: i64, count: i32): i64 {
  return BigInt.asIntN(64, x << BigInt(count & 63));
}
/** Arithmetic shift right by `count & 63`. */
export function shr64(x: i64, count: i32): i64 {
  return x >> BigInt(count & 63);
}
