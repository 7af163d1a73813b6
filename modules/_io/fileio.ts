/** `FileIO`: a descriptor as a raw stream. */
import { type FixedArray, type i32, type i64, i64ToI32 } from "@rts";
import {
  osClose,
  osFstat,
  osFtruncate,
  osIsatty,
  osLseek,
  osOpen,
  osRead,
  osSetInheritable,
  osWrite,
} from "@rts/os";
import { getattrOrNull, setattr } from "../../core/objspace/attributes.ts";
import { copyBytes, readBuffer, writeBuffer } from "../../core/objspace/buffer.ts";
import { newBytes, w_emptyBytes } from "../../core/objspace/bytes.ts";
import { call2 } from "../../core/objspace/call.ts";
import {
  OperationError,
  type OperationError as Raised,
  runtimeError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { attributeErrorType } from "../../core/objspace/exception_types.ts";
import { fsEncodeArgument } from "../../core/objspace/fs_path.ts";
import { newBool, newInt, newInt32, W_Integer } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { hasIndex, isTrue } from "../../core/objspace/truth.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { ByteBuilder } from "../../core/objspace/unicode/bytebuilder.ts";
import { offsetArgument, sizeArgument, smallArgument } from "./arguments.ts";
import { closeWhenDead } from "./finalize.ts";
import { closeBase, nextLine } from "./iobase.ts";
import {
  DEFAULT_BUFFER_SIZE,
  EAGAIN,
  EINTR,
  fileIOType,
  interruptedOrThrow,
  rawIOBaseType,
  refusePickling,
  unsupported,
  W_IOBase,
} from "./types.ts";

const s_name: W_Str = internRts("name");

const AT_FDCWD: i32 = -100;
const O_WRONLY: i32 = 1;
const O_RDWR: i32 = 2;
const O_CREAT: i32 = 0o100;
const O_EXCL: i32 = 0o200;
const O_TRUNC: i32 = 0o1000;
const O_APPEND: i32 = 0o2000;
const O_CLOEXEC: i32 = 0o2000000;
const EISDIR: i32 = 21;
const EBADF: i32 = 9;

/** An open file. */
export class W_FileIO extends W_IOBase {
  /** -1: closed, or not initialized. */
  fd: i32 = -1;
  created: boolean = false;
  readable: boolean = false;
  writable: boolean = false;
  appending: boolean = false;
  closefd: boolean = true;
  finalizing: boolean = false;
  /** -1 while it is not known. */
  seekable: i32 = -1;
  blockSize: i32 = DEFAULT_BUFFER_SIZE;

  override iterNext(): W_Root | null {
    return nextLine(this);
  }

  /** Reads into `buffer[at, at + room)`: the count, or -1 where it would block. Throws OSError. */
  read(buffer: Uint8Array, at: i32, room: i32): i32 {
    for (;;) {
      const count = osRead(this.fd, buffer, at, room);
      if (count >= 0) return count;
      if (count === -EAGAIN) return -1;
      interruptedOrThrow(count, null);
    }
  }

  /** Writes `buffer[at, at + count)`: how much went, or -1 where it would block. Throws OSError. */
  write(buffer: Uint8Array, at: i32, count: i32): i32 {
    for (;;) {
      const done = osWrite(this.fd, buffer, at, count);
      if (done >= 0) return done;
      if (done === -EAGAIN) return -1;
      interruptedOrThrow(done, null);
    }
  }

  /** The new position. Throws OSError. */
  seek(offset: i64, whence: i32): i64 {
    const position = osLseek(this.fd, whence, offset);
    if (position < 0n) throw osError(i64ToI32(-position), null);
    if (this.seekable < 0) this.seekable = 1;
    return position;
  }
}

function file(w_self: W_Root): W_FileIO {
  return w_self as W_FileIO;
}

function closedFile(): Raised {
  return valueError("I/O operation on closed file");
}

/** The open file of `w_self`. Throws ValueError when it is closed. */
function opened(w_self: W_Root): W_FileIO {
  const self = w_self as W_FileIO;
  if (self.fd < 0) throw closedFile();
  return self;
}

function fileNew(scope: FixedArray<W_Root>): W_Root {
  const self = new W_FileIO((scope[0] as W_Type).instanceMap);
  closeWhenDead(self);
  return self;
}

/** A new file object on a descriptor, for the standard streams. */
export function newFileIO(map: InstanceMap): W_FileIO {
  const self = new W_FileIO(map);
  closeWhenDead(self);
  return self;
}

const MODE_ERROR = "Must have exactly one of create/read/write/append mode and at most one plus";

/** Sets what a mode says; the flags for opening. */
function parseMode(self: W_FileIO, mode: string): i32 {
  let flags: i32 = O_CLOEXEC;
  let kinds: i32 = 0;
  let plus: i32 = 0;
  for (let i: i32 = 0; i < mode.length; i++) {
    const c: i32 = mode.charCodeAt(i);
    if (c === 0x78) { // x
      kinds++;
      self.created = true;
      self.writable = true;
      flags |= O_EXCL | O_CREAT;
    } else if (c === 0x72) { // r
      kinds++;
      self.readable = true;
    } else if (c === 0x77) { // w
      kinds++;
      self.writable = true;
      flags |= O_CREAT | O_TRUNC;
    } else if (c === 0x61) { // a
      kinds++;
      self.writable = true;
      self.appending = true;
      flags |= O_APPEND | O_CREAT;
    } else if (c === 0x2b) { // +
      plus++;
      self.readable = true;
      self.writable = true;
    } else if (c !== 0x62) { // b
      throw valueError(`invalid mode: ${mode}`);
    }
    if (kinds > 1 || plus > 1) throw valueError(MODE_ERROR);
  }
  if (kinds === 0) throw valueError(MODE_ERROR);
  if (self.readable && self.writable) return flags | O_RDWR;
  return self.writable ? flags | O_WRONLY : flags;
}

/** `FileIO(file, mode='r', closefd=True, opener=None)`. */
function fileInit(scope: FixedArray<W_Root>): W_Root {
  const self = file(scope[0]);
  const w_mode = scope[2];
  if (!(w_mode instanceof W_Str)) {
    throw typeError(`FileIO() argument 'mode' must be str, not ${shownType(w_mode)}`);
  }
  openFile(self, scope[1], w_mode.toRts(), isTrue(scope[3]), scope[4]);
  return w_None;
}

/** Name of the class of an argument as argument errors show it: None is itself. */
export function shownType(w_obj: W_Root): string {
  return w_obj === w_None ? "None" : typeName(w_obj);
}

/** Opens a file by its name or takes a descriptor over. */
export function openFile(
  self: W_FileIO,
  w_name: W_Root,
  mode: string,
  closefd: boolean,
  w_opener: W_Root,
): void {
  if (self.fd >= 0) {
    if (self.closefd) closeDescriptor(self);
    else self.fd = -1;
  }
  self.created =
    self.readable =
    self.writable =
    self.appending =
      false;
  self.seekable = -1;
  self.isClosed = false;
  const given = descriptorOf(w_name);
  const path = given >= 0 ? null : fsEncodeArgument(w_name);
  const flags = parseMode(self, mode);
  self.closefd = closefd;
  let isOwn = false;
  if (path === null) {
    self.fd = given;
  } else {
    if (!closefd) throw valueError("Cannot use closefd=False with file name");
    self.fd = w_opener === w_None ? openPath(path, w_name, flags) : openBy(w_opener, w_name, flags);
    isOwn = true;
  }
  try {
    examine(self, w_name);
    setattr(self, s_name, w_name);
    if (self.appending) osLseek(self.fd, 2, 0n);
  } catch (e) {
    if (!isOwn) self.fd = -1;
    else closeDescriptor(self);
    throw e;
  }
}

/** The descriptor that an argument is; -1 where it is a name. Throws ValueError for negative ones. */
function descriptorOf(w_name: W_Root): i32 {
  if (!(w_name instanceof W_Integer) && !hasIndex(w_name)) return -1;
  const fd = smallArgument(w_name);
  if (fd < 0) throw valueError("negative file descriptor");
  return fd;
}

function openPath(path: Uint8Array, w_name: W_Root, flags: i32): i32 {
  for (;;) {
    const fd = osOpen(AT_FDCWD, path, flags, 0o666);
    if (fd >= 0) return fd;
    interruptedOrThrow(fd, w_name);
  }
}

function openBy(w_opener: W_Root, w_name: W_Root, flags: i32): i32 {
  const w_fd = call2(w_opener, w_name, newInt32(flags));
  if (!(w_fd instanceof W_Integer)) throw typeError("expected integer from opener");
  const fd = smallArgument(w_fd);
  if (fd < 0) throw valueError(`opener returned ${fd}`);
  const result = osSetInheritable(fd, 0);
  if (result < 0) throw osError(-result, null);
  return fd;
}

const STAT_FIELDS: i32 = 14;
const STAT_MODE: i32 = 0;
const STAT_SIZE: i32 = 6;
const STAT_BLKSIZE: i32 = 10;

/** Refuses folders and bad descriptors; notes the size of blocks. */
function examine(self: W_FileIO, w_name: W_Root): void {
  const fields = new BigInt64Array(STAT_FIELDS);
  const result = osFstat(self.fd, fields);
  self.blockSize = DEFAULT_BUFFER_SIZE;
  if (result === -EBADF) throw osError(EBADF, null);
  if (result < 0) return;
  if ((i64ToI32(fields[STAT_MODE]) & 0o170000) === 0o040000) throw osError(EISDIR, w_name);
  if (fields[STAT_BLKSIZE] > 1n) self.blockSize = i64ToI32(fields[STAT_BLKSIZE]);
}

/** Closes the descriptor; the error, or 0. */
function closeDescriptor(self: W_FileIO): i32 {
  const fd = self.fd;
  self.fd = -1;
  return fd < 0 ? 0 : osClose(fd);
}

/** `close()`. */
export function fileClose(w_self: W_Root): W_Root {
  const self = file(w_self);
  let failure: OperationError | null = null;
  try {
    closeBase(w_self);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    failure = e;
  }
  if (!self.closefd) {
    self.fd = -1;
  } else {
    const result = closeDescriptor(self);
    if (result < 0 && -result !== EINTR && failure === null) failure = osError(-result, null);
  }
  if (failure !== null) throw failure;
  return w_None;
}

function wrongMode(action: string): Raised {
  return unsupported(`File not open for ${action}`);
}

function fileRead(w_self: W_Root, w_size: W_Root): W_Root {
  const self = opened(w_self);
  if (!self.readable) throw wrongMode("reading");
  const size = sizeArgument(w_size);
  if (size < 0) return fileReadall(w_self);
  const room = new Uint8Array(Math.min(size, 0x7ffff000));
  const count = self.read(room, 0, room.length);
  if (count < 0) return w_None;
  return count === room.length ? newBytes(room) : newBytes(copyBytes(room, 0, count));
}

/** Bytes that are likely to come, and one more: the size of the file less the position. */
function bytesLeft(self: W_FileIO): i32 {
  const fields = new BigInt64Array(STAT_FIELDS);
  const position = osLseek(self.fd, 1, 0n);
  if (position < 0n || osFstat(self.fd, fields) < 0) return DEFAULT_BUFFER_SIZE;
  const left = fields[STAT_SIZE] - position;
  if (left < 0n || left >= 0x7fff0000n) return DEFAULT_BUFFER_SIZE;
  return i64ToI32(left) + 1;
}

function fileReadall(w_self: W_Root): W_Root {
  const self = opened(w_self);
  const first = bytesLeft(self);
  const room = new Uint8Array(Math.max(first, 1));
  let count = self.read(room, 0, room.length);
  if (count < 0) return w_None;
  if (count === 0) return w_emptyBytes;
  if (count < room.length) {
    const next = self.read(room, count, room.length - count);
    if (next <= 0) return newBytes(copyBytes(room, 0, count));
    count += next;
  }
  const out = new ByteBuilder(count + DEFAULT_BUFFER_SIZE);
  out.appendBytes(room, 0, count);
  let step: i32 = DEFAULT_BUFFER_SIZE;
  let more = new Uint8Array(step);
  for (;;) {
    const got = self.read(more, 0, step);
    if (got <= 0) return newBytes(out.build());
    out.appendBytes(more, 0, got);
    if (got === step && step < 0x100000) {
      step *= 2;
      more = new Uint8Array(step);
    }
  }
}

function fileReadinto(w_self: W_Root, w_room: W_Root): W_Root {
  const self = opened(w_self);
  if (!self.readable) throw wrongMode("reading");
  const buffer = writeBuffer(w_room, "readinto() argument");
  try {
    const count = self.read(buffer.data, buffer.offset, buffer.length);
    return count < 0 ? w_None : newInt32(count);
  } finally {
    buffer.release();
  }
}

function fileWrite(w_self: W_Root, w_bytes: W_Root): W_Root {
  const self = opened(w_self);
  if (!self.writable) throw wrongMode("writing");
  const buffer = readBuffer(w_bytes);
  try {
    const count = self.write(buffer.data, buffer.offset, buffer.length);
    return count < 0 ? w_None : newInt32(count);
  } finally {
    buffer.release();
  }
}

function fileSeek(w_self: W_Root, w_position: W_Root, w_whence: W_Root): W_Root {
  const self = opened(w_self);
  const whence = smallArgument(w_whence);
  return newInt(self.seek(offsetArgument(w_position), whence));
}

function fileTell(w_self: W_Root): W_Root {
  return newInt(opened(w_self).seek(0n, 1));
}

function fileTruncate(w_self: W_Root, w_size: W_Root): W_Root {
  const self = opened(w_self);
  if (!self.writable) throw wrongMode("writing");
  const w_length = w_size === w_None ? newInt(self.seek(0n, 1)) : w_size;
  const length = offsetArgument(w_length);
  for (;;) {
    const result = osFtruncate(self.fd, length);
    if (result >= 0n) return w_length;
    interruptedOrThrow(i64ToI32(result), null);
  }
}

function fileSeekable(w_self: W_Root): W_Root {
  const self = opened(w_self);
  if (self.seekable < 0) self.seekable = osLseek(self.fd, 1, 0n) < 0n ? 0 : 1;
  return newBool(self.seekable === 1);
}

/** The mode as `open` would take it. */
function modeText(self: W_FileIO): string {
  if (self.created) return self.readable ? "xb+" : "xb";
  if (self.appending) return self.readable ? "ab+" : "ab";
  if (self.readable) return self.writable ? "rb+" : "rb";
  return "wb";
}

function fileRepr(w_self: W_Root): W_Root {
  const self = file(w_self);
  if (self.fd < 0) return fromRts("<_io.FileIO [closed]>");
  const tail = `mode='${modeText(self)}' closefd=${self.closefd ? "True" : "False"}>`;
  const w_name = nameOrNull(w_self);
  if (w_name === null) return fromRts(`<_io.FileIO fd=${self.fd} ${tail}`);
  if (!enterRepr(w_self)) {
    throw reentrantRepr(w_self);
  }
  try {
    return fromRts(`<_io.FileIO name=${reprText(w_name)} ${tail}`);
  } finally {
    leaveRepr(w_self);
  }
}

export function reentrantRepr(w_self: W_Root): Raised {
  return runtimeError(`reentrant call inside ${typeName(w_self)}.__repr__`);
}

function nameOrNull(w_self: W_Root): W_Root | null {
  try {
    return getattrOrNull(w_self, s_name);
  } catch (e) {
    if (e instanceof OperationError && e.matches(attributeErrorType)) return null;
    throw e;
  }
}

define(fileIOType, {
  base: rawIOBaseType,
  doc:
    "A file as a stream of bytes without buffer. The mode can be 'r' (default), 'w', 'x' or 'a', and '+' after it.",
  flags: TypeFlag.Base,
  textSignature: "(file, mode='r', closefd=True, opener=None)",
  new: { signature: "($cls, /, *args, **kwargs)", scope: fileNew },
  methods: {
    __init__: { signature: "($self, file, mode='r', closefd=True, opener=None)", scope: fileInit },
    __repr__: ["($self, /)", fileRepr],
    read: [
      "($self, size=-1, /)",
      fileRead,
      "At most size bytes, by one call of the system; None where it would block.",
    ],
    readall: ["($self, /)", fileReadall, "All bytes up to the end."],
    readinto: ["($self, buffer, /)", fileReadinto, "Fills a buffer; the number of bytes."],
    write: ["($self, b, /)", fileWrite, "Writes bytes; how many went."],
    seek: ["($self, pos, whence=0, /)", fileSeek, "Changes the position."],
    tell: ["($self, /)", fileTell, "The position."],
    truncate: ["($self, size=None, /)", fileTruncate, "Cuts or extends the file."],
    close: ["($self, /)", fileClose, "Closes the file."],
    seekable: ["($self, /)", fileSeekable],
    readable: ["($self, /)", (w_self: W_Root): W_Root => newBool(opened(w_self).readable)],
    writable: ["($self, /)", (w_self: W_Root): W_Root => newBool(opened(w_self).writable)],
    fileno: ["($self, /)", (w_self: W_Root): W_Root => newInt32(opened(w_self).fd)],
    isatty: ["($self, /)", (w_self: W_Root): W_Root => newBool(osIsatty(opened(w_self).fd) === 1)],
    _dealloc_warn: ["($self, source, /)", (_w_self: W_Root, _w_source: W_Root): W_Root => w_None],
    __reduce_ex__: [
      "($self, protocol, /)",
      (w_self: W_Root, _w_protocol: W_Root): W_Root => refusePickling(w_self),
    ],
  },
  getsets: {
    closed: [(w_self: W_Root): W_Root => newBool(file(w_self).fd < 0)],
    closefd: [(w_self: W_Root): W_Root => newBool(file(w_self).closefd)],
    mode: [(w_self: W_Root): W_Root => fromRts(modeText(file(w_self)))],
  },
  members: {
    _blksize: [
      (w_self: W_Root): W_Root => newInt32(file(w_self).blockSize),
      (w_self: W_Root, w_value: W_Root): W_Root => {
        file(w_self).blockSize = smallArgument(w_value);
        return w_None;
      },
    ],
    _finalizing: [
      (w_self: W_Root): W_Root => newBool(file(w_self).finalizing),
      (w_self: W_Root, w_value: W_Root): W_Root => {
        file(w_self).finalizing = isTrue(w_value);
        return w_None;
      },
    ],
  },
});
