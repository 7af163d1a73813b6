/** Iterators over deques, in both directions. */
import { type i32, i32ToI64, i64ToI32 } from "@rts";
import { type } from "../../core/objspace/call.ts";
import { runtimeError, typeError } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { ssizeArgument } from "../../core/objspace/truth.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import { fullTypeName } from "../../core/objspace/type_names.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { define, type MethodEntry } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { W_Deque } from "./deque.ts";

export const dequeIteratorType: W_Type = moduleClass("_deque_iterator", "_collections");
export const dequeReverseIteratorType: W_Type = moduleClass("_deque_reverse_iterator", "_collections");

export class W_DequeIterator extends W_Root {
  readonly w_deque: W_Deque;
  /** The deque's at the start. */
  readonly state: i32;
  /** Elements not given yet. */
  left: i32;

  constructor(w_deque: W_Deque) {
    super();
    this.w_deque = w_deque;
    this.state = w_deque.state;
    this.left = w_deque.length;
  }
  override typeOf(): W_Type {
    return dequeIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_deque = this.w_deque;
    this.check();
    const left = this.left;
    if (left === 0) return null;
    this.left = left - 1;
    return w_deque.getItem(w_deque.length - left);
  }
  /** Throws RuntimeError when the deque changed. */
  check(): void {
    if (this.w_deque.state === this.state) return;
    this.left = 0;
    throw runtimeError("deque mutated during iteration");
  }
}

export class W_DequeReverseIterator extends W_DequeIterator {
  override typeOf(): W_Type {
    return dequeReverseIteratorType;
  }
  override iterNext(): W_Root | null {
    this.check();
    const left = this.left;
    if (left === 0) return null;
    this.left = left - 1;
    return this.w_deque.getItem(left - 1);
  }
}

const METHODS: Record<string, MethodEntry> = {
  __iter__: ["($self, /)", iterSelf],
  __next__: ["($self, /)", iterNextMethod],
  __length_hint__: ["($self, /)", lengthHint, "How many elements are left."],
  __reduce__: ["($self, /)", reduce, "What pickling stores."],
};

define(dequeIteratorType, {
  new: ["($type, deque, index=0, /)", newForwards],
  methods: METHODS,
});
define(dequeReverseIteratorType, {
  new: ["($type, deque, index=0, /)", newBackwards],
  methods: METHODS,
});

function newForwards(_w_type: W_Root, w_deque: W_Root, w_index: W_Root): W_Root {
  const w_iterator = new W_DequeIterator(dequeArgument(w_deque));
  skip(w_iterator, w_index);
  return w_iterator;
}
function newBackwards(_w_type: W_Root, w_deque: W_Root, w_index: W_Root): W_Root {
  const w_iterator = new W_DequeReverseIterator(dequeArgument(w_deque));
  skip(w_iterator, w_index);
  return w_iterator;
}

function dequeArgument(w_deque: W_Root): W_Deque {
  if (w_deque instanceof W_Deque) return w_deque;
  throw typeError(`argument 1 must be collections.deque, not ${fullTypeName(type(w_deque))}`);
}

/** Leaves out the first elements. */
function skip(w_iterator: W_DequeIterator, w_index: W_Root): void {
  const index = ssizeArgument(w_index);
  if (index <= 0n) return;
  const left = i32ToI64(w_iterator.left);
  w_iterator.left = index >= left ? 0 : i64ToI32(left - index);
}

function lengthHint(w_self: W_Root): W_Root {
  return newInt32((w_self as W_DequeIterator).left);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_DequeIterator;
  return newTuple2(type(self), newTuple2(self.w_deque, newInt32(self.w_deque.length - self.left)));
}
