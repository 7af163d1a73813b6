/**
 * 64-bit FNV-1a hashes of bytes drawn from Marsaglia's xorshift generator ("Xorshift RNGs", 2003; shifts 13, 7
 * and 17).
 *
 * Measures wrapping 64-bit multiplication, xor and shifts; untranslated these are bigints. The hash of the
 * empty text is 0xcbf29ce484222325, that of "a" 0xaf63dc4c8601ec8c.
 */
import {
  type f64,
  type i32,
  i32ToI64,
  type i64,
  i64ToF64,
  i64ToI32,
  parseI32,
  print,
  shl64,
  shrU64,
  wrap64,
} from "@rts";

const FNV_BASIS: i64 = -3750763034362895579n;
const FNV_PRIME: i64 = 1099511628211n;

/** FNV-1a of the first `count` bytes. */
export function fnv1a(bytes: Uint8Array, count: i32): i64 {
  let hash = FNV_BASIS;
  for (let i = 0; i < count; i++) hash = wrap64((hash ^ i32ToI64(bytes[i])) * FNV_PRIME);
  return hash;
}

/** The state after `state`, which must not be 0. */
export function xorshift(state: i64): i64 {
  let x = state;
  x = x ^ shl64(x, 13);
  x = x ^ shrU64(x, 7);
  x = x ^ shl64(x, 17);
  return x;
}

/** Fills a block with random bytes and hashes it, `n` times; the low 48 bits of all hashes, chained by xor. */
export function run(n: i32): f64 {
  const block = new Uint8Array(64);
  let state: i64 = 88172645463325252n;
  let mixed: i64 = 0n;
  for (let round = 0; round < n; round++) {
    for (let i = 0; i < block.length; i++) {
      state = xorshift(state);
      block[i] = i64ToI32(state) & 255;
    }
    mixed = xorshift(mixed ^ fnv1a(block, block.length));
  }
  return i64ToF64(mixed & 281474976710655n);
}

export function defaultSize(): i32 {
  return 15000;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  print(`i64_hash ${size}: ${run(size)}`);
  return 0;
}
