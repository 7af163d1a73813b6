/** The module `_queue`: `SimpleQueue`, while there is one thread. */
import { f64ToI64, type i64, i64ToF64 } from "@rts";
import { osSleep } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { CLASS_GETITEM } from "../../core/objspace/class_getitem.ts";
import {
  type OperationError,
  operationError,
  overflowError,
  valueError,
} from "../../core/objspace/errors.ts";
import { exceptionType, moduleException } from "../../core/objspace/exception_types.ts";
import { W_Float } from "../../core/objspace/float.ts";
import { newBool, newInt32 } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { index, isTrue } from "../../core/objspace/truth.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { newDeque } from "../_collections/deque_methods.ts";
import type { W_Deque } from "../_collections/deque.ts";

const simpleQueueType: W_Type = moduleClass("SimpleQueue", "_queue");
const emptyType: W_Type = moduleException("Empty", "_queue", exceptionType);

/** Longest timeout in seconds: what fits 64 bits of nanoseconds. */
const LONGEST: i64 = 9223372036n;
const SECOND: i64 = 1_000_000_000n;

class W_SimpleQueue extends W_Object {
  readonly items: W_Deque = newDeque();
  constructor(map: InstanceMap) {
    super(map);
  }
}

define(simpleQueueType, {
  doc: "A queue without bound; first in, first out.",
  flags: TypeFlag.Base | TypeFlag.Weakrefs,
  new: ["($type, /)", (w_type: W_Root): W_Root => new W_SimpleQueue((w_type as W_Type).instanceMap)],
  methods: {
    put: [
      "($self, /, item, block=True, timeout=None)",
      put,
      "Adds an element. The other arguments do nothing.",
    ],
    put_nowait: [
      "($self, /, item)",
      (w_self: W_Root, w_item: W_Root): W_Root => put(w_self, w_item, w_None, w_None),
      "Adds an element.",
    ],
    get: [
      "($self, /, block=True, timeout=None)",
      get,
      "Takes the first element; waits for one, or raises Empty.",
    ],
    get_nowait: ["($self, /)", take, "Takes the first element; raises Empty when there is none."],
    empty: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(itemsOf(w_self).length === 0),
      "True without elements.",
    ],
    qsize: [
      "($self, /)",
      (w_self: W_Root): W_Root => newInt32(itemsOf(w_self).length),
      "The number of elements.",
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});

defineModule("_queue", {
  doc: "A simple queue.",
  constants: { SimpleQueue: simpleQueueType, Empty: emptyType },
});

function itemsOf(w_self: W_Root): W_Deque {
  return (w_self as W_SimpleQueue).items;
}

function put(w_self: W_Root, w_item: W_Root, _w_block: W_Root, _w_timeout: W_Root): W_Root {
  itemsOf(w_self).append(w_item);
  return w_None;
}

function empty(): OperationError {
  return operationError(emptyType, "");
}

function take(w_self: W_Root): W_Root {
  const items = itemsOf(w_self);
  if (items.length === 0) throw empty();
  return items.popLeft();
}

/** With one thread nobody fills the queue while `get` waits: it is empty after the time as before. */
function get(w_self: W_Root, w_block: W_Root, w_timeout: W_Root): W_Root {
  let timeout: i64 = 0n;
  if (isTrue(w_block)) timeout = w_timeout === w_None ? -1n : nanoseconds(w_timeout);
  const items = itemsOf(w_self);
  if (items.length > 0) return items.popLeft();
  while (timeout < 0n && items.length === 0) osSleep(SECOND);
  if (timeout > 0n) osSleep(timeout);
  return take(w_self);
}

/** A timeout in seconds. Throws TypeError, ValueError, OverflowError. */
function nanoseconds(w_timeout: W_Root): i64 {
  if (w_timeout instanceof W_Float) {
    const value = w_timeout.value;
    if (value < 0) throw valueError("'timeout' must be a non-negative number");
    if (!(value < i64ToF64(LONGEST))) throw overflowError("timestamp too large to convert to C _PyTime_t");
    return f64ToI64(value * 1e9);
  }
  const w_int = index(w_timeout);
  if (w_int.asBigInt().sign < 0) throw valueError("'timeout' must be a non-negative number");
  if (!w_int.fitsI64() || w_int.asI64() > LONGEST) {
    throw overflowError("timestamp too large to convert to C _PyTime_t");
  }
  return w_int.asI64() * SECOND;
}
