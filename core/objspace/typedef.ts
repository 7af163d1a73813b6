/**
 * How built-in classes are written down: `define(class, {…})` at a module's top level, with tables of methods and
 * attributes. A method's Python signature is text (see `signature.ts`); its RTS function takes one `W_Root` for each
 * parameter. `finishTypes` (`type_finish.ts`) makes namespaces, linearizations and special methods of all of them, at translation.
 */
import type { AnyFn, Fn1, Fn2, FnScope } from "./builtin_code.ts";
import type { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";

/** A method: signature text, function, documentation. `scope: true` functions take all parameters as an array. */
export type MethodEntry =
  | readonly [signature: string, fn: AnyFn, doc?: string | undefined]
  | { readonly signature: string; readonly scope: FnScope; readonly doc?: string };

/** A computed attribute: getter, then setter and deleter where there are. */
export type GetSetEntry = readonly [
  getter: Fn1,
  setter?: Fn2 | null,
  deleter?: Fn1 | null,
  doc?: string | undefined,
];

/** A built-in class. */
export interface TypeSpec {
  readonly base?: W_Type;
  readonly doc?: string | undefined;
  /** `TypeFlag` bits besides those that follow from the base. */
  readonly flags?: number;
  readonly textSignature?: string;
  /** `__new__`: the first parameter is the class. */
  readonly new?: MethodEntry;
  /** Methods, special ones included. */
  readonly methods?: Readonly<Record<string, MethodEntry>>;
  /** `+` and `*` of sequences, see `BuiltinCode.isSequenceSlot`. */
  readonly sequenceSlots?: readonly string[];
  readonly classmethods?: Readonly<Record<string, MethodEntry>>;
  readonly staticmethods?: Readonly<Record<string, MethodEntry>>;
  readonly getsets?: Readonly<Record<string, GetSetEntry>>;
  /** As `getsets`, for what CPython shows as a `member_descriptor`. */
  readonly members?: Readonly<Record<string, GetSetEntry>>;
  readonly constants?: Readonly<Record<string, W_Root>>;
}

/** What was defined, by class. `type_finish.ts` reads it. */
export const SPECS: Map<W_Type, TypeSpec> = new Map();

/** Describes a built-in class. Runs at translation; throws when a class is described twice. */
export function define(w_type: W_Type, spec: TypeSpec): void {
  if (SPECS.has(w_type)) throw new Error(`class ${w_type.name.toRts()} is defined twice`);
  SPECS.set(w_type, spec);
}
