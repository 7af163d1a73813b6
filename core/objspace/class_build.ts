/**
 * Making classes: linearization (C3, Barrett et al. 1996), `__slots__`, the class that decides the layout, and what
 * `type.__new__` and `type.__init__` do around it.
 */
import { type FixedArray, type i32, newFixedArray, WeakReference } from "@rts";
import { newFixedArrayOf } from "./arrays.ts";
import { W_SlotMember } from "./builtin_function.ts";
import { call2, callItems, type } from "./call.ts";
import { W_Cell } from "./cell.ts";
import { newClassMethod } from "./decorators.ts";
import type { W_Dict } from "./dict.ts";
import { getDescriptor } from "./descriptors.ts";
import { classNameOf, OperationError, runtimeError, typeError, typeName, valueError } from "./errors.ts";
import { getValue } from "./exceptions.ts";
import { repr as strRepr } from "./str/repr.ts";
import { fixedItems, unpackIterable } from "./iteration.ts";
import { AttrKind } from "./map.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import { W_StaticMethod } from "./static_method.ts";
import { strIsIdentifier } from "./str/predicates.ts";
import { intern, internRts } from "./str/intern.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { newSuper } from "./super.ts";
import { callWithDict } from "../interpreter/calls.ts";
import { W_Function } from "../interpreter/function.ts";
import { attributeChanged, lookup, refreshSpecials } from "./type_lookup.ts";
import { TYPE_BLANKS, TypeFlag, W_Type } from "./type.ts";
import { classmethodType, objectType, staticmethodType } from "./types.ts";
import { newList } from "./list.ts";
import { NO_ITEMS, W_Tuple } from "./tuple.ts";
import { reprText } from "./text.ts";
import { ec } from "../interpreter/context.ts";
import { getattr } from "./attributes.ts";

const s_slots: W_Str = internRts("__slots__");
const s_dict: W_Str = internRts("__dict__");
const s_weakref: W_Str = internRts("__weakref__");
const s_module: W_Str = internRts("__module__");
const s_name: W_Str = internRts("__name__");
const s_qualname: W_Str = internRts("__qualname__");
const s_classcell: W_Str = internRts("__classcell__");
const s_init_subclass: W_Str = internRts("__init_subclass__");
const s_class_getitem: W_Str = internRts("__class_getitem__");
const s_new: W_Str = internRts("__new__");
const s_doc: W_Str = internRts("__doc__");
const s_hash: W_Str = internRts("__hash__");
const s_eq: W_Str = internRts("__eq__");
const s_mro: W_Str = internRts("mro");
const s_abstractmethods: W_Str = internRts("__abstractmethods__");

/** Flags that a class takes over from any base. */
const INHERITED: i32 = TypeFlag.Dict | TypeFlag.Weakrefs | TypeFlag.Exception | TypeFlag.Metaclass |
  TypeFlag.MatchSelf | TypeFlag.HasDel;

/** The most derived metaclass of `w_meta` and those of the bases. Throws TypeError when there is none. */
export function calculateMetaclass(w_meta: W_Type, bases: FixedArray<W_Root>): W_Type {
  let w_winner = w_meta;
  for (let i = 0; i < bases.length; i++) {
    const w_other = type(bases[i]);
    if (w_winner.isSubtype(w_other)) continue;
    if (w_other.isSubtype(w_winner)) {
      w_winner = w_other;
      continue;
    }
    throw typeError(
      "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
    );
  }
  return w_winner;
}

