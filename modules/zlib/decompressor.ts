/** Decompression with what stands round the data: a header and checksums of zlib or gzip, or nothing. */
import { Exception, type i32 } from "@rts";
import { adler32, crc32 } from "./checksums.ts";
import { Inflater } from "./inflate.ts";

/** Formats by `wbits`. */
export const enum Format {
  Raw,
  Zlib,
  Gzip,
  Either,
}

/** What is wrong with the data, with zlib's number of the error. */
export class DataError extends Exception {
  readonly code: i32;
  constructor(code: i32, message: string) {
    super(message);
    this.code = code;
  }
}

const enum Stage {
  Header,
  Body,
  Trailer,
  Done,
}

const MAGIC_1: i32 = 0x1f;
const MAGIC_2: i32 = 0x8b;
/** Output that was given is forgotten past this many bytes, save a window. */
const KEPT: i32 = 1 << 18;
const WINDOW: i32 = 32768;

export class Decompressor {
  readonly inflater: Inflater;
  private format: i32;
  private readonly dictionary: Uint8Array;
  private stage: i32;
  private check: i32;
  private total: i32 = 0;
  /** Output before this place is in the checksum. */
  private checked: i32 = 0;
  /** Output before this place was given. */
  private given: i32 = 0;

  constructor(format: i32, dictionary: Uint8Array, inflater: Inflater = new Inflater()) {
    this.inflater = inflater;
    this.format = format;
    this.dictionary = dictionary;
    this.stage = format === Format.Raw ? Stage.Body : Stage.Header;
    this.check = format === Format.Gzip ? 0 : 1;
    if (format === Format.Raw && dictionary.length > 0) this.useDictionary();
  }

  private useDictionary(): void {
    this.inflater.out.append(this.dictionary, 0, this.dictionary.length);
    this.checked = this.given = this.inflater.out.length;
  }

  isDone(): boolean {
    return this.stage === Stage.Done;
  }

  /** Decompresses what was fed, at most `limit` bytes of it now, and gives it. Throws InflateError, DataError. */
  take(limit: i32): Uint8Array {
    const inflater = this.inflater;
    const most = limit > 0x7fffffff - this.given ? 0x7fffffff : this.given + limit;
    if (this.stage === Stage.Header) this.readHeader();
    if (this.stage === Stage.Body) {
      inflater.run(most);
      this.updateCheck();
      if (inflater.isDone()) this.stage = this.format === Format.Raw ? Stage.Done : Stage.Trailer;
    }
    if (this.stage === Stage.Trailer) this.readTrailer();
    const end = Math.min(inflater.out.length, most);
    const bytes = inflater.out.slice(this.given, end);
    this.given = end;
    this.forget();
    return bytes;
  }

  /** True when output waits that a limit held back. */
  hasOutput(): boolean {
    return this.given < this.inflater.out.length;
  }

  private updateCheck(): void {
    const out = this.inflater.out;
    const count = out.length - this.checked;
    if (this.format === Format.Gzip) this.check = crc32(this.check, out.data, this.checked, count);
    else if (this.format === Format.Zlib) this.check = adler32(this.check, out.data, this.checked, count);
    this.total = (this.total + count) | 0;
    this.checked = out.length;
  }

  private forget(): void {
    if (this.given < KEPT || this.stage !== Stage.Body) return;
    const count = this.given - WINDOW;
    this.inflater.out.drop(count);
    this.given -= count;
    this.checked -= count;
  }

  private readHeader(): void {
    const inflater = this.inflater;
    const data = inflater.input;
    const left = inflater.end - inflater.at;
    if (left === 0) return;
    if (this.format === Format.Gzip || (this.format === Format.Either && data[inflater.at] === MAGIC_1)) {
      if (left >= 2 || data[inflater.at] !== MAGIC_1) this.readGzipHeader();
      return;
    }
    if (left < 2) return;
    this.readZlibHeader();
  }

  private readZlibHeader(): void {
    const inflater = this.inflater;
    const method: i32 = inflater.input[inflater.at];
    const flags: i32 = inflater.input[inflater.at + 1];
    if ((method * 256 + flags) % 31 !== 0) throw new DataError(-3, "incorrect header check");
    if ((method & 15) !== 8) throw new DataError(-3, "unknown compression method");
    if (method >> 4 > 7) throw new DataError(-3, "invalid window size");
    const hasDictionary = (flags & 32) !== 0;
    if (hasDictionary && inflater.end - inflater.at < 6) return;
    inflater.at += hasDictionary ? 6 : 2;
    this.format = Format.Zlib;
    this.stage = Stage.Body;
    if (!hasDictionary) return;
    if (this.dictionary.length === 0) throw new DataError(2, "need dictionary");
    this.useDictionary();
  }

  private readGzipHeader(): void {
    const inflater = this.inflater;
    const data = inflater.input;
    const start = inflater.at;
    const end = inflater.end;
    if (data[start] !== MAGIC_1 || data[start + 1] !== MAGIC_2) {
      throw new DataError(-3, "incorrect header check");
    }
    if (end - start < 10) return;
    if (data[start + 2] !== 8) throw new DataError(-3, "unknown compression method");
    const flags: i32 = data[start + 3];
    if ((flags & 0xe0) !== 0) throw new DataError(-3, "unknown header flags set");
    let at = start + 10;
    if ((flags & 4) !== 0) {
      if (at + 2 > end) return;
      at += 2 + (data[at] | data[at + 1] << 8);
    }
    for (let part: i32 = 8; part <= 16; part = 2 * part) {
      if ((flags & part) === 0) continue;
      while (at < end && data[at] !== 0) at++;
      at++;
    }
    if ((flags & 2) !== 0) at += 2;
    if (at > end) return;
    inflater.at = at;
    this.format = Format.Gzip;
    this.check = 0;
    this.stage = Stage.Body;
  }

  private readTrailer(): void {
    const inflater = this.inflater;
    const data = inflater.input;
    const at = inflater.at;
    const size: i32 = this.format === Format.Gzip ? 8 : 4;
    if (inflater.end - at < size) return;
    let check: i32;
    if (this.format === Format.Gzip) {
      check = data[at] | data[at + 1] << 8 | data[at + 2] << 16 | data[at + 3] << 24;
    } else check = data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];
    if (check !== this.check) throw new DataError(-3, "incorrect data check");
    if (this.format === Format.Gzip) {
      const total = data[at + 4] | data[at + 5] << 8 | data[at + 6] << 16 | data[at + 7] << 24;
      if (total !== this.total) throw new DataError(-3, "incorrect length check");
    }
    inflater.at = at + size;
    this.stage = Stage.Done;
  }

  copy(): Decompressor {
    const copy = new Decompressor(Format.Either, this.dictionary, this.inflater.copy());
    copy.format = this.format;
    copy.stage = this.stage;
    copy.check = this.check;
    copy.total = this.total;
    copy.checked = this.checked;
    copy.given = this.given;
    return copy;
  }
}
