/** Calling a class: `__new__`, then `__init__` of what it made. */
import type { FixedArray, i32 } from "@rts";
import { W_BuiltinFunction, W_MethodDescr } from "./builtin_function.ts";
import { callArray, callWithFreePlace, type } from "./call.ts";
import { getDescriptor, getDescriptorOfClass } from "./descriptors.ts";
import { classNameOf, typeError, typeName } from "./errors.ts";
import { W_Instance } from "./object.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import { W_StaticMethod } from "./static_method.ts";
import type { W_Str } from "./str/wstr.ts";
import { setTypeCall, TypeFlag, type W_Type } from "./type.ts";
import { typeType } from "./types.ts";
import { registerDel } from "../interpreter/finalizer_queue.ts";
import { spreadCall } from "../interpreter/calls.ts";
import type { W_Dict } from "./dict.ts";
import { W_Function } from "../interpreter/function.ts";

/** `object.__new__` and `object.__init__`: classes that inherit them take the direct way. */
let w_objectNew: W_Root | null = null;
let w_objectInit: W_Root | null = null;

/** Tells this module what `object` defines; called once, at translation. */
export function setObjectConstructors(w_new: W_Root, w_init: W_Root): void {
  w_objectNew = w_new;
  w_objectInit = w_init;
}
export function inheritsObjectNew(w_type: W_Type): boolean {
  return w_type.special[Special.New] === w_objectNew;
}
export function inheritsObjectInit(w_type: W_Type): boolean {
  return w_type.special[Special.Init] === w_objectInit;
}

function callType(
  w_type: W_Type,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): W_Root {
  const w_call = type(w_type).special[Special.Call];
  if (w_call instanceof W_Function) {
    args[base - 1] = w_type;
    return w_call.vectorcall(args, base - 1, count + 1, names);
  }
  if (w_call !== null && !(w_call instanceof W_MethodDescr)) {
    return getDescriptor(w_call, w_type, type(w_type)).vectorcall(args, base, count, names);
  }
  return construct(w_type, args, base, count, names);
}

/** What `type.__call__` does. */
export function construct(
  w_type: W_Type,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): W_Root {
  if (w_type === typeType && names === null && count === 1) return type(args[base]!);
  const w_init = w_type.special[Special.Init];
  const w_new = w_type.special[Special.New];
  if (w_new === w_objectNew && w_init instanceof W_Function && (w_type.flags & TypeFlag.Abstract) === 0) {
    const w_obj = new W_Instance(w_type.instanceMap);
    if ((w_type.flags & TypeFlag.HasDel) !== 0) registerDel(w_obj);
    args[base - 1] = w_obj;
    checkInit(w_init.vectorcall(args, base - 1, count + 1, names));
    return w_obj;
  }
  if (w_new === null || (w_type.flags & TypeFlag.NoNew) !== 0) {
    throw typeError(`cannot create '${classNameOf(w_type)}' instances`);
  }
  const w_obj = callNew(w_type, w_new, args, base, count, names);
  const w_actual = type(w_obj);
  if (!w_actual.isSubtype(w_type)) return w_obj;
  if ((w_actual.flags & TypeFlag.HasDel) !== 0 && !(w_obj instanceof W_Instance)) registerDel(w_obj);
  const w_actualInit = w_actual.special[Special.Init];
  if (w_actualInit !== null && (w_actualInit !== w_objectInit || w_new === w_objectNew)) {
    initialize(w_obj, w_actualInit, args, base, count, names);
  }
  return w_obj;
}

/** {@link construct} with the keywords of a dict. Throws TypeError for keys that are no strings. */
export function constructWithDict(w_type: W_Type, items: FixedArray<W_Root>, w_keywords: W_Dict): W_Root {
  const call = spreadCall(items, w_keywords);
  return construct(w_type, call.args, 1, items.length, call.names);
}

function callNew(
  w_type: W_Type,
  w_new: W_Root,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): W_Root {
  let w_callable = w_new;
  if (w_new instanceof W_StaticMethod) w_callable = w_new.w_function;
  else if (!(w_new instanceof W_BuiltinFunction)) w_callable = getDescriptorOfClass(w_new, w_type);
  args[base - 1] = w_type;
  return callWithFreePlace(w_callable, args, base - 1, count + 1, names);
}

function initialize(
  w_obj: W_Root,
  w_init: W_Root,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): void {
  if (w_init instanceof W_Function) {
    args[base - 1] = w_obj;
    checkInit(w_init.vectorcall(args, base - 1, count + 1, names));
    return;
  }
  if (w_init instanceof W_MethodDescr) {
    args[base - 1] = w_obj;
    checkInit(w_init.code.invoke(args, base - 1, count + 1, names));
    return;
  }
  const all = count + (names === null ? 0 : names.length);
  const fresh = callArray(all);
  for (let i = 0; i < all; i++) fresh[i + 1] = args[base + i];
  checkInit(getDescriptor(w_init, w_obj, type(w_obj)).vectorcall(fresh, 1, count, names));
}

function checkInit(w_result: W_Root): void {
  if (w_result !== w_None) throw typeError(`__init__() should return None, not '${typeName(w_result)}'`);
}

setTypeCall(callType);
