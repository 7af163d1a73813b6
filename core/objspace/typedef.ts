/**
 * How built-in classes are written down: `define(class, {…})` at a module's top level, with tables of methods and
 * attributes. A method's Python signature is text (see `signature.ts`); its RTS function takes one `W_Root` for each
 * parameter. `finishTypes` makes namespaces, linearizations and special methods of all of them, at translation.
 */
import { FixedArray, newFixedArray } from "@rts";
import { type AnyFn, BuiltinCode, type Fn1, type Fn2, type FnScope } from "./builtin_code.ts";
import { W_BuiltinFunction, W_ClassMethodDescr, W_GetSet, W_MethodDescr } from "./builtin_function.ts";
import { W_Dict } from "./dict.ts";
import { EXCEPTION_BASES } from "./exception_types.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { SPECIAL_NAMES } from "./special.ts";
import { fromRts } from "./str/wstr.ts";
import { internRts } from "./str/intern.ts";
import { W_StaticMethod } from "./static_method.ts";
import { refreshSpecials } from "./type_lookup.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { baseExceptionType } from "./exception_types.ts";
import { BUILTIN_TYPES, objectType, typeType } from "./types.ts";
import { newFixedArrayOf } from "./arrays.ts";
import { WeakReference } from "@rts";

/** A method: signature text, function, documentation. `scope: true` functions take all parameters as an array. */
export type MethodEntry =
  | readonly [signature: string, fn: AnyFn, doc?: string]
  | { readonly signature: string; readonly scope: FnScope; readonly doc?: string };

/** A computed attribute: getter, then setter and deleter where there are. */
export type GetSetEntry = readonly [getter: Fn1, setter?: Fn2 | null, deleter?: Fn1 | null, doc?: string];

