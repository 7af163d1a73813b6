/**
 * The prelude of RTS, imported as `@rts`: number kinds, arithmetic, containers, exceptions, hints, and what the
 * collector and the host offer. Everything here runs untranslated; the translator replaces each function by
 * an instruction or by a function of `translator/runtime` or `gc`.
 *
 * @example
 * ```ts
 * import { type i32, print } from "@rts";
 * export function main(args: string[]): i32 {
 *   print(`hello, ${args.length} arguments`);
 *   return 0;
 * }
 * ```
 * @module
 */
export * from "./kinds.ts";
export * from "./exceptions.ts";
export * from "./numbers.ts";
export * from "./containers.ts";
export * from "./jit.ts";
export * from "./gc.ts";
export * from "./io.ts";
