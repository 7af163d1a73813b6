/** `zip`. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { keywordsOf, positionalOf } from "./call_arguments.ts";
import { type } from "./call.ts";
import type { W_Dict } from "./dict.ts";
import { type OperationError, typeError, valueError } from "./errors.ts";
import { iter, next } from "./iteration.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { isTrue } from "./truth.ts";
import { newTuple, newTuple2, newTuple3 } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { w_True } from "./int.ts";
import { zipType } from "./types.ts";

const s_strict: W_Str = internRts("strict");

/** Gives tuples of an element of each iterator, until one ends. */
export class W_Zip extends W_Object {
  readonly iterators: FixedArray<W_Root>;
  /** All iterators must end together. */
  strict: boolean;

  constructor(map: InstanceMap, iterators: FixedArray<W_Root>, strict: boolean) {
    super(map);
    this.iterators = iterators;
    this.strict = strict;
  }
  override iterNext(): W_Root | null {
    const iterators = this.iterators;
    const count = iterators.length;
    if (count === 0) return null;
    const items = newFixedArray<W_Root>(count, w_None);
    for (let i: i32 = 0; i < count; i++) {
      const w_item = next(iterators[i]);
      if (w_item === null) {
        if (this.strict) this.checkEnd(i);
        return null;
      }
      items[i] = w_item;
    }
    return newTuple(items);
  }

  /** Iterator `at` has ended. Throws ValueError when another one has not. */
  private checkEnd(at: i32): void {
    if (at > 0) throw valueError(`zip() argument ${at + 1} is shorter than argument${others(at)}`);
    for (let i: i32 = 1; i < this.iterators.length; i++) {
      if (next(this.iterators[i]) !== null) {
        throw valueError(`zip() argument ${i + 1} is longer than argument${others(i)}`);
      }
    }
  }
}

/** How messages name the first `count` arguments. */
function others(count: i32): string {
  return count === 1 ? " 1" : `s 1-${count}`;
}

define(zipType, {
  doc:
    "An iterator over tuples of an element of each iterable. With strict=True, they must be of one length.",
  flags: TypeFlag.Base,
  new: { signature: "($type, /, *args, **kwargs)", scope: zipNew },
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

function zipNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  const args = positionalOf(scope);
  const w_keywords = keywordsOf(scope);
  let strict = false;
  if (w_keywords.length > 0) {
    const w_strict = w_keywords.getStr(s_strict);
    if (w_strict === null || w_keywords.length > 1) throw unexpected(w_keywords);
    strict = isTrue(w_strict);
  }
  const iterators = newFixedArray<W_Root>(args.length, w_None);
  for (let i: i32 = 0; i < args.length; i++) iterators[i] = iter(args[i]);
  return new W_Zip(w_type.instanceMap, iterators, strict);
}

function unexpected(w_keywords: W_Dict): OperationError {
  const count = w_keywords.length;
  if (count > 1) return typeError(`zip() takes at most 1 keyword argument (${count} given)`);
  const name = (w_keywords.keyAt(w_keywords.next(0)) as W_Str).toRts();
  return typeError(`'${name}' is an invalid keyword argument for zip()`);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Zip;
  const w_iterators = newTuple(self.iterators);
  return self.strict ? newTuple3(type(self), w_iterators, w_True) : newTuple2(type(self), w_iterators);
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  (w_self as W_Zip).strict = isTrue(w_state);
  return w_None;
}
