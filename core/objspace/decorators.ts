/** `staticmethod` and `classmethod`. */
import { getattrOrNull } from "./attributes.ts";
import { call3, type } from "./call.ts";
import type { InstanceMap } from "./map.ts";
import { W_Method } from "./method.ts";
import type { W_Root } from "./root.ts";
import { getInstanceDict } from "./instance_dict.ts";
import { newBool } from "./int.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import { W_ClassMethod, W_StaticMethod } from "./static_method.ts";
import { internRts } from "./str/intern.ts";
import { fromRts, type W_Str } from "./str/wstr.ts";
import { isTrue } from "./truth.ts";
import { reprText } from "./text.ts";
import { define } from "./typedef.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { classmethodType, staticmethodType } from "./types.ts";
import { setattr } from "./attributes.ts";
import { typeError } from "./errors.ts";
import type { FixedArray } from "@rts";
import { callWithDict } from "../interpreter/calls.ts";
import type { W_Dict } from "./dict.ts";
import type { W_Tuple } from "./tuple.ts";

const s_isabstractmethod: W_Str = internRts("__isabstractmethod__");

/** A `classmethod` of `w_function`. */
export function newClassMethod(w_function: W_Root, map: InstanceMap): W_ClassMethod {
  return new W_ClassMethod(map, w_function);
}

/** Attributes that a wrapper takes over from the function. */
const WRAPPED: W_Str[] = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"]
  .map((name) => internRts(name));

function copyAttributes(w_self: W_Root, w_function: W_Root): void {
  for (let i = 0; i < WRAPPED.length; i++) {
    const w_value = getattrOrNull(w_function, WRAPPED[i]);
    if (w_value !== null) setattr(w_self, WRAPPED[i], w_value);
  }
}

function isAbstract(w_function: W_Root): W_Root {
  const w_flag = getattrOrNull(w_function, s_isabstractmethod);
  return newBool(w_flag !== null && isTrue(w_flag));
}

define(staticmethodType, {
  doc: "Makes a function an attribute of a class that is not bound to instances.",
  flags: TypeFlag.Base | TypeFlag.Dict,
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root =>
      new W_StaticMethod((scope[0] as W_Type).instanceMap, w_None),
  },
  methods: {
    __init__: ["($self, function, /)", (w_self: W_Root, w_function: W_Root): W_Root => {
      (w_self as W_StaticMethod).w_function = w_function;
      copyAttributes(w_self, w_function);
      return w_None;
    }],
    __get__: [
      "($self, instance, owner=None, /)",
      (w_self: W_Root, _w_obj: W_Root, _w_owner: W_Root): W_Root => (w_self as W_StaticMethod).w_function,
    ],
    __call__: {
      signature: "($self, /, *args, **kwargs)",
      scope: (scope: FixedArray<W_Root>): W_Root =>
        callWithDict(
          (scope[0] as W_StaticMethod).w_function,
          (scope[1] as W_Tuple).items,
          scope[2] as W_Dict,
        ),
    },
    __repr__: [
      "($self, /)",
      (w_self: W_Root): W_Root =>
        fromRts(`<staticmethod(${reprText((w_self as W_StaticMethod).w_function)})>`),
    ],
  },
  members: {
    __func__: [(w_self: W_Root): W_Root => (w_self as W_StaticMethod).w_function],
    __wrapped__: [(w_self: W_Root): W_Root => (w_self as W_StaticMethod).w_function],
  },
  getsets: {
    __isabstractmethod__: [(w_self: W_Root): W_Root => isAbstract((w_self as W_StaticMethod).w_function)],
    __dict__: [(w_self: W_Root): W_Root => getInstanceDict(w_self)],
  },
});

function classmethodGet(w_self: W_Root, w_obj: W_Root, w_owner: W_Root): W_Root {
  const w_function = (w_self as W_ClassMethod).w_function;
  const w_class = w_owner === w_None ? type(w_obj) : w_owner;
  if (w_obj === w_None && w_owner === w_None) throw typeError("__get__(None, None) is invalid");
  if (type(w_function).special[Special.Get] !== null) {
    return call3(type(w_function).special[Special.Get]!, w_function, w_class, w_class);
  }
  return new W_Method(w_function, w_class);
}

define(classmethodType, {
  doc: "Makes a function an attribute of a class that gets the class as its first argument.",
  flags: TypeFlag.Base | TypeFlag.Dict,
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_ClassMethod((scope[0] as W_Type).instanceMap, w_None),
  },
  methods: {
    __init__: ["($self, function, /)", (w_self: W_Root, w_function: W_Root): W_Root => {
      (w_self as W_ClassMethod).w_function = w_function;
      copyAttributes(w_self, w_function);
      return w_None;
    }],
    __get__: ["($self, instance, owner=None, /)", classmethodGet],
    __repr__: [
      "($self, /)",
      (w_self: W_Root): W_Root => fromRts(`<classmethod(${reprText((w_self as W_ClassMethod).w_function)})>`),
    ],
  },
  members: {
    __func__: [(w_self: W_Root): W_Root => (w_self as W_ClassMethod).w_function],
    __wrapped__: [(w_self: W_Root): W_Root => (w_self as W_ClassMethod).w_function],
  },
  getsets: {
    __isabstractmethod__: [(w_self: W_Root): W_Root => isAbstract((w_self as W_ClassMethod).w_function)],
    __dict__: [(w_self: W_Root): W_Root => getInstanceDict(w_self)],
  },
});
