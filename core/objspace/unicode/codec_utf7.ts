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
  const run = new Decoding("utf7", input, errors, input.length);
  const reader = new ShiftReader();
  let data = input;
  let shifted = false;
  let i: i32 = 0;
  /** Where the run's `+` stands, and how long the text was there. */
  let start: i32 = 0;
  let written: i32 = 0;
  for (;;) {
    if (i >= data.length) {
      if (!shifted || !final) break;
      shifted = false;
      if (reader.leftover() === "" && reader.surrogate === 0) break;
      i = run.fail(start, data.length, "unterminated shift sequence");
      data = run.data;
      continue;
    }
    const c: i32 = data[i];
    let wrong = "";
    if (shifted) {
      const value: i32 = VALUES[c];
      if (value >= 0) {
        reader.digit(value, run);
        i++;
        continue;
      }
      shifted = false;
      wrong = reader.leftover();
      if (wrong === "") {
        if (reader.surrogate !== 0 && c < 128 && c !== 0x2b) run.out.append(reader.surrogate);
        reader.surrogate = 0;
        if (c === 0x2d) i++;
        continue;
      }
      i++;
    } else if (c === 0x2b) {
      start = i++;
      if (i < data.length && data[i] === 0x2d) {
        run.out.append(0x2b);
        i++;
        continue;
      }
      if (i >= data.length || VALUES[data[i]] >= 0) {
        shifted = true;
        written = run.out.length;
        reader.begin();
        continue;
      }
      wrong = "ill-formed sequence";
      i++;
    } else if (c < 128) {
      run.out.append(c);
      i++;
      continue;
    } else {
      wrong = "unexpected special character";
      start = i++;
    }
    i = run.fail(start, i, wrong);
    data = run.data;
  }
  if (!shifted) return run.done(final ? input.length : i);
  return new Decoded(run.out.build().substring(0, written), start);
}
