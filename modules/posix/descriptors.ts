/** Functions of `posix` that work on descriptors. */
import { arrayCopy, type FixedArray, type i32, type i64, i64ToI32 } from "@rts";
import {
  osClose,
  osCloseRange,
  osDup,
  osDup2,
  osFchdir,
  osFchmod,
  osFchown,
  osFdatasync,
  osFsync,
  osFtruncate,
  osGetBlocking,
  osGetInheritable,
  osIsatty,
  osLockf,
  osLseek,
  osOpen,
  osOpenpty,
  osPipe,
  osPread,
  osPwrite,
  osRead,
  osSendfile,
  osSetBlocking,
  osSetInheritable,
  osTake,
  osTerminalSize,
  osTtyname,
  osWrite,
} from "@rts/os";
import { copyBytes, readBuffer, writeBuffer } from "../../core/objspace/buffer.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { fsDecode } from "../../core/objspace/fs_path.ts";
import { newBool, newInt, newInt32 } from "../../core/objspace/int.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { newStructSeqOf, structseqClass } from "../../core/objspace/structseq.ts";
import { clampI32, indexI64, intArgument, isTrue } from "../../core/objspace/truth.ts";
import { overflowErrorType } from "../../core/objspace/exception_types.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { fileDescriptor } from "./fileno.ts";
import {
  checked,
  checked64,
  checkedPath,
  dirFd,
  i64Argument,
  idArgument,
  interrupted,
  pathArgument,
  PathKind,
} from "./arguments.ts";

const EINVAL: i32 = 22;
const O_CLOEXEC: i32 = 0o2000000;
const s_utf8: W_Str = internRts("UTF-8");

/** `open(path, flags, mode=0o777, *, dir_fd=None)`. */
export function open(w_path: W_Root, w_flags: W_Root, w_mode: W_Root, w_dirFd: W_Root): W_Root {
  const path = pathArgument(w_path, "open", "path", PathKind.Path);
  const flags = intArgument(w_flags) | O_CLOEXEC;
  const mode = intArgument(w_mode);
  const at = dirFd(w_dirFd);
  for (;;) {
    const fd = osOpen(at, path.bytes, flags, mode);
    if (interrupted(fd)) continue;
    return newInt32(checkedPath(fd, path));
  }
}

export function close(w_fd: W_Root): W_Root {
  const result = osClose(intArgument(w_fd));
  if (result < 0 && result !== -EINTR) throw osError(-result, null);
  return w_None;
}
const EINTR: i32 = 4;

export function closerange(w_low: W_Root, w_high: W_Root): W_Root {
  osCloseRange(intArgument(w_low), intArgument(w_high));
  return w_None;
}

/** A length that is not negative. */
function lengthArgument(w_length: W_Root): i32 {
  const length = indexI64(w_length, overflowErrorType);
  if (length < 0n) throw osError(EINVAL, null);
  return Math.min(clampI32(length), 0x7ffff000);
}

export function read(w_fd: W_Root, w_length: W_Root): W_Root {
  const fd = intArgument(w_fd);
  const room = new Uint8Array(lengthArgument(w_length));
  for (;;) {
    const count = osRead(fd, room, 0, room.length);
    if (interrupted(count)) continue;
    checked(count);
    return newBytes(count === room.length ? room : copyBytes(room, 0, count));
  }
}

export function write(w_fd: W_Root, w_data: W_Root): W_Root {
  const fd = intArgument(w_fd);
  const buffer = readBuffer(w_data);
  try {
    for (;;) {
      const count = osWrite(fd, buffer.data, buffer.offset, buffer.length);
      if (interrupted(count)) continue;
      return newInt32(checked(count));
    }
  } finally {
    buffer.release();
  }
}

export function pread(w_fd: W_Root, w_length: W_Root, w_offset: W_Root): W_Root {
  const fd = intArgument(w_fd);
  const room = new Uint8Array(lengthArgument(w_length));
  const offset = i64Argument(w_offset);
  for (;;) {
    const count = i64ToI32(osPread(fd, room, 0, room.length, offset));
    if (interrupted(count)) continue;
    checked(count);
    return newBytes(count === room.length ? room : copyBytes(room, 0, count));
  }
}

