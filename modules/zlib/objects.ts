/** `zlib.Compress` and `zlib.Decompress`, and `zlib.error`. */
import { type i32, type i64, i64ToI32 } from "@rts";
import { readBuffer } from "../../core/objspace/buffer.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { type OperationError, operationError, valueError } from "../../core/objspace/errors.ts";
import { exceptionType, moduleException } from "../../core/objspace/exception_types.ts";
import { newBool } from "../../core/objspace/int.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { clampI32, intArgument, ssizeArgument } from "../../core/objspace/truth.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import type { Compressor } from "./compressor.ts";
import { DataError, type Decompressor } from "./decompressor.ts";
import { InflateError } from "./inflate.ts";

export const zlibErrorType: W_Type = moduleException("error", "zlib", exceptionType);
const compressType: W_Type = moduleClass("Compress", "zlib");
const decompressType: W_Type = moduleClass("Decompress", "zlib");

/** Largest number of bytes that one call gives. */
export const UNLIMITED: i32 = 0x3fffffff;
const NOTHING: Uint8Array = new Uint8Array(0);

/** Modes of flushing. */
const enum Flush {
  None,
  Partial,
  Sync,
  Full,
  Finish,
  Block,
}

export function zlibError(message: string): OperationError {
  return operationError(zlibErrorType, message);
}

/** Decompresses what was fed. Throws zlib.error. */
export function inflateSome(decompressor: Decompressor, limit: i32): Uint8Array {
  try {
    return decompressor.take(limit);
  } catch (e) {
    if (e instanceof InflateError) throw zlibError(`Error -3 while decompressing data: ${e.message}`);
    if (!(e instanceof DataError)) throw e;
    throw zlibError(
      e.code > 0
        ? `Error ${e.code} while decompressing data`
        : `Error ${e.code} while decompressing data: ${e.message}`,
    );
  }
}

export class W_Compress extends W_Root {
  readonly compressor: Compressor;
  constructor(compressor: Compressor) {
    super();
    this.compressor = compressor;
  }
  override typeOf(): W_Type {
    return compressType;
  }
}

export class W_Decompress extends W_Root {
  readonly decompressor: Decompressor;
  unused: Uint8Array = NOTHING;
  tail: Uint8Array = NOTHING;
  constructor(decompressor: Decompressor) {
    super();
    this.decompressor = decompressor;
  }
  override typeOf(): W_Type {
    return decompressType;
  }

  /** Decompresses more data, at most `limit` bytes of output; notes what was not used. */
  decompress(data: Uint8Array, from: i32, count: i32, limit: i32): Uint8Array {
    const decompressor = this.decompressor;
    const inflater = decompressor.inflater;
    inflater.feed(data, from, count);
    const bytes = decompressor.isDone() ? NOTHING : inflateSome(decompressor, limit);
    const left = inflater.input.slice(inflater.at, inflater.end);
    this.tail = NOTHING;
    if (decompressor.isDone()) this.unused = joined(this.unused, left);
    else if (bytes.length >= limit) this.tail = left;
    else return bytes;
    inflater.at = inflater.end;
    return bytes;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a, 0);
  all.set(b, a.length);
  return all;
}

define(compressType, {
  doc: "Compression in progress.",
  flags: TypeFlag.NoNew,
  methods: {
    compress: ["($self, data, /)", compress, "Compresses more data; gives what is ready."],
    flush: [
      "($self, mode=4, /)",
      flushCompress,
      "Compresses what waits; ends the stream where mode is Z_FINISH.",
    ],
    copy: ["($self, /)", copyCompress, "A copy in the same state."],
    __copy__: ["($self, /)", copyCompress],
    __deepcopy__: ["($self, memo, /)", (w_self: W_Root, _w_memo: W_Root): W_Root => copyCompress(w_self)],
  },
});
define(decompressType, {
  doc: "Decompression in progress.",
  flags: TypeFlag.NoNew,
  methods: {
    decompress: [
      "($self, data, /, max_length=0)",
      decompress,
      "Decompresses more data, at most max_length bytes of it.",
    ],
    flush: ["($self, length=16384, /)", flushDecompress, "Decompresses what is left."],
    copy: ["($self, /)", copyDecompress, "A copy in the same state."],
    __copy__: ["($self, /)", copyDecompress],
    __deepcopy__: ["($self, memo, /)", (w_self: W_Root, _w_memo: W_Root): W_Root => copyDecompress(w_self)],
  },
  members: {
    unused_data: [(w_self: W_Root): W_Root => newBytes((w_self as W_Decompress).unused)],
    unconsumed_tail: [(w_self: W_Root): W_Root => newBytes((w_self as W_Decompress).tail)],
    eof: [(w_self: W_Root): W_Root => newBool((w_self as W_Decompress).decompressor.isDone())],
  },
});

function compress(w_self: W_Root, w_data: W_Root): W_Root {
  const compressor = (w_self as W_Compress).compressor;
  const buffer = readBuffer(w_data);
  try {
    if (compressor.isFinished) throw zlibError("Error -2 while compressing data: inconsistent stream state");
    compressor.feed(buffer.data, buffer.offset, buffer.length);
  } finally {
    buffer.release();
  }
  return newBytes(compressor.take());
}

function flushCompress(w_self: W_Root, w_mode: W_Root): W_Root {
  const compressor = (w_self as W_Compress).compressor;
  const mode = intArgument(w_mode);
  if (mode === Flush.None) return newBytes(new Uint8Array(0));
  if (mode < Flush.None || mode > Flush.Block || compressor.isFinished) {
    throw zlibError("Error -2 while flushing: inconsistent stream state");
  }
  compressor.flush(mode === Flush.Finish);
  return newBytes(compressor.take());
}

function copyCompress(w_self: W_Root): W_Root {
  const compressor = (w_self as W_Compress).compressor;
  if (compressor.isFinished) throw valueError("Inconsistent stream state");
  return new W_Compress(compressor.copy());
}

function decompress(w_self: W_Root, w_data: W_Root, w_limit: W_Root): W_Root {
  const limit: i64 = ssizeArgument(w_limit);
  const buffer = readBuffer(w_data);
  try {
    if (limit < 0n) throw valueError("max_length must be non-negative");
    const most = limit === 0n || limit > BigInt(UNLIMITED) ? UNLIMITED : i64ToI32(limit);
    return newBytes((w_self as W_Decompress).decompress(buffer.data, buffer.offset, buffer.length, most));
  } finally {
    buffer.release();
  }
}

function flushDecompress(w_self: W_Root, w_length: W_Root): W_Root {
  const self = w_self as W_Decompress;
  if (clampI32(ssizeArgument(w_length)) <= 0) throw valueError("length must be greater than zero");
  const tail = self.tail;
  return newBytes(self.decompress(tail, 0, tail.length, UNLIMITED));
}

function copyDecompress(w_self: W_Root): W_Root {
  const self = w_self as W_Decompress;
  const copy = new W_Decompress(self.decompressor.copy());
  copy.unused = self.unused;
  copy.tail = self.tail;
  return copy;
}
