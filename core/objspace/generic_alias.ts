/** `types.GenericAlias` objects: `list[int]`. Their methods stand in `generic_alias_methods.ts`. */
import type { W_Root } from "./root.ts";
import { W_Object } from "./object.ts";
import { newTuple1, W_Tuple } from "./tuple.ts";
import { genericAliasType } from "./types.ts";
import type { InstanceMap } from "./map.ts";

/** An origin and its arguments. */
export class W_GenericAlias extends W_Object {
  readonly w_origin: W_Root;
  readonly w_args: W_Tuple;
  /** `__parameters__`, once asked for. */
  w_parameters: W_Tuple | null = null;

  constructor(map: InstanceMap, w_origin: W_Root, w_args: W_Tuple) {
    super(map);
    this.w_origin = w_origin;
    this.w_args = w_args;
  }
}

/** `w_origin[w_item]`: a tuple gives several arguments. */
export function newGenericAlias(w_origin: W_Root, w_item: W_Root): W_GenericAlias {
  const w_args = w_item instanceof W_Tuple ? w_item : newTuple1(w_item);
  return new W_GenericAlias(genericAliasType.instanceMap, w_origin, w_args);
}
