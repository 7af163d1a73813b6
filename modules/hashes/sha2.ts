/** SHA-2 (FIPS 180-4): SHA-224 and SHA-256 on words of 32 bits, SHA-384 and SHA-512 on words of 64. */
import { type i32, type i64, i64ToI32, rotl32, shl64, shrU64, wrap64 } from "@rts";
import { CUBE_ROOTS_32, CUBE_ROOTS_64, START_224, START_256, START_384, START_512 } from "./constants.ts";
import { big32, big64, Hasher, putBig32 } from "./hasher.ts";

export class Sha256 extends Hasher {
  private readonly state: Int32Array = new Int32Array(8);
  private readonly words: Int32Array = new Int32Array(64);
  /** Bytes of the result: 28 or 32. */
  private readonly size: i32;

  constructor(size: i32) {
    super(64);
    this.size = size;
    const start = size === 28 ? START_224 : START_256;
    for (let i: i32 = 0; i < 8; i++) this.state[i] = start[i];
  }

  protected override block(data: Uint8Array, at: i32): void {
    const words = this.words;
    for (let i: i32 = 0; i < 16; i++) words[i] = big32(data, at + 4 * i);
    for (let i: i32 = 16; i < 64; i++) {
      const x = words[i - 15];
      const y = words[i - 2];
      const s0 = rotl32(x, 25) ^ rotl32(x, 14) ^ ((x >>> 3) | 0);
      const s1 = rotl32(y, 15) ^ rotl32(y, 13) ^ ((y >>> 10) | 0);
      words[i] = (((words[i - 16] + s0) | 0) + ((words[i - 7] + s1) | 0)) | 0;
    }
    const state = this.state;
    let a: i32 = state[0], b: i32 = state[1], c: i32 = state[2], d: i32 = state[3];
    let e: i32 = state[4], f: i32 = state[5], g: i32 = state[6], h: i32 = state[7];
    for (let i: i32 = 0; i < 64; i++) {
      const s1 = rotl32(e, 26) ^ rotl32(e, 21) ^ rotl32(e, 7);
      const choice = (e & f) ^ (~e & g);
      const t1 = (((((h + s1) | 0) + choice) | 0) + ((CUBE_ROOTS_32[i] + words[i]) | 0)) | 0;
      const s0 = rotl32(a, 30) ^ rotl32(a, 19) ^ rotl32(a, 10);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + ((s0 + majority) | 0)) | 0;
    }
    state[0] = (state[0] + a) | 0;
    state[1] = (state[1] + b) | 0;
    state[2] = (state[2] + c) | 0;
    state[3] = (state[3] + d) | 0;
    state[4] = (state[4] + e) | 0;
    state[5] = (state[5] + f) | 0;
    state[6] = (state[6] + g) | 0;
    state[7] = (state[7] + h) | 0;
  }

  override finish(): Uint8Array {
    this.pad(8, true);
    const out = new Uint8Array(this.size);
    for (let i: i32 = 0; 4 * i < this.size; i++) putBig32(out, 4 * i, this.state[i]);
    return out;
  }

  override copy(): Hasher {
    const copy = new Sha256(this.size);
    for (let i: i32 = 0; i < 8; i++) copy.state[i] = this.state[i];
    this.copyPending(copy);
    return copy;
  }
}

/** @inline */
function rotr(x: i64, count: i32): i64 {
  return shrU64(x, count) | shl64(x, 64 - count);
}

export class Sha512 extends Hasher {
  private readonly state: BigInt64Array = new BigInt64Array(8);
  private readonly words: BigInt64Array = new BigInt64Array(80);
  /** Bytes of the result: 48 or 64. */
  private readonly size: i32;

  constructor(size: i32) {
    super(128);
    this.size = size;
    const start = size === 48 ? START_384 : START_512;
    for (let i: i32 = 0; i < 8; i++) this.state[i] = start[i];
  }

  protected override block(data: Uint8Array, at: i32): void {
    const words = this.words;
    for (let i: i32 = 0; i < 16; i++) words[i] = big64(data, at + 8 * i);
    for (let i: i32 = 16; i < 80; i++) {
      const x = words[i - 15];
      const y = words[i - 2];
      const s0 = rotr(x, 1) ^ rotr(x, 8) ^ shrU64(x, 7);
      const s1 = rotr(y, 19) ^ rotr(y, 61) ^ shrU64(y, 6);
      words[i] = wrap64(wrap64(words[i - 16] + s0) + wrap64(words[i - 7] + s1));
    }
    const state = this.state;
    let a: i64 = state[0], b: i64 = state[1], c: i64 = state[2], d: i64 = state[3];
    let e: i64 = state[4], f: i64 = state[5], g: i64 = state[6], h: i64 = state[7];
    for (let i: i32 = 0; i < 80; i++) {
      const s1 = rotr(e, 14) ^ rotr(e, 18) ^ rotr(e, 41);
      const choice = (e & f) ^ (~e & g);
      const t1 = wrap64(wrap64(wrap64(h + s1) + choice) + wrap64(CUBE_ROOTS_64[i] + words[i]));
      const s0 = rotr(a, 28) ^ rotr(a, 34) ^ rotr(a, 39);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      h = g;
      g = f;
      f = e;
      e = wrap64(d + t1);
      d = c;
      c = b;
      b = a;
      a = wrap64(t1 + wrap64(s0 + majority));
    }
    state[0] = wrap64(state[0] + a);
    state[1] = wrap64(state[1] + b);
    state[2] = wrap64(state[2] + c);
    state[3] = wrap64(state[3] + d);
    state[4] = wrap64(state[4] + e);
    state[5] = wrap64(state[5] + f);
    state[6] = wrap64(state[6] + g);
    state[7] = wrap64(state[7] + h);
  }

  override finish(): Uint8Array {
    this.pad(16, true);
    const out = new Uint8Array(this.size);
    for (let i: i32 = 0; 8 * i < this.size; i++) {
      putBig32(out, 8 * i, i64ToI32(this.state[i] >> 32n));
      putBig32(out, 8 * i + 4, i64ToI32(this.state[i]));
    }
    return out;
  }

  override copy(): Hasher {
    const copy = new Sha512(this.size);
    for (let i: i32 = 0; i < 8; i++) copy.state[i] = this.state[i];
    this.copyPending(copy);
    return copy;
  }
}
