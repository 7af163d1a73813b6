/** Arguments that many methods of streams share: sizes, positions, names. */
import { type Exception, type i32, type i64, i64ToI32 } from "@rts";
import {
  OperationError,
  overflowError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import {
  interruptedErrorType,
  overflowErrorType,
  valueErrorType,
} from "../../core/objspace/exception_types.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { clampI32, hasIndex, index, indexI64 } from "../../core/objspace/truth.ts";

/** `size=-1`: None and negative ones mean all (-1). Throws TypeError. */
export function sizeArgument(w_size: W_Root): i32 {
  if (w_size === w_None) return -1;
  if (!hasIndex(w_size)) {
    throw typeError(`argument should be integer or None, not '${typeName(w_size)}'`);
  }
  const size = indexI64(w_size, overflowErrorType);
  return size < 0n ? -1 : clampI32(size);
}

/** A position or a length in a file. Throws TypeError, ValueError. */
export function offsetArgument(w_offset: W_Root): i64 {
  const w_int = index(w_offset);
  if (!w_int.fitsI64()) throw valueError(`cannot fit '${typeName(w_offset)}' into an offset-sized integer`);
  return w_int.asI64();
}

/** A position in memory. Throws TypeError, OverflowError. */
export function placeArgument(w_place: W_Root): i64 {
  return indexI64(w_place, overflowErrorType);
}

/** A C `int`. Throws TypeError, OverflowError. */
export function smallArgument(w_value: W_Root): i32 {
  const w_int = index(w_value);
  if (!w_int.fitsI64()) throw overflowError("Python int too large to convert to C int");
  const value = w_int.asI64();
  if (value > 0x7fffffffn || value < -0x80000000n) {
    throw overflowError("Python int too large to convert to C int");
  }
  return i64ToI32(value);
}

/** A text without null characters as an RTS string; null for None. `what` names the argument. */
export function optionalText(w_text: W_Root, what: string): string | null {
  if (w_text === w_None) return null;
  if (!(w_text instanceof W_Str)) throw typeError(`${what} must be str or None, not ${typeName(w_text)}`);
  for (let i: i32 = 0; i < w_text.length; i++) {
    if (w_text.charAt(i) === 0) throw valueError("embedded null character");
  }
  return w_text.toRts();
}

/** True for an InterruptedError on its way: PEP 475 tries again. */
export function isInterruption(e: Exception): boolean {
  return e instanceof OperationError && e.matches(interruptedErrorType);
}

/** True for errors that `open` and `repr` look past. */
export function isValueError(e: Exception): boolean {
  return e instanceof OperationError && e.matches(valueErrorType);
}
