/**
 * Arguments of `__new__` and `__init__` that take `*args, **kwargs`, because subclasses may be called with anything:
 * the checks that CPython's functions make by hand, with their texts.
 */
import type { FixedArray, i32 } from "@rts";
import type { W_Dict } from "./dict.ts";
import { typeError } from "./errors.ts";
import type { W_Root } from "./root.ts";
import { w_unset } from "./singletons.ts";
import type { W_Tuple } from "./tuple.ts";

/** Positional arguments of a scope whose last two places are `*args` and `**kwargs`. */
export function positionalOf(scope: FixedArray<W_Root>): FixedArray<W_Root> {
  return (scope[scope.length - 2] as W_Tuple).items;
}

/** Keyword arguments of such a scope. */
export function keywordsOf(scope: FixedArray<W_Root>): W_Dict {
  return scope[scope.length - 1] as W_Dict;
}

/** Throws TypeError("name() takes no keyword arguments") when there are some. */
export function refuseKeywords(name: string, scope: FixedArray<W_Root>): void {
  if (keywordsOf(scope).length > 0) throw typeError(`${name}() takes no keyword arguments`);
}

/** Throws TypeError unless `least <= count <= most`, as CPython's `_PyArg_CheckPositional` words it. */
export function checkCount(name: string, count: i32, least: i32, most: i32): void {
  if (count >= least && count <= most) return;
  const limit = count < least ? least : most;
  const bound = least === most ? "" : count < least ? "at least " : "at most ";
  throw typeError(`${name} expected ${bound}${limit} argument${limit === 1 ? "" : "s"}, got ${count}`);
}

/** Argument `at`, or `w_unset`. */
export function argument(items: FixedArray<W_Root>, at: i32): W_Root {
  return at < items.length ? items[at] : w_unset;
}
