/** The text that a host call left pending, as a string. */
import type { i32 } from "@rts";
import { newString, unitsOf } from "@rts/intrinsics";
import { host_pending_copy } from "@rts/host";

/** Takes the pending text of `length` units. */
export function takePending(length: i32): string {
  const text = newString(length);
  host_pending_copy(unitsOf(text));
  return text;
}
