/**
 * The object space: every operation that interpreter and modules apply to Python objects, in one place
 * (`import * as space from "…/space.ts"`). Implementations stand in the modules named below, one idea each.
 */
export * from "./attributes.ts";
export * from "./call.ts";
export * from "./compare.ts";
export * from "./errors.ts";
export * from "./exceptions.ts";
export * from "./hash.ts";
export * from "./iteration.ts";
export * from "./operators.ts";
export * from "./text.ts";
export * from "./truth.ts";
export * from "./warn.ts";
export { newBool, newInt, newInt32, newLong, w_False, W_Int, W_Integer, w_True } from "./int.ts";
export { newFloat, W_Float } from "./float.ts";
export { newTuple, newTuple1, newTuple2, newTuple3, tupleOf, w_emptyTuple, W_Tuple } from "./tuple.ts";
export { listOf, newEmptyList, newList, W_List } from "./list.ts";
export { W_Dict } from "./dict.ts";
export { fromRts, W_Str } from "./str/wstr.ts";
export { intern, internRts } from "./str/intern.ts";
export { w_Ellipsis, w_None, w_NotImplemented, w_unset } from "./singletons.ts";
export { W_Root } from "./root.ts";
export { lookup } from "./type_lookup.ts";
export { TypeFlag, W_Type } from "./type.ts";
