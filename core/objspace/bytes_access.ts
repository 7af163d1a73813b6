/** The bytes of an object that has some, for callers that only read. */
import { W_Bytes } from "./bytes.ts";
import type { W_Root } from "./root.ts";

/** Contents of `bytes` and other buffers; null for objects without. The result must not be changed. */
export function bytesOf(w_obj: W_Root): Uint8Array | null {
  return w_obj instanceof W_Bytes ? w_obj.data : null;
}
