/** The methods of `TextIOWrapper`. */
import { type Exception, type FixedArray, type i32, i64ToI32 } from "@rts";
import { getattr, getattrOrNull } from "../../core/objspace/attributes.ts";
import { callMethod0, callMethod1 } from "../../core/objspace/call.ts";
import { OperationError, typeError, valueError } from "../../core/objspace/errors.ts";
import { attributeErrorType } from "../../core/objspace/exception_types.ts";
import { index } from "../../core/objspace/truth.ts";
import { newBool, newInt32 } from "../../core/objspace/int.ts";
import { iterNextMethod } from "../../core/objspace/iterator_methods.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { isValueError, placeArgument, sizeArgument } from "./arguments.ts";
import { chain, warnOfForgotten } from "./buffered_methods.ts";
import { textDecoder, textEncoder } from "./codec.ts";
import { reentrantRepr, shownType } from "./fileio.ts";
import { closeWhenDead, flushAtExit } from "./finalize.ts";
import { LF_TEXT, NewlineState } from "./newline.ts";
import { W_TextIOWrapper } from "./text.ts";
import { seekText, tellText } from "./text_position.ts";
import {
  DEFAULT_BUFFER_SIZE,
  refusePickling,
  textIOBaseType,
  textIOWrapperType,
  unsupported,
} from "./types.ts";
import { EMPTY } from "../../core/objspace/str/wstr.ts";

const s_readable: W_Str = internRts("readable");
const s_writable: W_Str = internRts("writable");
const s_seekable: W_Str = internRts("seekable");
const s_tell: W_Str = internRts("tell");
const s_read1: W_Str = internRts("read1");
const s_flush: W_Str = internRts("flush");
const s_close: W_Str = internRts("close");
const s_closed: W_Str = internRts("closed");
const s_fileno: W_Str = internRts("fileno");
const s_isatty: W_Str = internRts("isatty");
const s_name: W_Str = internRts("name");
const s_mode: W_Str = internRts("mode");
const s_truncate: W_Str = internRts("truncate");
const s_utf8: W_Str = internRts("UTF-8");
const s_strict: W_Str = internRts("strict");

function text(w_self: W_Root): W_TextIOWrapper {
  return w_self as W_TextIOWrapper;
}

function textNew(scope: FixedArray<W_Root>): W_Root {
  const self = new W_TextIOWrapper((scope[0] as W_Type).instanceMap);
  closeWhenDead(self);
  return self;
}

/** A stream over a buffer; the arguments are checked already. */
export function newTextIOWrapper(
  w_buffer: W_Root,
  encoding: W_Str,
  errors: W_Str,
  newline: string | null,
  lineBuffering: boolean,
  writeThrough: boolean,
): W_TextIOWrapper {
  const self = new W_TextIOWrapper(textIOWrapperType.instanceMap);
  closeWhenDead(self);
  begin(self, w_buffer, encoding, errors, newline, lineBuffering, writeThrough);
  return self;
}

/** Checks an argument that is a text or None. */
function textOrNone(w_value: W_Root, name: string, method: string): W_Str | null {
  if (w_value === w_None) return null;
  if (!(w_value instanceof W_Str)) {
    throw typeError(`${method}() argument '${name}' must be str or None, not ${shownType(w_value)}`);
  }
  for (let i: i32 = 0; i < w_value.length; i++) {
    if (w_value.charAt(i) === 0) throw valueError("embedded null character");
  }
  return w_value.plain();
}

/** Throws ValueError for newlines that are none. */
export function checkNewline(newline: W_Str | null): void {
  if (newline === null) return;
  const shown = newline.toRts();
  if (shown !== "" && shown !== "\n" && shown !== "\r" && shown !== "\r\n") {
    throw valueError(`illegal newline value: ${shown}`);
  }
}