/** A new class, as `type.__new__` makes it. Throws TypeError, ValueError, and what hooks raise. */
export function newClass(
  w_meta: W_Type,
  name: W_Str,
  basesGiven: FixedArray<W_Root>,
  w_namespace: W_Dict,
  w_keywords: W_Dict | null,
): W_Type {
  const bases = checkedBases(basesGiven);
  const w_best = bestBase(bases);
  const w_type = new W_Type(w_meta.instanceMap, name, TYPE_BLANKS);
  w_type.flags = TypeFlag.Heap | TypeFlag.Base | inheritedFlags(bases);
  w_type.bases = bases;
  w_type.solid = w_best.solid;
  w_type.layoutBase = w_best.layoutBase;
  w_type.dict = w_namespace.copy();
  fillNamespace(w_type, name);
  const w_cell = w_type.dict.delete(s_classcell);
  if (w_cell !== null) setClassCell(w_cell, w_type);
  addSlots(w_type, bases);
  // After the slots, of which one may be called so.
  if (!w_type.dict.hasStr(s_doc)) w_type.dict.setStr(s_doc, w_None);
  setLinearization(w_type);
  registerSubclass(w_type);
  refreshSpecials(w_type);
  setNames(w_type);
  initSubclass(w_type, w_keywords);
  return w_type;
}

function inheritedFlags(bases: FixedArray<W_Type>): i32 {
  let flags = 0;
  for (let i = 0; i < bases.length; i++) flags |= bases[i].flags & INHERITED;
  // Which of the two sorts of patterns match is what the first base with either says.
  for (let i = 0; i < bases.length; i++) {
    const sort = bases[i].flags & (TypeFlag.Sequence | TypeFlag.Mapping);
    if (sort !== 0) return flags | sort;
  }
  return flags;
}

function checkedBases(bases: FixedArray<W_Root>): FixedArray<W_Type> {
  if (bases.length === 0) return newFixedArray<W_Type>(1, objectType);
  const checked = newFixedArray<W_Type>(bases.length, objectType);
  for (let i = 0; i < bases.length; i++) {
    const w_base = bases[i];
    if (!(w_base instanceof W_Type)) throw typeError("bases must be types");
    if (!w_base.hasFlag(TypeFlag.Base)) {
      throw typeError(`type '${classNameOf(w_base)}' is not an acceptable base type`);
    }
    checked[i] = w_base;
  }
  return checked;
}

/** The base that decides the layout. Throws TypeError when two bases disagree. */
export function bestBase(bases: FixedArray<W_Type>): W_Type {
  let w_winner = bases[0];
  let w_best = bases[0];
  for (let i = 1; i < bases.length; i++) {
    const w_candidate = bases[i].layoutBase;
    const w_current = w_winner.layoutBase;
    if (w_current.isSubtype(w_candidate)) continue;
    if (w_candidate.isSubtype(w_current)) {
      w_winner = bases[i];
      w_best = bases[i];
      continue;
    }
    throw typeError("multiple bases have instance lay-out conflict");
  }
  return w_best;
}

function fillNamespace(w_type: W_Type, name: W_Str): void {
  const dict = w_type.dict;
  if (!dict.hasStr(s_module)) {
    const frame = ec.frame;
    const w_module = frame === null ? null : frame.w_globals.getStr(s_name);
    if (w_module !== null) dict.setStr(s_module, w_module);
  }
  const w_qualname = dict.delete(s_qualname);
  if (w_qualname === null) w_type.qualname = name;
  else if (w_qualname instanceof W_Str) w_type.qualname = w_qualname;
  else throw typeError(`type __qualname__ must be a str, not ${typeName(w_qualname)}`);
  const w_new = dict.getStr(s_new);
  if (w_new instanceof W_Function) {
    dict.setStr(s_new, new W_StaticMethod(staticmethodType.instanceMap, w_new));
  }
  makeClassMethod(dict, s_init_subclass);
  makeClassMethod(dict, s_class_getitem);
  if (dict.hasStr(s_eq) && !dict.hasStr(s_hash)) dict.setStr(s_hash, w_None);
}

function makeClassMethod(dict: W_Dict, name: W_Str): void {
  const w_function = dict.getStr(name);
  if (w_function instanceof W_Function) {
    dict.setStr(name, newClassMethod(w_function, classmethodType.instanceMap));
  }
}

