/**
 * What Python's `int` needs on plain `i64`s: floor division, powers that tell overflow, hashes and texts.
 * Nothing here allocates but the texts.
 */
import {
  type bool,
  type f64,
  type i32,
  i32ToI64,
  type i64,
  i64ToF64,
  i64ToI32,
  shl64,
  shr64,
  wrap64,
} from "@rts";
import { RBigInt } from "./rbigint.ts";
import { digitValue } from "./radix.ts";

const MIN_I64: i64 = -9223372036854775808n;
const HASH_MODULUS: i64 = 0x1fffffffffffffffn;

/** Quotient towards minus infinity; `b` is not 0, nor is this `-2^63 / -1`. */
export function floordiv64(a: i64, b: i64): i64 {
  const quotient = a / b;
  return (a ^ b) < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/** Remainder with the sign of `b`, which is not 0. */
export function mod64(a: i64, b: i64): i64 {
  const rest = b === -1n ? 0n : a % b;
  return rest !== 0n && (rest ^ b) < 0n ? rest + b : rest;
}

/** Whether `a * b` is an `i64`. */
export function mulFits64(a: i64, b: i64): bool {
  if (a === 0n) return true;
  // Operands of 31 bits each are the rule, and need no division.
  if (a < 0x80000000n && a >= -0x80000000n && b < 0x80000000n && b >= -0x80000000n) return true;
  if (a === -1n) return b !== MIN_I64;
  return wrap64(a * b) / a === b;
}

/** Whether `a * 2^count` is an `i64`; `count` is at least 0. */
export function lshiftFits64(a: i64, count: i64): bool {
  if (a === 0n) return true;
  return count < 63n && shr64(shl64(a, i64ToI32(count)), i64ToI32(count)) === a;
}

/** `a / b` correctly rounded; `b` is not 0. */
export function truediv64(a: i64, b: i64): f64 {
  // Exact as doubles, their quotient is rounded once.
  if (isExactF64(a) && isExactF64(b)) return i64ToF64(a) / i64ToF64(b);
  return RBigInt.fromI64(a).truediv(RBigInt.fromI64(b));
}

function isExactF64(a: i64): bool {
  return a <= 0x20000000000000n && a >= -0x20000000000000n;
}

/** Whether {@link powmod64} takes this modulus: products of remainders fit an `i64`. */
export function powmodFits64(modulus: i64): bool {
  return modulus !== 0n && modulus <= 3037000499n && modulus >= -3037000499n;
}

/** `base ** exponent % modulus` with the sign of the modulus; the exponent is not negative. */
export function powmod64(base: i64, exponent: i64, modulus: i64): i64 {
  const m = modulus < 0n ? -modulus : modulus;
  let factor = mod64(base, m);
  let result = 1n % m;
  for (let rest = exponent; rest !== 0n; rest = rest >> 1n) {
    if ((rest & 1n) !== 0n) result = result * factor % m;
    factor = factor * factor % m;
  }
  return modulus < 0n && result !== 0n ? result + modulus : result;
}

/** Whether `base ** exponent` is an `i64`; the exponent is not negative. */
export function powFits64(base: i64, exponent: i64): bool {
  if (base <= 1n && base >= -1n) return true;
  let rest = exponent;
  let factor = base;
  let result: i64 = 1n;
  while (rest !== 0n) {
    if ((rest & 1n) !== 0n) {
      if (!mulFits64(result, factor)) return false;
      result = result * factor;
    }
    rest = rest >> 1n;
    if (rest !== 0n) {
      if (!mulFits64(factor, factor)) return false;
      factor = factor * factor;
    }
  }
  return true;
}

/** `base ** exponent` modulo 2^64; the exponent is not negative. Exact where {@link powFits64} says so. */
export function pow64(base: i64, exponent: i64): i64 {
  let rest = exponent;
  let factor = base;
  let result: i64 = 1n;
  while (rest !== 0n) {
    if ((rest & 1n) !== 0n) result = wrap64(result * factor);
    rest = rest >> 1n;
    if (rest !== 0n) factor = wrap64(factor * factor);
  }
  return result;
}

/** Python's hash: the value modulo 2^61 - 1 with its sign, never -1. */
export function hash64(value: i64): i64 {
  if (value > -HASH_MODULUS && value < HASH_MODULUS) return value === -1n ? -2n : value;
  const rest = value % HASH_MODULUS;
  return rest === -1n ? -2n : rest;
}

/** The number of bits of the magnitude. */
export function bitLength64(value: i64): i32 {
  if (value === MIN_I64) return 64;
  const magnitude = value < 0n ? -value : value;
  const high = i64ToI32(magnitude >> 32n);
  return high !== 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(i64ToI32(magnitude));
}

/** The text in base 10. */
export function text64(value: i64): string {
  return `${value}`;
}

/** Whether `text`, an optional sign and digits of `base`, spells a number at all. */
export function isNumberText(text: string, base: i32): bool {
  const length = text.length;
  let at = length > 0 && (text.charCodeAt(0) === 45 || text.charCodeAt(0) === 43) ? 1 : 0;
  if (at === length) return false;
  for (; at < length; at++) if (digitValue(text.charCodeAt(at)) >= base) return false;
  return true;
}

/** Whether that number surely is an `i64`: {@link parse64} may be called. Some long texts that fit are refused. */
export function textFits64(text: string, base: i32): bool {
  // 18 decimal digits are below 2^63; in base b, length * log2(b) must be below 63.
  return base <= 10 ? text.length <= 18 : text.length <= 12;
}

/** The value of a text for which {@link isNumberText} and {@link textFits64} hold. */
export function parse64(text: string, base: i32): i64 {
  let value: i64 = 0n;
  const b = i32ToI64(base);
  const lead = text.charCodeAt(0);
  for (let i = lead === 45 || lead === 43 ? 1 : 0; i < text.length; i++) {
    value = value * b + i32ToI64(digitValue(text.charCodeAt(i)));
  }
  return lead === 45 ? -value : value;
}
