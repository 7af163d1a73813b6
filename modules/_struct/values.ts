/** Python objects in and out of the bytes that a format lays out. */
import { type FixedArray, type i32, i64ToI32, newFixedArray } from "@rts";
import { BufferFlag, copyBytes } from "../../core/objspace/buffer.ts";
import { RBigInt } from "../../core/objspace/bigint/mod.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { type } from "../../core/objspace/call.ts";
import { OperationError, operationError, overflowError, systemError } from "../../core/objspace/errors.ts";
import { exceptionType, moduleException } from "../../core/objspace/exception_types.ts";
import { asF64 } from "../../core/objspace/float_new.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newBool, newInt, newLong, W_Integer } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { hasIndex, index, isTrue } from "../../core/objspace/truth.ts";
import { newTuple } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { bytearrayType } from "../../core/objspace/types.ts";
import * as core from "./core.ts";
import { Kind, type Layout, type Run, Status } from "./core.ts";

export const structErrorType: W_Type = moduleException("error", "struct", exceptionType);

export function structError(message: string): OperationError {
  return operationError(structErrorType, message);
}

// --- packing ---

/** What a status of packing raises. */
function statusError(run: Run, status: Status, w_value: W_Root): OperationError {
  if (status === Status.CodeRange) return structError(core.rangeMessage(run));
  if (status !== Status.HalfOverflow && status !== Status.FloatOverflow) {
    return structError(core.MESSAGES[status]);
  }
  if (w_value instanceof W_Integer) return structError(core.MESSAGES[Status.IntTooLarge]);
  return overflowError(core.MESSAGES[status]);
}

function packInteger(run: Run, w_value: W_Root, out: Uint8Array, at: i32): Status {
  if (!hasIndex(w_value)) throw structError(core.NOT_AN_INTEGER);
  const w_int = index(w_value);
  if (w_int.fitsI64()) return core.packInt(run, w_int.asI64(), false, out, at);
  const value = w_int.asBigInt();
  return value.fitsU64() ? core.packInt(run, value.toI64Wrapped(), true, out, at) : core.beyondStatus(run);
}

function packNumber(run: Run, w_value: W_Root, out: Uint8Array, at: i32): Status {
  try {
    return core.packFloat(run, asF64(w_value), out, at);
  } catch (e) {
    if (e instanceof OperationError) throw structError(core.NOT_A_FLOAT);
    throw e;
  }
}

/** The bytes of an argument for `s` and `p`: of `bytes` or `bytearray`. */
function bytesFor(run: Run, w_value: W_Root): Uint8Array {
  if (w_value instanceof W_Bytes) return w_value.data;
  if (!type(w_value).isSubtype(bytearrayType)) {
    throw structError(run.kind === Kind.Bytes ? core.NOT_BYTES_S : core.NOT_BYTES_P);
  }
  const buffer = w_value.acquireBuffer(BufferFlag.Simple)!;
  const bytes = buffer.toBytes();
  buffer.release();
  return bytes;
}

function packItem(run: Run, w_value: W_Root, out: Uint8Array, at: i32): Status {
  switch (run.kind) {
    case Kind.Signed:
    case Kind.Unsigned:
      return packInteger(run, w_value, out, at);
    case Kind.Float:
      return packNumber(run, w_value, out, at);
    case Kind.Bool:
      core.packBool(isTrue(w_value), out, at);
      return Status.Ok;
    case Kind.Char:
      if (!(w_value instanceof W_Bytes) || w_value.data.length !== 1) throw structError(core.NOT_A_CHAR);
      out[at] = w_value.data[0];
      return Status.Ok;
    default: {
      const bytes = bytesFor(run, w_value);
      if (run.kind === Kind.Bytes) core.packBytes(run, bytes, bytes.length, out, at);
      else core.packPascal(run, bytes, bytes.length, out, at);
      return Status.Ok;
    }
  }
}

/** Packs `items` from `from` on, as many as the layout takes, at `base`; what is not an item becomes zero. */
export function packItems(
  layout: Layout,
  items: FixedArray<W_Root>,
  from: i32,
  out: Uint8Array,
  base: i32,
): void {
  const size = i64ToI32(layout.size);
  for (let i: i32 = 0; i < size; i++) out[base + i] = 0;
  let next = from;
  for (let r: i32 = 0; r < layout.runs.length; r++) {
    const run = layout.runs[r];
    for (let i: i32 = 0; i < run.count; i++) {
      const w_value = items[next++];
      const status = packItem(run, w_value, out, base + run.offset + i * run.size);
      if (status !== Status.Ok) throw statusError(run, status, w_value);
    }
  }
}

// --- unpacking ---

function unpackItem(run: Run, data: Uint8Array, at: i32): W_Root {
  switch (run.kind) {
    case Kind.Signed:
      return newInt(core.unpackInt(run, data, at));
    case Kind.Unsigned: {
      const value = core.unpackInt(run, data, at);
      return value < 0n ? newLong(RBigInt.fromU64Bits(value)) : newInt(value);
    }
    case Kind.Float:
      return newFloat(core.unpackFloat(run, data, at));
    case Kind.Bool:
      return newBool(core.unpackBool(data, at));
    case Kind.Pascal: {
      const length = core.pascalLength(run, data, at);
      if (length < 0) throw systemError(core.ZERO_PASCAL);
      return newBytes(copyBytes(data, at + 1, length));
    }
    default:
      return newBytes(copyBytes(data, at, run.size));
  }
}

/** The tuple of the values at `base`. */
export function unpackItems(layout: Layout, data: Uint8Array, base: i32): W_Root {
  const items = newFixedArray<W_Root>(i64ToI32(layout.itemCount), w_None);
  let next: i32 = 0;
  for (let r: i32 = 0; r < layout.runs.length; r++) {
    const run = layout.runs[r];
    for (let i: i32 = 0; i < run.count; i++) {
      items[next++] = unpackItem(run, data, base + run.offset + i * run.size);
    }
  }
  return newTuple(items);
}