/** Gives the class what `__slots__` says, or a dict and weak references where it says nothing. */
function addSlots(w_type: W_Type, bases: FixedArray<W_Type>): void {
  const w_slots = w_type.dict.getStr(s_slots);
  if (w_slots === null) {
    addDict(w_type);
    addWeakrefs(w_type);
    return;
  }
  const items = w_slots instanceof W_Str ? newFixedArrayOf<W_Root>([w_slots]) : fixedItems(w_slots);
  if (items.length > 0 && isVariableSized(w_type.solid)) {
    throw typeError(`nonempty __slots__ not supported for subtype of '${bestBase(bases).name.toRts()}'`);
  }
  const names: W_Str[] = [];
  for (let i = 0; i < items.length; i++) addSlot(w_type, bestBase(bases), items[i], names);
  if (names.length > 0) w_type.layoutBase = w_type;
  const kind = AttrKind.Slot + slotDepth(w_type);
  for (let i = 0; i < names.length; i++) {
    w_type.dict.setStr(names[i], new W_SlotMember(names[i], w_type, kind));
  }
}

/** Built-ins of variable size cannot have slots in CPython. */
function isVariableSized(w_solid: W_Type): boolean {
  const name = w_solid.name.toRts();
  return w_solid.module === "builtins" && (name === "int" || name === "bytes" || name === "tuple");
}

/** Kinds of slots are numbered by depth of inheritance, so that a class may have a slot of its base's name. */
function slotDepth(w_type: W_Type): i32 {
  let depth: i32 = 0;
  for (let i = 0; i < w_type.bases.length; i++) {
    const base = slotDepthOf(w_type.bases[i]);
    if (base > depth) depth = base;
  }
  return depth;
}

function slotDepthOf(w_type: W_Type): i32 {
  return w_type.bases.length === 0 ? 0 : 1 + slotDepth(w_type);
}

