/** The classes `weakref.ProxyType` and `weakref.CallableProxyType`: every operation goes to the object. */
import type { FixedArray } from "@rts";
import { callWithDict } from "../interpreter/calls.ts";
import { delattr, getattr, setattr } from "./attributes.ts";
import { callMethod0, callSpecial1, type } from "./call.ts";
import { CompareOp, richcompare } from "./compare.ts";
import type { W_Dict } from "./dict.ts";
import { stopIteration, typeError, typeName } from "./errors.ts";
import { newBool, newInt } from "./int.ts";
import { contains, delitem, getitem, iter, next, setitem } from "./iteration.ts";
import { addressText, attributeName } from "./object_methods.ts";
import { binary, BinaryOp, inplace, power, unary } from "./operators.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import { internRts } from "./str/intern.ts";
import { fromRts, type W_Str } from "./str/wstr.ts";
import { str } from "./text.ts";
import { index, isTrue, length } from "./truth.ts";
import type { W_Tuple } from "./tuple.ts";
import { define, type MethodEntry, type TypeSpec } from "./typedef.ts";
import { TypeFlag } from "./type.ts";
import { weakCallableProxyType, weakProxyType } from "./types.ts";
import { proxied, unwrapProxy } from "./weakref.ts";

const s_bytes: W_Str = internRts("__bytes__");
const s_reversed: W_Str = internRts("__reversed__");

const UNARY = "($self, /)";
const BINARY = "($self, value, /)";

function operate(op: BinaryOp, w_a: W_Root, w_b: W_Root): W_Root {
  return binary(op, unwrapProxy(w_a), unwrapProxy(w_b));
}
function operateInplace(op: BinaryOp, w_a: W_Root, w_b: W_Root): W_Root {
  return inplace(op, unwrapProxy(w_a), unwrapProxy(w_b));
}
function compare(op: CompareOp, w_a: W_Root, w_b: W_Root): W_Root {
  return richcompare(op, unwrapProxy(w_a), unwrapProxy(w_b));
}

/** `int()` and `float()` of the object. */
function convert(w_self: W_Root, special: Special, name: string): W_Root {
  const w_obj = proxied(w_self);
  const w_descr = type(w_obj).special[special];
  if (w_descr === null) {
    throw typeError(`${name}() argument must be a string or a real number, not '${typeName(w_obj)}'`);
  }
  return callSpecial1(w_descr, w_obj);
}

function proxyNext(w_self: W_Root): W_Root {
  const w_obj = proxied(w_self);
  if (type(w_obj).special[Special.Next] === null) {
    throw typeError(`Weakref proxy referenced a non-iterator '${typeName(w_obj)}' object`);
  }
  const w_item = next(w_obj);
  if (w_item === null) throw stopIteration(null);
  return w_item;
}

function proxyRepr(w_self: W_Root): W_Root {
  const w_obj = proxied(w_self);
  return fromRts(`<weakproxy at ${addressText(w_self)} to ${typeName(w_obj)} at ${addressText(w_obj)}>`);
}

const OPERATORS: Record<string, MethodEntry> = {
  __add__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Add, w_a, w_b)],
  __radd__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Add, w_b, w_a)],
  __iadd__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Add, w_a, w_b)],
  __sub__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Sub, w_a, w_b)],
  __rsub__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Sub, w_b, w_a)],
  __isub__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Sub, w_a, w_b)],
  __mul__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Mul, w_a, w_b)],
  __rmul__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Mul, w_b, w_a)],
  __imul__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Mul, w_a, w_b)],
  __matmul__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Matmul, w_a, w_b)],
  __rmatmul__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Matmul, w_b, w_a)],
  __imatmul__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Matmul, w_a, w_b)],
  __truediv__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Truediv, w_a, w_b)],
  __rtruediv__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Truediv, w_b, w_a)],
  __itruediv__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Truediv, w_a, w_b)],
  __floordiv__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Floordiv, w_a, w_b)],
  __rfloordiv__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Floordiv, w_b, w_a)],
  __ifloordiv__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Floordiv, w_a, w_b)],
  __mod__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Mod, w_a, w_b)],
  __rmod__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Mod, w_b, w_a)],
  __imod__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Mod, w_a, w_b)],
  __lshift__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Lshift, w_a, w_b)],
  __rlshift__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Lshift, w_b, w_a)],
  __ilshift__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Lshift, w_a, w_b)],
  __rshift__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Rshift, w_a, w_b)],
  __rrshift__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Rshift, w_b, w_a)],
  __irshift__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Rshift, w_a, w_b)],
  __and__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.And, w_a, w_b)],
  __rand__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.And, w_b, w_a)],
  __iand__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.And, w_a, w_b)],
  __or__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Or, w_a, w_b)],
  __ror__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Or, w_b, w_a)],
  __ior__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Or, w_a, w_b)],
  __xor__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Xor, w_a, w_b)],
  __rxor__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Xor, w_b, w_a)],
  __ixor__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Xor, w_a, w_b)],
  __divmod__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Divmod, w_a, w_b)],
  __rdivmod__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operate(BinaryOp.Divmod, w_b, w_a)],
  __pow__: [
    "($self, value, mod=None, /)",
    (w_a: W_Root, w_b: W_Root, w_c: W_Root): W_Root =>
      power(unwrapProxy(w_a), unwrapProxy(w_b), unwrapProxy(w_c)),
  ],
  __rpow__: [
    "($self, value, mod=None, /)",
    (w_a: W_Root, w_b: W_Root, w_c: W_Root): W_Root =>
      power(unwrapProxy(w_b), unwrapProxy(w_a), unwrapProxy(w_c)),
  ],
  __ipow__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => operateInplace(BinaryOp.Pow, w_a, w_b)],
  __neg__: [UNARY, (w_self: W_Root): W_Root => unary(Special.Neg, proxied(w_self))],
  __pos__: [UNARY, (w_self: W_Root): W_Root => unary(Special.Pos, proxied(w_self))],
  __abs__: [UNARY, (w_self: W_Root): W_Root => unary(Special.Abs, proxied(w_self))],
  __invert__: [UNARY, (w_self: W_Root): W_Root => unary(Special.Invert, proxied(w_self))],
};

