/**
 * The codecs of `binascii` as in CPython 3.10, free of Python objects: each reads the bytes from `from` to `to` of
 * `data`, appends to an {@link Output} and returns a {@link Status}. `hqx.ts` has BinHex, `qp.ts` quoted-printable.
 */
import type { bool, i32 } from "@rts";
import type { Output } from "./output.ts";

export { Output } from "./output.ts";

/** What a codec found. */
export enum Status {
  Ok,
  OddLength,
  NotHex,
  /** See {@link base64LengthMessage}. */
  Base64Length,
  Padding,
  TooLongForUu,
  IllegalChar,
  TrailingGarbage,
  /** `binascii.Incomplete` */
  IncompleteBits,
  /** `binascii.Incomplete` with an empty text */
  Incomplete,
  OrphanedRun,
}

/** The texts of {@link Status} as Python words them: of binascii.Error, where nothing else is said there. */
export const MESSAGES: readonly string[] = [
  "",
  "Odd-length string",
  "Non-hexadecimal digit found",
  "",
  "Incorrect padding",
  "At most 45 bytes at once",
  "Illegal char",
  "Trailing garbage",
  "String has incomplete number of bytes",
  "",
  "Orphaned RLE code at start",
];
/** ValueError: text for a decoder. */
export const NOT_ASCII = "string argument should contain only ASCII characters";
/** ValueError of `hexlify`. */
export const SEPARATOR_LENGTH = "sep must be length 1.";
/** ValueError of `hexlify`. */
export const SEPARATOR_ASCII = "sep must be ASCII.";
/** TypeError of `hexlify`. */
export const SEPARATOR_TYPE = "sep must be str or bytes.";

/** What stands for "no separator". */
export const NO_SEPARATOR = -1;

const LOWER_DIGITS: Uint8Array = new TextEncoder().encode("0123456789abcdef");

/** The value of a hexadecimal digit, or -1. */
export function hexValue(ch: i32): i32 {
  if (ch >= 48 && ch <= 57) return ch - 48;
  if (ch >= 97 && ch <= 102) return ch - 87;
  return ch >= 65 && ch <= 70 ? ch - 55 : -1;
}

/**
 * `hexlify`, and `bytes.hex`: two digits a byte, with `separator` (a character or NO_SEPARATOR) between groups of
 * `group` bytes, counted from the right; from the left when `group` is negative.
 */
export function hexlify(data: Uint8Array, from: i32, to: i32, separator: i32, group: i32, out: Output): void {
  const size = Math.abs(group), isSplit = separator !== NO_SEPARATOR && size > 0;
  for (let i = from; i < to; i++) {
    if (isSplit && i > from && (group > 0 ? to - i : i - from) % size === 0) out.put(separator);
    out.put(LOWER_DIGITS[data[i] >> 4]);
    out.put(LOWER_DIGITS[data[i] & 15]);
  }
}

/** `unhexlify`. */
export function unhexlify(data: Uint8Array, from: i32, to: i32, out: Output): Status {
  if (((to - from) & 1) !== 0) return Status.OddLength;
  for (let i = from; i < to; i += 2) {
    const high = hexValue(data[i]), low = hexValue(data[i + 1]);
    if (high < 0 || low < 0) return Status.NotHex;
    out.put((high << 4) | low);
  }
  return Status.Ok;
}

const BASE64_DIGITS: Uint8Array = new TextEncoder().encode(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
);
const NO_DIGIT = 255;
const BASE64_VALUES: Uint8Array = invert(BASE64_DIGITS);

/** The index of each byte in `digits`, or NO_DIGIT. */
export function invert(digits: Uint8Array): Uint8Array {
  const values = new Uint8Array(256).fill(NO_DIGIT);
  digits.forEach((digit, value) => values[digit] = value);
  return values;
}

/** `a2b_base64`: ignores what is no digit, stops at the padding that completes a group of four. */
export function a2bBase64(data: Uint8Array, from: i32, to: i32, out: Output): Status {
  let digits: i32 = 0, left: i32 = 0, pads: i32 = 0;
  for (let i = from; i < to; i++) {
    if (data[i] === 61) { // =
      if (digits >= 2 && digits + ++pads >= 4) return Status.Ok;
      continue;
    }
    const value: i32 = BASE64_VALUES[data[i]];
    if (value === NO_DIGIT) continue;
    pads = 0;
    if (digits > 0) out.put((left << (2 * digits)) | (value >> (6 - 2 * digits)));
    left = value & ((1 << (6 - 2 * digits)) - 1);
    digits = (digits + 1) & 3;
  }
  if (digits === 0) return Status.Ok;
  return digits === 1 ? Status.Base64Length : Status.Padding;
}

