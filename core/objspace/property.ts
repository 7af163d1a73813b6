/** `property` objects. Their methods stand in `property_methods.ts`. */
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";

/** A `property`; null where a function is missing. */
export class W_Property extends W_Object {
  /** @quasiImmutable */
  w_get: W_Root | null = null;
  w_set: W_Root | null = null;
  w_delete: W_Root | null = null;
  w_doc: W_Root | null = null;
  /** What `__set_name__` said, for messages. */
  w_name: W_Root | null = null;
  /** The documentation is the getter's: another getter brings its own. */
  hasGetterDoc: boolean = false;

  constructor(map: InstanceMap) {
    super(map);
  }
}
