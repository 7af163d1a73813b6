/** The checksums of zlib: CRC-32 and Adler-32. */
import type { i32 } from "@rts";

/** For each byte, the remainder of its bits. */
const CRC_TABLE: Int32Array = new Int32Array(256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = (c & 1) !== 0 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  CRC_TABLE[n] = c | 0;
}

/** CRC-32 of more bytes, begun with `crc` (0 at first). */
export function crc32(crc: i32, data: Uint8Array, from: i32, count: i32): i32 {
  let c: i32 = ~crc;
  for (let i: i32 = from; i < from + count; i++) c = CRC_TABLE[(c ^ data[i]) & 255] ^ ((c >>> 8) | 0);
  return ~c;
}

const ADLER_BASE: i32 = 65521;
/** So many bytes can be added before the sums leave 32 bits. */
const ADLER_RUN: i32 = 3800;

/** Adler-32 of more bytes, begun with `adler` (1 at first). */
export function adler32(adler: i32, data: Uint8Array, from: i32, count: i32): i32 {
  let low: i32 = adler & 0xffff;
  let high: i32 = (adler >>> 16) | 0;
  let at = from;
  const end = from + count;
  while (at < end) {
    const stop = Math.min(end, at + ADLER_RUN);
    for (; at < stop; at++) {
      low += data[at];
      high += low;
    }
    low = low % ADLER_BASE;
    high = high % ADLER_BASE;
  }
  return low | high << 16;
}
