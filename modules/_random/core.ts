/**
 * The Mersenne Twister MT19937 behind `_random.Random`, with the results of CPython: `random()` takes 53 bits
 * from two words, seeds are arrays of 32-bit words (of an int, least significant first).
 */
import type { f64, i32 } from "@rts";

/** Words of the state. */
export const STATE_WORDS = 624;
const MIDDLE = 397;

/** A generator. It must be seeded before use; a new one is seeded with the one word 0. */
export class MersenneTwister {
  readonly state: Int32Array = new Int32Array(STATE_WORDS);
  /** Which word is next, from 1 (after a seeding: 624) to 624. */
  index: i32 = STATE_WORDS;

  constructor() {
    this.seedByArray(new Int32Array(1), 1);
  }

  private seedByWord(seed: i32): void {
    const state = this.state;
    state[0] = seed;
    for (let i: i32 = 1; i < STATE_WORDS; i++) {
      const before = state[i - 1];
      state[i] = (Math.imul(1812433253, before ^ (before >>> 30)) + i) | 0;
    }
    this.index = STATE_WORDS;
  }

  /** Seeds with the first `length` words of `key`, at least one. */
  seedByArray(key: Int32Array, length: i32): void {
    this.seedByWord(19650218);
    const state = this.state;
    let i: i32 = 1, j: i32 = 0;
    for (let k: i32 = Math.max(STATE_WORDS, length); k > 0; k--) {
      const before = state[i - 1], mixed = state[i] ^ Math.imul(before ^ (before >>> 30), 1664525);
      state[i] = (((mixed + key[j]) | 0) + j) | 0;
      if (++i >= STATE_WORDS) {
        state[0] = state[STATE_WORDS - 1];
        i = 1;
      }
      if (++j >= length) j = 0;
    }
    for (let k: i32 = STATE_WORDS - 1; k > 0; k--) {
      const before = state[i - 1], mixed = state[i] ^ Math.imul(before ^ (before >>> 30), 1566083941);
      state[i] = (mixed - i) | 0;
      if (++i >= STATE_WORDS) {
        state[0] = state[STATE_WORDS - 1];
        i = 1;
      }
    }
    state[0] = 1 << 31;
  }

  /** Makes the next 624 words. */
  private refill(): void {
    const state = this.state;
    for (let k: i32 = 0; k < STATE_WORDS - MIDDLE; k++) {
      state[k] = state[k + MIDDLE] ^ twist(state[k], state[k + 1]);
    }
    for (let k: i32 = STATE_WORDS - MIDDLE; k < STATE_WORDS - 1; k++) {
      state[k] = state[k + MIDDLE - STATE_WORDS] ^ twist(state[k], state[k + 1]);
    }
    state[STATE_WORDS - 1] = state[MIDDLE - 1] ^ twist(state[STATE_WORDS - 1], state[0]);
    this.index = 0;
  }

  /** 32 random bits. */
  nextWord(): i32 {
    if (this.index >= STATE_WORDS) this.refill();
    let y: i32 = this.state[this.index++];
    y ^= y >>> 11;
    y ^= (y << 7) & -1658038656;
    y ^= (y << 15) & -272236544;
    return y ^ (y >>> 18);
  }

  /** A number from 0 to below 1, a multiple of 2**-53. */
  random(): f64 {
    const a: f64 = this.nextWord() >>> 5, b: f64 = this.nextWord() >>> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
  }

  /** `bits` random bits as words, least significant first; `bits` is positive. */
  getrandbits(bits: i32): Int32Array {
    const words = new Int32Array((bits + 31) >> 5);
    for (let i = 0; i < words.length; i++, bits -= 32) {
      const word = this.nextWord();
      words[i] = bits < 32 ? (word >>> (32 - bits)) | 0 : word;
    }
    return words;
  }

  /** The 624 words of the state and the index, as `getstate` gives them. */
  getState(): Int32Array {
    const copy = new Int32Array(STATE_WORDS + 1);
    for (let i = 0; i < STATE_WORDS; i++) copy[i] = this.state[i];
    copy[STATE_WORDS] = this.index;
    return copy;
  }

  /** Goes on as the generator did whose {@link getState} gave `words`. Its last must be from 0 to 624. */
  setState(words: Int32Array): void {
    for (let i = 0; i < STATE_WORDS; i++) this.state[i] = words[i];
    this.index = words[STATE_WORDS];
  }
}

/** What two neighbouring words give to the next round. */
/** @inline */
function twist(upper: i32, lower: i32): i32 {
  const y = (upper & (1 << 31)) | (lower & 0x7fffffff);
  return (y >>> 1) ^ (-(y & 1) & -1727483681);
}
