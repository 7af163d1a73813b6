/** Calling objects from RTS code. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { typeError, typeName } from "./errors.ts";
import { getattr } from "./attributes.ts";
import { W_BuiltinFunction, W_MethodDescr } from "./builtin_function.ts";
import { getDescriptor } from "./descriptors.ts";
import { W_Object } from "./object.ts";
import { setCallFallback, type W_Root } from "./root.ts";
import { Special } from "./special.ts";
import type { W_Str } from "./str/wstr.ts";
import { lookup } from "./type_lookup.ts";
import type { W_Type } from "./type.ts";
import { W_Function } from "../interpreter/function.ts";

/**
 * The class of an object.
 * @inline
 */
export function type(w_obj: W_Root): W_Type {
  return w_obj instanceof W_Object ? w_obj.map.w_type : w_obj.typeOf();
}

/** An array for a call: a free place for the callee, then the arguments. */
export function callArray(count: i32): FixedArray<W_Root | null> {
  return newFixedArray<W_Root | null>(count + 1, null);
}

export function call0(w_callable: W_Root): W_Root {
  return w_callable.vectorcall(callArray(0), 1, 0, null);
}
export function call1(w_callable: W_Root, w_a: W_Root): W_Root {
  const args = callArray(1);
  args[1] = w_a;
  return w_callable.vectorcall(args, 1, 1, null);
}
export function call2(w_callable: W_Root, w_a: W_Root, w_b: W_Root): W_Root {
  const args = callArray(2);
  args[1] = w_a;
  args[2] = w_b;
  return w_callable.vectorcall(args, 1, 2, null);
}
export function call3(w_callable: W_Root, w_a: W_Root, w_b: W_Root, w_c: W_Root): W_Root {
  const args = callArray(3);
  args[1] = w_a;
  args[2] = w_b;
  args[3] = w_c;
  return w_callable.vectorcall(args, 1, 3, null);
}
export function call4(w_callable: W_Root, w_a: W_Root, w_b: W_Root, w_c: W_Root, w_d: W_Root): W_Root {
  const args = callArray(4);
  args[1] = w_a;
  args[2] = w_b;
  args[3] = w_c;
  args[4] = w_d;
  return w_callable.vectorcall(args, 1, 4, null);
}
/** Calls with positional arguments. */
export function callItems(w_callable: W_Root, items: FixedArray<W_Root>): W_Root {
  const args = callArray(items.length);
  for (let i = 0; i < items.length; i++) args[i + 1] = items[i];
  return w_callable.vectorcall(args, 1, items.length, null);
}

/** `w_obj.name()`. Throws AttributeError and what the method raises. */
export function callMethod0(w_obj: W_Root, name: W_Str): W_Root {
  const w_found = lookup(type(w_obj), name);
  if (w_found instanceof W_Function && hidesNothing(w_obj)) return call1(w_found, w_obj);
  return call0(getattr(w_obj, name));
}
export function callMethod1(w_obj: W_Root, name: W_Str, w_a: W_Root): W_Root {
  return call1(getattr(w_obj, name), w_a);
}
export function callMethod2(w_obj: W_Root, name: W_Str, w_a: W_Root, w_b: W_Root): W_Root {
  return call2(getattr(w_obj, name), w_a, w_b);
}
export function callMethod3(w_obj: W_Root, name: W_Str, w_a: W_Root, w_b: W_Root, w_c: W_Root): W_Root {
  return call3(getattr(w_obj, name), w_a, w_b, w_c);
}

function hidesNothing(w_obj: W_Root): boolean {
  return w_obj.getMap() === null;
}

/** Calls the special method `w_descr` of `w_self`, as found on the class, without further arguments. */
export function callSpecial1(w_descr: W_Root, w_self: W_Root): W_Root {
  if (w_descr instanceof W_MethodDescr) {
    const fn = w_descr.code.fn1;
    if (fn !== null) return fn(w_self);
  }
  if (w_descr instanceof W_Function || w_descr instanceof W_MethodDescr) return call1(w_descr, w_self);
  return call0(getDescriptor(w_descr, w_self, type(w_self)));
}

/** The same with one argument. */
export function callSpecial2(w_descr: W_Root, w_self: W_Root, w_a: W_Root): W_Root {
  if (w_descr instanceof W_MethodDescr) {
    const fn = w_descr.code.fn2;
    if (fn !== null) return fn(w_self, w_a);
    const fn3 = w_descr.code.fn3;
    if (fn3 !== null && w_descr.code.signature.required === 2) {
      return fn3(w_self, w_a, w_descr.code.signature.defaults[2]!);
    }
  }
  if (w_descr instanceof W_Function || w_descr instanceof W_MethodDescr) return call2(w_descr, w_self, w_a);
  return call1(getDescriptor(w_descr, w_self, type(w_self)), w_a);
}

/** The same with two arguments. */
export function callSpecial3(w_descr: W_Root, w_self: W_Root, w_a: W_Root, w_b: W_Root): W_Root {
  if (w_descr instanceof W_MethodDescr) {
    const fn = w_descr.code.fn3;
    if (fn !== null) return fn(w_self, w_a, w_b);
  }
  if (w_descr instanceof W_Function || w_descr instanceof W_MethodDescr) {
    return call3(w_descr, w_self, w_a, w_b);
  }
  return call2(getDescriptor(w_descr, w_self, type(w_self)), w_a, w_b);
}

/** The special method `special` of `w_obj`, bound to it; null when its class has none. */
export function boundSpecial(w_obj: W_Root, special: i32): W_Root | null {
  const w_type = type(w_obj);
  const w_descr = w_type.special[special];
  return w_descr === null ? null : getDescriptor(w_descr, w_obj, w_type);
}

/** Calls an object whose class has no call of its own: through `__call__`. */
function callThroughSpecial(
  w_callable: W_Root,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): W_Root {
  const w_descr = type(w_callable).special[Special.Call];
  if (w_descr === null) throw typeError(`'${typeName(w_callable)}' object is not callable`);
  if (w_descr instanceof W_Function) {
    args[base - 1] = w_callable;
    return callWithFreePlace(w_descr, args, base - 1, count + 1, names);
  }
  const w_bound = getDescriptor(w_descr, w_callable, type(w_callable));
  return w_bound.vectorcall(args, base, count, names);
}

/** `vectorcall` with arguments that have no free place before them. */
export function callWithFreePlace(
  w_callable: W_Root,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): W_Root {
  if (w_callable instanceof W_Function || w_callable instanceof W_MethodDescr) {
    return w_callable.vectorcall(args, base, count, names);
  }
  if (w_callable instanceof W_BuiltinFunction && w_callable.w_self === null) {
    return w_callable.code.invoke(args, base, count, names);
  }
  const all = count + (names === null ? 0 : names.length);
  const fresh = callArray(all);
  for (let i = 0; i < all; i++) fresh[i + 1] = args[base + i];
  return w_callable.vectorcall(fresh, 1, count, names);
}

/** True when `w_obj` can be called. */
export function isCallable(w_obj: W_Root): boolean {
  return type(w_obj).special[Special.Call] !== null;
}

setCallFallback(callThroughSpecial);
