/**
 * The base of everything that Python code can hold.
 *
 * Objects of two sorts: a {@link W_Object} carries its hidden class (`map`) and attribute storage; all others
 * (`W_Int`, `W_Str`, iterators, …) carry neither, and say their class by a virtual method. Instances of user
 * subclasses of `int`, `str`, `tuple`, … are `W_IntUser`, `W_StrUser`, …: the built-in's class plus both fields.
 * So `instanceof W_Int` (a leaf class) means "exactly an int", which is what fast paths ask.
 */
import type { FixedArray, i32 } from "@rts";
import type { Buffer } from "./buffer.ts";
import type { InstanceMap } from "./map.ts";
import type { W_Str } from "./str/wstr.ts";
import type { W_Type } from "./type.ts";

/** An object of Python. */
export abstract class W_Root {
  /** The class of the object, as `type(x)` gives it. Callers use `space.type`, which is quicker. */
  abstract typeOf(): W_Type;

  /** The hidden class, for objects that have attributes of their own; null for the rest. */
  getMap(): InstanceMap | null {
    return null;
  }

  /** Values of the attributes that {@link getMap} places; null when there is none yet. */
  getStorage(): FixedArray<W_Root | null> | null {
    return null;
  }

  /** Gives the object another shape. Only objects with a map are asked. */
  setShape(_map: InstanceMap, _storage: FixedArray<W_Root | null> | null): void {}

  /**
   * The next element of a built-in iterator, or null at its end. Callers use `space.next`: a user's subclass may
   * define another `__next__`.
   */
  iterNext(): W_Root | null {
    return null;
  }

  /** True for objects that have a buffer (see `buffer.ts`). */
  hasBuffer(): boolean {
    return false;
  }

  /** The object's bytes as `BufferFlag`s ask; null when there are none, or they cannot be written but should be. */
  acquireBuffer(_flags: i32): Buffer | null {
    return null;
  }

  /**
   * Calls the object. The arguments stand in `args` from `base`: `count` positional ones, then the values of the
   * keywords `names`. `args[base - 1]` exists, holds the callee or nothing, and may be overwritten.
   */
  vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    return callSpecial(this, args, base, count, names);
  }
}

type CallFunction = (
  w_callable: W_Root,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
) => W_Root;

/** How objects without a call of their own are called: `call.ts` puts the lookup of `__call__` here. */
let callSpecial: CallFunction = (w_callable) => w_callable;

/** Installs the fallback of {@link W_Root.vectorcall}; called once, at translation. */
export function setCallFallback(call: CallFunction): void {
  callSpecial = call;
}
