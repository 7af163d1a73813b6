/** The module `_abc`: what `abc.ABCMeta` does. */
import { type i32, i64ToI32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { getattr, getattrOrNull, setattr } from "../../core/objspace/attributes.ts";
import { callMethod0, callMethod1, type } from "../../core/objspace/call.ts";
import { operationError, runtimeError, typeError } from "../../core/objspace/errors.ts";
import { assertionErrorType } from "../../core/objspace/exception_types.ts";
import { newBool, newInt32, w_False, W_Int, w_True } from "../../core/objspace/int.ts";
import { issubclass } from "../../core/objspace/isinstance.ts";
import { unpackIterable } from "../../core/objspace/iteration.ts";
import { W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { newFrozenSet, newSet } from "../../core/objspace/set.ts";
import { w_None, w_NotImplemented } from "../../core/objspace/singletons.ts";
import { intern, internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { tupleOf, W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { weakrefType } from "../../core/objspace/types.ts";
import { newWeakRef } from "../../core/objspace/weakref.ts";
import { attributeChanged } from "../../core/objspace/type_lookup.ts";
import { abcDataType, counter, W_AbcData, type WeakClassSet } from "./registry.ts";

const s_impl: W_Str = internRts("_abc_impl");
const s_isabstractmethod: W_Str = internRts("__isabstractmethod__");
const s_abstractmethods: W_Str = internRts("__abstractmethods__");
const s_bases: W_Str = internRts("__bases__");
const s_class: W_Str = internRts("__class__");
const s_dict: W_Str = internRts("__dict__");
const s_items: W_Str = internRts("items");
const s_mro: W_Str = internRts("__mro__");
const s_subclasscheck: W_Str = internRts("__subclasscheck__");
const s_subclasses: W_Str = internRts("__subclasses__");
const s_subclasshook: W_Str = internRts("__subclasshook__");
const s_tpflags: W_Str = internRts("__abc_tpflags__");

/** Bits of `__abc_tpflags__`. */
const TP_SEQUENCE: i32 = 1 << 5;
const TP_MAPPING: i32 = 1 << 6;
const COLLECTIONS: i32 = TypeFlag.Sequence | TypeFlag.Mapping;

define(abcDataType, { flags: TypeFlag.NoNew });

function dataOf(w_self: W_Root): W_AbcData {
  const w_data = getattr(w_self, s_impl);
  if (w_data instanceof W_AbcData) return w_data;
  throw typeError("_abc_impl is set to a wrong type");
}

function isAbstract(w_value: W_Root): boolean {
  const w_flag = getattrOrNull(w_value, s_isabstractmethod);
  return w_flag !== null && isTrue(w_flag);
}

/** Sets `__abstractmethods__`: own abstract methods, and inherited ones that are so still. */
function computeAbstractMethods(w_self: W_Root): void {
  const w_names = newSet();
  const entries = unpackIterable(callMethod0(getattr(w_self, s_dict), s_items));
  for (let i = 0; i < entries.length; i++) {
    const items = (entries[i] as W_Tuple).items;
    if (isAbstract(items[1])) w_names.add(items[0]);
  }
  const w_bases = getattr(w_self, s_bases);
  if (!(w_bases instanceof W_Tuple)) throw typeError("__bases__ is not tuple");
  for (let i = 0; i < w_bases.items.length; i++) {
    const w_inherited = getattrOrNull(w_bases.items[i], s_abstractmethods);
    if (w_inherited === null) continue;
    const names = unpackIterable(w_inherited);
    for (let j = 0; j < names.length; j++) {
      const w_name = names[j]!;
      if (!(w_name instanceof W_Str)) throw typeError("attribute name must be string");
      const w_value = getattrOrNull(w_self, intern(w_name));
      if (w_value !== null && isAbstract(w_value)) w_names.add(w_name);
    }
  }
  const w_frozen = newFrozenSet();
  const all = unpackIterable(w_names);
  for (let i = 0; i < all.length; i++) w_frozen.add(all[i]!);
  setattr(w_self, s_abstractmethods, w_frozen);
}

/** `match` takes instances as sequences or mappings where the class says so. */
function takeCollectionFlags(w_class: W_Type): void {
  const w_flags = w_class.dict.getStr(s_tpflags);
  if (w_flags === null) return;
  if (w_flags instanceof W_Int) {
    const flags = i64ToI32(w_flags.value);
    if ((flags & TP_SEQUENCE) !== 0 && (flags & TP_MAPPING) !== 0) {
      throw typeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    }
    if ((flags & TP_SEQUENCE) !== 0) w_class.flags = w_class.flags | TypeFlag.Sequence;
    if ((flags & TP_MAPPING) !== 0) w_class.flags = w_class.flags | TypeFlag.Mapping;
  }
  w_class.dict.delete(s_tpflags);
  attributeChanged(w_class, s_tpflags);
}

function abcInit(w_self: W_Root): W_Root {
  computeAbstractMethods(w_self);
  setattr(w_self, s_impl, new W_AbcData());
  if (w_self instanceof W_Type) takeCollectionFlags(w_self);
  return w_None;
}

function setCollectionFlag(w_class: W_Type, flag: i32): void {
  if (!w_class.isHeap() || (w_class.flags & COLLECTIONS) === flag) return;
  w_class.flags = (w_class.flags & ~COLLECTIONS) | flag;
  for (let i = 0; i < w_class.subclasses.length; i++) {
    const w_sub = w_class.subclasses[i]!.get();
    if (w_sub !== null) setCollectionFlag(w_sub, flag);
  }
}

function abcRegister(w_self: W_Root, w_sub: W_Root): W_Root {
  if (!(w_sub instanceof W_Type)) throw typeError("Can only register classes");
  if (issubclass(w_sub, w_self)) return w_sub;
  // After the first question, so that X.register(X) does nothing.
  if (issubclass(w_self, w_sub)) throw runtimeError("Refusing to create an inheritance cycle");
  dataOf(w_self).registry.add(w_sub);
  counter.value++;
  if (w_self instanceof W_Type && (w_self.flags & COLLECTIONS) !== 0) {
    setCollectionFlag(w_sub, w_self.flags & COLLECTIONS);
  }
  return w_sub;
}

function abcInstancecheck(w_self: W_Root, w_instance: W_Root): W_Root {
  const data = dataOf(w_self);
  const w_class = getattr(w_instance, s_class);
  if (data.cache.has(w_class)) return w_True;
  const w_type = type(w_instance);
  if (w_type === w_class) {
    if (data.negativeVersion === counter.value && data.negative.has(w_class)) return w_False;
    return callMethod1(w_self, s_subclasscheck, w_class);
  }
  const w_result = callMethod1(w_self, s_subclasscheck, w_class);
  return isTrue(w_result) ? w_result : callMethod1(w_self, s_subclasscheck, w_type);
}

function abcSubclasscheck(w_self: W_Root, w_sub: W_Root): W_Root {
  if (!(w_sub instanceof W_Type)) throw typeError("issubclass() arg 1 must be a class");
  const data = dataOf(w_self);
  if (data.cache.has(w_sub)) return w_True;
  if (data.negativeVersion < counter.value) {
    data.negative.clear();
    data.negativeVersion = counter.value;
  } else if (data.negative.has(w_sub)) {
    return w_False;
  }
  const w_hook = callMethod1(w_self, s_subclasshook, w_sub);
  if (w_hook === w_True) return remember(data.cache, w_sub, true);
  if (w_hook === w_False) return remember(data.negative, w_sub, false);
  if (w_hook !== w_NotImplemented) {
    throw operationError(
      assertionErrorType,
      "__subclasshook__ must return either False, True, or NotImplemented",
    );
  }
  const isSub = isDirect(w_self, w_sub) || isRegistered(data, w_sub) || isBelowSubclass(w_self, w_sub);
  return remember(isSub ? data.cache : data.negative, w_sub, isSub);
}

function remember(answers: WeakClassSet, w_sub: W_Root, answer: boolean): W_Root {
  answers.add(w_sub);
  return newBool(answer);
}

function isDirect(w_self: W_Root, w_sub: W_Root): boolean {
  const w_mro = getattr(w_sub, s_mro);
  if (!(w_mro instanceof W_Tuple)) return false;
  for (let i = 0; i < w_mro.items.length; i++) {
    if (w_mro.items[i] === w_self) return true;
  }
  return false;
}

function isRegistered(data: W_AbcData, w_sub: W_Root): boolean {
  if (data.registry.has(w_sub)) return true;
  const registered = data.registry.alive();
  for (let i = 0; i < registered.length; i++) {
    if (issubclass(w_sub, registered[i]!)) return true;
  }
  return false;
}

function isBelowSubclass(w_self: W_Root, w_sub: W_Root): boolean {
  const w_subclasses = callMethod0(w_self, s_subclasses);
  if (!(w_subclasses instanceof W_List)) throw typeError("__subclasses__() must return a list");
  for (let i: i32 = 0; i < w_subclasses.length; i++) {
    if (issubclass(w_sub, w_subclasses.getItem(i))) return true;
  }
  return false;
}

function dump(classes: WeakClassSet): W_Root {
  const w_set = newSet();
  const alive = classes.alive();
  for (let i = 0; i < alive.length; i++) w_set.add(newWeakRef(weakrefType, alive[i]!, null));
  return w_set;
}

function getDump(w_self: W_Root): W_Root {
  const data = dataOf(w_self);
  return tupleOf([
    dump(data.registry),
    dump(data.cache),
    dump(data.negative),
    newInt32(data.negativeVersion),
  ]);
}

defineModule("_abc", {
  doc: "Abstract base classes.",
  functions: {
    get_cache_token: ["()", (): W_Root => newInt32(counter.value), "Changes with every registration."],
    _abc_init: ["(self, /)", abcInit],
    _abc_register: ["(self, subclass, /)", abcRegister],
    _abc_instancecheck: ["(self, instance, /)", abcInstancecheck],
    _abc_subclasscheck: ["(self, subclass, /)", abcSubclasscheck],
    _get_dump: ["(self, /)", getDump],
    _reset_registry: ["(self, /)", (w_self: W_Root): W_Root => {
      dataOf(w_self).registry.clear();
      return w_None;
    }],
    _reset_caches: ["(self, /)", (w_self: W_Root): W_Root => {
      dataOf(w_self).cache.clear();
      dataOf(w_self).negative.clear();
      return w_None;
    }],
  },
});
