/** The hash of tuples: the rounds of xxHash64 over the elements' hashes, as CPython has them. */
import { type FixedArray, type i32, i32ToI64, type i64, shl64, shrU64, wrap64 } from "@rts";
import { hash } from "./hash.ts";
import type { W_Root } from "./root.ts";

const PRIME_1: i64 = wrap64(11400714785074694791n);
const PRIME_2: i64 = wrap64(14029467366897019727n);
const PRIME_5: i64 = wrap64(2870177450012600261n);
/** What a hash of -1, which means an error to CPython, becomes. */
const INSTEAD_OF_ERROR: i64 = 1546275796n;

/** The hash of a tuple of `items`. Throws what hashing them raises. */
export function hashItems(items: FixedArray<W_Root>): i64 {
  let mixed = PRIME_5;
  for (let i: i32 = 0; i < items.length; i++) {
    mixed = wrap64(mixed + wrap64(hash(items[i]) * PRIME_2));
    mixed = shl64(mixed, 31) | shrU64(mixed, 33);
    mixed = wrap64(mixed * PRIME_1);
  }
  mixed = wrap64(mixed + (i32ToI64(items.length) ^ (PRIME_5 ^ 3527539n)));
  return mixed === -1n ? INSTEAD_OF_ERROR : mixed;
}
