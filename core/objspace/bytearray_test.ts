import { assertEquals } from "@std/assert";
import { errorOf } from "./testing.ts";
import { BufferFlag, Exports } from "./buffer.ts";
import { newBytearray, type W_Bytearray } from "./bytearray.ts";
import { newBytes } from "./bytes.ts";
import { newMemoryview } from "./memoryview_methods.ts";
import { bytesOfView } from "./memoryview.ts";
import { Random } from "./str/testing.ts";

const BUSY = "BufferError: Existing exports of data: object cannot be re-sized";
const contents = (w_array: W_Bytearray) => [...w_array.copyRange(0, w_array.length)];

Deno.test("a bytearray holds what a model holds after any changes of ranges", () => {
  const random = new Random(7);
  for (let run = 0; run < 60; run++) {
    const w_array = newBytearray(new Uint8Array(0));
    const model: number[] = [];
    for (let step = 0; step < 80; step++) {
      const at = random.below(model.length + 1);
      const removed = random.below(3) === 0 ? random.below(model.length - at + 1) : 0;
      const added = random.below(step % 20 === 0 ? 90 : 6);
      const bytes = Uint8Array.from({ length: added }, () => random.below(256));
      w_array.replaceRange(at, removed, added);
      w_array.write(at, bytes, 0, added);
      model.splice(at, removed, ...bytes);
      if (random.below(4) === 0) {
        w_array.append(step);
        model.push(step);
      }
      assertEquals(contents(w_array), model);
    }
  }
});

Deno.test("a bytearray is not resized while a buffer is out", () => {
  const w_array = newBytearray(Uint8Array.of(1, 2, 3));
  const buffer = w_array.acquireBuffer(BufferFlag.Simple)!;
  assertEquals(errorOf(() => w_array.append(4)), BUSY);
  assertEquals(errorOf(() => w_array.replaceRange(0, 1, 0)), BUSY);
  w_array.replaceRange(0, 1, 1);
  buffer.release();
  buffer.release();
  w_array.append(4);
  assertEquals(contents(w_array), [1, 2, 3, 4]);
});

Deno.test("released buffers do not count, in whatever order", () => {
  const exports = new Exports();
  const w_array = newBytearray(new Uint8Array(2));
  const held = [0, 1, 2].map(() => w_array.acquireBuffer(BufferFlag.Held)!.countIn(exports, BufferFlag.Held));
  assertEquals(exports.count, 3);
  held[1].release();
  held[0].release();
  assertEquals(exports.count, 1);
  held[2].release();
  assertEquals([exports.count, exports.isBusy()], [0, false]);
});

Deno.test("bytes give no buffer for writing", () => {
  const w_bytes = newBytes(Uint8Array.of(1));
  assertEquals(w_bytes.acquireBuffer(BufferFlag.Writable), null);
  assertEquals([...w_bytes.acquireBuffer(BufferFlag.Simple)!.toBytes()], [1]);
});

Deno.test("a view of a view shares the buffer, and the last one releases it", () => {
  const w_array = newBytearray(Uint8Array.of(1, 2, 3));
  const w_first = newMemoryview(w_array);
  const w_second = newMemoryview(w_first);
  w_first.release();
  assertEquals([...bytesOfView(w_second, false)], [1, 2, 3]);
  assertEquals(errorOf(() => w_array.append(4)), BUSY);
  w_second.release();
  w_array.append(4);
});
