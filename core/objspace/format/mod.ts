/**
 * The format mini-language of `format()`, f-strings and `str.format`.
 *
 * @example
 * ```ts
 * const spec = parseFormatSpec("+012,.2f", 0, GREATER);
 * print(layoutFloat(spec, 1234.5)); // +0,001,234.50
 * ```
 * @module
 */
export * from "./layout.ts";
export * from "./spec.ts";