/** `TextIOWrapper(buffer, encoding, errors, newline, line_buffering, write_through)`. */
function textInit(scope: FixedArray<W_Root>): W_Root {
  const self = text(scope[0]);
  self.w_buffer = null;
  self.isDetached = false;
  const encoding = textOrNone(scope[2], "encoding", "TextIOWrapper");
  const errors = textOrNone(scope[3], "errors", "TextIOWrapper");
  const newline = textOrNone(scope[4], "newline", "TextIOWrapper");
  checkNewline(newline);
  begin(
    self,
    scope[1],
    encoding === null || encoding.toRts() === "locale" ? s_utf8 : encoding,
    errors ?? s_strict,
    newline === null ? null : newline.toRts(),
    isTrue(scope[5]),
    isTrue(scope[6]),
  );
  return w_None;
}

function begin(
  self: W_TextIOWrapper,
  w_buffer: W_Root,
  encoding: W_Str,
  errors: W_Str,
  newline: string | null,
  lineBuffering: boolean,
  writeThrough: boolean,
): void {
  self.encoding = encoding;
  self.errors = errors;
  self.chunkSize = DEFAULT_BUFFER_SIZE;
  self.pendingLength = 0;
  self.decoded = EMPTY;
  self.decodedUsed = 0;
  self.snapshot = null;
  self.lineBuffering = lineBuffering;
  self.writeThrough = writeThrough;
  setNewline(self, newline);
  makeCodecs(self, w_buffer);
  self.hasRead1 = getattrOrNull(w_buffer, s_read1) !== null;
  self.seekable = isTrue(callMethod0(w_buffer, s_seekable));
  self.telling = self.seekable;
  if (self.seekable && self.encoder !== null) {
    const w_place = callMethod0(w_buffer, s_tell);
    if (isTrue(w_place)) self.encoder.restart(false);
  }
  self.setBuffer(w_buffer);
  if (self.encoder !== null) flushAtExit(self);
}

function setNewline(self: W_TextIOWrapper, newline: string | null): void {
  self.readUniversal = newline === null || newline === "";
  self.readTranslate = newline === null;
  self.readNewline = newline === null || newline === "" ? LF_TEXT : fromRts(newline);
  self.writeNewline = newline === null || newline === "" || newline === "\n" ? null : fromRts(newline);
}

function makeCodecs(self: W_TextIOWrapper, w_buffer: W_Root): void {
  const encoding = self.encoding.toRts();
  const errors = self.errors.toRts();
  self.decoder = null;
  self.encoder = null;
  self.newlines = null;
  if (isTrue(callMethod0(w_buffer, s_readable))) {
    self.decoder = textDecoder(encoding, errors);
    if (self.readUniversal) self.newlines = new NewlineState(self.readTranslate);
  }
  if (isTrue(callMethod0(w_buffer, s_writable))) self.encoder = textEncoder(encoding, errors);
}

/** `reconfigure(*, encoding, errors, newline, line_buffering, write_through)`. */
function reconfigure(scope: FixedArray<W_Root>): W_Root {
  const self = text(scope[0]);
  const encoding = textOrNone(scope[1], "encoding", "reconfigure");
  const errors = textOrNone(scope[2], "errors", "reconfigure");
  const w_newline = scope[3];
  const isReading = self.decoded.length > 0 || self.snapshot !== null;
  if (self.decoder !== null && isReading && (encoding !== null || errors !== null || w_newline !== w_unset)) {
    throw unsupported("It is not possible to set the encoding or newline of stream after the first read");
  }
  let newline: W_Str | null = null;
  if (w_newline !== w_unset) {
    newline = textOrNone(w_newline, "newline", "reconfigure");
    checkNewline(newline);
  }
  const lineBuffering = flagOr(scope[4], self.lineBuffering);
  const writeThrough = flagOr(scope[5], self.writeThrough);
  self.check();
  callMethod0(self, s_flush);
  if (w_newline !== w_unset) setNewline(self, newline === null ? null : newline.toRts());
  if (encoding !== null || errors !== null) {
    if (errors !== null) self.errors = errors;
    else if (encoding !== null) self.errors = s_strict;
    if (encoding !== null) self.encoding = encoding.toRts() === "locale" ? s_utf8 : encoding;
  }
  if (encoding !== null || errors !== null || w_newline !== w_unset) {
    makeCodecs(self, self.check());
    const encoder = self.encoder;
    if (encoder !== null && self.seekable && isTrue(callMethod0(self.check(), s_tell))) {
      encoder.restart(false);
    }
  }
  self.lineBuffering = lineBuffering;
  self.writeThrough = writeThrough;
  return w_None;
}

