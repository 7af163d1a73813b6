/**
 * The state of a `TextIOWrapper` and its reading and writing. Methods stand in `text_methods.ts`, positions in
 * `text_position.ts`.
 *
 * Written text is encoded into `pending`, which goes to the buffer when it is full, so that many short writes cost
 * one. Read bytes are decoded a chunk at a time into `decoded`, of which `decodedUsed` code points were given out.
 * While the stream can tell its position, `snapshot` holds what the decoder had before the chunk, and the chunk.
 */
import { arrayCopy, type f64, f64ToI32, type i32, type i64 } from "@rts";
import { getattr } from "../../core/objspace/attributes.ts";
import { bytesOfBuffer, copyBytes, hasBuffer } from "../../core/objspace/buffer.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { callMethod0, callMethod1, type } from "../../core/objspace/call.ts";
import { typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { replace } from "../../core/objspace/str/replace.ts";
import { find } from "../../core/objspace/str/find.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { EMPTY, type W_Str } from "../../core/objspace/str/wstr.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import type { W_Buffered } from "./buffered.ts";
import { flushWriter, writeBytes } from "./buffered_methods.ts";
import { joined, type TextDecoder, type TextEncoder } from "./codec.ts";
import { nextLine } from "./iobase.ts";
import { findChar, LF_TEXT, type NewlineState } from "./newline.ts";
import {
  bufferedRandomType,
  bufferedReaderType,
  bufferedWriterType,
  closedError,
  DEFAULT_BUFFER_SIZE,
  textIOWrapperType,
  unsupported,
  W_IOBase,
} from "./types.ts";

const s_closed: W_Str = internRts("closed");
const s_write: W_Str = internRts("write");
const s_flush: W_Str = internRts("flush");
const s_read: W_Str = internRts("read");
const s_read1: W_Str = internRts("read1");

const CR: i32 = 13;
const LF: i32 = 10;

/** What the decoder had at a place between two chunks, and the bytes after it. */
export class Snapshot {
  constructor(readonly flags: i64, readonly input: Uint8Array) {}
}

/** A text stream over a buffer. */
export class W_TextIOWrapper extends W_IOBase {
  /** Null before `__init__` and after `detach`. */
  w_buffer: W_Root | null = null;
  /** The buffer, where it is exactly one of ours. */
  native: W_Buffered | null = null;
  isDetached: boolean = false;
  finalizing: boolean = false;
  encoding: W_Str = EMPTY;
  errors: W_Str = EMPTY;
  encoder: TextEncoder | null = null;
  decoder: TextDecoder | null = null;
  /** Newlines that are looked for or translated in what is read; null for lines that end at `readNewline`. */
  newlines: NewlineState | null = null;
  /** Ends of lines of a stream that neither translates nor takes all sorts. */
  readNewline: W_Str = LF_TEXT;
  readTranslate: boolean = false;
  readUniversal: boolean = false;
  /** What `\n` becomes; null for itself. */
  writeNewline: W_Str | null = null;
  lineBuffering: boolean = false;
  writeThrough: boolean = false;
  seekable: boolean = false;
  telling: boolean = false;
  hasRead1: boolean = false;
  chunkSize: i32 = DEFAULT_BUFFER_SIZE;
  pending: Uint8Array = NO_BYTES;
  pendingLength: i32 = 0;
  decoded: W_Str = EMPTY;
  decodedUsed: i32 = 0;
  snapshot: Snapshot | null = null;
  /** Bytes a code point in the last chunk. */
  bytesPerChar: f64 = 0;

  constructor(map: InstanceMap) {
    super(map);
  }

  override finalizationRank(): i32 {
    return 0;
  }

  /** The next line. Positions cannot be told while a loop reads lines ahead. */
  override iterNext(): W_Root | null {
    this.check();
    this.telling = false;
    let w_line: W_Root | null;
    if (type(this) === textIOWrapperType) {
      this.checkOpen();
      const line = this.readline(-1);
      w_line = line.length === 0 ? null : line;
    } else {
      w_line = nextLine(this);
    }
    if (w_line === null) {
      this.snapshot = null;
      this.telling = this.seekable;
    }
    return w_line;
  }

  // --- checks ---

  /** The buffer. Throws ValueError where there is none. */
  check(): W_Root {
    const w_buffer = this.w_buffer;
    if (w_buffer !== null) return w_buffer;
    throw valueError(
      this.isDetached ? "underlying buffer has been detached" : "I/O operation on uninitialized object",
    );
  }

  /** Throws ValueError when the stream is closed. */
  checkOpen(): void {
    const native = this.native;
    if (native !== null && type(this) === textIOWrapperType) {
      if (native.isRawClosed()) throw closedError();
    } else if (isTrue(getattr(this, s_closed))) {
      throw closedError();
    }
  }

  setBuffer(w_buffer: W_Root): void {
    this.w_buffer = w_buffer;
    const w_type = type(w_buffer);
    const isNative = w_type === bufferedWriterType || w_type === bufferedReaderType ||
      w_type === bufferedRandomType;
    this.native = isNative ? w_buffer as W_Buffered : null;
  }

  // --- writing ---

  /** Writes a text. */
  write(w_text: W_Str): void {
    const encoder = this.encoder;
    if (encoder === null) throw unsupported("not writable");
    const writeNewline = this.writeNewline;
    let needsFlush = false;
    let w_encoded = w_text;
    if (writeNewline !== null || this.lineBuffering) {
      const hasNewline = findChar(w_text, LF, 0, w_text.length) >= 0;
      needsFlush = this.lineBuffering && (hasNewline || findChar(w_text, CR, 0, w_text.length) >= 0);
      if (hasNewline && writeNewline !== null) w_encoded = replace(w_text, LF_TEXT, writeNewline, -1);
    }
    if (w_encoded.asciiOnly && encoder.isAsciiSuperset()) {
      this.append(w_encoded.data as Uint8Array, w_encoded.length);
    } else {
      const bytes = encoder.encode(w_encoded);
      this.append(bytes, bytes.length);
    }
    if (this.pendingLength >= this.chunkSize || needsFlush || this.writeThrough) this.flushPending();
    if (needsFlush) this.flushBuffer();
    if (this.decoder !== null) this.dropDecoded();
  }

  private append(bytes: Uint8Array, count: i32): void {
    if (this.pendingLength + count > this.chunkSize) {
      if (this.pendingLength > 0) this.flushPending();
      if (count >= this.chunkSize) {
        this.pass(bytes, count);
        return;
      }
    }
    if (this.pending.length < this.pendingLength + count) this.growPending(this.pendingLength + count);
    const pending = this.pending;
    const at = this.pendingLength;
    if (count > 24) arrayCopy(bytes, 0, pending, at, count);
    else for (let i: i32 = 0; i < count; i++) pending[at + i] = bytes[i];
    this.pendingLength = at + count;
  }

  private growPending(least: i32): void {
    const grown = new Uint8Array(Math.max(least, Math.min(this.chunkSize, this.pending.length * 2 + 256)));
    arrayCopy(this.pending, 0, grown, 0, this.pendingLength);
    this.pending = grown;
  }

  /** Hands bytes to the buffer. */
  private pass(bytes: Uint8Array, count: i32): void {
    const native = this.native;
    if (native !== null && native.isWriter) writeBytes(native, bytes, count);
    else callMethod1(this.check(), s_write, newBytes(copyBytes(bytes, 0, count)));
  }

  /** Hands what waits to the buffer. */
  flushPending(): void {
    const count = this.pendingLength;
    if (count === 0) return;
    this.pendingLength = 0;
    this.pass(this.pending, count);
  }

  flushBuffer(): void {
    const native = this.native;
    if (native !== null && native.isWriter) flushWriter(native);
    else callMethod0(this.check(), s_flush);
  }

  /** Forgets what was read ahead: a write makes it wrong. */
  dropDecoded(): void {
    this.decoded = EMPTY;
    this.decodedUsed = 0;
    this.snapshot = null;
    const decoder = this.decoder;
    if (decoder !== null) {
      decoder.reset();
      this.resetNewlines();
    }
  }

  // --- reading ---

  resetNewlines(): void {
    const newlines = this.newlines;
    if (newlines === null) return;
    newlines.pendingCr = false;
    newlines.seen = 0;
  }

  /** State of decoder and newlines: asked for right after the decoder's pending bytes. */
  decoderFlags(): i64 {
    const flags = this.decoder!.flags();
    const newlines = this.newlines;
    if (newlines === null) return flags;
    return (flags << 1n) | (newlines.pendingCr ? 1n : 0n);
  }

  /** Puts the decoder back. */
  setDecoderState(pending: Uint8Array, flags: i64): void {
    const newlines = this.newlines;
    if (newlines === null) {
      this.decoder!.setState(pending, flags);
    } else {
      newlines.pendingCr = (flags & 1n) !== 0n;
      this.decoder!.setState(pending, flags >> 1n);
    }
  }

  /** Decodes bytes, newlines included. */
  decode(data: Uint8Array, final: boolean): W_Str {
    const w_text = this.decoder!.decode(data, final);
    const newlines = this.newlines;
    return newlines === null ? w_text : newlines.decode(w_text, final);
  }

  /** Reads and decodes a chunk; false at the end. `hint` is how many code points are wanted, 0: any. */
  readChunk(hint: i32): boolean {
    const decoder = this.decoder;
    if (decoder === null) throw unsupported("not readable");
    let before: Uint8Array = NO_BYTES;
    let flags: i64 = 0n;
    if (this.telling) {
      before = decoder.pendingBytes();
      flags = this.decoderFlags();
    }
    const wanted = hint > 0 ? f64ToI32(Math.max(this.bytesPerChar, 1) * hint) : 0;
    const chunk = this.readBytes(Math.max(this.chunkSize, wanted));
    const atEnd = chunk.length === 0;
    const w_text = this.decode(chunk, atEnd);
    this.decoded = w_text;
    this.decodedUsed = 0;
    this.bytesPerChar = w_text.length > 0 ? chunk.length / w_text.length : 0;
    if (this.telling) this.snapshot = new Snapshot(flags, joined(before, chunk));
    return !atEnd || w_text.length > 0;
  }

  /** Bytes of the buffer, by one read where it can do that. */
  private readBytes(count: i32): Uint8Array {
    const native = this.native;
    if (native !== null && native.isReader) {
      native.checkOpen("read of closed file");
      return native.read1(count);
    }
    const name = this.hasRead1 ? s_read1 : s_read;
    const w_bytes = callMethod1(this.check(), name, newInt32(count));
    if (hasBuffer(w_bytes)) return bytesOfBuffer(w_bytes);
    throw typeError(
      `underlying ${this.hasRead1 ? "read1" : "read"}() should have returned a bytes-like object, not '${
        typeName(w_bytes)
      }'`,
    );
  }

  /** At most `count` of the decoded code points that were not given out; -1 means all. */
  takeDecoded(count: i32): W_Str {
    const available = this.decoded.length - this.decodedUsed;
    const taken = count < 0 || count > available ? available : count;
    if (taken === 0) return EMPTY;
    const w_text = this.decoded.substring(this.decodedUsed, this.decodedUsed + taken);
    this.decodedUsed += taken;
    return w_text;
  }

  /** `read(count)`. */
  readCount(count: i32): W_Str {
    const w_first = this.takeDecoded(count);
    if (w_first.length === count) return w_first;
    const out = new StrBuilder(count < 0x10000 ? count : w_first.length);
    out.appendStr(w_first);
    while (out.length < count) {
      if (!this.readChunk(count - out.length)) break;
      out.appendStr(this.takeDecoded(count - out.length));
    }
    return out.build();
  }

  /** `read()`: all up to the end. */
  readAll(): W_Str {
    const decoder = this.decoder;
    if (decoder === null) throw unsupported("not readable");
    const w_bytes = callMethod0(this.check(), s_read);
    if (!hasBuffer(w_bytes)) {
      throw typeError(
        `underlying read() should have returned a bytes-like object, not '${typeName(w_bytes)}'`,
      );
    }
    const w_rest = this.decode(bytesOfBuffer(w_bytes), true);
    const w_first = this.takeDecoded(-1);
    this.decoded = EMPTY;
    this.decodedUsed = 0;
    this.snapshot = null;
    return w_first.length === 0 ? w_rest : w_first.concat(w_rest);
  }

  /** `readline(limit)`. */
  readline(limit: i32): W_Str {
    let out: StrBuilder | null = null;
    /** The begin of a newline of several characters, at the end of a chunk. */
    let w_tail: W_Str = EMPTY;
    for (;;) {
      if (this.decodedUsed >= this.decoded.length && !this.nextChunk()) {
        this.decoded = EMPTY;
        this.decodedUsed = 0;
        this.snapshot = null;
        break;
      }
      let w_line = this.decoded;
      let start = this.decodedUsed;
      const before = w_tail.length;
      if (before > 0) {
        w_line = w_tail.concat(w_line.substring(start, w_line.length));
        this.decodedUsed = start;
        w_tail = EMPTY;
      }
      const origin = before > 0 ? this.decodedUsed - before : 0;
      if (before > 0) start = 0;
      const done = out === null ? 0 : out.length;
      const end = this.lineEnd(w_line, start);
      if (end >= 0) {
        const stop = limit >= 0 && end - start > limit - done ? start + limit - done : end;
        this.decodedUsed = stop + origin;
        if (out === null) return w_line.substring(start, stop);
        out.appendSubstring(w_line, start, stop);
        return out.build();
      }
      const open = w_line.length - this.partialNewline(w_line, start);
      if (limit >= 0 && w_line.length - start >= limit - done) {
        const stop = start + limit - done;
        this.decodedUsed = stop + origin;
        if (out === null) return w_line.substring(start, stop);
        out.appendSubstring(w_line, start, stop);
        return out.build();
      }
      if (out === null) out = new StrBuilder(w_line.length - start + 80);
      out.appendSubstring(w_line, start, open);
      w_tail = w_line.substring(open, w_line.length);
      this.decodedUsed = this.decoded.length;
    }
    if (out === null) return w_tail;
    out.appendStr(w_tail);
    return out.build();
  }

  /** Reads until there is some text; false at the end. */
  private nextChunk(): boolean {
    do {
      if (!this.readChunk(0)) return false;
    } while (this.decoded.length === 0);
    return true;
  }

  /** After the first line of `w_text` from `start` on; -1 where it does not end. */
  private lineEnd(w_text: W_Str, start: i32): i32 {
    return lineEnd(w_text, start, this.readTranslate, this.readUniversal, this.readNewline);
  }

  /** How many characters at the end may be the begin of a newline. */
  private partialNewline(w_text: W_Str, start: i32): i32 {
    const newline = this.readNewline;
    if (this.readTranslate || this.readUniversal || newline.length < 2) return 0;
    const last = w_text.length - 1;
    return last >= start && w_text.charAt(last) === newline.charAt(0) ? 1 : 0;
  }

  /** The stream's encoding as a text of RTS. */
  encodingText(): string {
    return this.encoding.toRts();
  }
}

const NO_BYTES: Uint8Array = new Uint8Array(0);

/** After the first line from `start` on; -1 where it does not end. */
export function lineEnd(
  w_text: W_Str,
  start: i32,
  translate: boolean,
  universal: boolean,
  newline: W_Str,
): i32 {
  const length = w_text.length;
  if (translate || (!universal && newline.length === 1)) {
    const at = findChar(w_text, translate ? LF : newline.charAt(0), start, length);
    return at < 0 ? -1 : at + 1;
  }
  if (universal) {
    for (let i = start; i < length; i++) {
      const c = w_text.charAt(i);
      if (c === LF) return i + 1;
      if (c === CR) return i + 1 < length && w_text.charAt(i + 1) === LF ? i + 2 : i + 1;
    }
    return -1;
  }
  const at = find(w_text, newline, start, length);
  return at < 0 ? -1 : at + newline.length;
}
