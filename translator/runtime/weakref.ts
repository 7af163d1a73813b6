/**
 * Weak references and finalizer queues. The collector knows both classes by the kinds of their type infos, and
 * their fields by offset (`gc/weakref.ts`, `gc/finalizers.ts`): the order of declaration matters here. Only
 * translated code loads this file.
 */
import type { Addr, i32 } from "@rts";
import { addressOf, objectAt } from "@rts/raw";
import { nextDead, registerFinalizer } from "../../gc/finalizers.ts";

/** A reference that does not keep its target alive. */
export class WeakReference<T extends object> {
  /** At offset 8. Becomes null when the target dies. */
  private target: T | null;
  /** At offset 12: links the collector's lists, nothing to anyone else. */
  private link: i32 = 0;

  constructor(target: T) {
    this.target = target;
  }

  /** The target, or null once it was collected. */
  get(): T | null {
    return this.target;
  }
}

/** Hands out registered objects once after they became unreachable, in the order of registration. */
export class FinalizerQueue<T extends object> {
  /** At offset 8: the function's slot in the table, which the collector calls. */
  readonly trigger: () => void;
  /** At offset 12: the address of the collector's record. */
  private record: i32 = 0;

  constructor(trigger: () => void) {
    this.trigger = trigger;
  }

  /** Throws {@link MemoryError}. */
  register(object: T): void {
    // Never collects, so that both addresses stay good.
    registerFinalizer(addressOf(this), addressOf(object));
  }

  /** The next dead object, alive again through the result; null when there is none. */
  nextDead(): T | null {
    const object: Addr = nextDead(addressOf(this));
    return object === 0 ? null : objectAt<T>(object);
  }
}
