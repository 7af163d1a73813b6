/**
 * `StringIO`: text in memory as a stream.
 *
 * While text is only appended it collects in `tail`; whatever else is done makes `units` of it, one code point each.
 */
import { arrayCopy, type FixedArray, type i32, i32ToI64, i64ToI32, MemoryError } from "@rts";
import { OperationError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { osErrorType } from "../../core/objspace/exception_types.ts";
import { getInstanceDict } from "../../core/objspace/instance_dict.ts";
import { newBool, newInt, newInt32, w_False, w_True } from "../../core/objspace/int.ts";
import { iterNextMethod } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { replace } from "../../core/objspace/str/replace.ts";
import { EMPTY, fromRts, makeStr, W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { type } from "../../core/objspace/call.ts";
import { hasIndex } from "../../core/objspace/truth.ts";
import { tupleOf, W_Tuple } from "../../core/objspace/tuple.ts";

import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { placeArgument, sizeArgument, smallArgument } from "./arguments.ts";
import { restoreDict, statePosition } from "./bytesio.ts";
import { nextLine } from "./iobase.ts";
import { LF_TEXT, NewlineState } from "./newline.ts";
import { lineEnd } from "./text.ts";
import { stringIOType, textIOBaseType, W_IOBase } from "./types.ts";

const NO_UNITS: Int32Array = new Int32Array(0);
const MAX_UNITS: i32 = 0x0fff_ff00;

/** Text in memory. */
export class W_StringIO extends W_IOBase {
  isReady: boolean = false;
  /** Text that was appended to an empty stream; null once there are `units`. */
  tail: StrBuilder | null = null;
  units: Int32Array = NO_UNITS;
  length: i32 = 0;
  pos: i32 = 0;
  /** As given: null, "", "\n", "\r" or "\r\n". */
  w_newline: W_Root = w_None;
  readUniversal: boolean = false;
  readTranslate: boolean = false;
  readNewline: W_Str = LF_TEXT;
  writeNewline: W_Str | null = null;
  newlines: NewlineState | null = null;

  constructor(map: InstanceMap) {
    super(map);
  }

  override iterNext(): W_Root | null {
    this.check();
    if (type(this) !== stringIOType) return nextLine(this);
    const w_line = this.readline(-1);
    return w_line.length === 0 ? null : w_line;
  }

  check(): void {
    if (!this.isReady) throw valueError("I/O operation on uninitialized object");
    if (this.isClosed) throw valueError("I/O operation on closed file");
  }

  /** Makes units of what was appended. */
  settle(): void {
    const tail = this.tail;
    if (tail === null) return;
    const w_text = tail.build();
    this.tail = null;
    this.units = new Int32Array(w_text.length + 16);
    for (let i: i32 = 0; i < w_text.length; i++) this.units[i] = w_text.charAt(i);
    this.length = w_text.length;
  }

  /** The text in `[start, end)`. */
  text(start: i32, end: i32): W_Str {
    return end <= start ? EMPTY : makeStr(4, this.units, start, end);
  }

  value(): W_Str {
    const tail = this.tail;
    if (tail === null) return this.text(0, this.length);
    const w_text = tail.build();
    tail.appendStr(w_text);
    return w_text;
  }

  write(w_given: W_Str): void {
    let w_text = w_given;
    const newlines = this.newlines;
    if (newlines !== null) w_text = newlines.decode(w_text, true);
    if (this.writeNewline !== null) w_text = replace(w_text, LF_TEXT, this.writeNewline, -1);
    const count = w_text.length;
    const tail = this.tail;
    if (tail !== null) {
      if (this.pos === tail.length) {
        tail.appendStr(w_text);
        this.pos += count;
        return;
      }
      this.settle();
    }
    this.reserve(count);
    for (let i = this.length; i < this.pos; i++) this.units[i] = 0;
    const units = this.units;
    for (let i: i32 = 0; i < count; i++) units[this.pos + i] = w_text.charAt(i);
    this.pos += count;
    if (this.pos > this.length) this.length = this.pos;
  }

  private reserve(more: i32): void {
    if (more > MAX_UNITS - this.pos) throw new MemoryError("text too long");
    const least = this.pos + more;
    if (least <= this.units.length) return;
    const grown = new Int32Array(Math.min(least + (least >> 1) + 16, MAX_UNITS));
    arrayCopy(this.units, 0, grown, 0, this.length);
    this.units = grown;
  }

  readCount(size: i32): W_Str {
    if (this.tail !== null && this.pos === 0 && size < 0) {
      const w_all = this.value();
      this.pos = w_all.length;
      return w_all;
    }
    this.settle();
    if (this.pos >= this.length) return EMPTY;
    const left = this.length - this.pos;
    const count = size < 0 || size > left ? left : size;
    this.pos += count;
    return this.text(this.pos - count, this.pos);
  }

  readline(limit: i32): W_Str {
    this.settle();
    if (this.pos >= this.length) return EMPTY;
    const start = this.pos;
    let end = this.lineEnd(start);
    if (limit >= 0 && limit < end - start) end = start + limit;
    this.pos = end;
    return this.text(start, end);
  }

  /** After the line that begins at `start`. */
  private lineEnd(start: i32): i32 {
    if (!this.readUniversal && this.readNewline.length === 2) {
      const end = lineEnd(this.text(start, this.length), 0, false, false, this.readNewline);
      return end < 0 ? this.length : start + end;
    }
    const isUniversal = this.readUniversal && !this.readTranslate;
    const newline = this.readTranslate ? LF : this.readNewline.charAt(0);
    const units = this.units;
    for (let i = start; i < this.length; i++) {
      const c = units[i];
      if (isUniversal && c === CR) return i + 1 < this.length && units[i + 1] === LF ? i + 2 : i + 1;
      if (c === newline) return i + 1;
    }
    return this.length;
  }
}

const CR: i32 = 13;
const LF: i32 = 10;

function stringIO(w_self: W_Root): W_StringIO {
  return w_self as W_StringIO;
}
function opened(w_self: W_Root): W_StringIO {
  const self = w_self as W_StringIO;
  self.check();
  return self;
}

function newlineError(w_newline: W_Root): OperationError {
  return typeError(`newline must be str or None, not ${typeName(w_newline)}`);
}

/** `StringIO(initial_value='', newline='\n')`. */
function init(w_self: W_Root, w_initial: W_Root, w_newline: W_Root): W_Root {
  const self = stringIO(w_self);
  self.isReady = false;
  let newline: string | null = null;
  if (w_newline !== w_None) {
    if (!(w_newline instanceof W_Str)) throw newlineError(w_newline);
    newline = w_newline.toRts();
    if (newline !== "" && newline !== "\n" && newline !== "\r" && newline !== "\r\n") {
      throw valueError(`illegal newline value: ${reprText(w_newline)}`);
    }
  }
  if (w_initial !== w_None && !(w_initial instanceof W_Str)) {
    throw typeError(`initial_value must be str or None, not ${typeName(w_initial)}`);
  }
  self.isClosed = false;
  self.w_newline = w_newline;
  self.readUniversal = newline === null || newline === "";
  self.readTranslate = newline === null;
  self.readNewline = newline === null || newline === "" ? LF_TEXT : fromRts(newline);
  self.writeNewline = newline === "\r" || newline === "\r\n" ? fromRts(newline) : null;
  self.newlines = self.readUniversal ? new NewlineState(self.readTranslate) : null;
  self.tail = new StrBuilder(16);
  self.units = NO_UNITS;
  self.length = 0;
  self.pos = 0;
  self.isReady = true;
  if (w_initial instanceof W_Str && w_initial.length > 0) {
    self.write(w_initial.plain());
    self.settle();
    self.pos = 0;
  }
  return w_None;
}

function read(w_self: W_Root, w_size: W_Root): W_Root {
  const self = opened(w_self);
  return self.readCount(sizeArgument(w_size));
}
function readline(w_self: W_Root, w_size: W_Root): W_Root {
  const self = opened(w_self);
  return self.readline(sizeArgument(w_size));
}

function write(w_self: W_Root, w_text: W_Root): W_Root {
  const self = stringIO(w_self);
  if (!self.isReady) self.check();
  if (!(w_text instanceof W_Str)) throw typeError(`string argument expected, got '${typeName(w_text)}'`);
  self.check();
  if (w_text.length > 0) self.write(w_text.plain());
  return newInt32(w_text.length);
}

function getvalue(w_self: W_Root): W_Root {
  return opened(w_self).value();
}

function truncate(w_self: W_Root, w_size: W_Root): W_Root {
  const self = opened(w_self);
  if (w_size !== w_None && !hasIndex(w_size)) {
    throw typeError(`argument should be integer or None, not '${typeName(w_size)}'`);
  }
  const size = w_size === w_None ? i32ToI64(self.pos) : placeArgument(w_size);
  if (size < 0n) throw valueError(`Negative size value ${size}`);
  self.settle();
  if (size < i32ToI64(self.length)) self.length = i64ToI32(size);
  return newInt(size);
}

function seek(w_self: W_Root, w_pos: W_Root, w_whence: W_Root): W_Root {
  const self = opened(w_self);
  const whence = smallArgument(w_whence);
  const pos = placeArgument(w_pos);
  if (whence !== 0 && whence !== 1 && whence !== 2) {
    throw valueError(`Invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  if (whence === 0 && pos < 0n) throw valueError(`Negative seek position ${pos}`);
  if (whence !== 0 && pos !== 0n) throw cannotSeek();
  if (whence === 0) {
    if (pos > i32ToI64(MAX_UNITS)) self.pos = MAX_UNITS;
    else self.pos = i64ToI32(pos);
    return newInt(pos);
  }
  if (whence === 2) {
    const tail = self.tail;
    self.pos = tail === null ? self.length : tail.length;
  }
  return newInt32(self.pos);
}

function cannotSeek(): OperationError {
  return new OperationError(osErrorType, "Can't do nonzero cur-relative seeks", null, null);
}

function close(w_self: W_Root): W_Root {
  const self = stringIO(w_self);
  self.isClosed = true;
  self.tail = null;
  self.units = NO_UNITS;
  self.length = 0;
  return w_None;
}

function getstate(w_self: W_Root): W_Root {
  const self = opened(w_self);
  const w_dict = getInstanceDict(w_self);
  return tupleOf([
    self.value(),
    self.w_newline,
    newInt32(self.pos),
    w_dict.length === 0 ? w_None : w_dict.copy(),
  ]);
}

function setstate(w_self: W_Root, w_state: W_Root): W_Root {
  const name = typeName(w_self);
  if (!(w_state instanceof W_Tuple) || w_state.items.length < 4) {
    throw typeError(`${name}.__setstate__ argument should be 4-tuple, got ${typeName(w_state)}`);
  }
  const items = w_state.items;
  const self = stringIO(w_self);
  if (self.isClosed) throw valueError("__setstate__ on closed file");
  init(w_self, EMPTY, items[1]);
  if (!(items[0] instanceof W_Str)) {
    throw typeError(`first item of state must be str, not ${typeName(items[0])}`);
  }
  // The value was translated when it was written.
  const w_value = items[0] as W_Str;
  self.tail!.appendStr(w_value);
  self.settle();
  self.pos = statePosition(items[2]);
  restoreDict(w_self, items[3]);
  return w_None;
}

function truth(w_self: W_Root): W_Root {
  opened(w_self);
  return w_True;
}

define(stringIOType, {
  base: textIOBaseType,
  doc: "Text in memory as a stream.",
  flags: TypeFlag.Base,
  textSignature: "(initial_value='', newline='\\n')",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_StringIO((scope[0] as W_Type).instanceMap),
  },
  methods: {
    __init__: ["($self, initial_value='', newline='\\n')", init],
    __next__: ["($self, /)", iterNextMethod],
    close: ["($self, /)", close],
    getvalue: ["($self, /)", getvalue],
    read: ["($self, size=-1, /)", read],
    readline: ["($self, size=-1, /)", readline],
    tell: ["($self, /)", (w_self: W_Root): W_Root => newInt32(opened(w_self).pos)],
    truncate: ["($self, pos=None, /)", truncate],
    seek: ["($self, pos, whence=0, /)", seek],
    write: ["($self, s, /)", write],
    seekable: ["($self, /)", truth],
    readable: ["($self, /)", truth],
    writable: ["($self, /)", truth],
    __getstate__: ["($self, /)", getstate],
    __setstate__: ["($self, state, /)", setstate],
  },
  getsets: {
    closed: [(w_self: W_Root): W_Root => newBool(stringIO(w_self).isClosed)],
    line_buffering: [(w_self: W_Root): W_Root => {
      opened(w_self);
      return w_False;
    }],
    newlines: [(w_self: W_Root): W_Root => {
      const newlines = opened(w_self).newlines;
      return newlines === null ? w_None : newlines.shown();
    }],
  },
});
