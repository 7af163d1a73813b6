/** The module `fcntl`: settings of descriptors, and locks of files. */
import { arrayCopy, type FixedArray, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { osFcntl, osFlock, osIoctl, osLockf, osLseek } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { tryBuffer } from "../../core/objspace/buffer.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { encodeWith } from "../../core/objspace/text_codecs.ts";
import { index, intArgument, isTrue } from "../../core/objspace/truth.ts";
import { Codec } from "../../core/objspace/unicode/codecs.ts";
import { checked, checked64, i64Argument, interrupted } from "../posix/arguments.ts";
import { fileDescriptor } from "../posix/fileno.ts";
import { NUMBERS } from "./numbers.ts";

const constants: Record<string, W_Root> = {};
for (const [name, value] of Object.entries(NUMBERS)) constants[name] = newInt(BigInt(value));

const ENOSYS: i32 = 38;
const MOST_BYTES: i32 = 1024;

/** An argument as a C `int` or `unsigned int`. */
function wordArgument(w_arg: W_Root): i64 {
  return i32ToI64(i64ToI32(index(w_arg).asI64()));
}

/** Bytes of an argument that is a text or has a buffer; null for numbers. */
function bytesArgument(w_arg: W_Root): Uint8Array | null {
  if (w_arg instanceof W_Str) return encodeWith(Codec.Utf8, w_arg, null);
  const buffer = tryBuffer(w_arg, 0);
  if (buffer === null) return null;
  const bytes = buffer.toBytes();
  buffer.release();
  return bytes;
}

/** `fcntl(fd, cmd, arg=0)`. */
function fcntl(w_fd: W_Root, w_command: W_Root, w_arg: W_Root): W_Root {
  const fd = fileDescriptor(w_fd);
  const command = intArgument(w_command);
  const bytes = bytesArgument(w_arg);
  if (bytes !== null) {
    if (bytes.length > MOST_BYTES) throw valueError("fcntl string arg too long");
    // A structure would have to be passed by its address.
    throw osError(ENOSYS, null);
  }
  const argument = wordArgument(w_arg);
  for (;;) {
    const result = osFcntl(fd, command, argument);
    if (interrupted(i64ToI32(result))) continue;
    return newInt(checked64(result));
  }
}

/** `ioctl(fd, request, arg=0, mutate_flag=True)`. */
function ioctl(w_fd: W_Root, w_request: W_Root, w_arg: W_Root, w_mutate: W_Root): W_Root {
  const fd = fileDescriptor(w_fd);
  const request = i64ToI32(i64Argument(w_request));
  if (!(w_arg instanceof W_Str)) {
    const room = isTrue(w_mutate) ? tryBuffer(w_arg, 1) : null;
    if (room !== null) {
      try {
        return newInt32(checked(osIoctl(fd, request, room.data, room.offset, room.length)));
      } finally {
        room.release();
      }
    }
  }
  const bytes = bytesArgument(w_arg);
  if (bytes !== null) {
    if (bytes.length > MOST_BYTES) throw valueError("ioctl string arg too long");
    const room = new Uint8Array(MOST_BYTES);
    arrayCopy(bytes, 0, room, 0, bytes.length);
    checked(osIoctl(fd, request, room, 0, room.length));
    const result = new Uint8Array(bytes.length);
    arrayCopy(room, 0, result, 0, bytes.length);
    return newBytes(result);
  }
  return newInt32(checked(osIoctl(fd, request, NO_BYTES, 0, 0)));
}
const NO_BYTES: Uint8Array = new Uint8Array(0);

function flock(w_fd: W_Root, w_operation: W_Root): W_Root {
  const fd = fileDescriptor(w_fd);
  const operation = intArgument(w_operation);
  for (;;) {
    const result = osFlock(fd, operation);
    if (interrupted(result)) continue;
    checked(result);
    return w_None;
  }
}

const LOCK_SH: i32 = 1;
const LOCK_EX: i32 = 2;
const LOCK_NB: i32 = 4;
const LOCK_UN: i32 = 8;
/** Commands of the system's `lockf`, which locks from the position on, and only exclusively. */
const F_ULOCK: i32 = 0;
const F_LOCK: i32 = 1;
const F_TLOCK: i32 = 2;
const SEEK_SET: i32 = 0;
const SEEK_CUR: i32 = 1;

/** `lockf(fd, cmd, len=0, start=0, whence=0)`. Shared locks are exclusive ones here. */
function lockf(scope: FixedArray<W_Root>): W_Root {
  const fd = fileDescriptor(scope[0]);
  const command = intArgument(scope[1]);
  let kind: i32 = -1;
  if (command === LOCK_UN) kind = F_ULOCK;
  else if ((command & (LOCK_SH | LOCK_EX)) !== 0) kind = (command & LOCK_NB) !== 0 ? F_TLOCK : F_LOCK;
  if (kind < 0) throw valueError("unrecognized lockf argument");
  const length = i64Argument(scope[2]);
  const here = checked64(osLseek(fd, SEEK_CUR, 0n));
  checked64(osLseek(fd, intArgument(scope[4]), i64Argument(scope[3])));
  let result = i64ToI32(osLockf(fd, kind, length));
  while (interrupted(result)) result = i64ToI32(osLockf(fd, kind, length));
  osLseek(fd, SEEK_SET, here);
  checked(result);
  return w_None;
}

defineModule("fcntl", {
  doc: "Settings of descriptors, and locks of files.",
  functions: {
    fcntl: ["(fd, cmd, arg=0, /)", fcntl],
    ioctl: ["(fd, request, arg=0, mutate_flag=True, /)", ioctl],
    flock: ["(fd, operation, /)", flock],
    lockf: { signature: "(fd, cmd, len=0, start=0, whence=0, /)", scope: lockf },
  },
  constants,
});
