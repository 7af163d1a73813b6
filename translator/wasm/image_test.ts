import { assertEquals, assertThrows } from "@std/assert";
import { type Image, ImageError, imageOf, readImage, writeImage } from "./image.ts";
import { build } from "./testing.ts";

function sample(): Image {
  const { program, layout, module } = build(`
    file "a.ts"
    class object
    export "f" = f
    func f(x: i32, y: i32) -> i32 @0:3:1 {
      x = i32.add(x, 1) @0:7:9
      x = i32.div_s(x, y) @0:5:2
      return x @0:8:1
    }`);
  return imageOf(program, layout, module, "release");
}

Deno.test("an image reads back as it was written", () => {
  const image = sample();
  const read = readImage(writeImage(image));
  assertEquals(read.wasm, image.wasm);
  assertEquals(read.positions, image.positions);
  assertEquals(read.functionNames, image.functionNames);
  assertEquals(read.functionStarts, image.functionStarts);
  assertEquals(read.metadata, JSON.parse(JSON.stringify(image.metadata)));
  assertEquals(read.metadata.exports.f, { params: ["i32", "i32"], result: "i32", sp: false });
});

Deno.test("truncated, damaged, foreign and old files are refused, each with its reason", () => {
  const bytes = writeImage(sample());
  const refused = (change: Uint8Array, why: string) => assertThrows(() => readImage(change), ImageError, why);
  const changed = (at: number, value: number) => {
    const copy = bytes.slice();
    copy[at] = value;
    return copy;
  };
  refused(new Uint8Array(0), "not an image");
  refused(new TextEncoder().encode("#!/usr/bin/env deno\n"), "not an image");
  refused(bytes.slice(0, 20), "header is incomplete");
  refused(bytes.slice(0, bytes.length - 1), "truncated");
  refused(new Uint8Array([...bytes, 0]), "after its end");
  refused(changed(8, 99), "format 99");
  refused(changed(bytes.length - 3, bytes[bytes.length - 3] ^ 1), "checksum");
  refused(changed(20, bytes[20] ^ 1), "damaged");
});
