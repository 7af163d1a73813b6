/** Makes namespaces, linearizations and special methods of all built-in classes, at translation. */
import { newFixedArray, WeakReference } from "@rts";
import { BuiltinCode } from "./builtin_code.ts";
import { W_BuiltinFunction, W_ClassMethodDescr, W_GetSet, W_MethodDescr } from "./builtin_function.ts";
import { W_Dict } from "./dict.ts";
import { baseExceptionType, EXCEPTION_BASES } from "./exception_types.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { SPECIAL_NAMES } from "./special.ts";
import { fromRts } from "./str/wstr.ts";
import { internRts } from "./str/intern.ts";
import { W_StaticMethod } from "./static_method.ts";
import { SLOT_DOCS } from "./slot_docs.ts";
import { refreshSpecials } from "./type_lookup.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { BUILTIN_TYPES, objectType, typeType } from "./types.ts";
import { newFixedArrayOf } from "./arrays.ts";

import { type GetSetEntry, type MethodEntry, SPECS, type TypeSpec } from "./typedef.ts";

const WRAPPER_NAMES: Set<string> = new Set();
for (let i = 0; i < SPECIAL_NAMES.length; i++) WRAPPER_NAMES.add(SPECIAL_NAMES[i]!.toRts());
/** Special names that are ordinary methods in CPython. */
const PLAIN_SPECIALS =
  "new init_subclass class_getitem prepare instancecheck subclasscheck mro_entries copy deepcopy reduce reduce_ex getstate setstate getnewargs getnewargs_ex fspath enter exit aenter aexit length_hint missing reversed round trunc floor ceil complex bytes format dir sizeof set_name";
for (const name of PLAIN_SPECIALS.split(" ")) WRAPPER_NAMES.delete(`__${name}__`);

/** Makes a code object of a table entry. */
export function builtinCode(name: string, entry: MethodEntry): BuiltinCode {
  if ("scope" in entry) return new BuiltinCode(name, entry.signature, entry.scope, true, entry.doc ?? null);
  return new BuiltinCode(name, entry[0], entry[1], false, entry[2] ?? null);
}

/** A function of a module. Runs at translation. */
export function builtinFunction(name: string, entry: MethodEntry, module: string): W_BuiltinFunction {
  const code = builtinCode(name, entry);
  const w_function = new W_BuiltinFunction(code, null);
  w_function.moduleName = internRts(module);
  if (module !== "builtins") w_function.code.module = module;
  return w_function;
}

function fillNamespace(w_type: W_Type, spec: TypeSpec): void {
  const put = (name: string, w_value: W_Root) => w_type.dict.setStr(internRts(name), w_value);
  if (spec.new !== undefined) {
    const w_new = new W_BuiltinFunction(builtinCode("__new__", spec.new), null);
    w_new.w_owner = w_type;
    w_new.code.newType = w_type;
    put("__new__", w_new);
  }
  for (const [name, entry] of Object.entries(spec.methods ?? {})) {
    const code = builtinCode(name, entry);
    code.selfType = w_type;
    code.isWrapper = WRAPPER_NAMES.has(name);
    if (code.isWrapper && code.doc === null) code.doc = SLOT_DOCS[name] ?? null;
    code.isSequenceSlot = spec.sequenceSlots?.includes(name) ?? false;
    put(name, new W_MethodDescr(code, w_type));
  }
  for (const [name, entry] of Object.entries(spec.classmethods ?? {})) {
    const code = builtinCode(name, entry);
    code.selfType = w_type;
    put(name, new W_ClassMethodDescr(code, w_type));
  }
  for (const [name, entry] of Object.entries(spec.staticmethods ?? {})) {
    const w_function = new W_BuiltinFunction(builtinCode(name, entry), null);
    w_function.w_owner = w_type;
    put(name, new W_StaticMethod(staticmethodMap(), w_function));
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

function putAttributes(
  w_type: W_Type,
  table: Readonly<Record<string, GetSetEntry>>,
  isMember: boolean,
): void {
  for (const [name, [getter, setter, deleter, doc]] of Object.entries(table)) {
    const interned = internRts(name);
    const w_descr = new W_GetSet(
      interned,
      w_type,
      getter,
      setter ?? null,
      deleter ?? null,
      doc ?? null,
      isMember,
    );
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
  if (EXCEPTION_BASES.has(w_type) && spec.new === undefined && w_base !== null) {
    w_type.solid = solidOf(w_type);
    w_type.layoutBase = w_type.solid;
  } else if (
    spec.new === undefined && w_base === objectType && w_type !== typeType && w_type !== baseExceptionType
  ) {
    w_type.flags |= TypeFlag.NoNew;
  }
  w_type.layoutBase = w_type.solid;
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
