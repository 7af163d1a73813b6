/**
 * Equality of code objects. Constants are equal only when their classes are, as the compiler tells them apart: 1 is not
 * 1.0, 0.0 is not -0.0, and that inside of tuples and frozensets too.
 */
import { f64Bits, type FixedArray, type i32 } from "@rts";
import { W_Complex } from "../objspace/complex.ts";
import { eq } from "../objspace/compare.ts";
import { type } from "../objspace/call.ts";
import { W_Float } from "../objspace/float.ts";
import type { W_Root } from "../objspace/root.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { W_Tuple } from "../objspace/tuple.ts";
import { W_Code } from "./code.ts";

/** True when two code objects do the same under the same name. Filenames do not count. */
export function codesEqual(a: W_Code, b: W_Code): boolean {
  if (a === b) return true;
  return a.name.equals(b.name) && a.argcount === b.argcount && a.posonlyargcount === b.posonlyargcount &&
    a.kwonlyargcount === b.kwonlyargcount && a.flags === b.flags && a.firstlineno === b.firstlineno &&
    sameBytes(a.bytecode, b.bytecode) && sameConstants(a.consts, b.consts) && sameNames(a.names, b.names) &&
    sameNames(a.varnames, b.varnames) && sameNames(a.freevars, b.freevars) &&
    sameNames(a.cellvars, b.cellvars);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i: i32 = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return false;
  }
  return true;
}

function sameNames(a: FixedArray<W_Str>, b: FixedArray<W_Str>): boolean {
  if (a.length !== b.length) return false;
  for (let i: i32 = 0; i < a.length; i++) {
    if (!a[i].equals(b[i])) return false;
  }
  return true;
}

function sameConstants(a: FixedArray<W_Root>, b: FixedArray<W_Root>): boolean {
  if (a.length !== b.length) return false;
  for (let i: i32 = 0; i < a.length; i++) {
    if (!sameConstant(a[i], b[i])) return false;
  }
  return true;
}

function sameConstant(w_a: W_Root, w_b: W_Root): boolean {
  if (w_a === w_b) return true;
  if (type(w_a) !== type(w_b)) return false;
  if (w_a instanceof W_Float) return f64Bits(w_a.value) === f64Bits((w_b as W_Float).value);
  if (w_a instanceof W_Complex) {
    const w_other = w_b as W_Complex;
    return f64Bits(w_a.real) === f64Bits(w_other.real) && f64Bits(w_a.imag) === f64Bits(w_other.imag);
  }
  if (w_a instanceof W_Tuple) return sameConstants(w_a.items, (w_b as W_Tuple).items);
  if (w_a instanceof W_Code) return codesEqual(w_a, w_b as W_Code);
  return eq(w_a, w_b);
}
