/**
 * The number kinds of RTS. To TypeScript they are `number` and `bigint`; the translator reads the alias's name
 * from the declaration, so a kind must be written where a type is declared (parameter, field, result, variable).
 */

/** A signed 32-bit integer. `a + b` must not overflow it; `(a + b) | 0` wraps. */
export type i32 = number;
/** An unsigned 32-bit integer. Produced by `>>>`. */
export type u32 = number;
/** A double. An `i32` or `u32` widens to it implicitly. */
export type f64 = number;
/** A truth value. */
export type bool = boolean;
/** A signed 64-bit integer; `bigint` untranslated. `wrap64(a + b)` wraps. */
export type i64 = bigint;
/** An unsigned 64-bit integer; `bigint` untranslated. */
export type u64 = bigint;

/** Storage of 8 bits, read as `i32` and sign-extended. Only for fields and elements. */
export type i8 = number;
/** Storage of 8 bits, read as `i32`. Only for fields and elements. */
export type u8 = number;
/** Storage of 16 bits, read as `i32` and sign-extended. Only for fields and elements. */
export type i16 = number;
/** Storage of 16 bits, read as `i32`. Only for fields and elements. */
export type u16 = number;

/** A byte address in the linear memory: a `u32` that only `gc/` and the runtime handle. */
export type Addr = number;
