/** The bytes of an object that has some, for callers that only read. */
import { BufferFlag, tryBuffer } from "./buffer.ts";
import { W_Bytes } from "./bytes.ts";
import type { W_Root } from "./root.ts";

/** Contents of `bytes` and other buffers; null for objects without. The result must not be changed. */
export function bytesOf(w_obj: W_Root): Uint8Array | null {
  if (w_obj instanceof W_Bytes) return w_obj.data;
  const buffer = tryBuffer(w_obj, BufferFlag.Simple);
  if (buffer === null) return null;
  const bytes = buffer.toBytes();
  buffer.release();
  return bytes;
}