/** A built-in class. */
export interface TypeSpec {
  readonly base?: W_Type;
  readonly doc?: string;
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

const SPECS: Map<W_Type, TypeSpec> = new Map();
const WRAPPER_NAMES: Set<string> = new Set();
for (let i = 0; i < SPECIAL_NAMES.length; i++) WRAPPER_NAMES.add(SPECIAL_NAMES[i]!.toRts());
/** Special names that are ordinary methods in CPython. */
const PLAIN_SPECIALS = "new init_subclass class_getitem prepare instancecheck subclasscheck mro_entries copy deepcopy reduce reduce_ex getstate setstate getnewargs getnewargs_ex fspath enter exit aenter aexit length_hint missing reversed round trunc floor ceil complex bytes format dir sizeof set_name";
for (const name of PLAIN_SPECIALS.split(" ")) WRAPPER_NAMES.delete(`__${name}__`);

/** Describes a built-in class. Runs at translation; throws when a class is described twice. */
export function define(w_type: W_Type, spec: TypeSpec): void {
  if (SPECS.has(w_type)) throw new Error(`class ${w_type.name.toRts()} is defined twice`);
  SPECS.set(w_type, spec);
}

/** Makes a code object of a table entry. */
export function builtinCode(name: string, entry: MethodEntry): BuiltinCode {
  if ("scope" in entry) return new BuiltinCode(name, entry.signature, entry.scope, true, entry.doc ?? null);
  return new BuiltinCode(name, entry[0], entry[1], false, entry[2] ?? null);
}

/** A function of a module. Runs at translation. */
export function builtinFunction(name: string, entry: MethodEntry, module: string): W_BuiltinFunction {
  const w_function = new W_BuiltinFunction(builtinCode(name, entry), null);
  w_function.moduleName = internRts(module);
  return w_function;
}

function fillNamespace(w_type: W_Type, spec: TypeSpec): void {
  const put = (name: string, w_value: W_Root) => w_type.dict.setStr(internRts(name), w_value);
  if (spec.new !== undefined) {
    const w_new = new W_BuiltinFunction(builtinCode("__new__", spec.new), null);
    w_new.w_owner = w_type;
    put("__new__", w_new);
  }
  for (const [name, entry] of Object.entries(spec.methods ?? {})) {
    const code = builtinCode(name, entry);
    code.selfType = w_type;
    code.isWrapper = WRAPPER_NAMES.has(name);
    code.isSequenceSlot = spec.sequenceSlots?.includes(name) ?? false;
    put(name, new W_MethodDescr(code, w_type));
  }
  for (const [name, entry] of Object.entries(spec.classmethods ?? {})) {
    put(name, new W_ClassMethodDescr(builtinCode(name, entry), w_type));
  }
  for (const [name, entry] of Object.entries(spec.staticmethods ?? {})) {
    put(name, new W_StaticMethod(staticmethodMap(), new W_BuiltinFunction(builtinCode(name, entry), null)));
  }
  putAttributes(w_type, spec.getsets ?? {}, false);
  putAttributes(w_type, spec.members ?? {}, true);
  for (const [name, w_value] of Object.entries(spec.constants ?? {})) put(name, w_value);
  if (!w_type.dict.hasStr(internRts("__doc__"))) {
    put("__doc__", spec.doc === undefined ? w_None : fromRts(spec.doc));
  }
}

function staticmethodMap() {
  return BUILTIN_TYPES.find((w_type) => w_type.name.toRts() === "staticmethod")!.instanceMap;
}

function putAttributes(w_type: W_Type, table: Readonly<Record<string, GetSetEntry>>, isMember: boolean): void {
  for (const [name, [getter, setter, deleter, doc]] of Object.entries(table)) {
    const interned = internRts(name);
    const w_descr = new W_GetSet(interned, w_type, getter, setter ?? null, deleter ?? null, doc ?? null, isMember);
    w_type.dict.setStr(interned, w_descr);
  }
}

/** Flags that a class takes over from its base. */
const INHERITED_FLAGS = TypeFlag.Dict | TypeFlag.Weakrefs | TypeFlag.Sequence | TypeFlag.Mapping |
  TypeFlag.MatchSelf | TypeFlag.Exception | TypeFlag.Metaclass;

function finish(w_type: W_Type, done: Set<W_Type>): void {
  if (done.has(w_type)) return;
  done.add(w_type);
  const spec = SPECS.get(w_type) ?? {};
  const w_base = w_type === objectType ? null : spec.base ?? EXCEPTION_BASES.get(w_type) ?? objectType;
  if (w_base !== null) finish(w_base, done);
  w_type.bases = w_base === null ? newFixedArray<W_Type>(0, w_type) : newFixedArray<W_Type>(1, w_base);
  w_type.mro = newFixedArrayOf([w_type, ...(w_base === null ? [] : [...w_base.mro])]);
  if (w_base !== null) {
    w_type.flags |= w_base.flags & INHERITED_FLAGS;
    w_base.subclasses.push(new WeakReference<W_Type>(w_type));
  }
  w_type.flags |= spec.flags ?? 0;
  if (EXCEPTION_BASES.has(w_type)) w_type.flags |= TypeFlag.Exception | TypeFlag.Base | TypeFlag.Dict;
  if (w_type === typeType) w_type.flags |= TypeFlag.Metaclass;
  w_type.doc = spec.doc ?? null;
  w_type.textSignature = spec.textSignature ?? null;
  w_type.dict = new W_Dict();
  fillNamespace(w_type, spec);
  refreshSpecials(w_type);
  if (EXCEPTION_BASES.has(w_type) && spec.new === undefined && w_base !== null) w_type.solid = solidOf(w_type);
}

/** Exceptions without fields of their own share the layout of their base. */
function solidOf(w_type: W_Type): W_Type {
  const spec = SPECS.get(w_type);
  if (w_type === baseExceptionType || spec?.new !== undefined) return w_type;
  return w_type.bases.length === 0 ? w_type : solidOf(w_type.bases[0]!);
}

/** Finishes all built-in classes. Called once, at translation, after all modules ran. */
export function finishTypes(): void {
  const done = new Set<W_Type>();
  for (const w_type of BUILTIN_TYPES) finish(w_type, done);
}

/** Built-in classes that nothing defines: a test expects none. */
export function undefinedTypes(): string[] {
  return BUILTIN_TYPES.filter((w_type) => !SPECS.has(w_type) && !EXCEPTION_BASES.has(w_type))
    .map((w_type) => w_type.name.toRts());
}
