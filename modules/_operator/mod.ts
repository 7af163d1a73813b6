/** The module `_operator`: operators as functions, and callables that fetch attributes and items. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import type { MethodEntry } from "../../core/objspace/typedef.ts";
import { binary, BinaryOp, inplace } from "../../core/objspace/operators.ts";
import { attrgetterType } from "./attrgetter.ts";
import { compareDigest } from "./compare_digest.ts";
import * as functions from "./functions.ts";
import { itemgetterType } from "./itemgetter.ts";
import { methodcallerType } from "./methodcaller.ts";

const BINARY: Record<string, MethodEntry> = {
  add: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Add, w_a, w_b), "a + b"],
  sub: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Sub, w_a, w_b), "a - b"],
  mul: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Mul, w_a, w_b), "a * b"],
  matmul: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Matmul, w_a, w_b), "a @ b"],
  truediv: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Truediv, w_a, w_b), "a / b"],
  floordiv: [
    "(a, b, /)",
    (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Floordiv, w_a, w_b),
    "a // b",
  ],
  mod: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Mod, w_a, w_b), "a % b"],
  pow: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Pow, w_a, w_b), "a ** b"],
  lshift: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Lshift, w_a, w_b), "a << b"],
  rshift: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Rshift, w_a, w_b), "a >> b"],
  and_: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.And, w_a, w_b), "a & b"],
  or_: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Or, w_a, w_b), "a | b"],
  xor: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => binary(BinaryOp.Xor, w_a, w_b), "a ^ b"],
};

const INPLACE: Record<string, MethodEntry> = {
  iadd: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Add, w_a, w_b), "a += b"],
  isub: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Sub, w_a, w_b), "a -= b"],
  imul: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Mul, w_a, w_b), "a *= b"],
  imatmul: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Matmul, w_a, w_b), "a @= b"],
  itruediv: [
    "(a, b, /)",
    (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Truediv, w_a, w_b),
    "a /= b",
  ],
  ifloordiv: [
    "(a, b, /)",
    (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Floordiv, w_a, w_b),
    "a //= b",
  ],
  imod: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Mod, w_a, w_b), "a %= b"],
  ipow: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Pow, w_a, w_b), "a **= b"],
  ilshift: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Lshift, w_a, w_b), "a <<= b"],
  irshift: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Rshift, w_a, w_b), "a >>= b"],
  iand: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.And, w_a, w_b), "a &= b"],
  ior: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Or, w_a, w_b), "a |= b"],
  ixor: ["(a, b, /)", (w_a: W_Root, w_b: W_Root): W_Root => inplace(BinaryOp.Xor, w_a, w_b), "a ^= b"],
};

defineModule("_operator", {
  doc: "The operators of Python as functions.",
  functions: {
    ...BINARY,
    ...INPLACE,
    lt: ["(a, b, /)", functions.lt, "a < b"],
    le: ["(a, b, /)", functions.le, "a <= b"],
    eq: ["(a, b, /)", functions.eq, "a == b"],
    ne: ["(a, b, /)", functions.ne, "a != b"],
    gt: ["(a, b, /)", functions.gt, "a > b"],
    ge: ["(a, b, /)", functions.ge, "a >= b"],
    is_: ["(a, b, /)", functions.is_, "a is b"],
    is_not: ["(a, b, /)", functions.isNot, "a is not b"],
    truth: ["(a, /)", functions.truth, "True if a is true."],
    not_: ["(a, /)", functions.not_, "not a"],
    abs: ["(a, /)", functions.abs, "The absolute value of a."],
    neg: ["(a, /)", functions.neg, "-a"],
    pos: ["(a, /)", functions.pos, "+a"],
    inv: ["(a, /)", functions.invert, "~a"],
    invert: ["(a, /)", functions.invert, "~a"],
    index: ["(a, /)", functions.index, "a.__index__()"],
    concat: ["(a, b, /)", functions.concat, "a + b, for sequences."],
    iconcat: ["(a, b, /)", functions.iconcat, "a += b, for sequences."],
    contains: ["(a, b, /)", functions.contains, "b in a"],
    countOf: ["(a, b, /)", functions.countOf, "How many times b is, or equals, an element of a."],
    indexOf: ["(a, b, /)", functions.indexOf, "The place of the first element of a that is or equals b."],
    getitem: ["(a, b, /)", functions.getitem, "a[b]"],
    setitem: ["(a, b, c, /)", functions.setitem, "a[b] = c"],
    delitem: ["(a, b, /)", functions.delitem, "del a[b]"],
    length_hint: [
      "(obj, default=0, /)",
      functions.lengthHint,
      "The length that an object has or announces; the default where it does neither.",
    ],
    _compare_digest: [
      "(a, b, /)",
      compareDigest,
      "True if two texts or bytes are equal; takes as long wherever they differ.",
    ],
  },
  constants: { attrgetter: attrgetterType, itemgetter: itemgetterType, methodcaller: methodcallerType },
});