function flagOr(w_flag: W_Root, instead: boolean): boolean {
  if (w_flag === w_None) return instead;
  return i64ToI32(index(w_flag).asI64()) !== 0;
}

function detach(w_self: W_Root): W_Root {
  const self = text(w_self);
  const w_buffer = self.check();
  callMethod0(w_self, s_flush);
  self.w_buffer = null;
  self.native = null;
  self.isDetached = true;
  return w_buffer;
}

function write(w_self: W_Root, w_text: W_Root): W_Root {
  const self = text(w_self);
  if (!(w_text instanceof W_Str)) throw typeError(`write() argument must be str, not ${shownType(w_text)}`);
  self.check();
  self.checkOpen();
  self.write(w_text);
  return newInt32(w_text.length);
}

function read(w_self: W_Root, w_size: W_Root): W_Root {
  const self = text(w_self);
  const size = sizeArgument(w_size);
  self.check();
  self.checkOpen();
  if (self.decoder === null) throw unsupported("not readable");
  self.flushPending();
  return size < 0 ? self.readAll() : self.readCount(size);
}

function readline(w_self: W_Root, w_size: W_Root): W_Root {
  const self = text(w_self);
  const limit = placeArgument(w_size);
  self.check();
  self.checkOpen();
  self.flushPending();
  return self.readline(limit < 0n ? -1 : limit > 0x7fffffffn ? -1 : i64ToI32(limit));
}

function flush(w_self: W_Root): W_Root {
  const self = text(w_self);
  self.check();
  self.checkOpen();
  self.telling = self.seekable;
  self.flushPending();
  self.flushBuffer();
  return w_None;
}

function close(w_self: W_Root): W_Root {
  const self = text(w_self);
  const w_buffer = self.check();
  if (isTrue(getattr(w_self, s_closed))) return w_None;
  if (self.finalizing) warnOfForgotten(w_buffer, w_self);
  let failure: OperationError | null = null;
  try {
    callMethod0(w_self, s_flush);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    failure = e;
  }
  try {
    callMethod0(w_buffer, s_close);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    failure = chain(failure, e);
  }
  self.isClosed = true;
  if (failure !== null) throw failure;
  return w_None;
}

function truncate(w_self: W_Root, w_size: W_Root): W_Root {
  const self = text(w_self);
  self.check();
  callMethod0(w_self, s_flush);
  return callMethod1(self.check(), s_truncate, w_size);
}

/** An attribute for `repr`: null where there is none. */
function shownAttribute(w_self: W_Root, name: W_Str): W_Root | null {
  try {
    return getattr(w_self, name);
  } catch (e) {
    if (e instanceof OperationError && (e.matches(attributeErrorType) || isValueError(e as Exception))) {
      return null;
    }
    throw e;
  }
}

function textRepr(w_self: W_Root): W_Root {
  const self = text(w_self);
  if (self.w_buffer === null && !self.isDetached) throw valueError("I/O operation on uninitialized object");
  if (!enterRepr(w_self)) throw reentrantRepr(w_self);
  try {
    let shown = "<_io.TextIOWrapper";
    const w_name = shownAttribute(w_self, s_name);
    if (w_name !== null) shown += ` name=${reprText(w_name)}`;
    const w_mode = shownAttribute(w_self, s_mode);
    if (w_mode !== null) shown += ` mode=${reprText(w_mode)}`;
    return fromRts(`${shown} encoding=${reprText(self.encoding)}>`);
  } finally {
    leaveRepr(w_self);
  }
}

/** `isatty()` asks the file directly where it can. */
function isatty(w_self: W_Root): W_Root {
  return callMethod0(text(w_self).check(), s_isatty);
}

