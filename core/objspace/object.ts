/** Objects with a hidden class: instances of user classes, and built-ins that carry attributes or can be subclassed. */
import type { FixedArray } from "@rts";
import type { InstanceMap } from "./map.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";

/** An object whose class and attributes are given by a hidden class. */
export class W_Object extends W_Root {
  map: InstanceMap;
  storage: FixedArray<W_Root | null> | null;

  constructor(map: InstanceMap) {
    super();
    this.map = map;
    this.storage = null;
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

/** An instance of a class written in Python (or of `object` itself) that derives from no other built-in. */
export class W_Instance extends W_Object {}
