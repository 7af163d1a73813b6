/** The methods of `BufferedReader`, `BufferedWriter` and `BufferedRandom`. */
import { type Exception, type FixedArray, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { getattr } from "../../core/objspace/attributes.ts";
import { readBuffer, writeBuffer } from "../../core/objspace/buffer.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { callMethod0, callMethod1 } from "../../core/objspace/call.ts";
import { OperationError, typeName, valueError } from "../../core/objspace/errors.ts";
import { attributeErrorType } from "../../core/objspace/exception_types.ts";
import { getValue } from "../../core/objspace/exceptions.ts";
import { newBool, newInt, newInt32 } from "../../core/objspace/int.ts";
import { memoryError } from "../../core/objspace/memory_error.ts";
import { iterNextMethod } from "../../core/objspace/iterator_methods.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define, type MethodEntry, type TypeSpec } from "../../core/objspace/typedef.ts";
import { isValueError, offsetArgument, placeArgument, sizeArgument, smallArgument } from "./arguments.ts";
import { W_Buffered, WOULD_BLOCK } from "./buffered.ts";
import { closeWhenDead, flushAtExit } from "./finalize.ts";
import { reentrantRepr, type W_FileIO } from "./fileio.ts";
import { checkReadable, checkSeekable, checkWritable } from "./iobase.ts";
import {
  bufferedIOBaseType,
  bufferedRandomType,
  bufferedReaderType,
  bufferedWriterType,
  fileIOType,
  refusePickling,
  unsupported,
} from "./types.ts";
import { type } from "../../core/objspace/call.ts";

const s_close: W_Str = internRts("close");
const s_flush: W_Str = internRts("flush");
const s_fileno: W_Str = internRts("fileno");
const s_isatty: W_Str = internRts("isatty");
const s_seekable: W_Str = internRts("seekable");
const s_readable: W_Str = internRts("readable");
const s_writable: W_Str = internRts("writable");
const s_name: W_Str = internRts("name");
const s_mode: W_Str = internRts("mode");
const s_closed: W_Str = internRts("closed");
const s_truncate: W_Str = internRts("truncate");
const s_deallocWarn: W_Str = internRts("_dealloc_warn");

function buffered(w_self: W_Root): W_Buffered {
  return w_self as W_Buffered;
}

function bufferedNew(scope: FixedArray<W_Root>): W_Root {
  const self = new W_Buffered((scope[0] as W_Type).instanceMap);
  closeWhenDead(self);
  return self;
}

/** A stream over a raw one that is known to fit; `size` is positive. */
export function newBuffered(w_type: W_Type, w_raw: W_Root, size: i32): W_Buffered {
  const self = new W_Buffered(w_type.instanceMap);
  closeWhenDead(self);
  self.isReader = w_type !== bufferedWriterType;
  self.isWriter = w_type !== bufferedReaderType;
  begin(self, w_raw, size);
  return self;
}

function begin(self: W_Buffered, w_raw: W_Root, size: i32): void {
  if (size <= 0) throw valueError("buffer size must be strictly positive");
  self.start(w_raw, size);
  if (self.isWriter) flushAtExit(self);
}

/** Longest buffer: what an array can hold. */
const MAX_BUFFER: i64 = 0x7fff0000n;

function bufferSize(w_size: W_Root): i32 {
  const size = placeArgument(w_size);
  if (size > MAX_BUFFER) throw memoryError();
  return size < 0n ? -1 : i64ToI32(size);
}

function readerInit(w_self: W_Root, w_raw: W_Root, w_size: W_Root): W_Root {
  const self = buffered(w_self);
  self.w_raw = null;
  self.isReader = true;
  if (!isOpenFile(w_raw)) checkReadable(w_raw);
  else if (!(w_raw as W_FileIO).readable) throw unsupported("File or stream is not readable.");
  begin(self, w_raw, bufferSize(w_size));
  return w_None;
}
function writerInit(w_self: W_Root, w_raw: W_Root, w_size: W_Root): W_Root {
  const self = buffered(w_self);
  self.w_raw = null;
  self.isWriter = true;
  checkWritable(w_raw);
  begin(self, w_raw, bufferSize(w_size));
  return w_None;
}
function randomInit(w_self: W_Root, w_raw: W_Root, w_size: W_Root): W_Root {
  const self = buffered(w_self);
  self.w_raw = null;
  self.isReader = true;
  self.isWriter = true;
  checkSeekable(w_raw);
  checkReadable(w_raw);
  checkWritable(w_raw);
  begin(self, w_raw, bufferSize(w_size));
  return w_None;
}

function isOpenFile(w_raw: W_Root): boolean {
  return type(w_raw) === fileIOType && (w_raw as W_FileIO).fd >= 0;
}

// --- reading ---

function read(w_self: W_Root, w_size: W_Root): W_Root {
  const self = buffered(w_self);
  const size = sizeArgument(w_size);
  self.check();
  if (w_size !== w_None && size < 0 && placeArgument(w_size) < -1n) {
    throw valueError("read length must be non-negative or -1");
  }
  self.checkOpen("read of closed file");
  if (size >= 0 && size <= self.ahead()) return newBytes(self.readCount(size)!);
  self.enter();
  try {
    if (size < 0) return self.readAll();
    const bytes = self.readCount(size);
    return bytes === null ? w_None : newBytes(bytes);
  } finally {
    self.isBusy = false;
  }
}

function peek(w_self: W_Root, _w_size: W_Root): W_Root {
  const self = buffered(w_self);
  self.checkOpen("peek of closed file");
  self.enter();
  try {
    return newBytes(self.peek());
  } finally {
    self.isBusy = false;
  }
}

function read1(w_self: W_Root, w_size: W_Root): W_Root {
  const self = buffered(w_self);
  const size = placeArgument(w_size);
  self.checkOpen("read of closed file");
  return newBytes(self.read1(size < 0n ? -1 : size > 0x7fff0000n ? 0x7fff0000 : i64ToI32(size)));
}

function readInto(w_self: W_Root, w_room: W_Root, once: boolean): W_Root {
  const self = buffered(w_self);
  self.check();
  const room = writeBuffer(w_room, once ? "readinto1() argument" : "readinto() argument");
  try {
    self.checkOpen("readinto of closed file");
    self.enter();
    try {
      const count = self.readInto(room, once);
      return count === WOULD_BLOCK ? w_None : newInt32(count);
    } finally {
      self.isBusy = false;
    }
  } finally {
    room.release();
  }
}

function readline(w_self: W_Root, w_size: W_Root): W_Root {
  const self = buffered(w_self);
  const size = sizeArgument(w_size);
  self.checkOpen("readline of closed file");
  return newBytes(self.readline(size));
}

// --- writing ---

function write(w_self: W_Root, w_bytes: W_Root): W_Root {
  const self = buffered(w_self);
  self.check();
  const buffer = readBuffer(w_bytes);
  try {
    self.enter();
    try {
      if (self.isRawClosed()) throw valueError("write to closed file");
      return newInt32(self.write(buffer.data, buffer.offset, buffer.length));
    } finally {
      self.isBusy = false;
    }
  } finally {
    buffer.release();
  }
}

/** Throws as `write` of a closed stream does; for callers that write without a method call. */
export function writeBytes(self: W_Buffered, data: Uint8Array, length: i32): void {
  self.check();
  self.enter();
  try {
    if (self.isRawClosed()) throw valueError("write to closed file");
    self.write(data, 0, length);
  } finally {
    self.isBusy = false;
  }
}

function flushReader(w_self: W_Root): W_Root {
  return callMethod0(buffered(w_self).check(), s_flush);
}

/** `flush()` of a stream that writes. */
export function flushWriter(w_self: W_Root): W_Root {
  const self = buffered(w_self);
  self.checkOpen("flush of closed file");
  if (self.isReader || self.writeEnd >= 0) {
    self.enter();
    try {
      self.flushAndRewind();
    } finally {
      self.isBusy = false;
    }
  }
  const file = self.file;
  if (file === null) callMethod0(self.check(), s_flush);
  return w_None;
}

// --- position ---

function tell(w_self: W_Root): W_Root {
  const self = buffered(w_self);
  self.check();
  const position = self.rawTell() - i32ToI64(self.rawOffset());
  return newInt(position < 0n ? 0n : position);
}

function seek(w_self: W_Root, w_target: W_Root, w_whence: W_Root): W_Root {
  const self = buffered(w_self);
  self.check();
  const whence = smallArgument(w_whence);
  if (whence < 0 || (whence > 2 && whence !== 3 && whence !== 4)) {
    throw valueError(`whence value ${whence} unsupported`);
  }
  self.checkOpen("seek of closed file");
  if (self.file === null) checkSeekable(self.check());
  else if (!isTrue(callMethod0(self.check(), s_seekable))) {
    throw unsupported("File or stream is not seekable.");
  }
  let target = offsetArgument(w_target);
  if (whence <= 1 && self.isReader) {
    // Inside of what was read, only the position moves.
    const current = self.knownTell();
    const ahead = self.ahead();
    if (ahead > 0) {
      const here = current - i32ToI64(self.rawOffset());
      const offset = whence === 0 ? target - here : target;
      if (offset >= i32ToI64(-self.pos) && offset <= i32ToI64(ahead)) {
        self.pos += i64ToI32(offset);
        return newInt(here + offset);
      }
    }
  }
  self.enter();
  try {
    if (self.isWriter) self.flushWrites();
    if (whence === 1) target -= i32ToI64(self.rawOffset());
    const position = self.rawSeek(target, whence);
    self.rawPos = -1;
    if (self.isReader) self.dropRead();
    return newInt(position);
  } finally {
    self.isBusy = false;
  }
}

function truncate(w_self: W_Root, w_size: W_Root): W_Root {
  const self = buffered(w_self);
  self.checkOpen("truncate of closed file");
  if (!self.isWriter) throw unsupported("truncate");
  self.enter();
  try {
    self.flushAndRewind();
    const w_place = w_size === w_None ? tell(w_self) : w_size;
    const w_result = callMethod1(self.check(), s_truncate, w_place);
    try {
      self.rawTell();
    } catch (e) {
      if (!(e instanceof OperationError)) throw e;
    }
    return w_result;
  } finally {
    self.isBusy = false;
  }
}

// --- the rest ---

/** Adds the exception of a first failure to that of a second one, as its context. */
export function chain(first: OperationError | null, second: OperationError): OperationError {
  if (first !== null) {
    const w_value = getValue(second);
    if (w_value.w_context === null && w_value !== getValue(first)) w_value.w_context = getValue(first);
    second.hasContext = true;
  }
  return second;
}

function close(w_self: W_Root): W_Root {
  const self = buffered(w_self);
  const w_raw = self.check();
  if (self.isRawClosed()) return w_None;
  if (self.finalizing) warnOfForgotten(w_raw, w_self);
  let failure: OperationError | null = null;
  try {
    callMethod0(w_self, s_flush);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    failure = e;
  }
  try {
    callMethod0(w_raw, s_close);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    failure = chain(failure, e);
  }
  self.isClosed = true;
  self.dropRead();
  if (failure !== null) throw failure;
  return w_None;
}

/** Lets a raw stream warn that nobody closed it. */
export function warnOfForgotten(w_raw: W_Root, w_source: W_Root): void {
  try {
    callMethod1(w_raw, s_deallocWarn, w_source);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
}

function detach(w_self: W_Root): W_Root {
  const self = buffered(w_self);
  const w_raw = self.check();
  callMethod0(w_self, s_flush);
  self.w_raw = null;
  self.file = null;
  self.isDetached = true;
  return w_raw;
}

/** `<_io.BufferedReader name='x'>`. */
export function reprWithName(w_self: W_Root): W_Root {
  let w_name: W_Root;
  try {
    w_name = getattr(w_self, s_name);
  } catch (e) {
    if (e instanceof OperationError && (e.matches(attributeErrorType) || isValueError(e as Exception))) {
      return fromRts(`<${typeName(w_self)}>`);
    }
    throw e;
  }
  if (!enterRepr(w_self)) throw reentrantRepr(w_self);
  try {
    return fromRts(`<${typeName(w_self)} name=${reprText(w_name)}>`);
  } finally {
    leaveRepr(w_self);
  }
}

function delegated(w_self: W_Root, name: W_Str): W_Root {
  return callMethod0(buffered(w_self).check(), name);
}

const COMMON: Readonly<Record<string, MethodEntry>> = {
  __repr__: ["($self, /)", reprWithName],
  close: ["($self, /)", close],
  detach: ["($self, /)", detach],
  seekable: ["($self, /)", (w_self: W_Root): W_Root => delegated(w_self, s_seekable)],
  fileno: ["($self, /)", (w_self: W_Root): W_Root => delegated(w_self, s_fileno)],
  isatty: ["($self, /)", (w_self: W_Root): W_Root => delegated(w_self, s_isatty)],
  _dealloc_warn: ["($self, source, /)", (w_self: W_Root, w_source: W_Root): W_Root => {
    if (buffered(w_self).w_raw !== null) warnOfForgotten(buffered(w_self).check(), w_source);
    return w_None;
  }],
  seek: ["($self, target, whence=0, /)", seek],
  tell: ["($self, /)", tell],
  truncate: ["($self, pos=None, /)", truncate],
  __reduce_ex__: [
    "($self, protocol, /)",
    (w_self: W_Root, _w_protocol: W_Root): W_Root => refusePickling(w_self),
  ],
  __sizeof__: ["($self, /)", (w_self: W_Root): W_Root => newInt32(160 + buffered(w_self).buffer.length)],
};
const READING: Readonly<Record<string, MethodEntry>> = {
  readable: ["($self, /)", (w_self: W_Root): W_Root => delegated(w_self, s_readable)],
  read: ["($self, size=-1, /)", read],
  peek: ["($self, size=0, /)", peek],
  read1: ["($self, size=-1, /)", read1],
  readinto: [
    "($self, buffer, /)",
    (w_self: W_Root, w_room: W_Root): W_Root => readInto(w_self, w_room, false),
  ],
  readinto1: [
    "($self, buffer, /)",
    (w_self: W_Root, w_room: W_Root): W_Root => readInto(w_self, w_room, true),
  ],
  readline: ["($self, size=-1, /)", readline],
  __next__: ["($self, /)", iterNextMethod],
};
const WRITING: Readonly<Record<string, MethodEntry>> = {
  writable: ["($self, /)", (w_self: W_Root): W_Root => delegated(w_self, s_writable)],
  write: ["($self, buffer, /)", write],
  flush: ["($self, /)", flushWriter],
};
const GETSETS: TypeSpec["getsets"] = {
  closed: [(w_self: W_Root): W_Root => getattr(buffered(w_self).check(), s_closed)],
  name: [(w_self: W_Root): W_Root => getattr(buffered(w_self).check(), s_name)],
  mode: [(w_self: W_Root): W_Root => getattr(buffered(w_self).check(), s_mode)],
};
const MEMBERS: TypeSpec["members"] = {
  raw: [(w_self: W_Root): W_Root => buffered(w_self).w_raw ?? w_None],
  _finalizing: [
    (w_self: W_Root): W_Root => newBool(buffered(w_self).finalizing),
    (w_self: W_Root, w_value: W_Root): W_Root => {
      buffered(w_self).finalizing = isTrue(w_value);
      return w_None;
    },
  ],
};
const INIT = "($self, raw, buffer_size=8192)";

define(bufferedReaderType, {
  base: bufferedIOBaseType,
  doc: "A buffer for reading from a raw stream.",
  flags: TypeFlag.Base,
  textSignature: "(raw, buffer_size=DEFAULT_BUFFER_SIZE)",
  new: { signature: "($cls, /, *args, **kwargs)", scope: bufferedNew },
  methods: { __init__: [INIT, readerInit], flush: ["($self, /)", flushReader], ...COMMON, ...READING },
  getsets: GETSETS,
  members: MEMBERS,
});
define(bufferedWriterType, {
  base: bufferedIOBaseType,
  doc: "A buffer for writing to a raw stream.",
  flags: TypeFlag.Base,
  textSignature: "(raw, buffer_size=DEFAULT_BUFFER_SIZE)",
  new: { signature: "($cls, /, *args, **kwargs)", scope: bufferedNew },
  methods: { __init__: [INIT, writerInit], ...COMMON, ...WRITING },
  getsets: GETSETS,
  members: MEMBERS,
});
define(bufferedRandomType, {
  base: bufferedIOBaseType,
  doc: "A buffer for reading from and writing to a raw stream that can be positioned.",
  flags: TypeFlag.Base,
  textSignature: "(raw, buffer_size=DEFAULT_BUFFER_SIZE)",
  new: { signature: "($cls, /, *args, **kwargs)", scope: bufferedNew },
  methods: { __init__: [INIT, randomInit], ...COMMON, ...READING, ...WRITING },
  getsets: GETSETS,
  members: MEMBERS,
});
