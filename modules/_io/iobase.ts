/** `_IOBase`, `_RawIOBase`, `_BufferedIOBase`, `_TextIOBase`: the abstract streams. */
import { arrayCopy, type Exception, type i32, i64ToI32 } from "@rts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { copyBytes, writeBuffer } from "../../core/objspace/buffer.ts";
import { newBytearray } from "../../core/objspace/bytearray.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { call1, callMethod0, callMethod1, callMethod2 } from "../../core/objspace/call.ts";
import {
  type OperationError,
  operationError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { notImplementedErrorType, osErrorType } from "../../core/objspace/exception_types.ts";
import { getInstanceDict } from "../../core/objspace/instance_dict.ts";
import { newBool, newInt32, w_False, w_True } from "../../core/objspace/int.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { listOf } from "../../core/objspace/list.ts";
import { iterNextMethod } from "../../core/objspace/iterator_methods.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { index, length } from "../../core/objspace/truth.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { ByteBuilder } from "../../core/objspace/unicode/bytebuilder.ts";
import type { FixedArray } from "@rts";
import {
  bufferedIOBaseType,
  checkClosed,
  closeStream,
  DEFAULT_BUFFER_SIZE,
  flushStream,
  ioBaseType,
  rawIOBaseType,
  textIOBaseType,
  unsupported,
  W_IOBase,
} from "./types.ts";
import { isInterruption, sizeArgument } from "./arguments.ts";
import { checkSignals } from "../../core/interpreter/signals.ts";
import { closeForgotten } from "./finalize.ts";

const s_read: W_Str = internRts("read");
const s_read1: W_Str = internRts("read1");
const s_readall: W_Str = internRts("readall");
const s_readinto: W_Str = internRts("readinto");
const s_readline: W_Str = internRts("readline");
const s_peek: W_Str = internRts("peek");
const s_write: W_Str = internRts("write");
const s_seek: W_Str = internRts("seek");
const s_seekable: W_Str = internRts("seekable");
const s_readable: W_Str = internRts("readable");
const s_writable: W_Str = internRts("writable");

/** A stream of a class without fields of its own: iterating reads lines. */
class W_AbstractStream extends W_IOBase {
  override iterNext(): W_Root | null {
    return nextLine(this);
  }
}

/** The next line by the stream's own `readline`; null at the end. */
export function nextLine(w_stream: W_Root): W_Root | null {
  const w_line = callMethod0(w_stream, s_readline);
  return length(w_line) === 0n ? null : w_line;
}

function baseNew(scope: FixedArray<W_Root>): W_Root {
  return new W_AbstractStream((scope[0] as W_Type).instanceMap);
}

function iterStream(w_self: W_Root): W_Root {
  checkClosed(w_self);
  return w_self;
}

/** Calls one of `seekable`, `readable`, `writable`; throws UnsupportedOperation unless it says True. */
function demand(w_stream: W_Root, name: W_Str, message: string): W_Root {
  const w_answer = callMethod0(w_stream, name);
  if (w_answer !== w_True) throw unsupported(message);
  return w_answer;
}
export function checkSeekable(w_stream: W_Root): W_Root {
  return demand(w_stream, s_seekable, "File or stream is not seekable.");
}
export function checkReadable(w_stream: W_Root): W_Root {
  return demand(w_stream, s_readable, "File or stream is not readable.");
}
export function checkWritable(w_stream: W_Root): W_Root {
  return demand(w_stream, s_writable, "File or stream is not writable.");
}

/** `_IOBase.flush`: nothing but the check. */
function flush(w_self: W_Root): W_Root {
  if ((w_self as W_IOBase).isClosed) throw valueError("I/O operation on closed file.");
  return w_None;
}

/** `_IOBase.close`: flushes, and closes also when that fails. */
export function closeBase(w_self: W_Root): W_Root {
  const self = w_self as W_IOBase;
  if (self.isClosed) return w_None;
  try {
    flushStream(w_self);
  } finally {
    self.isClosed = true;
  }
  return w_None;
}

function isatty(w_self: W_Root): W_Root {
  checkClosed(w_self);
  return w_False;
}

function enter(w_self: W_Root): W_Root {
  checkClosed(w_self);
  return w_self;
}
function exit(scope: FixedArray<W_Root>): W_Root {
  return closeStream(scope[0]);
}

/** How many bytes `readline` may read at once without reading past the line: `peek` tells, where there is one. */
function lineStep(w_peek: W_Root | null, limit: i32): i32 {
  if (w_peek === null) return 1;
  const w_ahead = peeked(w_peek);
  if (!(w_ahead instanceof W_Bytes)) {
    throw operationError(
      osErrorType,
      `peek() should have returned a bytes object, not '${typeName(w_ahead)}'`,
    );
  }
  const data = w_ahead.data;
  const count = limit >= 0 ? Math.min(data.length, limit) : data.length;
  if (count === 0) return 1;
  for (let i: i32 = 0; i < count; i++) if (data[i] === 10) return i + 1;
  return count;
}

function peeked(w_peek: W_Root): W_Root {
  for (;;) {
    try {
      return call1(w_peek, newInt32(1));
    } catch (e) {
      if (!isInterruption(e as Exception)) throw e;
      checkSignals();
    }
  }
}

function readline(w_self: W_Root, w_size: W_Root): W_Root {
  const limit = sizeArgument(w_size);
  const w_peek = getattrOrNull(w_self, s_peek);
  const out = new ByteBuilder();
  while (limit < 0 || out.length < limit) {
    const step = lineStep(w_peek, limit < 0 ? -1 : limit - out.length);
    let w_piece: W_Root;
    try {
      w_piece = callMethod1(w_self, s_read, newInt32(step));
    } catch (e) {
      if (!isInterruption(e as Exception)) throw e;
      checkSignals();
      continue;
    }
    if (!(w_piece instanceof W_Bytes)) {
      throw operationError(
        osErrorType,
        `read() should have returned a bytes object, not '${typeName(w_piece)}'`,
      );
    }
    const data = w_piece.data;
    if (data.length === 0) break;
    out.appendBytes(data, 0, data.length);
    if (data[data.length - 1] === 10) break;
  }
  return newBytes(out.build());
}

function readlines(w_self: W_Root, w_hint: W_Root): W_Root {
  const hint = sizeArgument(w_hint);
  const lines: W_Root[] = [];
  let total: i32 = 0;
  const w_iterator = iter(w_self);
  for (;;) {
    const w_line = next(w_iterator);
    if (w_line === null) break;
    lines.push(w_line);
    if (hint <= 0) continue;
    const size = length(w_line);
    if (size > BigInt(hint - total)) break;
    total += i64ToI32(size);
  }
  return listOf(lines);
}

function writelines(w_self: W_Root, w_lines: W_Root): W_Root {
  checkClosed(w_self);
  const w_iterator = iter(w_lines);
  for (;;) {
    const w_line = next(w_iterator);
    if (w_line === null) return w_None;
    writeLine(w_self, w_line);
  }
}

function writeLine(w_self: W_Root, w_line: W_Root): void {
  for (;;) {
    try {
      callMethod1(w_self, s_write, w_line);
      return;
    } catch (e) {
      if (!isInterruption(e as Exception)) throw e;
      checkSignals();
    }
  }
}

define(ioBaseType, {
  doc: "The base of all streams. There is no public constructor.",
  flags: TypeFlag.Base | TypeFlag.Dict | TypeFlag.Weakrefs,
  new: { signature: "($cls, /, *args, **kwargs)", scope: baseNew },
  methods: {
    __iter__: ["($self, /)", iterStream],
    __next__: ["($self, /)", iterNextMethod],
    __del__: ["($self, /)", closeForgotten],
    seek: {
      signature: "($self, /, *args, **kwargs)",
      scope: (_scope: FixedArray<W_Root>): W_Root => {
        throw unsupported("seek");
      },
      doc: "Changes the position; the new one.",
    },
    tell: [
      "($self, /)",
      (w_self: W_Root): W_Root => callMethod2(w_self, s_seek, newInt32(0), newInt32(1)),
      "The position.",
    ],
    truncate: {
      signature: "($self, /, *args, **kwargs)",
      scope: (_scope: FixedArray<W_Root>): W_Root => {
        throw unsupported("truncate");
      },
      doc: "Cuts or extends the file.",
    },
    flush: ["($self, /)", flush, "Writes what is buffered."],
    close: ["($self, /)", closeBase, "Flushes and closes the stream."],
    seekable: ["($self, /)", (_w_self: W_Root): W_Root => w_False, "True if the position can be changed."],
    readable: ["($self, /)", (_w_self: W_Root): W_Root => w_False, "True if the stream can be read."],
    writable: ["($self, /)", (_w_self: W_Root): W_Root => w_False, "True if the stream can be written."],
    _checkClosed: {
      signature: "($self, /, *args)",
      scope: (scope: FixedArray<W_Root>): W_Root => {
        checkClosed(scope[0]);
        return w_None;
      },
    },
    _checkSeekable: {
      signature: "($self, /, *args)",
      scope: (scope: FixedArray<W_Root>): W_Root => checkSeekable(scope[0]),
    },
    _checkReadable: {
      signature: "($self, /, *args)",
      scope: (scope: FixedArray<W_Root>): W_Root => checkReadable(scope[0]),
    },
    _checkWritable: {
      signature: "($self, /, *args)",
      scope: (scope: FixedArray<W_Root>): W_Root => checkWritable(scope[0]),
    },
    fileno: ["($self, /)", (_w_self: W_Root): W_Root => {
      throw unsupported("fileno");
    }, "The descriptor."],
    isatty: ["($self, /)", isatty, "True if the stream is a terminal."],
    __enter__: ["($self, /)", enter],
    __exit__: { signature: "($self, /, *args)", scope: exit },
    readline: ["($self, size=-1, /)", readline, "A line, or a piece of it."],
    readlines: ["($self, hint=-1, /)", readlines, "A list of lines."],
    writelines: ["($self, lines, /)", writelines, "Writes strings; line ends are not added."],
  },
  getsets: {
    closed: [(w_self: W_Root): W_Root => newBool((w_self as W_IOBase).isClosed)],
    __dict__: [(w_self: W_Root): W_Root => getInstanceDict(w_self)],
  },
});

// --- raw streams ---

function rawRead(w_self: W_Root, w_size: W_Root): W_Root {
  const size = sizeArgument(w_size);
  if (size < 0) return callMethod0(w_self, s_readall);
  const w_room = newBytearray(new Uint8Array(size));
  const w_count = callMethod1(w_self, s_readinto, w_room);
  if (w_count === w_None) return w_None;
  const w_number = index(w_count);
  const count: i32 = w_number.fitsI64() ? i64ToI32(w_number.asI64()) : -1;
  return newBytes(copyBytes(w_room.data, w_room.start, Math.min(Math.max(count, 0), w_room.length)));
}

function rawReadall(w_self: W_Root): W_Root {
  const out = new ByteBuilder();
  for (;;) {
    let w_piece: W_Root;
    try {
      w_piece = callMethod1(w_self, s_read, newInt32(DEFAULT_BUFFER_SIZE));
    } catch (e) {
      if (!isInterruption(e as Exception)) throw e;
      checkSignals();
      continue;
    }
    if (w_piece === w_None) {
      if (out.length === 0) return w_piece;
      break;
    }
    if (!(w_piece instanceof W_Bytes)) throw typeError("read() should return bytes");
    if (w_piece.data.length === 0) break;
    out.appendBytes(w_piece.data, 0, w_piece.data.length);
  }
  return newBytes(out.build());
}

function notImplemented(_scope: FixedArray<W_Root>): W_Root {
  throw operationErrorNotImplemented();
}
function operationErrorNotImplemented(): OperationError {
  return operationError(notImplementedErrorType, "");
}

define(rawIOBaseType, {
  base: ioBaseType,
  doc: "The base of streams without buffer.",
  flags: TypeFlag.Base,
  methods: {
    read: ["($self, size=-1, /)", rawRead],
    readall: ["($self, /)", rawReadall, "All bytes up to the end."],
    readinto: { signature: "($self, /, *args)", scope: notImplemented },
    write: { signature: "($self, /, *args)", scope: notImplemented },
  },
});

// --- buffered streams ---

function readinto(w_self: W_Root, w_room: W_Root, name: W_Str): W_Root {
  const buffer = writeBuffer(w_room, `${name === s_read1 ? "readinto1" : "readinto"}() argument`);
  try {
    const w_data = callMethod1(w_self, name, newInt32(buffer.length));
    if (!(w_data instanceof W_Bytes)) throw typeError("read() should return bytes");
    const count: i32 = w_data.data.length;
    if (count > buffer.length) {
      throw valueError(
        `read() returned too much data: ${buffer.length} bytes requested, ${count} returned`,
      );
    }
    arrayCopy(w_data.data, 0, buffer.data, buffer.offset, count);
    return newInt32(count);
  } finally {
    buffer.release();
  }
}

define(bufferedIOBaseType, {
  base: ioBaseType,
  doc: "The base of streams of bytes with a buffer.",
  flags: TypeFlag.Base,
  methods: {
    detach: ["($self, /)", (_w_self: W_Root): W_Root => {
      throw unsupported("detach");
    }, "Takes the raw stream off."],
    read: {
      signature: "($self, /, *args)",
      scope: (_scope: FixedArray<W_Root>): W_Root => {
        throw unsupported("read");
      },
    },
    read1: {
      signature: "($self, /, *args)",
      scope: (_scope: FixedArray<W_Root>): W_Root => {
        throw unsupported("read1");
      },
    },
    readinto: [
      "($self, buffer, /)",
      (w_self: W_Root, w_room: W_Root): W_Root => readinto(w_self, w_room, s_read),
    ],
    readinto1: [
      "($self, buffer, /)",
      (w_self: W_Root, w_room: W_Root): W_Root => readinto(w_self, w_room, s_read1),
    ],
    write: {
      signature: "($self, /, *args)",
      scope: (_scope: FixedArray<W_Root>): W_Root => {
        throw unsupported("write");
      },
    },
  },
});

// --- text streams ---

define(textIOBaseType, {
  base: ioBaseType,
  doc: "The base of streams of text.",
  flags: TypeFlag.Base,
  methods: {
    detach: ["($self, /)", (_w_self: W_Root): W_Root => {
      throw unsupported("detach");
    }, "Takes the buffer off."],
    read: {
      signature: "($self, /, *args)",
      scope: (_scope: FixedArray<W_Root>): W_Root => {
        throw unsupported("read");
      },
    },
    readline: {
      signature: "($self, /, *args)",
      scope: (_scope: FixedArray<W_Root>): W_Root => {
        throw unsupported("readline");
      },
    },
    write: {
      signature: "($self, /, *args)",
      scope: (_scope: FixedArray<W_Root>): W_Root => {
        throw unsupported("write");
      },
    },
  },
  getsets: {
    encoding: [(_w_self: W_Root): W_Root => w_None],
    newlines: [(_w_self: W_Root): W_Root => w_None],
    errors: [(_w_self: W_Root): W_Root => w_None],
  },
});
