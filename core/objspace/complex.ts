/** `complex`: `W_Complex`, and `W_ComplexUser` for instances of user subclasses. */
import type { f64, FixedArray } from "@rts";
import type { InstanceMap } from "./map.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { complexType } from "./types.ts";

/** An instance of `complex`; of a subclass too. */
export class W_Complex extends W_Root {
  readonly real: f64;
  readonly imag: f64;
  constructor(real: f64, imag: f64) {
    super();
    this.real = real;
    this.imag = imag;
  }
  override typeOf(): W_Type {
    return complexType;
  }
}

/** An instance of a user subclass of `complex`. */
export class W_ComplexUser extends W_Complex {
  map: InstanceMap;
  storage: FixedArray<W_Root | null> | null = null;
  constructor(map: InstanceMap, real: f64, imag: f64) {
    super(real, imag);
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

export function newComplex(real: f64, imag: f64): W_Complex {
  return new W_Complex(real, imag);
}
