/** The hash functions against those of `node:crypto`, on lengths around the ends of blocks, in two pieces. */
import { assertEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { Blake2b, Blake2s } from "./blake2.ts";
import type { Hasher } from "./hasher.ts";
import { Keccak } from "./keccak.ts";
import { Md5 } from "./md5.ts";
import { Sha1 } from "./sha1.ts";
import { Sha256, Sha512 } from "./sha2.ts";

const DATA = new Uint8Array(1000).map((_, i) => (i * 7 + (i >> 3)) & 255);
const LENGTHS = [
  0,
  1,
  55,
  56,
  63,
  64,
  65,
  71,
  72,
  104,
  111,
  112,
  127,
  128,
  129,
  136,
  137,
  144,
  168,
  500,
  1000,
];

/** The parameters of BLAKE2 without key: size of the result, one leaf, one layer. */
function parameters(size: number): Uint8Array {
  const block = new Uint8Array(size);
  block[0] = size;
  block[2] = block[3] = 1;
  return block;
}

const HASHERS: Record<string, () => Hasher> = {
  md5: () => new Md5(),
  sha1: () => new Sha1(),
  sha224: () => new Sha256(28),
  sha256: () => new Sha256(32),
  sha384: () => new Sha512(48),
  sha512: () => new Sha512(64),
  "sha3-224": () => new Keccak(144, 6, 28),
  "sha3-256": () => new Keccak(136, 6, 32),
  "sha3-384": () => new Keccak(104, 6, 48),
  "sha3-512": () => new Keccak(72, 6, 64),
  blake2b512: () => new Blake2b(parameters(64), false),
  blake2s256: () => new Blake2s(parameters(32), false),
};

for (const [name, make] of Object.entries(HASHERS)) {
  Deno.test(`${name} is that of node:crypto`, () => {
    for (const length of LENGTHS) {
      const hasher = make();
      hasher.update(DATA, 0, length >> 1);
      const copy = hasher.copy();
      hasher.update(DATA, 5, 7); // does not touch the copy
      copy.update(DATA, length >> 1, length - (length >> 1));
      const expected = createHash(name).update(DATA.subarray(0, length)).digest("hex");
      assertEquals(copy.finish().toHex(), expected, `${length} bytes`);
    }
  });
}