function addSlot(w_type: W_Type, w_best: W_Type, w_name: W_Root, names: W_Str[]): void {
  if (!(w_name instanceof W_Str)) {
    throw typeError(`__slots__ items must be strings, not '${typeName(w_name)}'`);
  }
  if (!strIsIdentifier(w_name)) throw typeError("__slots__ must be identifiers");
  if (w_name.equals(s_dict)) {
    if (w_best.hasFlag(TypeFlag.Dict) || w_type.dict.hasStr(s_dict)) {
      throw typeError("__dict__ slot disallowed: we already got one");
    }
    addDict(w_type);
    return;
  }
  if (w_name.equals(s_weakref)) {
    if (w_best.hasFlag(TypeFlag.Weakrefs) || w_type.dict.hasStr(s_weakref)) {
      throw typeError("__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
    }
    addWeakrefs(w_type);
    return;
  }
  const name = intern(mangled(w_type.name, w_name));
  if (w_type.dict.hasStr(name) && !name.equals(s_qualname) && !name.equals(s_classcell)) {
    throw valueError(`${strRepr(name).toRts()} in __slots__ conflicts with class variable`);
  }
  names.push(name);
}

/** `__name` inside a class is `_Class__name`. */
function mangled(className: W_Str, name: W_Str): W_Str {
  const text = name.toRts();
  if (!text.startsWith("__") || text.endsWith("__")) return name;
  let owner = className.toRts();
  let at = 0;
  while (at < owner.length && owner.charCodeAt(at) === 0x5f) at++;
  owner = owner.substring(at, owner.length);
  return owner === "" ? name : fromRts(`_${owner}${text}`);
}

function addDict(w_type: W_Type): void {
  if (w_type.hasFlag(TypeFlag.Dict)) return;
  w_type.flags = w_type.flags | TypeFlag.Dict;
  if (!w_type.dict.hasStr(s_dict)) w_type.dict.setStr(s_dict, instanceDictDescriptor(w_type));
}

function addWeakrefs(w_type: W_Type): void {
  if (w_type.hasFlag(TypeFlag.Weakrefs) || isVariableSized(w_type.solid)) return;
  w_type.flags = w_type.flags | TypeFlag.Weakrefs;
  if (!w_type.dict.hasStr(s_weakref)) w_type.dict.setStr(s_weakref, weakrefDescriptor(w_type));
}

type DescriptorMaker = (w_type: W_Type) => W_Root;
let makeDictDescriptor: DescriptorMaker | null = null;
let makeWeakrefDescriptor: DescriptorMaker | null = null;

/** Installs what makes the `__dict__` and `__weakref__` attributes of classes (`object_methods.ts`). */
export function setInstanceDescriptors(dict: DescriptorMaker, weakref: DescriptorMaker): void {
  makeDictDescriptor = dict;
  makeWeakrefDescriptor = weakref;
}
function instanceDictDescriptor(w_type: W_Type): W_Root {
  return makeDictDescriptor!(w_type);
}
function weakrefDescriptor(w_type: W_Type): W_Root {
  return makeWeakrefDescriptor!(w_type);
}

function registerSubclass(w_type: W_Type): void {
  for (let i = 0; i < w_type.bases.length; i++) {
    w_type.bases[i].subclasses.push(new WeakReference<W_Type>(w_type));
  }
}

/** Sets `mro` of a class: by `mro()` of its metaclass where that is the user's. */
export function setLinearization(w_type: W_Type): void {
  const w_meta = type(w_type);
  const w_method = lookup(w_meta, s_mro);
  if (w_method instanceof W_Function) {
    // The class must be usable while its own `mro` runs.
    w_type.mro = linearize(w_type);
    w_type.mro = checkedLinearization(
      w_type,
      unpackIterable(callItems(w_method, newFixedArrayOf<W_Root>([w_type]))),
    );
    return;
  }
  w_type.mro = linearize(w_type);
}

function checkedLinearization(w_type: W_Type, items: W_Root[]): FixedArray<W_Type> {
  const mro = newFixedArray<W_Type>(items.length, w_type);
  for (let i = 0; i < items.length; i++) {
    const w_item = items[i];
    if (!(w_item instanceof W_Type)) throw typeError(`mro() returned a non-class ('${typeName(w_item)}')`);
    if (!w_type.solid.isSubtype(w_item.solid)) {
      throw typeError(`mro() returned base with unsuitable layout ('${w_item.name.toRts()}')`);
    }
    mro[i] = w_item;
  }
  return mro;
}

/** The C3 linearization. Throws TypeError when there is none. */
export function linearize(w_type: W_Type): FixedArray<W_Type> {
  const bases = w_type.bases;
  checkDuplicates(bases);
  const sequences: FixedArray<W_Type>[] = [];
  for (let i = 0; i < bases.length; i++) sequences.push(bases[i].mro);
  sequences.push(bases);
  const heads: i32[] = [];
  for (let i = 0; i < sequences.length; i++) heads.push(0);
  const result: W_Type[] = [w_type];
  for (;;) {
    const w_next = nextHead(sequences, heads);
    if (w_next === null) return newFixedArrayOf<W_Type>(result);
    result.push(w_next);
    for (let i = 0; i < sequences.length; i++) {
      if (heads[i] < sequences[i].length && sequences[i][heads[i]] === w_next) heads[i]++;
    }
  }
}

/** The first head that stands in no tail; null when all sequences are used up. Throws TypeError for a conflict. */
function nextHead(sequences: FixedArray<W_Type>[], heads: i32[]): W_Type | null {
  let isEmpty = true;
  for (let i = 0; i < sequences.length; i++) {
    if (heads[i] >= sequences[i].length) continue;
    isEmpty = false;
    const w_candidate = sequences[i][heads[i]];
    if (!inTail(sequences, heads, w_candidate)) return w_candidate;
  }
  if (isEmpty) return null;
  throw inconsistent(sequences, heads);
}

function inTail(sequences: FixedArray<W_Type>[], heads: i32[], w_candidate: W_Type): boolean {
  for (let i = 0; i < sequences.length; i++) {
    for (let j = heads[i] + 1; j < sequences[i].length; j++) {
      if (sequences[i][j] === w_candidate) return true;
    }
  }
  return false;
}

function inconsistent(sequences: FixedArray<W_Type>[], heads: i32[]): OperationError {
  const names: W_Type[] = [];
  for (let i = 0; i < sequences.length; i++) {
    if (heads[i] >= sequences[i].length) continue;
    const w_head = sequences[i][heads[i]];
    if (!names.includes(w_head)) names.push(w_head);
  }
  let list = "";
  for (let i = 0; i < names.length; i++) {
    list = i === 0 ? names[i].name.toRts() : `${list}, ${names[i].name.toRts()}`;
  }
  return typeError(`Cannot create a consistent method resolution\norder (MRO) for bases ${list}`);
}

function checkDuplicates(bases: FixedArray<W_Type>): void {
  for (let i = 0; i < bases.length; i++) {
    for (let j = i + 1; j < bases.length; j++) {
      if (bases[i] === bases[j]) throw typeError(`duplicate base class ${bases[i].name.toRts()}`);
    }
  }
}

function setClassCell(w_cell: W_Root, w_type: W_Type): void {
  if (!(w_cell instanceof W_Cell)) {
    throw typeError(
      `type.__new__ __classcell__ must be a nonlocal cell, not <class '${typeName(w_cell)}'>`,
    );
  }
  w_cell.w_value = w_type;
}

/** Calls `__set_name__` of the attributes that have it. */
function setNames(w_type: W_Type): void {
  const dict = w_type.dict.copy();
  for (let p = dict.next(0); p >= 0; p = dict.next(p + 1)) {
    const w_value = dict.valueAt(p);
    const w_hook = type(w_value).special[Special.SetName];
    if (w_hook === null) continue;
    try {
      call2(getDescriptor(w_hook, w_value, type(w_value)), w_type, dict.keyAt(p));
    } catch (e) {
      if (!(e instanceof OperationError)) throw e;
      throw setNameFailed(e, w_value, dict.keyAt(p), w_type);
    }
  }
}

function setNameFailed(
  cause: OperationError,
  w_value: W_Root,
  w_key: W_Root,
  w_type: W_Type,
): OperationError {
  const error = runtimeError(
    `Error calling __set_name__ on '${typeName(w_value)}' instance ${
      reprText(w_key)
    } in '${w_type.name.toRts()}'`,
  );
  const w_error = getValue(error);
  const w_cause = getValue(cause);
  w_error.w_cause = w_cause;
  w_error.w_context = w_cause;
  w_error.suppressContext = true;
  error.hasContext = true;
  return error;
}

/** `super(cls, cls).__init_subclass__(**keywords)`. */
function initSubclass(w_type: W_Type, w_keywords: W_Dict | null): void {
  const w_method = getattr(newSuper(w_type, w_type, w_type), s_init_subclass);
  callWithDict(w_method, NO_ITEMS, w_keywords);
}

/** A class becomes abstract or ceases to be: `__abstractmethods__` was set. */
export function setAbstract(w_type: W_Type, isAbstract: boolean): void {
  if (isAbstract) w_type.flags = w_type.flags | TypeFlag.Abstract;
  else w_type.flags = w_type.flags & ~TypeFlag.Abstract;
  attributeChanged(w_type, s_abstractmethods);
}

/** The linearization as a list. */
export function mroList(w_type: W_Type): W_Root {
  const mro = w_type.mro;
  const items = newFixedArray<W_Root>(mro.length, w_type);
  for (let i = 0; i < mro.length; i++) items[i] = mro[i];
  return newList(items);
}

/** Direct bases as a tuple. */
export function basesTuple(w_type: W_Type): W_Tuple {
  const items = newFixedArray<W_Root>(w_type.bases.length, w_type);
  for (let i = 0; i < w_type.bases.length; i++) items[i] = w_type.bases[i];
  return new W_Tuple(items);
}
