/**
 * Positions in text streams. What `tell` gives and `seek` takes is opaque: a place in the buffer where the decoder can
 * start, the decoder's state there, how many bytes to feed it, and how many code points to skip then.
 */
import { type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { RBigInt } from "../../core/objspace/bigint/mod.ts";
import { bytesOfBuffer, copyBytes } from "../../core/objspace/buffer.ts";
import { callMethod0, callMethod1, callMethod2 } from "../../core/objspace/call.ts";
import { operationError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { osErrorType } from "../../core/objspace/exception_types.ts";
import { newInt, newInt32, newLong } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { EMPTY, type W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { CompareOp, richcompare } from "../../core/objspace/compare.ts";
import { index, isTrue } from "../../core/objspace/truth.ts";
import { smallArgument } from "./arguments.ts";
import { Snapshot, type W_TextIOWrapper } from "./text.ts";
import { unsupported } from "./types.ts";

const s_tell: W_Str = internRts("tell");
const s_seek: W_Str = internRts("seek");
const s_flush: W_Str = internRts("flush");
const s_read: W_Str = internRts("read");

const NO_BYTES: Uint8Array = new Uint8Array(0);

/** A position taken apart. */
class Cookie {
  start: i64 = 0n;
  flags: i32 = 0;
  bytesToFeed: i32 = 0;
  charsToSkip: i32 = 0;
  needEof: boolean = false;
}

/** Fields of 64, 32, 32, 32 and 8 bits, the first the lowest. */
function packed(cookie: Cookie): W_Root {
  const isPlain = cookie.flags === 0 && cookie.bytesToFeed === 0 && cookie.charsToSkip === 0 &&
    !cookie.needEof;
  if (isPlain) return newInt(cookie.start);
  let value = RBigInt.fromI64(cookie.needEof ? 1n : 0n);
  value = value.lshift(32).add(RBigInt.fromI64(i32ToI64(cookie.charsToSkip)));
  value = value.lshift(32).add(RBigInt.fromI64(i32ToI64(cookie.bytesToFeed)));
  value = value.lshift(32).add(RBigInt.fromI64(i32ToI64(cookie.flags) & 0xffffffffn));
  value = value.lshift(64).add(RBigInt.fromI64(cookie.start));
  return newLong(value);
}

function unpacked(w_cookie: W_Root): Cookie {
  const cookie = new Cookie();
  const w_int = index(w_cookie);
  if (w_int.fitsI64()) {
    cookie.start = w_int.asI64();
    return cookie;
  }
  let rest = w_int.asBigInt();
  cookie.start = low(rest, 64);
  rest = rest.rshift(64);
  cookie.flags = i64ToI32(low(rest, 32));
  rest = rest.rshift(32);
  cookie.bytesToFeed = i64ToI32(low(rest, 32));
  rest = rest.rshift(32);
  cookie.charsToSkip = i64ToI32(low(rest, 32));
  rest = rest.rshift(32);
  cookie.needEof = low(rest, 8) !== 0n;
  return cookie;
}

/** The lowest bits of a number that is not negative. */
function low(value: RBigInt, bits: i32): i64 {
  return value.sub(value.rshift(bits).lshift(bits)).toI64();
}

/** `tell()`. */
export function tellText(w_self: W_Root): W_Root {
  const self = w_self as W_TextIOWrapper;
  self.check();
  self.checkOpen();
  if (!self.seekable) throw unsupported("underlying stream is not seekable");
  if (!self.telling) throw operationError(osErrorType, "telling position disabled by next() call");
  self.flushPending();
  callMethod0(w_self, s_flush);
  const w_place = callMethod0(self.check(), s_tell);
  const snapshot = self.snapshot;
  if (self.decoder === null || snapshot === null) return w_place;
  const cookie = new Cookie();
  cookie.flags = i64ToI32(snapshot.flags);
  cookie.start = index(w_place).asI64() - i32ToI64(snapshot.input.length);
  const used = self.decodedUsed;
  if (used === 0) return packed(cookie);
  const decoder = self.decoder;
  const pending = decoder.pendingBytes();
  const flags = self.decoderFlags();
  const seen = self.newlines === null ? 0 : self.newlines.seen;
  try {
    locate(self, snapshot, cookie, used);
  } finally {
    self.setDecoderState(pending, flags);
    if (self.newlines !== null) self.newlines.seen = seen;
  }
  return packed(cookie);
}

/** Finds the last place before `used` code points where the decoder holds no bytes back. */
function locate(self: W_TextIOWrapper, snapshot: Snapshot, cookie: Cookie, used: i32): void {
  const input = snapshot.input;
  const total: i32 = input.length;
  let toSkip = used;
  let skip = Math.min(
    i64ToI32(i32ToI64(total) * i32ToI64(used) / i32ToI64(Math.max(self.decoded.length, 1))),
    total,
  );
  let back: i32 = 1;
  const first = snapshot.flags;
  self.setDecoderState(NO_BYTES, first);
  // A guess by the ratio of bytes and code points, then back from there.
  while (skip > 0) {
    self.setDecoderState(NO_BYTES, first);
    const count = self.decode(copyBytes(input, 0, skip), false).length;
    if (count <= toSkip) {
      const held = self.decoder!.pendingBytes();
      if (held.length === 0) {
        cookie.flags = i64ToI32(self.decoderFlags());
        cookie.start += i32ToI64(skip);
        toSkip -= count;
        break;
      }
      skip -= held.length;
      back = 1;
    } else {
      skip -= back;
      back *= 2;
    }
  }
  if (skip <= 0) {
    skip = 0;
    self.setDecoderState(NO_BYTES, first);
  }
  cookie.charsToSkip = toSkip;
  if (toSkip > 0) feedByBytes(self, input, skip, cookie, toSkip);
}

/** Feeds byte by byte until enough code points came out; notes the last clean place on the way. */
function feedByBytes(self: W_TextIOWrapper, input: Uint8Array, from: i32, cookie: Cookie, wanted: i32): void {
  let toSkip = wanted;
  let decoded: i32 = 0;
  for (let i = from; i < input.length; i++) {
    decoded += self.decode(copyBytes(input, i, 1), false).length;
    cookie.bytesToFeed++;
    const held = self.decoder!.pendingBytes();
    if (held.length === 0 && decoded <= toSkip) {
      cookie.start += i32ToI64(cookie.bytesToFeed);
      toSkip -= decoded;
      cookie.flags = i64ToI32(self.decoderFlags());
      cookie.bytesToFeed = 0;
      decoded = 0;
    }
    cookie.charsToSkip = toSkip;
    if (decoded >= toSkip) return;
  }
  // The rest comes out when the decoder hears that there is no more.
  decoded += self.decode(NO_BYTES, true).length;
  cookie.needEof = true;
  cookie.charsToSkip = toSkip;
  if (decoded < toSkip) throw operationError(osErrorType, "can't reconstruct logical file position");
}

/** `seek(cookie, whence)`. */
export function seekText(w_self: W_Root, w_cookie: W_Root, w_whence: W_Root): W_Root {
  const self = w_self as W_TextIOWrapper;
  const whence = smallArgument(w_whence);
  self.check();
  self.checkOpen();
  if (!self.seekable) throw unsupported("underlying stream is not seekable");
  if (whence === 2) return seekEnd(self, w_cookie);
  let w_target = w_cookie;
  if (whence === 1) {
    if (!isZero(w_cookie)) throw unsupported("can't do nonzero cur-relative seeks");
    w_target = callMethod0(w_self, s_tell);
  } else if (whence !== 0) {
    throw valueError(`invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  if (isNegative(w_target)) throw valueError(`negative seek position ${reprText(w_target)}`);
  callMethod0(w_self, s_flush);
  const cookie = unpacked(w_target);
  callMethod1(self.check(), s_seek, newInt(cookie.start));
  forget(self);
  restoreDecoder(self, cookie);
  const encoder = self.encoder;
  if (encoder !== null) encoder.restart(cookie.start === 0n && cookie.flags === 0);
  if (cookie.charsToSkip > 0) skipAhead(self, cookie);
  else self.snapshot = new Snapshot(i32ToI64(cookie.flags), NO_BYTES);
  return w_target;
}

function isZero(w_obj: W_Root): boolean {
  return isTrue(richcompare(CompareOp.Eq, w_obj, newInt32(0)));
}
function isNegative(w_obj: W_Root): boolean {
  return isTrue(richcompare(CompareOp.Lt, w_obj, newInt32(0)));
}

function forget(self: W_TextIOWrapper): void {
  self.decoded = EMPTY;
  self.decodedUsed = 0;
  self.snapshot = null;
}

function seekEnd(self: W_TextIOWrapper, w_offset: W_Root): W_Root {
  if (!isZero(w_offset)) throw unsupported("can't do nonzero end-relative seeks");
  callMethod0(self, s_flush);
  forget(self);
  const decoder = self.decoder;
  if (decoder !== null) {
    decoder.reset();
    self.resetNewlines();
  }
  const w_place = callMethod2(self.check(), s_seek, newInt32(0), newInt32(2));
  const encoder = self.encoder;
  if (encoder !== null) encoder.restart(isZero(w_place));
  return w_place;
}

function restoreDecoder(self: W_TextIOWrapper, cookie: Cookie): void {
  const decoder = self.decoder;
  if (decoder === null) return;
  if (cookie.start === 0n && cookie.flags === 0) {
    decoder.reset();
    self.resetNewlines();
  } else {
    self.setDecoderState(NO_BYTES, i32ToI64(cookie.flags));
  }
}

/** Feeds the decoder to the place inside of a chunk. */
function skipAhead(self: W_TextIOWrapper, cookie: Cookie): void {
  const w_bytes = callMethod1(self.check(), s_read, newInt32(cookie.bytesToFeed));
  if (self.decoder === null) throw unsupported("not readable");
  const data = bytesOf(w_bytes);
  self.snapshot = new Snapshot(i32ToI64(cookie.flags), data);
  self.decoded = self.decode(data, cookie.needEof);
  self.decodedUsed = 0;
  if (self.decoded.length < cookie.charsToSkip) {
    throw operationError(osErrorType, "can't restore logical file position");
  }
  self.decodedUsed = cookie.charsToSkip;
}

function bytesOf(w_bytes: W_Root): Uint8Array {
  if (w_bytes.hasBuffer()) return bytesOfBuffer(w_bytes);
  throw typeError(`underlying read() should have returned a bytes object, not '${typeName(w_bytes)}'`);
}
