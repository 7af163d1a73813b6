/** BLAKE2b and BLAKE2s (RFC 7693). The last block is known only at the end, so a full one waits in `pending`. */
import { arrayCopy, type i32, i32ToI64, type i64, i64ToI32, rotl32, shl64, shrU64, wrap64 } from "@rts";
import { START_256, START_512 } from "./constants.ts";
import { Hasher, little32, little64, putLittle32 } from "./hasher.ts";

/** Order of the words of a block in each round; BLAKE2b begins again after ten. */
const SIGMA: Uint8Array = new Uint8Array(
  [
    "0123456789abcdef",
    "ea489fd61c02b753",
    "b8c052fdae367194",
    "7931dcbe265a40f8",
    "905724afe1bc683d",
    "2c6a0b834d75fe19",
    "c51fed4a0763928b",
    "db7ec13950f4862a",
    "6fe9b308c2d714a5",
    "a2847615fb9e3cd0",
  ].flatMap((row) => [...row].map((digit) => parseInt(digit, 16))),
);

/** What both have in common. */
abstract class Blake2 extends Hasher {
  protected readonly parameters: Uint8Array;
  /** Bytes of the result. */
  readonly size: i32;
  /** Hashed as the last node of a layer. */
  protected readonly isLastNode: boolean;
  protected isLast: boolean = false;
  /** Bytes hashed so far. */
  protected hashed: i64 = 0n;

  constructor(blockSize: i32, parameters: Uint8Array, isLastNode: boolean) {
    super(blockSize);
    this.parameters = parameters;
    this.size = parameters[0];
    this.isLastNode = isLastNode;
  }

  override update(data: Uint8Array, from: i32, count: i32): void {
    let at = from;
    const end = from + count;
    while (at < end) {
      if (this.filled === this.blockSize) this.flush();
      const part = Math.min(end - at, this.blockSize - this.filled);
      arrayCopy(data, at, this.pending, this.filled, part);
      this.filled += part;
      at += part;
    }
  }

  private flush(): void {
    this.hashed += i32ToI64(this.filled);
    this.block(this.pending, 0);
    this.filled = 0;
  }

  override finish(): Uint8Array {
    this.isLast = true;
    this.pending.fill(0, this.filled, this.blockSize);
    this.flush();
    return this.result();
  }

  protected abstract result(): Uint8Array;

  protected copyBlake(to: Blake2): void {
    this.copyPending(to);
    to.hashed = this.hashed;
  }
}

export class Blake2b extends Blake2 {
  private readonly state: BigInt64Array = new BigInt64Array(8);
  private readonly words: BigInt64Array = new BigInt64Array(16);
  private readonly work: BigInt64Array = new BigInt64Array(16);

  /** `parameters` is the block of 64 bytes that begins the state. */
  constructor(parameters: Uint8Array, isLastNode: boolean) {
    super(128, parameters, isLastNode);
    for (let i: i32 = 0; i < 8; i++) this.state[i] = START_512[i] ^ little64(parameters, 8 * i);
  }

  protected override block(data: Uint8Array, at: i32): void {
    const words = this.words, work = this.work, state = this.state;
    for (let i: i32 = 0; i < 16; i++) words[i] = little64(data, at + 8 * i);
    for (let i: i32 = 0; i < 8; i++) {
      work[i] = state[i];
      work[i + 8] = START_512[i];
    }
    work[12] = work[12] ^ this.hashed;
    if (this.isLast) work[14] = ~work[14];
    if (this.isLast && this.isLastNode) work[15] = ~work[15];
    for (let round: i32 = 0; round < 12; round++) {
      const row = 16 * (round % 10);
      for (let i: i32 = 0; i < 4; i++) {
        this.mix(i, i + 4, i + 8, i + 12, words[SIGMA[row + 2 * i]], words[SIGMA[row + 2 * i + 1]]);
      }
      for (let i: i32 = 0; i < 4; i++) {
        const x = words[SIGMA[row + 8 + 2 * i]], y = words[SIGMA[row + 9 + 2 * i]];
        this.mix(i, 4 + ((i + 1) & 3), 8 + ((i + 2) & 3), 12 + ((i + 3) & 3), x, y);
      }
    }
    for (let i: i32 = 0; i < 8; i++) state[i] = state[i] ^ work[i] ^ work[i + 8];
  }

