/** Functions of `_operator` that are more than an operator of the object space. */
import { addOvf64, type i64 } from "@rts";
import { W_MethodDescr } from "../../core/objspace/builtin_function.ts";
import { callSpecial1, callSpecial2, type } from "../../core/objspace/call.ts";
import { CompareOp, identicalOrEqual, richcompare } from "../../core/objspace/compare.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { newBool, newInt, W_Integer } from "../../core/objspace/int.ts";
import * as iteration from "../../core/objspace/iteration.ts";
import { lengthHint as hintOf } from "../../core/objspace/length_hint.ts";
import { BinaryOp, tryBinary, unary } from "../../core/objspace/operators.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_NotImplemented } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import * as truthOf from "../../core/objspace/truth.ts";

export function lt(w_a: W_Root, w_b: W_Root): W_Root {
  return richcompare(CompareOp.Lt, w_a, w_b);
}
export function le(w_a: W_Root, w_b: W_Root): W_Root {
  return richcompare(CompareOp.Le, w_a, w_b);
}
export function eq(w_a: W_Root, w_b: W_Root): W_Root {
  return richcompare(CompareOp.Eq, w_a, w_b);
}
export function ne(w_a: W_Root, w_b: W_Root): W_Root {
  return richcompare(CompareOp.Ne, w_a, w_b);
}
export function gt(w_a: W_Root, w_b: W_Root): W_Root {
  return richcompare(CompareOp.Gt, w_a, w_b);
}
export function ge(w_a: W_Root, w_b: W_Root): W_Root {
  return richcompare(CompareOp.Ge, w_a, w_b);
}

export function is_(w_a: W_Root, w_b: W_Root): W_Root {
  return newBool(w_a === w_b);
}
export function isNot(w_a: W_Root, w_b: W_Root): W_Root {
  return newBool(w_a !== w_b);
}
export function truth(w_a: W_Root): W_Root {
  return newBool(truthOf.isTrue(w_a));
}
export function not_(w_a: W_Root): W_Root {
  return newBool(!truthOf.isTrue(w_a));
}

export function abs(w_a: W_Root): W_Root {
  const w_descr = type(w_a).special[Special.Abs];
  if (w_descr === null) throw typeError(`bad operand type for abs(): '${typeName(w_a)}'`);
  return callSpecial1(w_descr, w_a);
}
export function neg(w_a: W_Root): W_Root {
  return unary(Special.Neg, w_a);
}
export function pos(w_a: W_Root): W_Root {
  return unary(Special.Pos, w_a);
}
export function invert(w_a: W_Root): W_Root {
  return unary(Special.Invert, w_a);
}
export function index(w_a: W_Root): W_Root {
  return truthOf.index(w_a).plain();
}

/** The `+` of a built-in sequence; null for all else, numbers among them. */
function concatenation(w_a: W_Root): W_Root | null {
  const w_add = type(w_a).special[Special.Add];
  return w_add instanceof W_MethodDescr && w_add.code.isSequenceSlot ? w_add : null;
}

function isSequence(w_obj: W_Root): boolean {
  return !(w_obj instanceof W_Dict) && type(w_obj).special[Special.Getitem] !== null;
}

export function concat(w_a: W_Root, w_b: W_Root): W_Root {
  const w_add = concatenation(w_a);
  if (w_add !== null) return callSpecial2(w_add, w_a, w_b);
  if (isSequence(w_a) && isSequence(w_b)) {
    const w_sum = tryBinary(BinaryOp.Add, w_a, w_b);
    if (w_sum !== w_NotImplemented) return w_sum;
  }
  throw typeError(`'${typeName(w_a)}' object can't be concatenated`);
}
export function iconcat(w_a: W_Root, w_b: W_Root): W_Root {
  const w_extend = type(w_a).special[Special.Iadd];
  if (w_extend !== null && (concatenation(w_a) !== null || (isSequence(w_a) && isSequence(w_b)))) {
    const w_extended = callSpecial2(w_extend, w_a, w_b);
    if (w_extended !== w_NotImplemented) return w_extended;
  }
  return concat(w_a, w_b);
}

export function contains(w_a: W_Root, w_b: W_Root): W_Root {
  return newBool(iteration.contains(w_a, w_b));
}

/** An iterator over the first argument of `countOf` and `indexOf`. */
function argumentIterator(w_a: W_Root): W_Root {
  const special = type(w_a).special;
  if (special[Special.Iter] === null && special[Special.Getitem] === null) {
    throw typeError(`argument of type '${typeName(w_a)}' is not iterable`);
  }
  return iteration.iter(w_a);
}

export function countOf(w_a: W_Root, w_b: W_Root): W_Root {
  const w_iterator = argumentIterator(w_a);
  let count: i64 = 0n;
  for (;;) {
    const w_item = iteration.next(w_iterator);
    if (w_item === null) return newInt(count);
    if (identicalOrEqual(w_item, w_b)) count = addOvf64(count, 1n);
  }
}

export function indexOf(w_a: W_Root, w_b: W_Root): W_Root {
  const w_iterator = argumentIterator(w_a);
  let at: i64 = 0n;
  for (;;) {
    const w_item = iteration.next(w_iterator);
    if (w_item === null) throw valueError("sequence.index(x): x not in sequence");
    if (identicalOrEqual(w_item, w_b)) return newInt(at);
    at = addOvf64(at, 1n);
  }
}

export function getitem(w_a: W_Root, w_b: W_Root): W_Root {
  return iteration.getitem(w_a, w_b);
}
export function setitem(w_a: W_Root, w_b: W_Root, w_c: W_Root): W_Root {
  iteration.setitem(w_a, w_b, w_c);
  return w_None;
}
export function delitem(w_a: W_Root, w_b: W_Root): W_Root {
  iteration.delitem(w_a, w_b);
  return w_None;
}

export function lengthHint(w_obj: W_Root, w_default: W_Root): W_Root {
  if (!(w_default instanceof W_Integer)) {
    throw typeError(`'${typeName(w_default)}' object cannot be interpreted as an integer`);
  }
  return newInt(hintOf(w_obj, truthOf.ssizeArgument(w_default)));
}
