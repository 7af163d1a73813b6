/** SHA-3 and SHAKE (FIPS 202): the sponge over Keccak-f[1600]. */
import { arrayCopy, type i32, type i64, i64ToI32, shl64, shrU64 } from "@rts";
import { Hasher, little64 } from "./hasher.ts";

/** Round constants from a shift register, at translation. */
function roundConstants(): BigInt64Array {
  const constants = new BigInt64Array(24);
  let register = 1;
  for (let round = 0; round < 24; round++) {
    let value = 0n;
    for (let j = 0; j < 7; j++) {
      if ((register & 1) !== 0) value |= 1n << ((1n << BigInt(j)) - 1n);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
    constants[round] = value;
  }
  return constants;
}
const ROUND_CONSTANTS: BigInt64Array = roundConstants();

/** For each step of rho and pi: the lane that is written, and how far it is turned. */
const LANES: Int32Array = new Int32Array(24);
const TURNS: Int32Array = new Int32Array(24);
for (let t = 0, x = 1, y = 0; t < 24; t++) {
  [x, y] = [y, (2 * x + 3 * y) % 5];
  LANES[t] = x + 5 * y;
  TURNS[t] = ((t + 1) * (t + 2) / 2) % 64;
}

/** @inline */
function rotl(x: i64, count: i32): i64 {
  return shl64(x, count) | shrU64(x, 64 - count);
}

export class Keccak extends Hasher {
  private readonly lanes: BigInt64Array = new BigInt64Array(25);
  private readonly columns: BigInt64Array = new BigInt64Array(5);
  private readonly suffix: i32;
  /** Bytes of the result. */
  size: i32;

  /** `rate` bytes a block; `suffix` holds the bits that tell the functions apart. */
  constructor(rate: i32, suffix: i32, size: i32) {
    super(rate);
    this.suffix = suffix;
    this.size = size;
  }

  protected override block(data: Uint8Array, at: i32): void {
    const lanes = this.lanes;
    for (let i: i32 = 0; 8 * i < this.blockSize; i++) lanes[i] = lanes[i] ^ little64(data, at + 8 * i);
    this.permute();
  }

  private permute(): void {
    const lanes = this.lanes;
    const columns = this.columns;
    for (let round: i32 = 0; round < 24; round++) {
      for (let x: i32 = 0; x < 5; x++) {
        columns[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20];
      }
      for (let x: i32 = 0; x < 5; x++) {
        const mixed = columns[(x + 4) % 5] ^ rotl(columns[(x + 1) % 5], 1);
        for (let y: i32 = 0; y < 25; y += 5) lanes[x + y] = lanes[x + y] ^ mixed;
      }
      let carried = lanes[1];
      for (let t: i32 = 0; t < 24; t++) {
        const lane = LANES[t];
        const kept = lanes[lane];
        lanes[lane] = rotl(carried, TURNS[t]);
        carried = kept;
      }
      for (let y: i32 = 0; y < 25; y += 5) {
        for (let x: i32 = 0; x < 5; x++) columns[x] = lanes[y + x];
        for (let x: i32 = 0; x < 5; x++) {
          lanes[y + x] = columns[x] ^ (~columns[(x + 1) % 5] & columns[(x + 2) % 5]);
        }
      }
      lanes[0] = lanes[0] ^ ROUND_CONSTANTS[round];
    }
  }

  override finish(): Uint8Array {
    this.pending.fill(0, this.filled, this.blockSize);
    this.pending[this.filled] = this.suffix;
    this.pending[this.blockSize - 1] = this.pending[this.blockSize - 1] | 0x80;
    this.block(this.pending, 0);
    const out = new Uint8Array(this.size);
    let at: i32 = 0;
    while (at < this.size) {
      if (at > 0) this.permute();
      for (let i: i32 = 0; i < this.blockSize && at < this.size; i++, at++) {
        out[at] = i64ToI32(shrU64(this.lanes[i >> 3], 8 * (i & 7))) & 255;
      }
    }
    return out;
  }

  override copy(): Hasher {
    const copy = new Keccak(this.blockSize, this.suffix, this.size);
    arrayCopy(this.lanes, 0, copy.lanes, 0, 25);
    this.copyPending(copy);
    return copy;
  }
}
