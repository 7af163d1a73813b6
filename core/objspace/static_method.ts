/** `staticmethod` and `classmethod` objects. Their methods stand in `decorators.ts`. */
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";

/** A `staticmethod`. */
export class W_StaticMethod extends W_Object {
  w_function: W_Root;
  constructor(map: InstanceMap, w_function: W_Root) {
    super(map);
    this.w_function = w_function;
  }
}

/** A `classmethod`. */
export class W_ClassMethod extends W_Object {
  w_function: W_Root;
  constructor(map: InstanceMap, w_function: W_Root) {
    super(map);
    this.w_function = w_function;
  }
}

/** The blank that `__new__` makes before `__init__` sets the function. */
export function newStaticMethod(map: InstanceMap): W_StaticMethod {
  return new W_StaticMethod(map, w_None);
}