const COMPARISONS: Record<string, MethodEntry> = {
  __lt__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Lt, w_a, w_b)],
  __le__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Le, w_a, w_b)],
  __eq__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Eq, w_a, w_b)],
  __ne__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Ne, w_a, w_b)],
  __gt__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Gt, w_a, w_b)],
  __ge__: [BINARY, (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Ge, w_a, w_b)],
};

const ACCESS: Record<string, MethodEntry> = {
  __getattribute__: [
    "($self, name, /)",
    (w_self: W_Root, w_name: W_Root): W_Root => getattr(proxied(w_self), attributeName(w_name)),
  ],
  __setattr__: ["($self, name, value, /)", (w_self: W_Root, w_name: W_Root, w_value: W_Root): W_Root => {
    setattr(proxied(w_self), attributeName(w_name), w_value);
    return w_None;
  }],
  __delattr__: ["($self, name, /)", (w_self: W_Root, w_name: W_Root): W_Root => {
    delattr(proxied(w_self), attributeName(w_name));
    return w_None;
  }],
  __len__: [UNARY, (w_self: W_Root): W_Root => newInt(length(proxied(w_self)))],
  __getitem__: [
    "($self, key, /)",
    (w_self: W_Root, w_key: W_Root): W_Root => getitem(proxied(w_self), unwrapProxy(w_key)),
  ],
  __setitem__: ["($self, key, value, /)", (w_self: W_Root, w_key: W_Root, w_value: W_Root): W_Root => {
    setitem(proxied(w_self), unwrapProxy(w_key), w_value);
    return w_None;
  }],
  __delitem__: ["($self, key, /)", (w_self: W_Root, w_key: W_Root): W_Root => {
    delitem(proxied(w_self), unwrapProxy(w_key));
    return w_None;
  }],
  __contains__: [
    "($self, key, /)",
    (w_self: W_Root, w_key: W_Root): W_Root => newBool(contains(proxied(w_self), unwrapProxy(w_key))),
  ],
  __iter__: [UNARY, (w_self: W_Root): W_Root => iter(proxied(w_self))],
  __bool__: [UNARY, (w_self: W_Root): W_Root => newBool(isTrue(proxied(w_self)))],
  __int__: [UNARY, (w_self: W_Root): W_Root => convert(w_self, Special.Int, "int")],
  __float__: [UNARY, (w_self: W_Root): W_Root => convert(w_self, Special.Float, "float")],
  __index__: [UNARY, (w_self: W_Root): W_Root => index(proxied(w_self))],
  __repr__: [UNARY, proxyRepr],
  __str__: [UNARY, (w_self: W_Root): W_Root => str(proxied(w_self))],
  __bytes__: [UNARY, (w_self: W_Root): W_Root => callMethod0(proxied(w_self), s_bytes)],
  __reversed__: [UNARY, (w_self: W_Root): W_Root => callMethod0(proxied(w_self), s_reversed)],
};

const PROXY: TypeSpec = {
  flags: TypeFlag.NoNew,
  methods: { ...ACCESS, ...OPERATORS, ...COMPARISONS },
  constants: { __hash__: w_None },
};

define(weakProxyType, { ...PROXY, methods: { ...PROXY.methods, __next__: [UNARY, proxyNext] } });
define(weakCallableProxyType, {
  ...PROXY,
  methods: {
    ...PROXY.methods,
    __next__: [UNARY, proxyNext],
    __call__: {
      signature: "($self, /, *args, **kwargs)",
      scope: (scope: FixedArray<W_Root>): W_Root =>
        callWithDict(proxied(scope[0]), (scope[1] as W_Tuple).items, scope[2] as W_Dict),
    },
  },
});