export function pwrite(w_fd: W_Root, w_data: W_Root, w_offset: W_Root): W_Root {
  const fd = intArgument(w_fd);
  const buffer = readBuffer(w_data);
  const offset = i64Argument(w_offset);
  try {
    for (;;) {
      const count = i64ToI32(osPwrite(fd, buffer.data, buffer.offset, buffer.length, offset));
      if (interrupted(count)) continue;
      return newInt32(checked(count));
    }
  } finally {
    buffer.release();
  }
}

/** `readv(fd, buffers)`: one read, spread over the buffers. */
export function readv(w_fd: W_Root, w_buffers: W_Root): W_Root {
  return newInt32(readBuffers(intArgument(w_fd), fixedItems(w_buffers), -1n));
}
export function preadv(scope: FixedArray<W_Root>): W_Root {
  return newInt32(readBuffers(intArgument(scope[0]), fixedItems(scope[1]), i64Argument(scope[2])));
}

function readBuffers(fd: i32, items: FixedArray<W_Root>, position: i64): i32 {
  let total: i32 = 0;
  for (let i: i32 = 0; i < items.length; i++) {
    const buffer = writeBuffer(items[i], "readv() argument 2");
    total += buffer.length;
    buffer.release();
  }
  const room = new Uint8Array(total);
  let count = position < 0n ? osRead(fd, room, 0, total) : i64ToI32(osPread(fd, room, 0, total, position));
  while (interrupted(count)) {
    count = position < 0n ? osRead(fd, room, 0, total) : i64ToI32(osPread(fd, room, 0, total, position));
  }
  checked(count);
  let at: i32 = 0;
  for (let i: i32 = 0; i < items.length && at < count; i++) {
    const buffer = writeBuffer(items[i], "readv() argument 2");
    const taken = Math.min(buffer.length, count - at);
    arrayCopy(room, at, buffer.data, buffer.offset, taken);
    at += taken;
    buffer.release();
  }
  return count;
}

/** `writev(fd, buffers)`: one write of all. */
export function writev(w_fd: W_Root, w_buffers: W_Root): W_Root {
  return newInt32(writeBuffers(intArgument(w_fd), fixedItems(w_buffers), -1n));
}
export function pwritev(scope: FixedArray<W_Root>): W_Root {
  return newInt32(writeBuffers(intArgument(scope[0]), fixedItems(scope[1]), i64Argument(scope[2])));
}

function writeBuffers(fd: i32, items: FixedArray<W_Root>, position: i64): i32 {
  let total: i32 = 0;
  for (let i: i32 = 0; i < items.length; i++) total += bufferLength(items[i]);
  const bytes = new Uint8Array(total);
  let at: i32 = 0;
  for (let i: i32 = 0; i < items.length; i++) {
    const buffer = readBuffer(items[i]);
    arrayCopy(buffer.data, buffer.offset, bytes, at, buffer.length);
    at += buffer.length;
    buffer.release();
  }
  for (;;) {
    const count = position < 0n
      ? osWrite(fd, bytes, 0, total)
      : i64ToI32(osPwrite(fd, bytes, 0, total, position));
    if (interrupted(count)) continue;
    return checked(count);
  }
}

function bufferLength(w_obj: W_Root): i32 {
  const buffer = readBuffer(w_obj);
  const length = buffer.length;
  buffer.release();
  return length;
}

export function lseek(w_fd: W_Root, w_position: W_Root, w_how: W_Root): W_Root {
  const fd = intArgument(w_fd);
  return newInt(checked64(osLseek(fd, intArgument(w_how), i64Argument(w_position))));
}

export function dup(w_fd: W_Root): W_Root {
  return newInt32(checked(osDup(intArgument(w_fd), 0)));
}

export function dup2(w_fd: W_Root, w_to: W_Root, w_inheritable: W_Root): W_Root {
  const fd = intArgument(w_fd);
  const to = intArgument(w_to);
  for (;;) {
    const result = osDup2(fd, to, isTrue(w_inheritable) ? 1 : 0);
    if (interrupted(result)) continue;
    return newInt32(checked(result));
  }
}

export function pipe(): W_Root {
  return pipeWith(O_CLOEXEC);
}
export function pipe2(w_flags: W_Root): W_Root {
  return pipeWith(intArgument(w_flags));
}
function pipeWith(flags: i32): W_Root {
  const pair = new Int32Array(2);
  checked(osPipe(flags, pair));
  return newTuple2(newInt32(pair[0]), newInt32(pair[1]));
}

