/** `BytesIO`: bytes in memory as a stream, and the buffer that shows them. */
import { arrayCopy, type FixedArray, type i32, i32ToI64, type i64, i64ToI32, MemoryError } from "@rts";
import { Buffer, copyBytes, Exports, readBuffer, writeBuffer } from "../../core/objspace/buffer.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { call1 } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { overflowError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { getInstanceDict } from "../../core/objspace/instance_dict.ts";
import { newBool, newInt, newInt32, w_False, w_True } from "../../core/objspace/int.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod } from "../../core/objspace/iterator_methods.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { newTuple3, W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { memoryviewType } from "../../core/objspace/types.ts";
import { placeArgument, sizeArgument, smallArgument } from "./arguments.ts";
import { bufferedIOBaseType, bytesIOBufferType, bytesIOType, closedError, W_IOBase } from "./types.ts";
import { hasIndex, index } from "../../core/objspace/truth.ts";

const NO_BYTES: Uint8Array = new Uint8Array(0);
const MAX_BYTES: i32 = 0x7fff_ff00;

/** Bytes in memory: the first `length` of `data`, the position, and who looks at them. */
export class W_BytesIO extends W_IOBase {
  data: Uint8Array = NO_BYTES;
  length: i32 = 0;
  pos: i32 = 0;
  exports: Exports = new Exports();
  /** `data` belongs to a `bytes` object: it is copied before the first change. */
  isShared: boolean = false;

  constructor(map: InstanceMap) {
    super(map);
  }

  override iterNext(): W_Root | null {
    this.checkOpen();
    const end = this.lineEnd(-1);
    return end === this.pos ? null : this.take(end);
  }

  checkOpen(): void {
    if (this.isClosed) throw closedError();
  }

  /** Bytes from the position to `end`, which becomes the position. */
  take(end: i32): W_Root {
    const start = this.pos;
    this.pos = end;
    return newBytes(copyBytes(this.data, start, end - start));
  }

  /** Where a read of `size` bytes ends. */
  readEnd(size: i32): i32 {
    if (this.pos >= this.length) return this.pos;
    const left = this.length - this.pos;
    return this.pos + (size < 0 || size > left ? left : size);
  }

  /** After the next line, of at most `limit` bytes. */
  lineEnd(limit: i32): i32 {
    const end = this.readEnd(limit);
    const data = this.data;
    for (let i = this.pos; i < end; i++) if (data[i] === 10) return i + 1;
    return end;
  }

  /** Sees that the bytes may be changed, and that there is room for `least`. */
  own(least: i32): void {
    if (!this.isShared && this.data.length >= least) return;
    const room = least > this.data.length ? Math.min(least + (least >> 3) + 32, MAX_BYTES) : this.data.length;
    if (least > MAX_BYTES) throw new MemoryError("too many bytes");
    const data = new Uint8Array(Math.max(room, least));
    arrayCopy(this.data, 0, data, 0, this.length);
    this.data = data;
    this.isShared = false;
  }

  write(bytes: Uint8Array, offset: i32, count: i32): void {
    if (count === 0) return;
    const start = this.pos;
    if (count > MAX_BYTES - start) throw new MemoryError("too many bytes");
    const end = start + count;
    this.own(end);
    if (start > this.length) this.data.fill(0, this.length, start);
    arrayCopy(bytes, offset, this.data, start, count);
    this.pos = end;
    if (end > this.length) this.length = end;
  }
}

function bytesIO(w_self: W_Root): W_BytesIO {
  return w_self as W_BytesIO;
}

/** The open stream of `w_self`. */
function opened(w_self: W_Root): W_BytesIO {
  const self = w_self as W_BytesIO;
  self.checkOpen();
  return self;
}

/** The same, where nobody looks at its bytes. */
function resizable(w_self: W_Root): W_BytesIO {
  const self = opened(w_self);
  self.exports.checkResizable();
  return self;
}

function init(w_self: W_Root, w_initial: W_Root): W_Root {
  const self = bytesIO(w_self);
  self.exports.checkResizable();
  self.isClosed = false;
  self.data = NO_BYTES;
  self.length = 0;
  self.pos = 0;
  self.isShared = false;
  if (w_initial === w_None || w_initial === w_unset) return w_None;
  const buffer = readBuffer(w_initial);
  const isAll = buffer.isReadonly && buffer.offset === 0 && buffer.length === buffer.data.length;
  self.data = isAll ? buffer.data : buffer.toBytes();
  self.isShared = isAll;
  self.length = buffer.length;
  buffer.release();
  return w_None;
}

function read(w_self: W_Root, w_size: W_Root): W_Root {
  const self = opened(w_self);
  const size = sizeArgument(w_size);
  return self.take(self.readEnd(size));
}

function readline(w_self: W_Root, w_size: W_Root): W_Root {
  const self = opened(w_self);
  return self.take(self.lineEnd(sizeArgument(w_size)));
}

function readlines(w_self: W_Root, w_hint: W_Root): W_Root {
  const self = opened(w_self);
  const hint = sizeArgument(w_hint);
  const lines: W_Root[] = [];
  let total: i32 = 0;
  for (;;) {
    const start = self.pos;
    const end = self.lineEnd(-1);
    if (end === start) break;
    lines.push(self.take(end));
    total += end - start;
    if (hint > 0 && total >= hint) break;
  }
  return listOf(lines);
}

function readinto(w_self: W_Root, w_room: W_Root): W_Root {
  const self = opened(w_self);
  const room = writeBuffer(w_room, "readinto() argument");
  try {
    const count = self.readEnd(room.length) - self.pos;
    arrayCopy(self.data, self.pos, room.data, room.offset, count);
    self.pos += count;
    return newInt32(count);
  } finally {
    room.release();
  }
}

function write(w_self: W_Root, w_bytes: W_Root): W_Root {
  const self = resizable(w_self);
  const buffer = readBuffer(w_bytes);
  try {
    self.write(buffer.data, buffer.offset, buffer.length);
    return newInt32(buffer.length);
  } finally {
    buffer.release();
  }
}

function writelines(w_self: W_Root, w_lines: W_Root): W_Root {
  opened(w_self);
  const w_iterator = iter(w_lines);
  for (;;) {
    const w_line = next(w_iterator);
    if (w_line === null) return w_None;
    write(w_self, w_line);
  }
}

function getvalue(w_self: W_Root): W_Root {
  const self = opened(w_self);
  if (self.isShared && self.length === self.data.length) return newBytes(self.data);
  return newBytes(copyBytes(self.data, 0, self.length));
}

/** Throws TypeError for what is no size. */
function sizeOrNone(w_size: W_Root): void {
  if (w_size === w_None || hasIndex(w_size)) return;
  throw typeError(`argument should be integer or None, not '${typeName(w_size)}'`);
}

function truncate(w_self: W_Root, w_size: W_Root): W_Root {
  const self = resizable(w_self);
  sizeOrNone(w_size);
  const size = w_size === w_None ? i32ToI64(self.pos) : placeArgument(w_size);
  if (size < 0n) throw valueError(`negative size value ${size}`);
  if (size < i32ToI64(self.length)) {
    self.own(0);
    self.length = i64ToI32(size);
  }
  return newInt(size);
}

function seek(w_self: W_Root, w_pos: W_Root, w_whence: W_Root): W_Root {
  const self = opened(w_self);
  const whence = smallArgument(w_whence);
  let pos = placeArgument(w_pos);
  if (whence === 0 && pos < 0n) throw valueError(`negative seek value ${pos}`);
  if (whence < 0 || whence > 2) throw valueError(`invalid whence (${whence}, should be 0, 1 or 2)`);
  if (whence === 1) pos = moved(pos, self.pos);
  else if (whence === 2) pos = moved(pos, self.length);
  if (pos < 0n) pos = 0n;
  self.pos = pos > i32ToI64(MAX_BYTES) ? MAX_BYTES : i64ToI32(pos);
  return newInt(pos);
}

function moved(offset: i64, from: i32): i64 {
  if (offset > 0x7fffffffffffffffn - i32ToI64(from)) throw overflowError("new position too large");
  return offset + i32ToI64(from);
}

function close(w_self: W_Root): W_Root {
  const self = bytesIO(w_self);
  self.exports.checkResizable();
  self.isClosed = true;
  self.data = NO_BYTES;
  self.length = 0;
  self.pos = 0;
  return w_None;
}

function getstate(w_self: W_Root): W_Root {
  const self = opened(w_self);
  const w_dict = getInstanceDict(w_self);
  return newTuple3(getvalue(w_self), newInt32(self.pos), w_dict.length === 0 ? w_None : w_dict.copy());
}

function setstate(w_self: W_Root, w_state: W_Root): W_Root {
  const name = typeName(w_self);
  if (!(w_state instanceof W_Tuple) || w_state.items.length < 3) {
    throw typeError(`${name}.__setstate__ argument should be 3-tuple, got ${typeName(w_state)}`);
  }
  const self = resizable(w_self);
  const items = w_state.items;
  const buffer = readBuffer(items[0]);
  self.data = buffer.toBytes();
  self.length = buffer.length;
  self.isShared = false;
  buffer.release();
  self.pos = statePosition(items[1]);
  restoreDict(w_self, items[2]);
  return w_None;
}

/** The position in a pickled state. */
export function statePosition(w_pos: W_Root): i32 {
  if (!hasIndex(w_pos)) {
    throw typeError(`second item of state must be an integer, not ${typeName(w_pos)}`);
  }
  const pos = index(w_pos).asI64();
  if (pos < 0n) throw valueError("position value cannot be negative");
  return i64ToI32(pos);
}

/** The attributes in a pickled state. */
export function restoreDict(w_self: W_Root, w_attributes: W_Root): void {
  if (w_attributes === w_None) return;
  if (!(w_attributes instanceof W_Dict)) {
    throw typeError(`third item of state should be a dict, got a ${typeName(w_attributes)}`);
  }
  getInstanceDict(w_self).update(w_attributes);
}

/** The bytes of a stream as an object with a buffer, for `getbuffer`. */
class W_BytesIOBuffer extends W_Root {
  constructor(private readonly w_source: W_BytesIO) {
    super();
  }
  override typeOf(): W_Type {
    return bytesIOBufferType;
  }
  override hasBuffer(): boolean {
    return true;
  }
  override acquireBuffer(flags: i32): Buffer | null {
    const source = this.w_source;
    source.own(0);
    return new Buffer(this, source.data, 0, source.length, false, null).countIn(source.exports, flags);
  }
}

function getbuffer(w_self: W_Root): W_Root {
  return call1(memoryviewType, new W_BytesIOBuffer(opened(w_self)));
}

define(bytesIOBufferType, { flags: TypeFlag.NoNew });

function truth(w_self: W_Root): W_Root {
  opened(w_self);
  return w_True;
}

define(bytesIOType, {
  base: bufferedIOBaseType,
  doc: "Bytes in memory as a stream.",
  flags: TypeFlag.Base,
  textSignature: "(initial_bytes=b'')",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_BytesIO((scope[0] as W_Type).instanceMap),
  },
  methods: {
    __init__: ["($self, initial_bytes=<unset>)", init],
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => opened(w_self)],
    __next__: ["($self, /)", iterNextMethod],
    readable: ["($self, /)", truth],
    seekable: ["($self, /)", truth],
    writable: ["($self, /)", truth],
    close: ["($self, /)", close],
    flush: ["($self, /)", (w_self: W_Root): W_Root => {
      opened(w_self);
      return w_None;
    }],
    isatty: ["($self, /)", (w_self: W_Root): W_Root => {
      opened(w_self);
      return w_False;
    }],
    tell: ["($self, /)", (w_self: W_Root): W_Root => newInt32(opened(w_self).pos)],
    write: ["($self, b, /)", write],
    writelines: ["($self, lines, /)", writelines],
    read1: ["($self, size=-1, /)", read],
    readinto: ["($self, buffer, /)", readinto],
    readline: ["($self, size=-1, /)", readline],
    readlines: ["($self, size=None, /)", readlines],
    read: ["($self, size=-1, /)", read],
    getbuffer: ["($self, /)", getbuffer],
    getvalue: ["($self, /)", getvalue],
    seek: ["($self, pos, whence=0, /)", seek],
    truncate: ["($self, size=None, /)", truncate],
    __getstate__: ["($self, /)", getstate],
    __setstate__: ["($self, state, /)", setstate],
    __sizeof__: ["($self, /)", (w_self: W_Root): W_Root => newInt32(96 + bytesIO(w_self).data.length)],
  },
  getsets: { closed: [(w_self: W_Root): W_Root => newBool(bytesIO(w_self).isClosed)] },
});
