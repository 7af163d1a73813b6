/** What abstract base classes remember: registered classes, and the answers of `issubclass`, all referred to weakly. */
import { type f64, type i32, objectId, WeakReference } from "@rts";
import { W_Root } from "../../core/objspace/root.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const abcDataType: W_Type = moduleClass("_abc_data", "_abc");

/** A set of classes. */
export class WeakClassSet {
  private readonly members: Map<f64, WeakReference<W_Root>> = new Map<f64, WeakReference<W_Root>>();

  has(w_class: W_Root): boolean {
    const found = this.members.get(objectId(w_class)) ?? null;
    return found !== null && found.get() === w_class;
  }
  add(w_class: W_Root): void {
    this.members.set(objectId(w_class), new WeakReference<W_Root>(w_class));
  }
  clear(): void {
    this.members.clear();
  }
  /** Those that exist still. */
  alive(): W_Root[] {
    const found: W_Root[] = [];
    for (const member of this.members.values()) {
      const w_class = member.get();
      if (w_class !== null) found.push(w_class);
    }
    return found;
  }
}

/** `_abc_impl` of an abstract base class. */
export class W_AbcData extends W_Root {
  readonly registry: WeakClassSet = new WeakClassSet();
  readonly cache: WeakClassSet = new WeakClassSet();
  readonly negative: WeakClassSet = new WeakClassSet();
  /** The value of the counter when {@link negative} began. */
  negativeVersion: i32 = 0;
  override typeOf(): W_Type {
    return abcDataType;
  }
}

/** Counts registrations: they may turn negative answers into positive ones. */
export class AbcCounter {
  value: i32 = 0;
}

export const counter: AbcCounter = new AbcCounter();
