import { assertEquals, assertThrows } from "@std/assert";
import { Code } from "./code.ts";
import { External, ModuleEncoder } from "./encoder.ts";
import { Op, Type } from "./opcodes.ts";
import { ByteWriter, lebLength } from "./writer.ts";

const bytesOf = (write: (out: ByteWriter) => void): number[] => {
  const out = new ByteWriter(1);
  write(out);
  return [...out.finish()];
};

Deno.test("LEB128: lengths, signs, limits", () => {
  assertEquals(bytesOf((out) => out.u32(0x7f)), [0x7f]);
  assertEquals(bytesOf((out) => out.u32(0x80)), [0x80, 1]);
  assertEquals(bytesOf((out) => out.u32(0xffffffff)), [0xff, 0xff, 0xff, 0xff, 0x0f]);
  assertEquals(bytesOf((out) => out.s32(-1)), [0x7f]);
  assertEquals(bytesOf((out) => out.s32(64)), [0xc0, 0]);
  assertEquals(bytesOf((out) => out.s32(-65)), [0xbf, 0x7f]);
  assertEquals(bytesOf((out) => out.s32(-(2 ** 31))), [0x80, 0x80, 0x80, 0x80, 0x78]);
  assertEquals(bytesOf((out) => out.s64(-1n)), [0x7f]);
  assertEquals(bytesOf((out) => out.s64(-(1n << 63n))).length, 10);
  for (const value of [0, 127, 128, 16383, 16384, 2 ** 31, 2 ** 32 - 1]) {
    assertEquals(lebLength(value), bytesOf((out) => out.u32(value)).length);
  }
});

Deno.test("constants of every size arrive in V8", () => {
  const i32s = [0, 63, 64, -64, -65, 2 ** 31 - 1, -(2 ** 31), 0xffffffff];
  const i64s = [0n, -1n, 1n << 31n, -(1n << 31n) - 1n, (1n << 63n) - 1n, -(1n << 63n)];
  const f64s = [0, -0, 1.5, Infinity, NaN, 5e-324];
  const encoder = new ModuleEncoder();
  const add = (name: string, type: number, emit: (code: Code) => void): void => {
    const code = new Code();
    emit(code);
    code.op(Op.end);
    const index = encoder.declareFunction(encoder.type([], type), name);
    encoder.setBody(index, [], code);
    encoder.export(name, External.function, index);
  };
  i32s.forEach((value, i) => add(`i32_${i}`, Type.i32, (code) => code.i32Const(value)));
  i64s.forEach((value, i) => add(`i64_${i}`, Type.i64, (code) => code.i64Const(value)));
  f64s.forEach((value, i) => add(`f64_${i}`, Type.f64, (code) => code.f64Const(value)));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(encoder.finish().bytes));
  const got = (name: string): unknown => (exports[name] as () => unknown)();
  assertEquals(i32s.map((_, i) => got(`i32_${i}`)), i32s.map((value) => value | 0));
  assertEquals(i64s.map((_, i) => got(`i64_${i}`)), i64s);
  assertEquals(f64s.map((_, i) => Object.is(got(`f64_${i}`), f64s[i])), f64s.map(() => true));
});

Deno.test("local.set and local.get of one local merge, others do not", () => {
  const code = new Code();
  code.localSet(3);
  code.localGet(3);
  code.localSet(3);
  code.localGet(4);
  code.localGet(3);
  assertEquals([...code.finish()], [
    Op.localTee,
    3,
    Op.localSet,
    3,
    Op.localGet,
    4,
    Op.localGet,
    3,
  ]);
});

Deno.test("branch hints and code offsets point at instructions", () => {
  const encoder = new ModuleEncoder();
  const index = encoder.declareFunction(encoder.type([Type.i32], null), "f");
  const code = new Code();
  code.localGet(0);
  code.markUnlikely();
  code.open(Op.if);
  code.op(Op.end);
  code.op(Op.end);
  encoder.setBody(index, [Type.i32, Type.i32, Type.f64], code, code.unlikely);
  const { bytes, codeOffsets } = encoder.finish();
  assertEquals([...bytes.subarray(codeOffsets[0], codeOffsets[0] + 3)], [Op.localGet, 0, Op.if]);
  const module = new WebAssembly.Module(bytes);
  const [section] = WebAssembly.Module.customSections(module, "metadata.code.branch_hint");
  // One function, number 0, with one hint: after 5 bytes of locals and 2 of code, a byte 0.
  assertEquals([...new Uint8Array(section)], [1, 0, 1, 7, 1, 0]);
});

Deno.test("imports come first, bodies are complete", () => {
  const encoder = new ModuleEncoder();
  const type = encoder.type([], null);
  encoder.declareFunction(type, "f");
  assertThrows(() => encoder.importFunction("host", "g", type), Error, "after a function");
  assertThrows(() => encoder.finish(), Error, "no body");
});
