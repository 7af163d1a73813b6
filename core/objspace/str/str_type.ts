/**
 * The class `str`, for `W_Str.typeOf`. It is told here by `types.ts`: that module makes names of classes out of
 * strings, so strings cannot import it.
 */
import type { W_Type } from "../type.ts";

/** `str`. */
export let strTypeOfStrings: W_Type = null as unknown as W_Type;

/** Called once, at translation. */
export function setStrType(w_type: W_Type): void {
  strTypeOfStrings = w_type;
}
