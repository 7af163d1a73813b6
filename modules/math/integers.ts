/** The functions of `math` on integers of any size. */
import type { f64, i32, i64 } from "@rts";

import { ONE, RBigInt, scaleRounded, topBits, ZERO } from "../../core/objspace/bigint/mod.ts";
import { log10of, log2of, log64 } from "../../core/objspace/float/mod.ts";

/** `n * (n-1) * … * (n-count+1)`, in halves so that the factors of a product are alike. */
function fallingProduct(n: RBigInt, count: i64): RBigInt {
  if (count === 0n) return ONE;
  if (count === 1n) return n;
  if (n.fitsI64() && count <= 16n) {
    let result = n;
    for (let i: i64 = 1n; i < count; i = i + 1n) result = result.mulI64(n.toI64() - i);
    return result;
  }
  const half = count / 2n;
  return fallingProduct(n, half).mul(fallingProduct(n.subI64(half), count - half));
}

/** `n!` of an `n` that is not negative. */
export function factorial(n: i64): RBigInt {
  return n < 2n ? ONE : fallingProduct(RBigInt.fromI64(n), n);
}

/** Arrangements of `k` out of `n`; neither is negative. */
export function perm(n: RBigInt, k: i64): RBigInt {
  return n.compare(RBigInt.fromI64(k)) < 0 ? ZERO : fallingProduct(n, k);
}

/** Choices of `k` out of `n`; neither is negative. The caller has replaced `k` by `n - k` where that is less. */
export function comb(n: RBigInt, k: i64): RBigInt {
  return perm(n, k).floordiv(factorial(k));
}

/** The least common multiple, at least 0. */
export function lcm(a: RBigInt, b: RBigInt): RBigInt {
  if (a.isZero() || b.isZero()) return ZERO;
  return a.floordiv(a.gcd(b)).mul(b).abs();
}

/** Which logarithm {@link logBig} takes. */
export enum LogBase {
  E,
  Two,
  Ten,
}

function logOf(base: LogBase, x: f64): f64 {
  if (base === LogBase.Two) return log2of(x);
  return base === LogBase.Ten ? log10of(x) : log64(x);
}

/** The logarithm of an integer above 0, beyond the doubles as well. */
export function logBig(base: LogBase, a: RBigInt): f64 {
  const x = a.toF64();
  if (x < Infinity) return logOf(base, x);
  const bits: i32 = a.bitLength();
  return logOf(base, scaleRounded(topBits(a), -62)) + logOf(base, 2.0) * bits;
}
