/** What the readers of JSON raise. */
import type { i32 } from "@rts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { getattr } from "../../core/objspace/attributes.ts";
import { call3 } from "../../core/objspace/call.ts";
import { type OperationError, stopIteration } from "../../core/objspace/errors.ts";
import { raiseAny } from "../../core/objspace/exceptions.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";

const s_JSONDecodeError: W_Str = internRts("JSONDecodeError");

/** `json.JSONDecodeError(message, text, place)`. */
export function decodeError(message: string, w_text: W_Str, place: i32): OperationError {
  const w_class = getattr(importModule("json.decoder"), s_JSONDecodeError);
  return raiseAny(call3(w_class, fromRts(message), w_text, newInt32(place)));
}

/** "There is no value here": `StopIteration(place)`. */
export function noValue(place: i32): OperationError {
  return stopIteration(newInt32(place));
}
