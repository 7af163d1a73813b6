/** Arguments of the functions of `posix`: paths, descriptors, numbers; and the errors of calls. */
import { type i32, type i64, i64ToI32, newFixedArray } from "@rts";
import { checkSignals } from "../../core/interpreter/signals.ts";
import type { W_BaseException } from "../../core/objspace/base_exception.ts";
import { W_Bytes } from "../../core/objspace/bytes.ts";
import { callItems, callSpecial1, type } from "../../core/objspace/call.ts";
import {
  OperationError,
  overflowError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { osError, strerror } from "../../core/objspace/exception_errno.ts";
import { osErrorType } from "../../core/objspace/exception_types.ts";
import { fsDecode, fsEncode } from "../../core/objspace/fs_path.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { hasIndex, index } from "../../core/objspace/truth.ts";

/** "Here" as a descriptor of a directory. */
export const AT_FDCWD: i32 = -100;
export const AT_SYMLINK_NOFOLLOW: i32 = 0x100;
const EINTR: i32 = 4;

/** A path argument: bytes, or a descriptor. */
export class PathArgument {
  /** The object, for messages. */
  readonly w_object: W_Root;
  readonly bytes: Uint8Array;
  /** -1 (or less, as given) where it is a path; `isFd` tells. */
  readonly fd: i32;
  readonly isFd: boolean;
  /** Given as bytes: results are bytes. */
  readonly isBytes: boolean;

  constructor(w_object: W_Root, bytes: Uint8Array, fd: i32, isFd: boolean, isBytes: boolean) {
    this.w_object = w_object;
    this.bytes = bytes;
    this.fd = fd;
    this.isFd = isFd;
    this.isBytes = isBytes;
  }

  /** A name found under this path, of the type that the path has. */
  name(bytes: Uint8Array): W_Root {
    return this.isBytes ? newBytes(bytes) : fsDecode(bytes);
  }
}

const NO_BYTES: Uint8Array = new Uint8Array(0);

/** What a path argument may be. */
export const enum PathKind {
  Path = 0,
  /** A descriptor as well. */
  OrFd = 1,
  /** None as well, which means ".". */
  OrNone = 2,
  OrFdOrNone = 3,
}

const EXPECTED: string[] = [
  "string, bytes or os.PathLike",
  "string, bytes, os.PathLike or integer",
  "string, bytes, os.PathLike or None",
  "string, bytes, os.PathLike, integer or None",
];

/** Converts a path. Throws TypeError, ValueError as `function` words it. */
export function pathArgument(
  w_path: W_Root,
  function_: string,
  argument: string,
  kind: PathKind,
): PathArgument {
  if (w_path instanceof W_Str) return textPath(w_path, w_path);
  if (w_path instanceof W_Bytes) return bytesPath(w_path, w_path, function_, argument);
  if (w_path === w_None && kind >= PathKind.OrNone) return new PathArgument(w_None, DOT, -1, false, false);
  if ((kind & PathKind.OrFd) !== 0 && hasIndex(w_path)) {
    const fd = descriptor(w_path);
    return new PathArgument(w_path, NO_BYTES, fd, true, false);
  }
  const w_method = type(w_path).special[Special.Fspath];
  if (w_method === null) return oddPath(w_path, function_, argument, kind);
  const w_plain = callSpecial1(w_method, w_path);
  if (w_plain instanceof W_Str) return textPath(w_plain, w_path);
  if (w_plain instanceof W_Bytes) return bytesPath(w_plain, w_path, function_, argument);
  throw typeError(
    `expected ${typeName(w_path)}.__fspath__() to return str or bytes, not ${typeName(w_plain)}`,
  );
}

const DOT: Uint8Array = new Uint8Array([46]);

function oddPath(w_path: W_Root, function_: string, argument: string, kind: PathKind): PathArgument {
  throw typeError(`${function_}: ${argument} should be ${EXPECTED[kind]}, not ${typeName(w_path)}`);
}

function textPath(w_text: W_Str, w_path: W_Root): PathArgument {
  const bytes = fsEncode(w_text);
  if (hasNul(bytes)) throw valueError("embedded null byte");
  return new PathArgument(w_path, bytes, -1, false, false);
}

function bytesPath(w_bytes: W_Bytes, w_path: W_Root, function_: string, argument: string): PathArgument {
  if (hasNul(w_bytes.data)) throw valueError(`${function_}: embedded null character in ${argument}`);
  return new PathArgument(w_path, w_bytes.data, -1, false, true);
}

export function hasNul(bytes: Uint8Array): boolean {
  for (let i: i32 = 0; i < bytes.length; i++) if (bytes[i] === 0) return true;
  return false;
}

/** A descriptor that stands where a path may stand. */
function descriptor(w_fd: W_Root): i32 {
  const w_int = index(w_fd);
  const isNegative = w_int.fitsI64() ? w_int.asI64() < -0x80000000n : w_int.asBigInt().sign < 0;
  if (isNegative) throw overflowError("fd is less than minimum");
  if (!w_int.fitsI64() || w_int.asI64() > 0x7fffffffn) throw overflowError("fd is greater than maximum");
  return i64ToI32(w_int.asI64());
}

/** `dir_fd=None`. */
export function dirFd(w_fd: W_Root): i32 {
  if (w_fd === w_None) return AT_FDCWD;
  if (!hasIndex(w_fd)) throw typeError(`argument should be integer or None, not ${typeName(w_fd)}`);
  return descriptor(w_fd);
}

/** A 64-bit number. */
export function i64Argument(w_value: W_Root): i64 {
  const w_int = index(w_value);
  if (!w_int.fitsI64()) throw overflowError("Python int too large to convert to C long");
  return w_int.asI64();
}

/** A user or group: -1 leaves it. Throws TypeError, OverflowError. */
export function idArgument(w_id: W_Root, what: string): i32 {
  if (!hasIndex(w_id)) throw typeError(`${what} should be integer, not ${typeName(w_id)}`);
  const w_int = index(w_id);
  const value = w_int.fitsI64() ? w_int.asI64() : w_int.asBigInt().sign < 0 ? -2n : 0x100000000n;
  if (value < -1n) throw overflowError(`${what} is less than minimum`);
  if (value > 0xffffffffn) throw overflowError(`${what} is greater than maximum`);
  return i64ToI32(value);
}

/** Throws OSError for a negative result; else gives it back. */
export function checked(result: i32): i32 {
  if (result < 0) throw osError(-result, null);
  return result;
}

/** The same of a wide result. */
export function checked64(result: i64): i64 {
  if (result < 0n) throw osError(i64ToI32(-result), null);
  return result;
}

/** The same, with the path in the exception. */
export function checkedPath(result: i32, path: PathArgument): i32 {
  if (result < 0) throw osError(-result, path.w_object === w_None ? null : path.w_object);
  return result;
}

/** The same with two paths. */
export function checkedPaths(result: i32, from: PathArgument, to: PathArgument): void {
  if (result >= 0) return;
  const items = newFixedArray<W_Root>(5, w_None);
  items[0] = newInt32(-result);
  items[1] = fromRts(strerror(-result));
  items[2] = from.w_object;
  items[4] = to.w_object;
  const w_value = callItems(osErrorType, items) as W_BaseException;
  throw new OperationError(w_value.map.w_type, "", null, w_value);
}

/** True for a call that a signal interrupted, after its handlers ran: it is to be made again (PEP 475). */
export function interrupted(result: i32): boolean {
  if (result !== -EINTR) return false;
  checkSignals();
  return true;
}
