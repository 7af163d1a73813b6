/** The module `zlib`: checksums, and compression as zlib, gzip and raw data. */
import { type FixedArray, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { bytesOfBuffer, hasBuffer, readBuffer } from "../../core/objspace/buffer.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { typeError, valueError } from "../../core/objspace/errors.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { index, intArgument, ssizeArgument } from "../../core/objspace/truth.ts";
import * as checksums from "./checksums.ts";
import { Compressor } from "./compressor.ts";
import { Decompressor, Format } from "./decompressor.ts";
import { Deflater } from "./deflate.ts";
import { inflateSome, UNLIMITED, W_Compress, W_Decompress, zlibError, zlibErrorType } from "./objects.ts";

const NOTHING: Uint8Array = new Uint8Array(0);

function crc32(w_data: W_Root, w_value: W_Root): W_Root {
  const start = i64ToI32(index(w_value).asBigInt().toI64Wrapped());
  const buffer = readBuffer(w_data);
  const crc = checksums.crc32(start, buffer.data, buffer.offset, buffer.length);
  buffer.release();
  return newInt(i32ToI64(crc) & 0xffffffffn);
}

function adler32(w_data: W_Root, w_value: W_Root): W_Root {
  const start = i64ToI32(index(w_value).asBigInt().toI64Wrapped());
  const buffer = readBuffer(w_data);
  const adler = checksums.adler32(start, buffer.data, buffer.offset, buffer.length);
  buffer.release();
  return newInt(i32ToI64(adler) & 0xffffffffn);
}

/** `compress(data, /, level=-1)`. */
function compress(w_data: W_Root, w_level: W_Root): W_Root {
  const level = intArgument(w_level);
  const data = bytesOfBuffer(w_data);
  if (level < -1 || level > 9) throw zlibError("Bad compression level");
  const compressor = new Compressor(Format.Zlib, new Deflater(level));
  compressor.begin(level, 15, NOTHING);
  compressor.feed(data, 0, data.length);
  compressor.flush(true);
  return newBytes(compressor.take());
}

/** The format that `wbits` of decompression names; -1 for none. */
function formatOf(wbits: i32): i32 {
  if (wbits >= -15 && wbits <= -8) return Format.Raw;
  if (wbits === 0 || (wbits >= 8 && wbits <= 15)) return Format.Zlib;
  if (wbits === 16 || (wbits >= 24 && wbits <= 31)) return Format.Gzip;
  return wbits === 32 || (wbits >= 40 && wbits <= 47) ? Format.Either : -1;
}

/** `decompress(data, /, wbits=15, bufsize=16384)`. */
function decompress(w_data: W_Root, w_wbits: W_Root, w_bufsize: W_Root): W_Root {
  const format = formatOf(intArgument(w_wbits));
  const bufsize: i64 = ssizeArgument(w_bufsize);
  const data = bytesOfBuffer(w_data);
  if (bufsize < 0n) throw valueError("bufsize must be non-negative");
  if (format < 0) throw zlibError("Error -2 while preparing to decompress data: inconsistent stream state");
  const decompressor = new Decompressor(format, NOTHING);
  decompressor.inflater.feed(data, 0, data.length);
  const bytes = inflateSome(decompressor, UNLIMITED);
  if (!decompressor.isDone()) {
    throw zlibError("Error -5 while decompressing data: incomplete or truncated stream");
  }
  return newBytes(bytes);
}

/** `compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)`. */
function compressObject(scope: FixedArray<W_Root>): W_Root {
  const level = intArgument(scope[0]);
  const method = intArgument(scope[1]);
  const wbits = intArgument(scope[2]);
  const memory = intArgument(scope[3]);
  const strategy = intArgument(scope[4]);
  const dictionary = scope[5] === w_None ? NOTHING : bytesOfBuffer(scope[5]);
  const format: i32 = wbits < 0 ? Format.Raw : wbits > 15 ? Format.Gzip : Format.Zlib;
  const bits = format === Format.Raw ? -wbits : format === Format.Gzip ? wbits - 16 : wbits;
  if (
    level < -1 || level > 9 || method !== 8 || bits < 8 || bits > 15 || memory < 1 || memory > 9 ||
    strategy < 0 || strategy > 4 || (bits === 8 && format !== Format.Zlib)
  ) throw valueError("Invalid initialization option");
  const windowBits = Math.max(bits, 9);
  const compressor = new Compressor(format, new Deflater(level, 1 << windowBits));
  compressor.begin(level, windowBits, dictionary);
  return new W_Compress(compressor);
}

/** `decompressobj(wbits=15, zdict=b'')`. */
function decompressObject(w_wbits: W_Root, w_zdict: W_Root): W_Root {
  const wbits = intArgument(w_wbits);
  if (w_zdict !== w_unset && !hasBuffer(w_zdict)) {
    throw typeError("zdict argument must support the buffer protocol");
  }
  const format = formatOf(wbits);
  if (format < 0) throw valueError("Invalid initialization option");
  return new W_Decompress(new Decompressor(format, w_zdict === w_unset ? NOTHING : bytesOfBuffer(w_zdict)));
}

const NUMBERS: Record<string, number> = {
  MAX_WBITS: 15,
  DEFLATED: 8,
  DEF_MEM_LEVEL: 8,
  DEF_BUF_SIZE: 16384,
  Z_NO_COMPRESSION: 0,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_DEFAULT_STRATEGY: 0,
  Z_FILTERED: 1,
  Z_HUFFMAN_ONLY: 2,
  Z_RLE: 3,
  Z_FIXED: 4,
  Z_NO_FLUSH: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_SYNC_FLUSH: 2,
  Z_FULL_FLUSH: 3,
  Z_FINISH: 4,
  Z_BLOCK: 5,
  Z_TREES: 6,
};

function numbers(): Record<string, W_Root> {
  return Object.fromEntries(Object.entries(NUMBERS).map(([name, value]) => [name, newInt32(value)]));
}

defineModule("zlib", {
  doc: "Checksums, and compression as zlib, gzip and raw data.",
  functions: {
    crc32: ["(data, value=0, /)", crc32, "CRC-32 of bytes, begun with a value."],
    adler32: ["(data, value=1, /)", adler32, "Adler-32 of bytes, begun with a value."],
    compress: ["(data, /, level=-1)", compress, "Compresses bytes."],
    decompress: ["(data, /, wbits=15, bufsize=16384)", decompress, "Decompresses bytes."],
    compressobj: {
      signature: "(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)",
      scope: compressObject,
      doc: "An object that compresses piece by piece.",
    },
    decompressobj: [
      "(wbits=15, zdict=<unset>)",
      decompressObject,
      "An object that decompresses piece by piece.",
    ],
  },
  constants: {
    ...numbers(),
    error: zlibErrorType,
    ZLIB_VERSION: fromRts("1.2.13"),
    ZLIB_RUNTIME_VERSION: fromRts("1.2.13"),
    __version__: fromRts("1.0"),
  },
});
