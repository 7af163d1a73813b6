/** The functions of `math` on integers. */
import type { i64 } from "@rts";
import { type OperationError, overflowError, valueError } from "../../core/objspace/errors.ts";
import { intAbs, intCompare, intSign, intSub } from "../../core/objspace/int_arith.ts";
import { newInt, newLong, type W_Integer } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { index } from "../../core/objspace/truth.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import { gcd64, isqrt64 } from "../../core/objspace/bigint/mod.ts";
import { comb, factorial, lcm, perm } from "./core.ts";

const MAX_I64: i64 = 0x7fffffffffffffffn;

function gcdOf(w_a: W_Integer, w_b: W_Integer): W_Integer {
  if (w_a.fitsI64() && w_b.fitsI64() && w_a.asI64() !== -MAX_I64 - 1n && w_b.asI64() !== -MAX_I64 - 1n) {
    return newInt(gcd64(w_a.asI64(), w_b.asI64()));
  }
  return newLong(w_a.asBigInt().gcd(w_b.asBigInt()));
}

export function gcdAll(w_integers: W_Root): W_Root {
  const items = (w_integers as W_Tuple).items;
  if (items.length === 0) return newInt(0n);
  let w_result = intAbs(index(items[0]));
  for (let i = 1; i < items.length; i++) w_result = gcdOf(w_result, index(items[i]));
  return w_result;
}

export function lcmAll(w_integers: W_Root): W_Root {
  const items = (w_integers as W_Tuple).items;
  let w_result: W_Integer = newInt(1n);
  for (let i = 0; i < items.length; i++) {
    w_result = newLong(lcm(w_result.asBigInt(), index(items[i]).asBigInt()));
  }
  return w_result;
}

export function factorialOf(w_n: W_Root): W_Root {
  const w_int = index(w_n);
  if (intSign(w_int) < 0) throw valueError("factorial() not defined for negative values");
  if (!w_int.fitsI64()) throw overflowError(`factorial() argument should not exceed ${MAX_I64}`);
  return newLong(factorial(w_int.asI64()));
}

function negative(name: string): OperationError {
  return valueError(`${name} must be a non-negative integer`);
}

export function combOf(w_n: W_Root, w_k: W_Root): W_Root {
  const w_all = index(w_n);
  const w_chosen = index(w_k);
  if (intSign(w_all) < 0) throw negative("n");
  if (intSign(w_chosen) < 0) throw negative("k");
  if (intCompare(w_all, w_chosen) < 0) return newInt(0n);
  const w_rest = intSub(w_all, w_chosen);
  const w_less = intCompare(w_rest, w_chosen) < 0 ? w_rest : w_chosen;
  if (!w_less.fitsI64()) throw overflowError(`min(n - k, k) must not exceed ${MAX_I64}`);
  return newLong(comb(w_all.asBigInt(), w_less.asI64()));
}

export function permOf(w_n: W_Root, w_k: W_Root): W_Root {
  if (w_k === w_None) return factorialOf(w_n);
  const w_all = index(w_n);
  const w_chosen = index(w_k);
  if (intSign(w_all) < 0) throw negative("n");
  if (intSign(w_chosen) < 0) throw negative("k");
  if (intCompare(w_all, w_chosen) < 0) return newInt(0n);
  if (!w_chosen.fitsI64()) throw overflowError(`k must not exceed ${MAX_I64}`);
  return newLong(perm(w_all.asBigInt(), w_chosen.asI64()));
}

export function isqrt(w_n: W_Root): W_Root {
  const w_int = index(w_n);
  if (intSign(w_int) < 0) throw valueError("isqrt() argument must be nonnegative");
  if (w_int.fitsI64()) return newInt(isqrt64(w_int.asI64()));
  return newLong(w_int.asBigInt().isqrt());
}