function delegated(w_self: W_Root, name: W_Str): W_Root {
  return callMethod0(text(w_self).check(), name);
}

function setChunkSize(w_self: W_Root, w_size: W_Root): W_Root {
  const self = text(w_self);
  self.check();
  const size = placeArgument(w_size);
  if (size <= 0n) throw valueError("a strictly positive integer is required");
  self.chunkSize = size > 0x7fff0000n ? 0x7fff0000 : i64ToI32(size);
  return w_None;
}
function deleteChunkSize(_w_self: W_Root): W_Root {
  throw new OperationError(attributeErrorType, "cannot delete attribute", null, null);
}

define(textIOWrapperType, {
  base: textIOBaseType,
  doc: "Text over a buffer of bytes: encoded, decoded, with newlines translated.",
  flags: TypeFlag.Base,
  textSignature:
    "(buffer, encoding=None, errors=None, newline=None,\n              line_buffering=False, write_through=False)",
  new: { signature: "($cls, /, *args, **kwargs)", scope: textNew },
  methods: {
    __init__: {
      signature:
        "($self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
      scope: textInit,
    },
    __repr__: ["($self, /)", textRepr],
    __next__: ["($self, /)", iterNextMethod],
    detach: ["($self, /)", detach],
    reconfigure: {
      signature:
        "($self, /, *, encoding=None, errors=None, newline=<unset>, line_buffering=None, write_through=None)",
      scope: reconfigure,
      doc: "Changes how the stream encodes.",
    },
    write: ["($self, text, /)", write],
    read: ["($self, size=-1, /)", read],
    readline: ["($self, size=-1, /)", readline],
    flush: ["($self, /)", flush],
    close: ["($self, /)", close],
    fileno: ["($self, /)", (w_self: W_Root): W_Root => delegated(w_self, s_fileno)],
    seekable: ["($self, /)", (w_self: W_Root): W_Root => delegated(w_self, s_seekable)],
    readable: ["($self, /)", (w_self: W_Root): W_Root => delegated(w_self, s_readable)],
    writable: ["($self, /)", (w_self: W_Root): W_Root => delegated(w_self, s_writable)],
    isatty: ["($self, /)", isatty],
    seek: ["($self, cookie, whence=0, /)", seekText],
    tell: ["($self, /)", tellText],
    truncate: ["($self, pos=None, /)", truncate],
    __reduce_ex__: [
      "($self, protocol, /)",
      (w_self: W_Root, _w_protocol: W_Root): W_Root => refusePickling(w_self),
    ],
  },
  getsets: {
    name: [(w_self: W_Root): W_Root => getattr(text(w_self).check(), s_name)],
    closed: [(w_self: W_Root): W_Root => getattr(text(w_self).check(), s_closed)],
    newlines: [(w_self: W_Root): W_Root => {
      const newlines = text(w_self).newlines;
      text(w_self).check();
      return newlines === null ? w_None : newlines.shown();
    }],
    errors: [(w_self: W_Root): W_Root => {
      if (!text(w_self).isDetached) text(w_self).check();
      return text(w_self).errors;
    }],
    _CHUNK_SIZE: [
      (w_self: W_Root): W_Root => {
        text(w_self).check();
        return newInt32(text(w_self).chunkSize);
      },
      setChunkSize,
      deleteChunkSize,
    ],
  },
  members: {
    encoding: [(w_self: W_Root): W_Root => text(w_self).encoding],
    buffer: [(w_self: W_Root): W_Root => text(w_self).w_buffer ?? w_None],
    line_buffering: [(w_self: W_Root): W_Root => newBool(text(w_self).lineBuffering)],
    write_through: [(w_self: W_Root): W_Root => newBool(text(w_self).writeThrough)],
    _finalizing: [
      (w_self: W_Root): W_Root => newBool(text(w_self).finalizing),
      (w_self: W_Root, w_value: W_Root): W_Root => {
        text(w_self).finalizing = isTrue(w_value);
        return w_None;
      },
    ],
  },
});
