/** Module objects. Their methods stand in `module_methods.ts`. */
import type { W_Dict } from "./dict.ts";
import { newModuleDict } from "./module_dict.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import { moduleType } from "./types.ts";

/** A module: `__dict__` is its namespace. */
export class W_Module extends W_Object {
  w_dict: W_Dict;
  /** False for what `module.__new__` made, until `__init__`: `__dict__` shows None. */
  isInitialized: boolean = true;
  constructor(map: InstanceMap) {
    super(map);
    this.w_dict = newModuleDict();
  }
}

/** A new module without anything in it. */
export function newModule(): W_Module {
  return new W_Module(moduleType.instanceMap);
}

/** What a built-in module runs when it is imported, to add what is not constant; null for nothing. */
export type ModuleInit = ((w_module: W_Module) => void) | null;
