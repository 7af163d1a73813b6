/** `cr_origin`: where a coroutine was made, when `sys.set_coroutine_origin_tracking_depth` asks for it. */
import type { i32 } from "@rts";
import { newInt32 } from "../objspace/int.ts";
import type { W_Root } from "../objspace/root.ts";
import { newTuple3, tupleOf } from "../objspace/tuple.ts";
import { ec } from "./context.ts";

/** Filename, line and function of the innermost frames. */
export function coroutineOrigin(): W_Root {
  const places: W_Root[] = [];
  let frame = ec.frame;
  for (let i: i32 = 0; i < ec.originDepth && frame !== null; i++) {
    places.push(newTuple3(frame.code.w_filename, newInt32(frame.line()), frame.code.name));
    frame = frame.back;
  }
  return tupleOf(places);
}
