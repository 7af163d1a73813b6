/** `super`. */
import type { FixedArray, i32 } from "@rts";
import { genericGetattr } from "./attributes.ts";
import { call2, call3, type } from "./call.ts";
import type { W_Cell } from "./cell.ts";
import { getDescriptor } from "./descriptors.ts";
import { runtimeError, typeError, typeName } from "./errors.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_unset } from "./singletons.ts";
import { Special } from "./special.ts";
import { intern, internRts } from "./str/intern.ts";
import { fromRts, type W_Str } from "./str/wstr.ts";
import { define } from "./typedef.ts";
import { lookupAfter } from "./type_lookup.ts";
import { TypeFlag, W_Type } from "./type.ts";
import { superType } from "./types.ts";
import { ec } from "../interpreter/context.ts";
import { W_BuiltinFunction } from "./builtin_function.ts";
import { W_StaticMethod } from "./static_method.ts";
import { getattrOrNull } from "./attributes.ts";

const s_class: W_Str = internRts("__class__");

/** A `super` object: attributes are searched after `w_start` in the linearization of `w_objType`. */
export class W_Super extends W_Object {
  w_start: W_Type | null = null;
  w_obj: W_Root | null = null;
  w_objType: W_Type | null = null;
  constructor(map: InstanceMap) {
    super(map);
  }
}

/** `super(w_start, w_obj)` with the class of the search known. */
export function newSuper(w_start: W_Type, w_obj: W_Root, w_objType: W_Type): W_Super {
  const w_super = new W_Super(superType.instanceMap);
  w_super.w_start = w_start;
  w_super.w_obj = w_obj;
  w_super.w_objType = w_objType;
  return w_super;
}

/** The class whose linearization is searched. Throws TypeError when `w_obj` is neither instance nor subclass. */
function checkedType(w_start: W_Type, w_obj: W_Root): W_Type {
  if (w_obj instanceof W_Type && w_obj.isSubtype(w_start)) return w_obj;
  if (type(w_obj).isSubtype(w_start)) return type(w_obj);
  const w_said = getattrOrNull(w_obj, s_class);
  if (w_said instanceof W_Type && w_said !== type(w_obj) && w_said.isSubtype(w_start)) return w_said;
  throw typeError("super(type, obj): obj must be an instance or subtype of type");
}

function superInit(w_self: W_Root, w_start: W_Root, w_obj: W_Root): W_Root {
  const self = w_self as W_Super;
  if (w_start === w_unset) {
    initFromFrame(self);
    return w_None;
  }
  if (!(w_start instanceof W_Type)) {
    throw typeError(`super() argument 1 must be type, not ${typeName(w_start)}`);
  }
  self.w_start = w_start;
  if (w_obj !== w_unset && w_obj !== w_None) {
    self.w_obj = w_obj;
    self.w_objType = checkedType(w_start, w_obj);
  }
  return w_None;
}

/** `super()`: the first argument of the running function, and its `__class__` cell. */
function initFromFrame(self: W_Super): void {
  const frame = ec.frame;
  if (frame === null) throw runtimeError("super(): no current frame");
  const code = frame.code;
  if (code.argcount === 0) throw runtimeError("super(): no arguments");
  let w_obj = frame.slots[0];
  if (w_obj === null && code.cellArguments !== null) {
    w_obj = cellOfFirst(frame.slots, code.cellArguments, code.nlocals);
  }
  if (w_obj === null) throw runtimeError("super(): arg[0] deleted");
  for (let i = 0; i < code.freevars.length; i++) {
    if (!code.freevars[i].equals(s_class)) continue;
    const w_class = (frame.slots[code.nlocals + code.cellvars.length + i] as W_Cell).w_value;
    if (w_class === null) throw runtimeError("super(): empty __class__ cell");
    if (!(w_class instanceof W_Type)) {
      throw runtimeError(`super(): __class__ is not a type (${typeName(w_class)})`);
    }
    self.w_start = w_class;
    self.w_obj = w_obj;
    self.w_objType = checkedType(w_class, w_obj);
    return;
  }
  throw runtimeError("super(): __class__ cell not found");
}

function cellOfFirst(slots: FixedArray<W_Root | null>, arguments_: Int32Array, nlocals: i32): W_Root | null {
  for (let i = 0; i < arguments_.length; i++) {
    if (arguments_[i] === 0) return (slots[nlocals + i] as W_Cell).w_value;
  }
  return null;
}

function superGetattribute(w_self: W_Root, w_name: W_Root): W_Root {
  const self = w_self as W_Super;
  const name = intern(w_name as W_Str);
  const w_objType = self.w_objType;
  if (w_objType !== null && name !== s_class) {
    const w_found = lookupAfter(w_objType, self.w_start!, name);
    if (w_found !== null) return bind(self, w_found, w_objType);
  }
  return genericGetattr(w_self, name);
}

function bind(self: W_Super, w_found: W_Root, w_objType: W_Type): W_Root {
  const w_obj = self.w_obj!;
  if (w_obj !== w_objType) return getDescriptor(w_found, w_obj, w_objType);
  if (w_found instanceof W_BuiltinFunction) return w_found;
  if (w_found instanceof W_StaticMethod) return w_found.w_function;
  const w_get = type(w_found).special[Special.Get];
  return w_get === null ? w_found : call3(w_get, w_found, w_None, w_objType);
}

function superGet(w_self: W_Root, w_obj: W_Root, _w_owner: W_Root): W_Root {
  const self = w_self as W_Super;
  if (w_obj === w_None || self.w_obj !== null) return w_self;
  if (type(w_self) !== superType) return callSubclass(w_self, self.w_start!, w_obj);
  return newSuper(self.w_start!, w_obj, checkedType(self.w_start!, w_obj));
}

function callSubclass(w_self: W_Root, w_start: W_Type, w_obj: W_Root): W_Root {
  return call2(type(w_self), w_start, w_obj);
}

function superRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Super;
  const start = self.w_start === null ? "NULL" : self.w_start.name.toRts();
  if (self.w_objType !== null) {
    return fromRts(`<super: <class '${start}'>, <${self.w_objType.name.toRts()} object>>`);
  }
  return fromRts(`<super: <class '${start}'>, NULL>`);
}

define(superType, {
  doc: "Attributes of an object as the classes after a given one define them.",
  flags: TypeFlag.Base,
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_Super((scope[0] as W_Type).instanceMap),
  },
  methods: {
    __init__: ["($self, type=<unset>, obj=<unset>, /)", superInit],
    __getattribute__: ["($self, name, /)", superGetattribute],
    __get__: ["($self, instance, owner=None, /)", superGet],
    __repr__: ["($self, /)", superRepr],
  },
  members: {
    __thisclass__: [(w_self: W_Root): W_Root => (w_self as W_Super).w_start ?? w_None],
    __self__: [(w_self: W_Root): W_Root => (w_self as W_Super).w_obj ?? w_None],
    __self_class__: [(w_self: W_Root): W_Root => (w_self as W_Super).w_objType ?? w_None],
  },
});