export function openpty(): W_Root {
  const pair = new Int32Array(2);
  checked(osOpenpty(pair));
  return newTuple2(newInt32(pair[0]), newInt32(pair[1]));
}

export function isatty(w_fd: W_Root): W_Root {
  return newBool(osIsatty(intArgument(w_fd)) === 1);
}

export function ttyname(w_fd: W_Root): W_Root {
  return fsDecode(osTake(checked(osTtyname(intArgument(w_fd)))));
}

export function ftruncate(w_fd: W_Root, w_length: W_Root): W_Root {
  const fd = intArgument(w_fd);
  const length = i64Argument(w_length);
  for (;;) {
    const result = osFtruncate(fd, length);
    if (interrupted(i64ToI32(result))) continue;
    checked64(result);
    return w_None;
  }
}

export function fsync(w_fd: W_Root): W_Root {
  const fd = fileDescriptor(w_fd);
  for (;;) {
    const result = osFsync(fd);
    if (interrupted(result)) continue;
    checked(result);
    return w_None;
  }
}
export function fdatasync(w_fd: W_Root): W_Root {
  const fd = fileDescriptor(w_fd);
  for (;;) {
    const result = osFdatasync(fd);
    if (interrupted(result)) continue;
    checked(result);
    return w_None;
  }
}

export function fchdir(w_fd: W_Root): W_Root {
  checked(osFchdir(fileDescriptor(w_fd)));
  return w_None;
}
export function fchmod(w_fd: W_Root, w_mode: W_Root): W_Root {
  const fd = intArgument(w_fd);
  checked(osFchmod(fd, intArgument(w_mode)));
  return w_None;
}
export function fchown(w_fd: W_Root, w_uid: W_Root, w_gid: W_Root): W_Root {
  const fd = intArgument(w_fd);
  checked(osFchown(fd, idArgument(w_uid, "uid"), idArgument(w_gid, "gid")));
  return w_None;
}

export function getInheritable(w_fd: W_Root): W_Root {
  return newBool(checked(osGetInheritable(intArgument(w_fd))) === 1);
}
export function setInheritable(w_fd: W_Root, w_on: W_Root): W_Root {
  checked(osSetInheritable(intArgument(w_fd), intArgument(w_on) !== 0 ? 1 : 0));
  return w_None;
}
export function getBlocking(w_fd: W_Root): W_Root {
  return newBool(checked(osGetBlocking(intArgument(w_fd))) === 1);
}
export function setBlocking(w_fd: W_Root, w_on: W_Root): W_Root {
  checked(osSetBlocking(intArgument(w_fd), intArgument(w_on) !== 0 ? 1 : 0));
  return w_None;
}

/** The encoding of a terminal; None for other files. */
export function deviceEncoding(w_fd: W_Root): W_Root {
  return osIsatty(intArgument(w_fd)) === 1 ? s_utf8 : w_None;
}

export function lockf(w_fd: W_Root, w_command: W_Root, w_length: W_Root): W_Root {
  const fd = intArgument(w_fd);
  checked64(osLockf(fd, intArgument(w_command), i64Argument(w_length)));
  return w_None;
}

export function sendfile(w_out: W_Root, w_in: W_Root, w_offset: W_Root, w_count: W_Root): W_Root {
  const to = intArgument(w_out);
  const from = intArgument(w_in);
  const count = lengthArgument(w_count);
  const offset = w_offset === w_None ? -1n : i64Argument(w_offset);
  for (;;) {
    const result = osSendfile(to, from, count, offset);
    if (interrupted(i64ToI32(result))) continue;
    return newInt(checked64(result));
  }
}

export const terminalSizeType: W_Type = structseqClass("terminal_size", "os", {
  doc: "A tuple of (columns, lines) for holding terminal window size",
  fields: ["columns", "lines"],
});

export function getTerminalSize(w_fd: W_Root): W_Root {
  const pair = new Int32Array(2);
  checked(osTerminalSize(w_fd === w_unset ? 1 : intArgument(w_fd), pair));
  return newStructSeqOf(terminalSizeType, [newInt32(pair[0]), newInt32(pair[1])]);
}