  private mix(a: i32, b: i32, c: i32, d: i32, x: i64, y: i64): void {
    const work = this.work;
    let va = wrap64(wrap64(work[a] + work[b]) + x);
    let vd = rotr64(work[d] ^ va, 32);
    let vc = wrap64(work[c] + vd);
    let vb = rotr64(work[b] ^ vc, 24);
    va = wrap64(wrap64(va + vb) + y);
    vd = rotr64(vd ^ va, 16);
    vc = wrap64(vc + vd);
    vb = rotr64(vb ^ vc, 63);
    work[a] = va;
    work[b] = vb;
    work[c] = vc;
    work[d] = vd;
  }

  protected override result(): Uint8Array {
    const out = new Uint8Array(this.size);
    for (let i: i32 = 0; i < this.size; i++) out[i] = i64ToI32(shrU64(this.state[i >> 3], 8 * (i & 7))) & 255;
    return out;
  }

  override copy(): Hasher {
    const copy = new Blake2b(this.parameters, this.isLastNode);
    arrayCopy(this.state, 0, copy.state, 0, 8);
    this.copyBlake(copy);
    return copy;
  }
}

/** @inline */
function rotr64(x: i64, count: i32): i64 {
  return shrU64(x, count) | shl64(x, 64 - count);
}

export class Blake2s extends Blake2 {
  private readonly state: Int32Array = new Int32Array(8);
  private readonly words: Int32Array = new Int32Array(16);
  private readonly work: Int32Array = new Int32Array(16);

  /** `parameters` is the block of 32 bytes that begins the state. */
  constructor(parameters: Uint8Array, isLastNode: boolean) {
    super(64, parameters, isLastNode);
    for (let i: i32 = 0; i < 8; i++) this.state[i] = START_256[i] ^ little32(parameters, 4 * i);
  }

  protected override block(data: Uint8Array, at: i32): void {
    const words = this.words, work = this.work, state = this.state;
    for (let i: i32 = 0; i < 16; i++) words[i] = little32(data, at + 4 * i);
    for (let i: i32 = 0; i < 8; i++) {
      work[i] = state[i];
      work[i + 8] = START_256[i];
    }
    work[12] = work[12] ^ i64ToI32(this.hashed);
    work[13] = work[13] ^ i64ToI32(this.hashed >> 32n);
    if (this.isLast) work[14] = ~work[14];
    if (this.isLast && this.isLastNode) work[15] = ~work[15];
    for (let round: i32 = 0; round < 10; round++) {
      const row = 16 * round;
      for (let i: i32 = 0; i < 4; i++) {
        this.mix(i, i + 4, i + 8, i + 12, words[SIGMA[row + 2 * i]], words[SIGMA[row + 2 * i + 1]]);
      }
      for (let i: i32 = 0; i < 4; i++) {
        const x = words[SIGMA[row + 8 + 2 * i]], y = words[SIGMA[row + 9 + 2 * i]];
        this.mix(i, 4 + ((i + 1) & 3), 8 + ((i + 2) & 3), 12 + ((i + 3) & 3), x, y);
      }
    }
    for (let i: i32 = 0; i < 8; i++) state[i] = state[i] ^ work[i] ^ work[i + 8];
  }

  private mix(a: i32, b: i32, c: i32, d: i32, x: i32, y: i32): void {
    const work = this.work;
    let va: i32 = (((work[a] + work[b]) | 0) + x) | 0;
    let vd = rotl32(work[d] ^ va, 16);
    let vc: i32 = (work[c] + vd) | 0;
    let vb = rotl32(work[b] ^ vc, 20);
    va = (((va + vb) | 0) + y) | 0;
    vd = rotl32(vd ^ va, 24);
    vc = (vc + vd) | 0;
    vb = rotl32(vb ^ vc, 25);
    work[a] = va;
    work[b] = vb;
    work[c] = vc;
    work[d] = vd;
  }

  protected override result(): Uint8Array {
    const all = new Uint8Array(32);
    for (let i: i32 = 0; i < 8; i++) putLittle32(all, 4 * i, this.state[i]);
    const out = new Uint8Array(this.size);
    arrayCopy(all, 0, out, 0, this.size);
    return out;
  }

  override copy(): Hasher {
    const copy = new Blake2s(this.parameters, this.isLastNode);
    arrayCopy(this.state, 0, copy.state, 0, 8);
    this.copyBlake(copy);
    return copy;
  }
}
