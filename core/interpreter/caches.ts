/**
 * Caches of instructions, one for each name of a code object, as PyPy's: what a lookup found, and what has to be
 * unchanged for it to hold. They save the interpreter's time; traces do not need them.
 */
import type { i32 } from "@rts";
import type { InstanceMap } from "../objspace/map.ts";
import type { ModuleStorage } from "../objspace/module_dict.ts";
import type { W_Root } from "../objspace/root.ts";
import type { VersionTag } from "../objspace/type.ts";

/** What an attribute of an instance is. */
export const enum Found {
  /** A value of the instance, at {@link AttributeCache.index}. */
  Stored,
  /** A function, to be bound to the instance. */
  Method,
  /** A `staticmethod`. */
  Static,
  /** A `classmethod` of a function. */
  OfClass,
  /** A `property`. */
  Property,
  /** A value of the class that is no descriptor. */
  Constant,
}

/** What `LOAD_ATTR` and `LOAD_METHOD` found for objects of one hidden class. */
export class AttributeCache {
  /** The hidden class; null when the cache holds nothing. */
  map: InstanceMap | null = null;
  /** Version of the class then. */
  version: VersionTag | null = null;
  kind: i32 = Found.Stored;
  /** Storage index of the attribute, when it is {@link Found.Stored}. */
  index: i32 = -1;
  /** What was found on the class, otherwise. */
  w_descr: W_Root | null = null;
}

/** What `STORE_ATTR` found: the object's hidden class before and after. */
export class StoreCache {
  map: InstanceMap | null = null;
  version: VersionTag | null = null;
  index: i32 = -1;
  /** The hidden class afterwards: the same, or the one with the attribute added. */
  next: InstanceMap | null = null;
}

/** What `LOAD_GLOBAL` found. */
export class GlobalCache {
  /** The namespace of the module; null when the cache holds nothing. */
  storage: ModuleStorage | null = null;
  version: VersionTag | null = null;
  /** Version of the namespace of `builtins`, when the name was found there. */
  builtinsVersion: VersionTag | null = null;
  builtins: ModuleStorage | null = null;
  /** The value, or the cell that holds it. */
  w_value: W_Root | null = null;
}
