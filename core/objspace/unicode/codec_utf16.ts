/**
 * UTF-16 and UTF-32, in both byte orders. Order -1 is little-endian, 1 big-endian; 0 means that a byte order mark
 * decides (decoding; little-endian without one) or is written (encoding, little-endian).
 */
import type { bool, i32 } from "@rts";
import type { W_Str } from "../str/wstr.ts";
import { type Decoded, Decoding, Encoding } from "./codec.ts";
import type { DecodeErrorHandler, EncodeErrorHandler } from "./errors.ts";

function unit16(data: Uint8Array, i: i32, big: bool): i32 {
  return big ? data[i] << 8 | data[i + 1] : data[i + 1] << 8 | data[i];
}

/** A unit of 32 bits; negative above 0x7fffffff. */
function unit32(data: Uint8Array, i: i32, big: bool): i32 {
  return big
    ? data[i] << 24 | data[i + 1] << 16 | data[i + 2] << 8 | data[i + 3]
    : data[i + 3] << 24 | data[i + 2] << 16 | data[i + 1] << 8 | data[i];
}

/** Byte order that a mark at the begin tells; 0 without a mark. */
function markOf(data: Uint8Array, size: i32): i32 {
  if (data.length < size) return 0;
  if (size === 2) {
    const unit = unit16(data, 0, false);
    return unit === 0xfeff ? -1 : unit === 0xfffe ? 1 : 0;
  }
  const unit = unit32(data, 0, false);
  return unit === 0xfeff ? -1 : unit === (0xfffe << 16) ? 1 : 0;
}

/** Decodes UTF-16. Unless `final`, an incomplete unit or pair at the end is left unconsumed. */
export function utf16Decode(
  input: Uint8Array,
  errors: DecodeErrorHandler,
  final: bool,
  order: i32,
): Decoded {
  const mark = order === 0 ? markOf(input, 2) : 0;
  const decided = order === 0 ? mark : order;
  const big = decided > 0;
  const run = new Decoding(big ? "utf-16-be" : "utf-16-le", input, errors, input.length >> 1);
  let data = input;
  let end: i32 = data.length;
  let i: i32 = mark === 0 ? 0 : 2;
  for (;;) {
    while (i + 2 <= end) {
      const c = unit16(data, i, big);
      if ((c & 0xf800) !== 0xd800) {
        run.out.append(c);
        i += 2;
        continue;
      }
      if ((c & 0xfc00) !== 0xd800 || i + 4 > end) break;
      const low = unit16(data, i + 2, big);
      if ((low & 0xfc00) !== 0xdc00) break;
      run.out.append(((c - 0xd7c0) << 10) + (low & 0x3ff));
      i += 4;
    }
    if (i >= end) break;
    // What stopped the loop: an odd byte, a high surrogate at the end, or one without its partner.
    const isOdd = i + 1 === end;
    const isHigh = !isOdd && (unit16(data, i, big) & 0xfc00) === 0xd800;
    const isCut = isHigh && i + 4 > end;
    if (!final && (isOdd || isCut)) break;
    if (isOdd) i = run.fail(i, end, "truncated data");
    else if (isCut) i = run.fail(i, end, "unexpected end of data");
    else i = run.fail(i, i + 2, isHigh ? "illegal UTF-16 surrogate" : "illegal encoding");
    data = run.data;
    end = data.length;
  }
  const decoded = run.done(final ? input.length : i);
  decoded.byteOrder = decided;
  return decoded;
}

/** Decodes UTF-32. Unless `final`, an incomplete unit at the end is left unconsumed. */
export function utf32Decode(
  input: Uint8Array,
  errors: DecodeErrorHandler,
  final: bool,
  order: i32,
): Decoded {
  const mark = order === 0 ? markOf(input, 4) : 0;
  const decided = order === 0 ? mark : order;
  const big = decided > 0;
  const run = new Decoding(big ? "utf-32-be" : "utf-32-le", input, errors, input.length >> 2);
  let data = input;
  let end: i32 = data.length;
  let i: i32 = mark === 0 ? 0 : 4;
  while (i < end) {
    if (i + 4 > end) {
      if (!final) break;
      i = run.fail(i, end, "truncated data");
    } else {
      const c = unit32(data, i, big);
      if (c >= 0 && c < 0x110000 && (c & 0x1ff800) !== 0xd800) {
        run.out.append(c);
        i += 4;
        continue;
      }
      i = c < 0 || c >= 0x110000
        ? run.fail(i, i + 4, "code point not in range(0x110000)")
        : run.fail(i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)");
    }
    data = run.data;
    end = data.length;
  }
  const decoded = run.done(final ? input.length : i);
  decoded.byteOrder = decided;
  return decoded;
}

class WideEncoding extends Encoding {
  private readonly big: bool;
  constructor(
    encoding: string,
    w_text: W_Str,
    errors: EncodeErrorHandler,
    private readonly size: i32,
    order: i32,
  ) {
    super(encoding, w_text, errors, w_text.length * size + 4);
    this.big = order > 0;
    if (order === 0) this.putUnit(0xfeff);
  }

  override put(c: i32): bool {
    if (c >= 0x80) return false;
    this.putUnit(c);
    return true;
  }
  override unit(): i32 {
    return this.size;
  }

  putUnit(c: i32): void {
    const out = this.out;
    if (this.big) {
      if (this.size === 4) {
        out.append(0);
        out.append(c >> 16);
      }
      out.append(c >> 8 & 0xff);
      out.append(c & 0xff);
    } else {
      out.append(c & 0xff);
      out.append(c >> 8 & 0xff);
      if (this.size === 4) {
        out.append(c >> 16);
        out.append(0);
      }
    }
  }

  /** Encodes the text; each surrogate is an error of its own. */
  all(): Uint8Array {
    const w_text = this.w_text;
    for (let i: i32 = 0; i < w_text.length;) {
      const c = w_text.charAt(i);
      if ((c & 0x1ff800) === 0xd800) {
        i = this.fail(i, i + 1, "surrogates not allowed");
        continue;
      }
      if (c >= 0x10000 && this.size === 2) {
        this.putUnit(0xd7c0 + (c >> 10));
        this.putUnit(0xdc00 + (c & 0x3ff));
      } else {
        this.putUnit(c);
      }
      i++;
    }
    return this.out.build();
  }
}

/** Encodes as UTF-16. */
export function utf16Encode(w_text: W_Str, errors: EncodeErrorHandler, order: i32): Uint8Array {
  const name = order === 0 ? "utf-16" : order > 0 ? "utf-16-be" : "utf-16-le";
  return new WideEncoding(name, w_text, errors, 2, order).all();
}

/** Encodes as UTF-32. */
export function utf32Encode(w_text: W_Str, errors: EncodeErrorHandler, order: i32): Uint8Array {
  const name = order === 0 ? "utf-32" : order > 0 ? "utf-32-be" : "utf-32-le";
  return new WideEncoding(name, w_text, errors, 4, order).all();
}
