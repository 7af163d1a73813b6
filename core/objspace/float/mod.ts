/**
 * What Python's `float` needs beyond the machine's arithmetic.
 *
 * @example
 * ```ts
 * print(floatRepr(1e16)); // 1e+16
 * print(formatFloat(2.5, 102, 0, 0)); // 2
 * ```
 * @module
 */
export * from "./arith.ts";
export * from "./digits.ts";
export * from "./format.ts";
export * from "./hex.ts";
export * from "./norm.ts";
export * from "./parse.ts";
export * from "./pow.ts";