/** The text of {@link Status.Base64Length}, after `bytes` bytes of output. */
export function base64LengthMessage(bytes: i32): string {
  const digits = ((bytes / 3) | 0) * 4 + 1;
  return `Invalid base64-encoded string: number of data characters (${digits}) cannot be 1 more than a multiple of 4`;
}

/** `b2a_base64`. */
export function b2aBase64(data: Uint8Array, from: i32, to: i32, newline: bool, out: Output): void {
  let i = from;
  for (; i + 2 < to; i += 3) {
    const word = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
    for (let shift: i32 = 18; shift >= 0; shift -= 6) out.put(BASE64_DIGITS[(word >> shift) & 63]);
  }
  if (i < to) {
    const isLast = i + 1 === to;
    const word = (data[i] << 16) | (isLast ? 0 : data[i + 1] << 8);
    out.put(BASE64_DIGITS[word >> 18]);
    out.put(BASE64_DIGITS[(word >> 12) & 63]);
    out.put(isLast ? 61 : BASE64_DIGITS[(word >> 6) & 63]);
    out.put(61);
  }
  if (newline) out.put(10);
}

function isLineEnd(ch: i32): bool {
  return ch === 10 || ch === 13;
}

/** `a2b_uu`: one line. What is missing at its end counts as zeros. */
export function a2bUu(data: Uint8Array, from: i32, to: i32, out: Output): Status {
  // CPython reads the zero byte behind empty data.
  let rest: i32 = ((from < to ? data[from] : 0) - 32) & 63;
  let i = from + 1, left: i32 = 0, bits: i32 = 0;
  for (; rest > 0; i++) {
    let value: i32 = 0;
    if (i < to && !isLineEnd(data[i])) {
      if (data[i] < 32 || data[i] > 96) return Status.IllegalChar;
      value = (data[i] - 32) & 63;
    }
    left = (left << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out.put(left >> bits);
      left &= (1 << bits) - 1;
      rest--;
    }
  }
  for (; i < to; i++) {
    if (data[i] !== 32 && data[i] !== 96 && !isLineEnd(data[i])) return Status.TrailingGarbage;
  }
  return Status.Ok;
}

/** `b2a_uu`: one line of 45 bytes at most; with `backtick`, zeros are "`" and not spaces. */
export function b2aUu(data: Uint8Array, from: i32, to: i32, backtick: bool, out: Output): Status {
  const zero: i32 = backtick ? 96 : 32;
  if (to - from > 45) return Status.TooLongForUu;
  out.put(to === from ? zero : 32 + to - from);
  for (let i = from; i < to; i += 3) {
    const second: i32 = i + 1 < to ? data[i + 1] : 0, third: i32 = i + 2 < to ? data[i + 2] : 0;
    const word = (data[i] << 16) | (second << 8) | third;
    for (let shift: i32 = 18; shift >= 0; shift -= 6) {
      const value = (word >> shift) & 63;
      out.put(value === 0 ? zero : value + 32);
    }
  }
  out.put(10);
  return Status.Ok;
}

const CRC32_TABLE: Int32Array = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) !== 0 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** `crc32`, which goes on from `crc`; to be read unsigned. */
export function crc32(data: Uint8Array, from: i32, to: i32, crc: i32): i32 {
  crc = ~crc;
  for (let i = from; i < to; i++) crc = CRC32_TABLE[(crc ^ data[i]) & 255] ^ (crc >>> 8);
  return ~crc;
}

const CRC_HQX_TABLE: Uint16Array = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000) !== 0 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc & 0xffff;
});

/** `crc_hqx`, which goes on from the low 16 bits of `crc`. */
export function crcHqx(data: Uint8Array, from: i32, to: i32, crc: i32): i32 {
  crc &= 0xffff;
  for (let i = from; i < to; i++) crc = ((crc << 8) & 0xff00) ^ CRC_HQX_TABLE[(crc >> 8) ^ data[i]];
  return crc;
}
