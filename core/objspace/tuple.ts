/** Tuples: `W_Tuple` exactly, `W_TupleUser` for instances of user subclasses. */
import { type FixedArray, newFixedArray } from "@rts";
import type { InstanceMap } from "./map.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { tupleType } from "./types.ts";

/** An instance of `tuple`; of a subclass too. */
export class W_Tuple extends W_Root {
  readonly items: FixedArray<W_Root>;
  constructor(items: FixedArray<W_Root>) {
    super();
    this.items = items;
  }
  override typeOf(): W_Type {
    return tupleType;
  }
}

/** An instance of a user subclass of `tuple`. */
export class W_TupleUser extends W_Tuple {
  map: InstanceMap;
  storage: FixedArray<W_Root | null> | null = null;
  constructor(map: InstanceMap, items: FixedArray<W_Root>) {
    super(items);
    this.map = map;
  }
  override typeOf(): W_Type {
    return this.map.w_type;
  }
  override getMap(): InstanceMap | null {
    return this.map;
  }
  override getStorage(): FixedArray<W_Root | null> | null {
    return this.storage;
  }
  override setShape(map: InstanceMap, storage: FixedArray<W_Root | null> | null): void {
    this.map = map;
    this.storage = storage;
  }
}

/** An array of no objects. */
export const NO_ITEMS: FixedArray<W_Root> = newFixedArray<W_Root>(0, null as unknown as W_Root);
export const w_emptyTuple: W_Tuple = new W_Tuple(NO_ITEMS);

/** A tuple of `items`, which it takes over. */
export function newTuple(items: FixedArray<W_Root>): W_Tuple {
  return items.length === 0 ? w_emptyTuple : new W_Tuple(items);
}
export function newTuple1(w_a: W_Root): W_Tuple {
  return new W_Tuple(newFixedArray<W_Root>(1, w_a));
}
export function newTuple2(w_a: W_Root, w_b: W_Root): W_Tuple {
  const items = newFixedArray<W_Root>(2, w_a);
  items[1] = w_b;
  return new W_Tuple(items);
}
export function newTuple3(w_a: W_Root, w_b: W_Root, w_c: W_Root): W_Tuple {
  const items = newFixedArray<W_Root>(3, w_a);
  items[1] = w_b;
  items[2] = w_c;
  return new W_Tuple(items);
}
/** A tuple of the elements of an array. */
export function tupleOf(items: W_Root[]): W_Tuple {
  if (items.length === 0) return w_emptyTuple;
  const fixed = newFixedArray<W_Root>(items.length, items[0]);
  for (let i = 1; i < items.length; i++) fixed[i] = items[i];
  return new W_Tuple(fixed);
}
export function isExactTuple(w_obj: W_Root): boolean {
  return w_obj instanceof W_Tuple && !(w_obj instanceof W_TupleUser);
}
