/** The values that `marshal` carries: the constants of the language, code objects, and collections of these. */
import type { ConstantValue } from "../ast/nodes.ts";
import type { CodeObject } from "../code.ts";

/** Any value. Items of tuples may be any value as well, which {@link ConstantValue} does not allow. */
export type MarshalValue =
  | Exclude<ConstantValue, { type: "tuple" } | { type: "frozenset" }>
  | { type: "tuple"; items: readonly MarshalValue[] }
  | { type: "frozenset"; items: readonly MarshalValue[] }
  | { type: "list"; items: readonly MarshalValue[] }
  | { type: "set"; items: readonly MarshalValue[] }
  | { type: "dict"; entries: readonly (readonly [MarshalValue, MarshalValue])[] }
  | { type: "StopIteration" }
  | CodeObject;

/** None. */
export const NONE: MarshalValue = { type: "None" };

/** A string, or None for null. */
export function str(value: string | null): MarshalValue {
  return value === null ? NONE : { type: "str", value };
}

/** An integer, or None for null. */
export function int(value: number | null): MarshalValue {
  return value === null ? NONE : { type: "int", value: BigInt(value) };
}

/** A tuple. */
export function tuple(...items: MarshalValue[]): MarshalValue {
  return { type: "tuple", items };
}

/** A list. */
export function list(items: MarshalValue[]): MarshalValue {
  return { type: "list", items };
}
