/** MD5 (RFC 1321). */
import { type i32, rotl32 } from "@rts";
import { Hasher, little32, putLittle32 } from "./hasher.ts";

/** The integer parts of 2^32 |sin(i + 1)|. */
const SINES: Int32Array = new Int32Array(64);
for (let i = 0; i < 64; i++) SINES[i] = Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0;
const SHIFTS: Int32Array = new Int32Array([7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]);

export class Md5 extends Hasher {
  private readonly state: Int32Array = new Int32Array(4);
  private readonly words: Int32Array = new Int32Array(16);

  constructor() {
    super(64);
    this.state[0] = 0x67452301;
    this.state[1] = 0xefcdab89 | 0;
    this.state[2] = 0x98badcfe | 0;
    this.state[3] = 0x10325476;
  }

  protected override block(data: Uint8Array, at: i32): void {
    const words = this.words;
    for (let i: i32 = 0; i < 16; i++) words[i] = little32(data, at + 4 * i);
    const state = this.state;
    let a: i32 = state[0], b: i32 = state[1], c: i32 = state[2], d: i32 = state[3];
    for (let i: i32 = 0; i < 64; i++) {
      let mixed: i32;
      let word: i32 = i;
      if (i < 16) {
        mixed = (b & c) | (~b & d);
      } else if (i < 32) {
        mixed = (d & b) | (~d & c);
        word = (5 * i + 1) & 15;
      } else if (i < 48) {
        mixed = b ^ c ^ d;
        word = (3 * i + 5) & 15;
      } else {
        mixed = c ^ (b | ~d);
        word = (7 * i) & 15;
      }
      const sum = (((a + mixed) | 0) + ((SINES[i] + words[word]) | 0)) | 0;
      a = d;
      d = c;
      c = b;
      b = (b + rotl32(sum, SHIFTS[(i >> 4) << 2 | i & 3])) | 0;
    }
    state[0] = (state[0] + a) | 0;
    state[1] = (state[1] + b) | 0;
    state[2] = (state[2] + c) | 0;
    state[3] = (state[3] + d) | 0;
  }

  override finish(): Uint8Array {
    this.pad(8, false);
    const out = new Uint8Array(16);
    for (let i: i32 = 0; i < 4; i++) putLittle32(out, 4 * i, this.state[i]);
    return out;
  }

  override copy(): Hasher {
    const copy = new Md5();
    for (let i: i32 = 0; i < 4; i++) copy.state[i] = this.state[i];
    this.copyPending(copy);
    return copy;
  }
}
