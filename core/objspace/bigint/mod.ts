/**
 * Integers of any size, and the helpers that Python's `int` needs on 64-bit ones.
 *
 * @example
 * ```ts
 * const a = RBigInt.fromI64(10n).powI64(100n);
 * print(a.floordivI64(7n).toString());
 * ```
 * @module
 */
export { ONE, RBigInt, ZERO } from "./rbigint.ts";
export { BigPair } from "./arith.ts";
export { powerOfTwo, scaleRounded, topBits } from "./convert.ts";
export { fitsBytes } from "./bytes.ts";
export { gcd64 } from "./gcd.ts";
export { isqrt64 } from "./power.ts";
export { digitValue } from "./radix.ts";
export * from "./i64.ts";
