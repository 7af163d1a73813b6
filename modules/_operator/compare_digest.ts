/** `_operator._compare_digest`: equality whose time does not tell where two secrets differ. */
import type { i32 } from "@rts";
import { hasBuffer, readBuffer } from "../../core/objspace/buffer.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { newBool } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";

/** `_compare_digest(a, b)`: two ASCII strings, or two objects with bytes. */
export function compareDigest(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Str && w_b instanceof W_Str) {
    if (!w_a.asciiOnly || !w_b.asciiOnly) {
      throw typeError("comparing strings with non-ASCII characters is not supported");
    }
    const a = w_a.data as Uint8Array;
    const b = w_b.data as Uint8Array;
    return newBool(sameBytes(a, 0, w_a.length, b, 0, w_b.length));
  }
  if (!hasBuffer(w_a) && !hasBuffer(w_b)) {
    throw typeError(
      `unsupported operand types(s) or combination of types: '${typeName(w_a)}' and '${typeName(w_b)}'`,
    );
  }
  const a = readBuffer(w_a);
  try {
    const b = readBuffer(w_b);
    try {
      return newBool(sameBytes(a.data, a.offset, a.length, b.data, b.offset, b.length));
    } finally {
      b.release();
    }
  } finally {
    a.release();
  }
}

/** Looks at all bytes of `b`, whatever `a` holds. */
function sameBytes(a: Uint8Array, aFrom: i32, aCount: i32, b: Uint8Array, bFrom: i32, bCount: i32): boolean {
  const isSameLength = aCount === bCount;
  const left = isSameLength ? a : b;
  const leftFrom = isSameLength ? aFrom : bFrom;
  let difference: i32 = isSameLength ? 0 : 1;
  for (let i: i32 = 0; i < bCount; i++) difference |= left[leftFrom + i] ^ b[bFrom + i];
  return difference === 0;
}
