/** SHA-1 (FIPS 180-4). */
import { type i32, rotl32 } from "@rts";
import { big32, Hasher, putBig32 } from "./hasher.ts";

export class Sha1 extends Hasher {
  private readonly state: Int32Array = new Int32Array(5);
  private readonly words: Int32Array = new Int32Array(80);

  constructor() {
    super(64);
    this.state[0] = 0x67452301;
    this.state[1] = 0xefcdab89 | 0;
    this.state[2] = 0x98badcfe | 0;
    this.state[3] = 0x10325476;
    this.state[4] = 0xc3d2e1f0 | 0;
  }

  protected override block(data: Uint8Array, at: i32): void {
    const words = this.words;
    for (let i: i32 = 0; i < 16; i++) words[i] = big32(data, at + 4 * i);
    for (let i: i32 = 16; i < 80; i++) {
      words[i] = rotl32(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    }
    const state = this.state;
    let a: i32 = state[0], b: i32 = state[1], c: i32 = state[2], d: i32 = state[3], e: i32 = state[4];
    for (let i: i32 = 0; i < 80; i++) {
      let mixed: i32;
      if (i < 20) mixed = (((b & c) | (~b & d)) + 0x5a827999) | 0;
      else if (i < 40) mixed = ((b ^ c ^ d) + 0x6ed9eba1) | 0;
      else if (i < 60) mixed = (((b & c) | (b & d) | (c & d)) + (0x8f1bbcdc | 0)) | 0;
      else mixed = ((b ^ c ^ d) + (0xca62c1d6 | 0)) | 0;
      const sum = (((rotl32(a, 5) + mixed) | 0) + ((e + words[i]) | 0)) | 0;
      e = d;
      d = c;
      c = rotl32(b, 30);
      b = a;
      a = sum;
    }
    state[0] = (state[0] + a) | 0;
    state[1] = (state[1] + b) | 0;
    state[2] = (state[2] + c) | 0;
    state[3] = (state[3] + d) | 0;
    state[4] = (state[4] + e) | 0;
  }

  override finish(): Uint8Array {
    this.pad(8, true);
    const out = new Uint8Array(20);
    for (let i: i32 = 0; i < 5; i++) putBig32(out, 4 * i, this.state[i]);
    return out;
  }

  override copy(): Hasher {
    const copy = new Sha1();
    for (let i: i32 = 0; i < 5; i++) copy.state[i] = this.state[i];
    this.copyPending(copy);
    return copy;
  }
}
