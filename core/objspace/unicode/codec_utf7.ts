/**
 * UTF-7 (RFC 2152): ASCII, with runs of UTF-16 in base 64 between `+` and `-`. Encoding writes all characters
 * directly that it may. Decoding accepts unpaired surrogates, as CPython does.
 */
import type { bool, i32 } from "@rts";
import type { W_Str } from "../str/wstr.ts";
import { ByteBuilder } from "./bytebuilder.ts";
import { Decoded, Decoding } from "./codec.ts";
import type { DecodeErrorHandler } from "./errors.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** The digits of base 64, and the value of each byte as a digit or -1. */
const DIGITS = new Uint8Array(64);
const VALUES: Int8Array = new Int8Array(256).fill(-1);
for (let i = 0; i < 64; i++) {
  DIGITS[i] = ALPHABET.charCodeAt(i);
  VALUES[DIGITS[i]] = i;
}
/** 1 for bytes that are written as themselves. */
const DIRECT = new Uint8Array(128);
for (let c = 0x20; c < 0x7f; c++) if (!"+\\~".includes(String.fromCharCode(c))) DIRECT[c] = 1;
for (const c of [9, 10, 13]) DIRECT[c] = 1;

/** Encodes as UTF-7, which takes all texts. */
export function utf7Encode(w_text: W_Str): Uint8Array {
  const writer = new ShiftWriter(w_text.length + 8);
  for (let i: i32 = 0; i < w_text.length; i++) {
    const c = w_text.charAt(i);
    if (c < 128 && DIRECT[c] !== 0) writer.direct(c);
    else if (c === 0x2b && !writer.shifted) writer.plus();
    else if (c < 0x10000) writer.unit(c);
    else {
      writer.unit(0xd7c0 + (c >> 10));
      writer.unit(0xdc00 + (c & 0x3ff));
    }
  }
  return writer.done();
}

class ShiftWriter {
  /** Within a run of base 64. */
  shifted: bool = false;
  private readonly out: ByteBuilder;
  private buffer: i32 = 0;
  private bits: i32 = 0;

  constructor(capacity: i32) {
    this.out = new ByteBuilder(capacity);
  }

  direct(c: i32): void {
    if (this.shifted) {
      this.flush();
      this.shifted = false;
      // Where the character could belong to the run, its end must be marked.
      if (VALUES[c] >= 0 || c === 0x2d) this.out.append(0x2d);
    }
    this.out.append(c);
  }

  plus(): void {
    this.out.append(0x2b);
    this.out.append(0x2d);
  }

  unit(c: i32): void {
    if (!this.shifted) {
      this.out.append(0x2b);
      this.shifted = true;
    }
    this.buffer = this.buffer << 16 | c;
    this.bits += 16;
    while (this.bits >= 6) {
      this.bits -= 6;
      this.out.append(DIGITS[this.buffer >> this.bits & 63]);
    }
    this.buffer &= (1 << this.bits) - 1;
  }

  private flush(): void {
    if (this.bits > 0) this.out.append(DIGITS[this.buffer << (6 - this.bits) & 63]);
    this.buffer = 0;
    this.bits = 0;
  }

  done(): Uint8Array {
    this.flush();
    if (this.shifted) this.out.append(0x2d);
    return this.out.build();
  }
}

/** The state of decoding within a run of base 64. */
class ShiftReader {
  private buffer: i32 = 0;
  private bits: i32 = 0;
  /** A high surrogate that waits for its partner, or 0. */
  surrogate: i32 = 0;

  begin(): void {
    this.buffer = 0;
    this.bits = 0;
    this.surrogate = 0;
  }

  digit(value: i32, run: Decoding): void {
    this.buffer = this.buffer << 6 | value;
    this.bits += 6;
    if (this.bits < 16) return;
    this.bits -= 16;
    const unit = this.buffer >> this.bits & 0xffff;
    this.buffer &= (1 << this.bits) - 1;
    if (this.surrogate !== 0) {
      const high = this.surrogate;
      this.surrogate = 0;
      if ((unit & 0xfc00) === 0xdc00) {
        run.out.append(((high - 0xd7c0) << 10) + (unit & 0x3ff));
        return;
      }
      run.out.append(high);
    }
    if ((unit & 0xfc00) === 0xd800) this.surrogate = unit;
    else run.out.append(unit);
  }

  /** What is wrong with the bits left over at the end of the run; empty when nothing is. */
  leftover(): string {
    if (this.bits >= 6) return "partial character in shift sequence";
    return this.bits > 0 && this.buffer !== 0 ? "non-zero padding bits in shift sequence" : "";
  }
}

/** Decodes UTF-7. Unless `final`, a run of base 64 that is open at the end is left unconsumed from its `+` on. */
export function utf7Decode(input: Uint8Array, errors: DecodeErrorHandler, final: bool): Decoded {
  const decoder = new Utf7Decoder(new Decoding("utf7", input, errors, input.length), final);
  decoder.decode();
  if (!decoder.shifted) return decoder.run.done(final ? input.length : decoder.at);
  return new Decoded(decoder.run.out.build().substring(0, decoder.written), decoder.start);
}

class Utf7Decoder {
  private readonly reader: ShiftReader = new ShiftReader();
  /** Next byte. */
  at: i32 = 0;
  /** Within a run of base 64. */
  shifted: bool = false;
  /** Where the run's `+` or a wrong byte stands. */
  start: i32 = 0;
  /** Length of the text when the run began. */
  written: i32 = 0;

  constructor(readonly run: Decoding, private readonly final: bool) {}

  decode(): void {
    for (;;) {
      if (this.at < this.run.data.length) {
        const c: i32 = this.run.data[this.at];
        if (this.shifted) this.within(c);
        else this.outside(c);
      } else if (!this.goesOn()) {
        return;
      }
    }
  }

  /** At the end of the data: false unless an error handler sent us back. */
  private goesOn(): bool {
    if (!this.shifted || !this.final) return false;
    this.shifted = false;
    if (this.reader.leftover() === "" && this.reader.surrogate === 0) return false;
    this.at = this.run.data.length;
    this.fail("unterminated shift sequence");
    return true;
  }

  /** A byte in a run: a digit, or what ends it. */
  private within(c: i32): void {
    const value: i32 = VALUES[c];
    if (value >= 0) {
      this.at++;
      return this.reader.digit(value, this.run);
    }
    this.shifted = false;
    const wrong = this.reader.leftover();
    if (wrong !== "") {
      this.at++;
      return this.fail(wrong);
    }
    if (this.reader.surrogate !== 0 && c < 128) this.run.out.append(this.reader.surrogate);
    this.reader.surrogate = 0;
    // A minus only ends the run; all else counts.
    if (c === 0x2d) this.at++;
  }

  private outside(c: i32): void {
    if (c === 0x2b) return this.plus();
    const at = this.at++;
    if (c < 128) return this.run.out.append(c);
    this.start = at;
    this.fail("unexpected special character");
  }

  /** A `+`: the begin of a run, or the first half of `+-`. */
  private plus(): void {
    const data = this.run.data;
    this.start = this.at++;
    const next: i32 = this.at < data.length ? data[this.at] : 0x2b;
    if (next === 0x2d) {
      this.at++;
      this.run.out.append(0x2b);
    } else if (VALUES[next] < 0) {
      this.at++;
      this.fail("ill-formed sequence");
    } else {
      this.shifted = true;
      this.written = this.run.out.length;
      this.reader.begin();
    }
  }

  /** The bytes from `start` up to here are wrong. */
  private fail(reason: string): void {
    this.at = this.run.fail(this.start, this.at, reason);
  }
}
