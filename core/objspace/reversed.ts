/** `reversed`: what `__reversed__` gives, or an iterator over a sequence from its end. */
import type { FixedArray, i64 } from "@rts";
import { checkCount, positionalOf, refuseKeywords } from "./call_arguments.ts";
import { callSpecial1, type } from "./call.ts";
import { OperationError, typeError, typeName } from "./errors.ts";
import { indexErrorType, stopIterationType } from "./exception_types.ts";
import { newInt } from "./int.ts";
import { getitem } from "./iteration.ts";
import { iterNextMethod, iterSelf, statePlace } from "./iterator_methods.ts";
import type { InstanceMap } from "./map.ts";
import { W_Dict } from "./dict.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import { length } from "./truth.ts";
import { newTuple1, newTuple2, newTuple3, w_emptyTuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { reversedType } from "./types.ts";

/** An iterator over a sequence, last element first. */
export class W_Reversed extends W_Object {
  /** Null once exhausted. */
  w_sequence: W_Root | null;
  /** Index of the next element. */
  at: i64;

  constructor(map: InstanceMap, w_sequence: W_Root, at: i64) {
    super(map);
    this.w_sequence = w_sequence;
    this.at = at;
  }
  override iterNext(): W_Root | null {
    const w_sequence = this.w_sequence;
    if (w_sequence === null) return null;
    if (this.at >= 0n) {
      const w_item = itemOrNull(w_sequence, this.at);
      if (w_item !== null) {
        this.at--;
        return w_item;
      }
    }
    this.at = -1n;
    this.w_sequence = null;
    return null;
  }
}

function itemOrNull(w_sequence: W_Root, at: i64): W_Root | null {
  try {
    return getitem(w_sequence, newInt(at));
  } catch (e) {
    if (e instanceof OperationError && (e.matches(indexErrorType) || e.matches(stopIterationType))) {
      return null;
    }
    throw e;
  }
}

/** `reversed(w_sequence)`. Throws TypeError. */
export function reversed(w_sequence: W_Root): W_Root {
  return reversedOf(reversedType.instanceMap, w_sequence);
}

function reversedOf(map: InstanceMap, w_sequence: W_Root): W_Root {
  const special = type(w_sequence).special;
  const w_method = special[Special.Reversed];
  if (w_method !== null && w_method !== w_None) return callSpecial1(w_method, w_sequence);
  const isSequence = special[Special.Getitem] !== null && !(w_sequence instanceof W_Dict);
  if (w_method === w_None || !isSequence) {
    throw typeError(`'${typeName(w_sequence)}' object is not reversible`);
  }
  return new W_Reversed(map, w_sequence, length(w_sequence) - 1n);
}

define(reversedType, {
  doc: "An iterator over the elements of a sequence, last one first.",
  flags: TypeFlag.Base,
  textSignature: "(sequence, /)",
  new: { signature: "($type, /, *args, **kwargs)", scope: reversedNew },
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: ["($self, /)", lengthHint, "How many elements are left."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

function reversedNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  if (w_type === reversedType) refuseKeywords("reversed", scope);
  const args = positionalOf(scope);
  checkCount("reversed", args.length, 1, 1);
  return reversedOf(w_type.instanceMap, args[0]);
}

function lengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_Reversed;
  const w_sequence = self.w_sequence;
  if (w_sequence === null) return newInt(0n);
  const left = self.at + 1n;
  return newInt(length(w_sequence) < left ? 0n : left);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Reversed;
  const w_sequence = self.w_sequence;
  if (w_sequence === null) return newTuple2(type(self), newTuple1(w_emptyTuple));
  return newTuple3(type(self), newTuple1(w_sequence), newInt(self.at));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_Reversed;
  const at = statePlace(w_state);
  const w_sequence = self.w_sequence;
  if (w_sequence === null) return w_None;
  const last = length(w_sequence) - 1n;
  self.at = at < -1n ? -1n : at > last ? last : at;
  return w_None;
}
