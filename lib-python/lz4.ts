/** Decodes one LZ4 block (the format without frames). */

const MIN_MATCH = 4;
const LONG = 15;

/**
 * Decodes `block` into `out`; the number of bytes written.
 * @throws {RangeError} when the block is damaged: it asks for bytes that are not there or does not fit.
 */
export function decodeBlock(block: Uint8Array, out: Uint8Array): number {
  let at = 0;
  let to = 0;
  /** A length of four bits, with more bytes while it is full. */
  const length = (bits: number): number => {
    let sum = bits;
    if (bits === LONG) {
      let more: number;
      do {
        if (at >= block.length) throw new RangeError("LZ4: the block ends early");
        more = block[at++];
        sum += more;
      } while (more === 255);
    }
    return sum;
  };
  while (at < block.length) {
    const token = block[at++];
    const literals = length(token >>> 4);
    if (at + literals > block.length || to + literals > out.length) {
      throw new RangeError("LZ4: literals do not fit");
    }
    out.set(block.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at === block.length) break; // the last sequence has no match
    const distance = block[at] | block[at + 1] << 8;
    at += 2;
    const count = length(token & 15) + MIN_MATCH;
    if (distance === 0 || distance > to || to + count > out.length) {
      throw new RangeError("LZ4: a match does not fit");
    }
    for (let i = 0; i < count; i++, to++) out[to] = out[to - distance]; // may overlap
  }
  return to;
}
