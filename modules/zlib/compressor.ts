/** Compression with what stands round the data: a header and checksums of zlib or gzip, or nothing. */
import type { i32 } from "@rts";
import { adler32, crc32 } from "./checksums.ts";
import { Format } from "./decompressor.ts";
import type { Deflater } from "./deflate.ts";

export class Compressor {
  private readonly deflater: Deflater;
  private readonly format: i32;
  private check: i32;
  private total: i32 = 0;
  isFinished: boolean = false;

  constructor(format: i32, deflater: Deflater) {
    this.format = format;
    this.deflater = deflater;
    this.check = format === Format.Gzip ? 0 : 1;
  }

  /** Writes the header. `windowBits` as in `wbits` of zlib's format. */
  begin(level: i32, windowBits: i32, dictionary: Uint8Array): void {
    const out = this.deflater.out;
    if (this.format === Format.Gzip) {
      out.push(0x1f);
      out.push(0x8b);
      out.push(8);
      for (let i: i32 = 0; i < 5; i++) out.push(0);
      out.push(level === 9 ? 2 : level === 0 || level === 1 ? 4 : 0);
      out.push(3);
    } else if (this.format === Format.Zlib) {
      const effort: i32 = level < 0 || level === 6 ? 2 : level < 2 ? 0 : level < 6 ? 1 : 3;
      const hasDictionary = dictionary.length > 0;
      const head = ((windowBits - 8) << 12 | 0x800) + (effort << 6) + (hasDictionary ? 32 : 0);
      this.put(head + 31 - head % 31, 2);
      if (hasDictionary) this.put(adler32(1, dictionary, 0, dictionary.length), 4);
    }
    if (dictionary.length > 0) this.deflater.setDictionary(dictionary);
  }

  /** Writes the low bytes of a number, highest first. */
  private put(value: i32, count: i32): void {
    for (let i: i32 = count - 1; i >= 0; i--) this.deflater.out.push((value >> (8 * i)) & 255);
  }

  feed(data: Uint8Array, from: i32, count: i32): void {
    this.check = this.format === Format.Gzip
      ? crc32(this.check, data, from, count)
      : adler32(this.check, data, from, count);
    this.total = (this.total + count) | 0;
    this.deflater.feed(data, from, count);
  }

  flush(isLast: boolean): void {
    this.deflater.flush(isLast);
    if (!isLast) return;
    this.isFinished = true;
    if (this.format === Format.Zlib) this.put(this.check, 4);
    else if (this.format === Format.Gzip) {
      for (let i: i32 = 0; i < 4; i++) this.deflater.out.push((this.check >> (8 * i)) & 255);
      for (let i: i32 = 0; i < 4; i++) this.deflater.out.push((this.total >> (8 * i)) & 255);
    }
  }

  /** The output that was not given yet. */
  take(): Uint8Array {
    const out = this.deflater.out;
    const bytes = out.slice(0, out.length);
    out.drop(out.length);
    return bytes;
  }

  copy(): Compressor {
    const copy = new Compressor(this.format, this.deflater.copy());
    copy.check = this.check;
    copy.total = this.total;
    copy.isFinished = this.isFinished;
    return copy;
  }
}
