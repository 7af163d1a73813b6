/** Compression against `node:zlib`, both ways. */
import { assert, assertEquals } from "@std/assert";
import { crc32 as nodeCrc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { crc32 } from "./checksums.ts";
import { Deflater } from "./deflate.ts";
import { Inflater } from "./inflate.ts";

const TEXT = new TextEncoder().encode("the quick brown fox jumps over the lazy dog, ".repeat(3000));
const NOISE = new Uint8Array(70000);
for (let i = 0, seed = 1; i < NOISE.length; i++) {
  seed = (Math.imul(seed, 1103515245) + 12345) | 0;
  NOISE[i] = seed >>> 16;
}
const MIXED = new Uint8Array(200000).map((_, i) => i % 3 === 0 ? NOISE[i % 70000]! & 15 : (i >> 7) & 255);
const SAMPLES: Record<string, Uint8Array> = {
  nothing: new Uint8Array(0),
  "one byte": new Uint8Array([7]),
  zeros: new Uint8Array(100000),
  text: TEXT,
  noise: NOISE,
  mixed: MIXED,
};

function deflate(data: Uint8Array, level: number): Uint8Array {
  const deflater = new Deflater(level);
  deflater.feed(data, 0, data.length);
  deflater.flush(true);
  return deflater.out.slice(0, deflater.out.length);
}

for (const [name, data] of Object.entries(SAMPLES)) {
  Deno.test(`${name}: what deflate writes, node:zlib reads`, () => {
    for (const level of [0, 1, 6, 9]) {
      assertEquals(new Uint8Array(inflateRawSync(deflate(data, level))), data);
    }
  });

  Deno.test(`${name}: what node:zlib writes, inflate reads, in pieces`, () => {
    for (const level of [0, 1, 9]) {
      const packed = deflateRawSync(data, { level });
      const inflater = new Inflater();
      for (let at = 0; at < packed.length; at += 777) {
        inflater.feed(packed, at, Math.min(777, packed.length - at));
        inflater.run(0x7fffffff);
      }
      assert(inflater.isDone());
      assertEquals(inflater.out.slice(0, inflater.out.length), data);
    }
  });

  Deno.test(`${name}: checksum`, () => {
    assertEquals(crc32(0, data, 0, data.length) >>> 0, nodeCrc32(data));
  });
}

Deno.test("text becomes small", () => {
  assert(deflate(TEXT, 6).length < TEXT.length / 50);
});
