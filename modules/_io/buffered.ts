/**
 * What `BufferedReader`, `BufferedWriter` and `BufferedRandom` share: a buffer over a raw stream.
 *
 * The buffer is a window into the file. `pos` is the stream's position in it, `rawPos` the raw stream's. Bytes
 * `[0, readEnd)` were read (-1: none), bytes `[writePos, writeEnd)` wait to be written (-1: none). `absPos` is the raw
 * stream's position in the file as far as it is known (-1: not).
 *
 * A raw stream that is exactly a FileIO is used directly; any other through its methods.
 */
import { arrayCopy, type Exception, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { getattr, getattrOrNull } from "../../core/objspace/attributes.ts";
import { type Buffer, copyBytes } from "../../core/objspace/buffer.ts";
import { newBytearray } from "../../core/objspace/bytearray.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { call0, callMethod0, callMethod1, callMethod2, type } from "../../core/objspace/call.ts";
import {
  OperationError,
  operationError,
  runtimeError,
  typeError,
  valueError,
} from "../../core/objspace/errors.ts";
import { blockingIOErrorType, osErrorType } from "../../core/objspace/exception_types.ts";
import { getValue, operationErrorItems } from "../../core/objspace/exceptions.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { index, isTrue } from "../../core/objspace/truth.ts";
import { newTuple3 } from "../../core/objspace/tuple.ts";
import { ByteBuilder } from "../../core/objspace/unicode/bytebuilder.ts";
import { checkSignals } from "../../core/interpreter/signals.ts";
import { isInterruption } from "./arguments.ts";
import type { W_FileIO } from "./fileio.ts";
import { nextLine } from "./iobase.ts";
import { bufferedRandomType, bufferedReaderType, EAGAIN, fileIOType, W_IOBase } from "./types.ts";

const s_readinto: W_Str = internRts("readinto");
const s_read: W_Str = internRts("read");
const s_readall: W_Str = internRts("readall");
const s_write: W_Str = internRts("write");
const s_seek: W_Str = internRts("seek");
const s_tell: W_Str = internRts("tell");
const s_closed: W_Str = internRts("closed");

/** What a call that would block answers. */
export const WOULD_BLOCK: i32 = -2;

const NO_BYTES: Uint8Array = new Uint8Array(0);

/** A buffered stream. */
export class W_Buffered extends W_IOBase {
  /** Null before `__init__` and after `detach`. */
  w_raw: W_Root | null = null;
  /** The raw stream, where it is exactly a FileIO. */
  file: W_FileIO | null = null;
  isDetached: boolean = false;
  isReader: boolean = false;
  isWriter: boolean = false;
  finalizing: boolean = false;
  /** A method is running: a signal handler must not come in between. */
  isBusy: boolean = false;
  buffer: Uint8Array = NO_BYTES;
  pos: i32 = 0;
  rawPos: i32 = 0;
  readEnd: i32 = -1;
  writePos: i32 = 0;
  writeEnd: i32 = -1;
  absPos: i64 = -1n;

  constructor(map: InstanceMap) {
    super(map);
  }

  override finalizationRank(): i32 {
    return 1;
  }

  override iterNext(): W_Root | null {
    this.check();
    if (type(this) !== bufferedReaderType && type(this) !== bufferedRandomType) return nextLine(this);
    this.checkOpen("readline of closed file");
    const w_line = this.readline(-1);
    return w_line.length === 0 ? null : newBytes(w_line);
  }

  /** (Re)starts on a raw stream. */
  start(w_raw: W_Root, size: i32): void {
    this.w_raw = w_raw;
    this.file = type(w_raw) === fileIOType ? w_raw as W_FileIO : null;
    this.isDetached = false;
    this.buffer = new Uint8Array(size);
    this.pos = 0;
    this.rawPos = 0;
    this.readEnd = -1;
    this.writePos = 0;
    this.writeEnd = -1;
    this.absPos = -1n;
    try {
      this.rawTell();
    } catch (e) {
      if (!(e instanceof OperationError)) throw e;
    }
  }

  // --- checks ---

  /** The raw stream. Throws ValueError where there is none. */
  check(): W_Root {
    const w_raw = this.w_raw;
    if (w_raw !== null) return w_raw;
    throw valueError(
      this.isDetached ? "raw stream has been detached" : "I/O operation on uninitialized object",
    );
  }

  isRawClosed(): boolean {
    const file = this.file;
    return file !== null ? file.fd < 0 : isTrue(getattr(this.check(), s_closed));
  }

  /** Throws ValueError(message) when the raw stream is closed and nothing is left of it. */
  checkOpen(message: string): void {
    this.check();
    if (this.isRawClosed() && this.ahead() === 0) throw valueError(message);
  }

  /** Marks that a method runs. Throws RuntimeError when one does already. */
  enter(): void {
    if (this.isBusy) throw runtimeError(`reentrant call inside ${reprText(this)}`);
    this.isBusy = true;
  }

  // --- the window ---

  /** Bytes that are there to be read. */
  ahead(): i32 {
    return this.readEnd >= 0 ? this.readEnd - this.pos : 0;
  }

  /** How far the raw stream is in front of this one. */
  rawOffset(): i32 {
    return (this.readEnd >= 0 || this.writeEnd >= 0) && this.rawPos >= 0 ? this.rawPos - this.pos : 0;
  }

  dropRead(): void {
    this.readEnd = -1;
  }
  dropWrite(): void {
    this.writePos = 0;
    this.writeEnd = -1;
  }

  /** Moves the position; what was read grows with it when it was written over. */
  moveTo(pos: i32): void {
    this.pos = pos;
    if (this.readEnd >= 0 && this.readEnd < pos) this.readEnd = pos;
  }

  // --- the raw stream ---

  rawTell(): i64 {
    const file = this.file;
    const position = file !== null && file.fd >= 0
      ? file.seek(0n, 1)
      : index(callMethod0(this.check(), s_tell)).asI64();
    if (position < 0n) {
      throw operationError(osErrorType, `Raw stream returned invalid position ${position}`);
    }
    this.absPos = position;
    return position;
  }

  /** The position, asked for only when it is not known. */
  knownTell(): i64 {
    return this.absPos >= 0n ? this.absPos : this.rawTell();
  }

  rawSeek(target: i64, whence: i32): i64 {
    const file = this.file;
    const position = file !== null && file.fd >= 0
      ? file.seek(target, whence)
      : index(callMethod2(this.check(), s_seek, newInt(target), newInt32(whence))).asI64();
    if (position < 0n) {
      throw operationError(osErrorType, `Raw stream returned invalid position ${position}`);
    }
    this.absPos = position;
    return position;
  }

  /** Reads once into `room[at, at + count)`: the number of bytes, or {@link WOULD_BLOCK}. */
  rawRead(room: Uint8Array, at: i32, count: i32): i32 {
    const file = this.file;
    let got: i32;
    if (file !== null && file.fd >= 0 && file.readable) {
      got = file.read(room, at, count);
      if (got < 0) return WOULD_BLOCK;
    } else {
      got = this.foreignRead(room, at, count);
    }
    if (got > 0 && this.absPos >= 0n) this.absPos += i32ToI64(got);
    return got;
  }

  private foreignRead(room: Uint8Array, at: i32, count: i32): i32 {
    const w_room = newBytearray(new Uint8Array(count));
    const w_count = this.callRaw(s_readinto, w_room);
    if (w_count === w_None) return WOULD_BLOCK;
    const got = rawCount(w_count);
    if (got < 0n || got > i32ToI64(count)) {
      throw operationError(
        osErrorType,
        `raw readinto() returned invalid length ${got} (should have been between 0 and ${count})`,
      );
    }
    arrayCopy(w_room.data, w_room.start, room, at, Math.min(i64ToI32(got), w_room.length));
    return i64ToI32(got);
  }

  /** Calls a method of the raw stream until no signal interrupts it. */
  private callRaw(name: W_Str, w_argument: W_Root): W_Root {
    for (;;) {
      try {
        return callMethod1(this.check(), name, w_argument);
      } catch (e) {
        if (!isInterruption(e as Exception)) throw e;
        checkSignals();
      }
    }
  }

  /** Writes once: how much went, or {@link WOULD_BLOCK}. */
  rawWrite(bytes: Uint8Array, at: i32, count: i32): i32 {
    const file = this.file;
    let done: i32;
    if (file !== null && file.fd >= 0 && file.writable) {
      done = file.write(bytes, at, count);
      if (done < 0) return WOULD_BLOCK;
    } else {
      const w_count = this.callRaw(s_write, newBytes(copyBytes(bytes, at, count)));
      if (w_count === w_None) return WOULD_BLOCK;
      const w_number = index(w_count);
      const value = w_number.fitsI64() ? w_number.asI64() : -1n;
      if (value < 0n || value > i32ToI64(count)) {
        throw operationError(
          osErrorType,
          `raw write() returned invalid length ${value} (should have been between 0 and ${count})`,
        );
      }
      done = i64ToI32(value);
    }
    if (done > 0 && this.absPos >= 0n) this.absPos += i32ToI64(done);
    return done;
  }

  /** Fills the buffer behind what was read: the number of new bytes, or {@link WOULD_BLOCK}. */
  fill(): i32 {
    const start = this.readEnd >= 0 ? this.readEnd : 0;
    const got = this.rawRead(this.buffer, start, this.buffer.length - start);
    if (got <= 0) return got;
    this.readEnd = start + got;
    this.rawPos = start + got;
    return got;
  }

  // --- writing ---

  /** Writes all that waits. Throws BlockingIOError, OSError. */
  flushWrites(): void {
    if (this.writeEnd < 0 || this.writePos === this.writeEnd) {
      this.dropWrite();
      return;
    }
    const rewind = this.rawOffset() + (this.pos - this.writePos);
    if (rewind !== 0) {
      this.rawSeek(i32ToI64(-rewind), 1);
      this.rawPos -= rewind;
    }
    while (this.writePos < this.writeEnd) {
      const done = this.rawWrite(this.buffer, this.writePos, this.writeEnd - this.writePos);
      if (done === WOULD_BLOCK) throw wouldBlock("write could not complete without blocking", 0);
      this.writePos += done;
      this.rawPos = this.writePos;
      checkSignals();
    }
    this.dropWrite();
  }

  /** Flushes, and puts the raw stream where this one is. */
  flushAndRewind(): void {
    this.flushWrites();
    if (!this.isReader) return;
    this.rawSeek(i32ToI64(-this.rawOffset()), 1);
    this.dropRead();
  }

  /** `write(bytes)`: how much was taken. */
  write(data: Uint8Array, offset: i32, length: i32): i32 {
    if (this.readEnd < 0 && this.writeEnd < 0) {
      this.pos = 0;
      this.rawPos = 0;
    }
    const size: i32 = this.buffer.length;
    if (length <= size - this.pos) {
      arrayCopy(data, offset, this.buffer, this.pos, length);
      this.noteWritten(length);
      return length;
    }
    return this.writeLong(data, offset, length);
  }

  private noteWritten(count: i32): void {
    if (this.writeEnd < 0 || this.writePos > this.pos) this.writePos = this.pos;
    this.moveTo(this.pos + count);
    if (this.writeEnd < this.pos) this.writeEnd = this.pos;
  }

  private writeLong(data: Uint8Array, offset: i32, length: i32): i32 {
    try {
      this.flushWrites();
    } catch (e) {
      if (!isBlocking(e as Exception)) throw e;
      return this.takeWhatFits(data, offset, length, e as OperationError);
    }
    // The raw stream must stand where this one does.
    const ahead = this.rawOffset();
    if (ahead !== 0) {
      this.rawSeek(i32ToI64(-ahead), 1);
      this.rawPos -= ahead;
    }
    let at = offset;
    let left = length;
    const size: i32 = this.buffer.length;
    while (left > size) {
      const done = this.rawWrite(data, at, left);
      if (done === WOULD_BLOCK) {
        if (left > size) {
          // The buffer is filled, the rest is refused.
          arrayCopy(data, at, this.buffer, 0, size);
          this.rawPos = 0;
          this.moveTo(size);
          this.writePos = 0;
          this.writeEnd = size;
          throw wouldBlock("write could not complete without blocking", length - left + size);
        }
        break;
      }
      at += done;
      left -= done;
      checkSignals();
    }
    this.dropRead();
    if (left > 0) arrayCopy(data, at, this.buffer, 0, left);
    this.writePos = 0;
    this.writeEnd = left;
    this.pos = left;
    this.rawPos = 0;
    return length;
  }

  /** The raw stream blocks: the buffer takes what it has room for. */
  private takeWhatFits(data: Uint8Array, offset: i32, length: i32, error: OperationError): i32 {
    if (this.isReader) this.dropRead();
    const size: i32 = this.buffer.length;
    arrayCopy(this.buffer, this.writePos, this.buffer, 0, this.writeEnd - this.writePos);
    this.writeEnd -= this.writePos;
    this.rawPos -= this.writePos;
    this.pos -= this.writePos;
    this.writePos = 0;
    const room = size - this.writeEnd;
    if (length <= room) {
      arrayCopy(data, offset, this.buffer, this.writeEnd, length);
      this.writeEnd += length;
      this.pos += length;
      return length;
    }
    arrayCopy(data, offset, this.buffer, this.writeEnd, room);
    this.writeEnd += room;
    this.pos += room;
    error.w_value = null;
    throw wouldBlock("write could not complete without blocking", room);
  }

  // --- reading ---

  /** `read(count)`; null where nothing came because it would block. */
  readCount(count: i32): Uint8Array | null {
    const ahead = this.ahead();
    if (count <= ahead) {
      const bytes = copyBytes(this.buffer, this.pos, count);
      this.pos += count;
      return bytes;
    }
    const out = new Uint8Array(count);
    let done: i32 = 0;
    if (ahead > 0) {
      arrayCopy(this.buffer, this.pos, out, 0, ahead);
      this.pos += ahead;
      done = ahead;
    }
    if (this.isWriter) this.flushAndRewind();
    this.dropRead();
    const size: i32 = this.buffer.length;
    // Whole buffers go straight to the result.
    while (count - done >= size) {
      const wanted = count - done - (count - done) % size;
      const got = this.rawRead(out, done, wanted);
      if (got <= 0) return got === 0 || done > 0 ? copyBytes(out, 0, done) : null;
      done += got;
    }
    this.pos = 0;
    this.rawPos = 0;
    this.readEnd = 0;
    while (done < count && this.readEnd < size) {
      const got = this.fill();
      if (got <= 0) return got === 0 || done > 0 ? copyBytes(out, 0, done) : null;
      const taken = Math.min(count - done, got);
      arrayCopy(this.buffer, this.pos, out, done, taken);
      done += taken;
      this.pos += taken;
    }
    return out;
  }

  /** `read()`: all up to the end; None where it would block and nothing was there. */
  readAll(): W_Root {
    const ahead = this.ahead();
    const head = copyBytes(this.buffer, this.pos, ahead);
    this.pos += ahead;
    if (this.isWriter) this.flushAndRewind();
    this.dropRead();
    const w_method = getattrOrNull(this.check(), s_readall);
    if (w_method === null) return this.readAllByPieces(head);
    const w_all = call0(w_method);
    if (w_all === w_None) return ahead === 0 ? w_None : newBytes(head);
    const data = bytesOrThrow(w_all, "readall() should return bytes");
    if (this.absPos >= 0n) this.absPos += i32ToI64(data.length);
    if (ahead === 0) return w_all;
    const joined = new Uint8Array(ahead + data.length);
    arrayCopy(head, 0, joined, 0, ahead);
    arrayCopy(data, 0, joined, ahead, data.length);
    return newBytes(joined);
  }

  private readAllByPieces(head: Uint8Array): W_Root {
    const out = new ByteBuilder(head.length);
    out.appendBytes(head, 0, head.length);
    for (;;) {
      const w_piece = callMethod0(this.check(), s_read);
      if (w_piece === w_None) {
        if (out.length === 0) return w_None;
        break;
      }
      const data = bytesOrThrow(w_piece, "read() should return bytes");
      if (data.length === 0) break;
      out.appendBytes(data, 0, data.length);
      if (this.absPos >= 0n) this.absPos += i32ToI64(data.length);
    }
    return newBytes(out.build());
  }

  /** `readline(limit)`. */
  readline(limit: i32): Uint8Array {
    const ahead = this.ahead();
    const count = limit >= 0 && limit < ahead ? limit : ahead;
    const end = lineEnd(this.buffer, this.pos, this.pos + count);
    if (end >= 0 || count === limit) {
      const stop = end >= 0 ? end : this.pos + count;
      const line = copyBytes(this.buffer, this.pos, stop - this.pos);
      this.pos = stop;
      return line;
    }
    this.enter();
    try {
      return this.readLongLine(limit, count);
    } finally {
      this.isBusy = false;
    }
  }

  private readLongLine(limit: i32, count: i32): Uint8Array {
    const out = new ByteBuilder(count + 128);
    out.appendBytes(this.buffer, this.pos, this.pos + count);
    this.pos += count;
    if (this.isWriter) this.flushAndRewind();
    for (;;) {
      this.dropRead();
      this.pos = 0;
      const got = this.fill();
      if (got <= 0) break;
      const wanted = limit >= 0 && limit - out.length < got ? limit - out.length : got;
      const end = lineEnd(this.buffer, 0, wanted);
      const stop = end >= 0 ? end : wanted;
      out.appendBytes(this.buffer, 0, stop);
      this.pos = stop;
      if (end >= 0 || out.length === limit) break;
    }
    return out.build();
  }

  /** `peek()`: what is there, or what one read brings. */
  peek(): Uint8Array {
    const ahead = this.ahead();
    if (ahead > 0) return copyBytes(this.buffer, this.pos, ahead);
    if (this.isWriter) this.flushAndRewind();
    this.dropRead();
    const got = this.fill();
    this.pos = 0;
    return copyBytes(this.buffer, 0, Math.max(got, 0));
  }

  /** `read1(count)`: at most one read of the raw stream; null where it would block. */
  read1(count: i32): Uint8Array {
    const wanted = count < 0 ? this.buffer.length : count;
    if (wanted === 0) return NO_BYTES;
    const ahead = this.ahead();
    if (ahead > 0) {
      const taken = Math.min(wanted, ahead);
      const bytes = copyBytes(this.buffer, this.pos, taken);
      this.pos += taken;
      return bytes;
    }
    const out = new Uint8Array(wanted);
    this.enter();
    try {
      if (this.isWriter) this.flushAndRewind();
      this.dropRead();
      const got = this.rawRead(out, 0, wanted);
      return got === wanted ? out : copyBytes(out, 0, Math.max(got, 0));
    } finally {
      this.isBusy = false;
    }
  }

  /** `readinto`, or with `once` `readinto1`: the count, or {@link WOULD_BLOCK}. */
  readInto(room: Buffer, once: boolean): i32 {
    let done = Math.min(this.ahead(), room.length);
    arrayCopy(this.buffer, this.pos, room.data, room.offset, done);
    this.pos += done;
    if (done === room.length) return done;
    if (this.isWriter) this.flushAndRewind();
    this.dropRead();
    this.pos = 0;
    const size: i32 = this.buffer.length;
    while (done < room.length) {
      const left = room.length - done;
      let got: i32;
      if (left > size) {
        got = this.rawRead(room.data, room.offset + done, left);
        if (got > 0) done += got;
      } else if (once && done > 0) {
        return done;
      } else {
        got = this.fill();
        if (got > 0) {
          const taken = Math.min(got, left);
          arrayCopy(this.buffer, this.pos, room.data, room.offset + done, taken);
          done += taken;
          this.pos += taken;
          if (taken < got) return done;
          this.dropRead();
          this.pos = 0;
        }
      }
      if (got === WOULD_BLOCK) return done > 0 ? done : WOULD_BLOCK;
      if (got === 0 || once) break;
    }
    return done;
  }
}

/** The answer of a raw `readinto`. Throws OSError, caused by what is wrong with it. */
function rawCount(w_count: W_Root): i64 {
  try {
    const w_number = index(w_count);
    return w_number.fitsI64() ? w_number.asI64() : -1n;
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    const error = operationError(osErrorType, "raw readinto() failed");
    const w_value = getValue(error);
    w_value.w_cause = getValue(e);
    w_value.w_context = getValue(e);
    w_value.suppressContext = true;
    error.hasContext = true;
    throw error;
  }
}

function bytesOrThrow(w_obj: W_Root, message: string): Uint8Array {
  if (w_obj instanceof W_Bytes) return w_obj.data;
  throw typeError(message);
}

/** After the first line feed in `[start, end)`; -1 where there is none. */
function lineEnd(bytes: Uint8Array, start: i32, end: i32): i32 {
  for (let i = start; i < end; i++) if (bytes[i] === 10) return i + 1;
  return -1;
}

/** The BlockingIOError of a write that took `written` bytes. */
export function wouldBlock(message: string, written: i32): OperationError {
  return operationErrorItems(
    blockingIOErrorType,
    newTuple3(newInt32(EAGAIN), fromRts(message), newInt32(written)).items,
  );
}

function isBlocking(e: Exception): boolean {
  return e instanceof OperationError && e.matches(blockingIOErrorType);
}
