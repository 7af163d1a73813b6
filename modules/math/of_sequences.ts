/** The functions of `math` on several numbers: sums, products, lengths of vectors. */
import { multiplyValues } from "../../core/interpreter/fast_paths.ts";
import { overflowError, valueError } from "../../core/objspace/errors.ts";
import { asF64 } from "../../core/objspace/float_new.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { iter, next, unpackIterable } from "../../core/objspace/iteration.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import { FloatSum, SumStatus, vectorNorm } from "./core.ts";

export function fsum(w_iterable: W_Root): W_Root {
  const sum = new FloatSum();
  const w_iterator = iter(w_iterable);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) break;
    sum.add(asF64(w_item));
  }
  const status = sum.finish();
  if (status === SumStatus.Overflow) throw overflowError("intermediate overflow in fsum");
  if (status === SumStatus.OppositeInfinities) throw valueError("-inf + inf in fsum");
  return newFloat(sum.result);
}

export function prod(w_iterable: W_Root, w_start: W_Root): W_Root {
  const w_iterator = iter(w_iterable);
  let w_result = w_start;
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return w_result;
    w_result = multiplyValues(w_result, w_item);
  }
}

export function dist(w_p: W_Root, w_q: W_Root): W_Root {
  const p = unpackIterable(w_p);
  const q = unpackIterable(w_q);
  if (p.length !== q.length) throw valueError("both points must have the same number of dimensions");
  const steps = new Float64Array(p.length);
  for (let i = 0; i < p.length; i++) {
    const from = asF64(p[i]);
    steps[i] = Math.abs(from - asF64(q[i]));
  }
  return newFloat(vectorNorm(steps, steps.length));
}

export function hypotOf(w_coordinates: W_Root): W_Root {
  const items = (w_coordinates as W_Tuple).items;
  const values = new Float64Array(items.length);
  for (let i = 0; i < items.length; i++) values[i] = Math.abs(asF64(items[i]));
  return newFloat(vectorNorm(values, values.length));
}
