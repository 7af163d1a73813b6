/** Floats: `W_Float` exactly, `W_FloatUser` for instances of user subclasses. */
import type { f64, FixedArray } from "@rts";
import type { InstanceMap } from "./map.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { floatType } from "./types.ts";

/** Any instance of `float`. */
export abstract class W_FloatBase extends W_Root {
  readonly value: f64;
  constructor(value: f64) {
    super();
    this.value = value;
  }
}

/** An exact `float`. */
export class W_Float extends W_FloatBase {
  override typeOf(): W_Type {
    return floatType;
  }
}

/** An instance of a user subclass of `float`. */
export class W_FloatUser extends W_FloatBase {
  map: InstanceMap;
  storage: FixedArray<W_Root | null> | null = null;
  constructor(map: InstanceMap, value: f64) {
    super(value);
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

export function newFloat(value: f64): W_Float {
  return new W_Float(value);
}
