/**
 * Hashes and equality of map keys, one pair for each kind: what the intrinsics `hashKey` and `sameKey` become.
 * Strings use `string_hash` and `string_equals`.
 */
import { type bool, type f64, f64Bits, type i32, type i64, i64ToI32, identityHash } from "@rts";

/** 2^32 divided by the golden ratio, odd: spreads neighbours over the word (Knuth, vol. 3, 6.4). */
const GOLDEN: i32 = 0x9e3779b1 | 0;
/** Another odd multiplier, for the upper half of 64 bits (from MurmurHash3's finalizer). */
const UPPER: i32 = 0x85ebca6b | 0;

/**
 * The hash of an `i32`, `u32` or `bool` key.
 * @inline
 */
export function hash_i32(x: i32): i32 {
  const product = Math.imul(x, GOLDEN);
  // Low bits of the product depend on low bits of x alone; tables take the low bits.
  return product ^ (product >>> 15);
}

/** The hash of an `i64` or `u64` key. */
export function hash_i64(x: i64): i32 {
  return hash_i32(i64ToI32(x) ^ Math.imul(i64ToI32(x >> 32n), UPPER));
}

/** The hash of an `f64` key: one for both zeros, one for all NaNs. */
export function hash_f64(x: f64): i32 {
  if (x === 0.0) return 0;
  return x !== x ? 1 : hash_i64(f64Bits(x));
}

/** The hash of an object key, by identity. The collector's hashes may be addresses, alike in their low bits. */
export function hash_object(x: object): i32 {
  return hash_i32(identityHash(x));
}

/**
 * SameValueZero of doubles.
 * @inline
 */
export function same_f64(a: f64, b: f64): bool {
  return a === b || (a !== a && b !== b);
}
