/** `object.__reduce_ex__`: how instances are copied and pickled, as `copyreg` describes it (PEP 307). */
import type { i32 } from "@rts";
import { getattr, getattrOrNull } from "./attributes.ts";
import { call0, call1, call2, callMethod0, type } from "./call.ts";
import { getDescriptor } from "./descriptors.ts";
import { W_Dict } from "./dict.ts";
import { typeError, typeName, valueError } from "./errors.ts";
import { W_List } from "./list.ts";
import { iter } from "./iteration.ts";
import type { W_Root } from "./root.ts";
import { newInt32 } from "./int.ts";
import { w_None } from "./singletons.ts";
import { intern, internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { newTuple2, tupleOf, W_Tuple } from "./tuple.ts";
import { lookup } from "./type_lookup.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { importModule } from "../interpreter/import_module.ts";
import { unpackIterable } from "./iteration.ts";

const s_reduce_ex: W_Str = internRts("_reduce_ex");
const s_newobj: W_Str = internRts("__newobj__");
const s_newobj_ex: W_Str = internRts("__newobj_ex__");
const s_getnewargs: W_Str = internRts("__getnewargs__");
const s_getnewargs_ex: W_Str = internRts("__getnewargs_ex__");
const s_getstate: W_Str = internRts("__getstate__");
const s_slotnames: W_Str = internRts("_slotnames");
const s_dict: W_Str = internRts("__dict__");
const s_items: W_Str = internRts("items");

/** `w_obj.__reduce_ex__(protocol)`. Throws TypeError for objects that cannot be taken apart. */
export function reduceEx(w_obj: W_Root, protocol: i32): W_Root {
  const w_copyreg = importModule("copyreg");
  if (protocol < 2) return call2(getattr(w_copyreg, s_reduce_ex), w_obj, newInt32(protocol));
  return reduceNewObject(w_obj, w_copyreg);
}

/** Protocol 2: `(copyreg.__newobj__, (class, *args), state, items of a list, items of a dict)`. */
function reduceNewObject(w_obj: W_Root, w_copyreg: W_Root): W_Root {
  const w_class = type(w_obj);
  let w_function: W_Root;
  let w_arguments: W_Root;
  const w_getEx = lookupSpecial(w_obj, s_getnewargs_ex);
  if (w_getEx !== null) {
    const pair = newArgumentsEx(call0(w_getEx)).items;
    if ((pair[1] as W_Dict).length > 0) {
      w_function = getattr(w_copyreg, s_newobj_ex);
      w_arguments = tupleOf([w_class, pair[0], pair[1]]);
    } else {
      const parts: W_Root[] = [w_class];
      addItems(parts, pair[0]);
      w_function = getattr(w_copyreg, s_newobj);
      w_arguments = tupleOf(parts);
    }
  } else {
    const w_get = lookupSpecial(w_obj, s_getnewargs);
    const parts: W_Root[] = [w_class];
    if (w_get !== null) addItems(parts, call0(w_get));
    w_function = getattr(w_copyreg, s_newobj);
    w_arguments = tupleOf(parts);
  }
  const w_state = stateOf(
    w_obj,
    w_class,
    w_getEx === null && lookup(w_class, s_getnewargs) === null,
    w_copyreg,
  );
  const w_listItems = w_obj instanceof W_List ? iter(w_obj) : w_None;
  const w_dictItems = w_obj instanceof W_Dict ? iter(callMethod0(w_obj, s_items)) : w_None;
  return tupleOf([w_function, w_arguments, w_state, w_listItems, w_dictItems]);
}

/** What the class says, bound to the object; null when it says nothing. */
function lookupSpecial(w_obj: W_Root, name: W_Str): W_Root | null {
  const w_found = lookup(type(w_obj), name);
  return w_found === null ? null : getDescriptor(w_found, w_obj, type(w_obj));
}

function newArgumentsEx(w_pair: W_Root): W_Tuple {
  if (!(w_pair instanceof W_Tuple)) {
    throw typeError(`__getnewargs_ex__ should return a tuple, not '${typeName(w_pair)}'`);
  }
  const items = w_pair.items;
  if (items.length !== 2) {
    throw valueError(`__getnewargs_ex__ should return a tuple of length 2, not ${items.length}`);
  }
  const place = "item of the tuple returned by __getnewargs_ex__ must be a";
  if (!(items[0] instanceof W_Tuple)) {
    throw typeError(`first ${place} tuple, not '${typeName(items[0])}'`);
  }
  if (!(items[1] instanceof W_Dict)) {
    throw typeError(`second ${place} dict, not '${typeName(items[1])}'`);
  }
  return w_pair;
}

function addItems(parts: W_Root[], w_items: W_Root): void {
  if (!(w_items instanceof W_Tuple)) {
    throw typeError(`__getnewargs__ should return a tuple, not '${typeName(w_items)}'`);
  }
  for (let i = 0; i < w_items.items.length; i++) parts.push(w_items.items[i]);
}

/** What `__getstate__` gives, or the dict and the slots. */
function stateOf(w_obj: W_Root, w_class: W_Type, required: boolean, w_copyreg: W_Root): W_Root {
  const w_getstate = getattrOrNull(w_obj, s_getstate);
  if (w_getstate !== null) return call0(w_getstate);
  if (
    required && !w_class.isHeap() && !(w_obj instanceof W_List) && !(w_obj instanceof W_Dict) &&
    hasHiddenState(w_obj)
  ) {
    throw typeError(`cannot pickle '${typeName(w_obj)}' object`);
  }
  const w_dict = w_class.hasFlag(TypeFlag.Dict) ? getattrOrNull(w_obj, s_dict) : null;
  const w_state = w_dict === null || (w_dict instanceof W_Dict && w_dict.length === 0) ? w_None : w_dict;
  const w_slots = slotState(w_obj, w_class, w_copyreg);
  if (w_slots === null) return w_state;
  return newTuple2(w_state, w_slots);
}

/** Built-in objects whose contents `__reduce_ex__` would lose. */
function hasHiddenState(w_obj: W_Root): boolean {
  const map = w_obj.getMap();
  if (map === null) return true;
  return map.w_type.solid !== map.w_type.mro[map.w_type.mro.length - 1];
}

function slotState(w_obj: W_Root, w_class: W_Type, w_copyreg: W_Root): W_Root | null {
  const names = unpackIterable(call1(getattr(w_copyreg, s_slotnames), w_class));
  if (names.length === 0) return null;
  const w_slots = new W_Dict();
  for (let i = 0; i < names.length; i++) {
    const w_value = getattrOrNull(w_obj, intern(names[i] as W_Str));
    if (w_value !== null) w_slots.set(names[i], w_value);
  }
  return w_slots.length === 0 ? null : w_slots;
}
