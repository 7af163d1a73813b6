import { assert, assertEquals, assertThrows } from "@std/assert";
import type { ClassDesc, Program } from "../ir/ir.ts";
import { parseProgram } from "../ir/parse.ts";
import { type Layout, layoutProgram, STATIC_START } from "./layout.ts";
import { splitSegments } from "./segments.ts";

/** The static memory that a layout describes. */
function memoryOf(layout: Layout): DataView {
  const bytes = new Uint8Array(layout.constants.get("staticEnd")!);
  for (const segment of layout.segments) bytes.set(segment.bytes, segment.offset);
  return new DataView(bytes.buffer);
}
const classOf = (program: Program, name: string): ClassDesc => program.classes.find((c) => c.name === name)!;

const TEXT = `
  class object
  class A extends object {
    field flag: u8
    field wide: i64
    field half: u16
    field next: ref
    method f: (ref) -> void
    method g: (ref) -> void
    impl A.f = first
  }
  class Other extends object
  class B extends A {
    field tail: i8
    field x: f64
    field word: i32
    method h: (ref) -> void
    impl A.f = second
    impl B.h = first
  }
  class Weak extends object special weakref {
    field target: ref
    field other: ref
  }
  class C extends B
  array string: u16 base 16
  array refs: ref base 12
  string #1 "hé"
  object #2 B { A.flag = 255, A.wide = -2n, A.half = 7, A.next = #3, B.tail = -1, B.x = 0.5, B.word = -9 }
  items #3 refs [#1, null, #2]
  global count: i32 = 5
  global root: ref = #2
  func first(o: ref) -> void table {}
  func second(o: ref) -> void table {}
  func third(o: ref) -> void {}
`;

Deno.test("fields: natural alignment, gaps filled within a class, tails of parents used", () => {
  const program = parseProgram(TEXT);
  layoutProgram(program);
  const offsets = (name: string) => classOf(program, name).fields.map((field) => field.offset);
  assertEquals(offsets("A"), [8, 16, 10, 12]);
  assertEquals(offsets("B"), [24, 32, 28]);
  assertEquals(["object", "A", "B", "C"].map((name) => classOf(program, name).size), [8, 24, 40, 40]);
});

Deno.test("type infos: preorder ranges, sizes, reference tables, vtables, names", () => {
  const program = parseProgram(TEXT);
  const layout = layoutProgram(program);
  const memory = memoryOf(layout);
  const word = (address: number) => memory.getUint32(address, true);
  const [a, b, c, other, weak] = ["A", "B", "C", "Other", "Weak"].map((name) => classOf(program, name));
  assertEquals([a.typeInfoEnd, b.typeInfoEnd], [c.typeInfoEnd, c.typeInfoEnd]);
  assert(a.typeInfo < b.typeInfo && b.typeInfo < c.typeInfo && c.typeInfo < other.typeInfo);
  assertEquals(classOf(program, "object").typeInfo, STATIC_START);
  assertEquals([0, 4, 8, 20].map((at) => word(b.typeInfo + at)), [0, 40, 1, b.typeInfoEnd]);
  assertEquals(memory.getUint16(word(b.typeInfo + 12), true), 12);
  const slot = (name: string) => layout.slots.get(program.functions.find((f) => f.name === name)!);
  assertEquals([24, 28, 32].map((at) => word(b.typeInfo + at)), [slot("second"), 0, slot("first")]);
  assertEquals([24, 28].map((at) => word(a.typeInfo + at)), [slot("first"), 0]);
  assertEquals([0, 8].map((at) => word(weak.typeInfo + at)), [3, 1]);
  assertEquals(memory.getUint16(word(weak.typeInfo + 12), true), 12);
  const name = word(other.typeInfo + 16);
  assertEquals([word(name), word(name + 8)], [layout.constants.get("stringTypeInfo"), 5]);
  assertEquals(memory.getUint16(name + 16, true), "O".charCodeAt(0));
  const refs = layout.constants.get("typeInfo:refs")!;
  assertEquals([0, 4, 8, 20].map((at) => word(refs + at)), [2, 12, 2, refs + 24]);
});

Deno.test("prebuilt objects, arrays, strings and globals are in memory", () => {
  const program = parseProgram(TEXT);
  const layout = layoutProgram(program);
  const memory = memoryOf(layout);
  const [text, object, items] = program.prebuilts.map((prebuilt) => prebuilt.address);
  const word = (address: number) => memory.getInt32(address, true);
  assertEquals([4, 8, 12].map((at) => word(text + at)), [1, 2, 0]);
  assertEquals([16, 18].map((at) => memory.getUint16(text + at, true)), [0x68, 0xe9]);
  assertEquals([memory.getUint8(object + 8), memory.getUint16(object + 10, true)], [255, 7]);
  assertEquals([memory.getBigInt64(object + 16, true), word(object + 12)], [-2n, items]);
  assertEquals([memory.getInt8(object + 24), word(object + 28)], [-1, -9]);
  assertEquals(memory.getFloat64(object + 32, true), 0.5);
  assertEquals([8, 12, 16, 20].map((at) => word(items + at)), [3, text, 0, object]);
  const root = layout.globals.get(program.globals[1])!;
  assert(root >= layout.constants.get("rootsStart")! && root < layout.constants.get("rootsEnd")!);
  assertEquals(word(root), object);
  assertEquals(layout.globals.has(program.globals[0]), false);
});

Deno.test("areas are in order, aligned, and zero below the start", () => {
  const { constants, segments, initialPages } = layoutProgram(parseProgram(TEXT), {
    debug: true,
    gcStress: true,
  });
  const names = [
    "prebuiltStart",
    "prebuiltEnd",
    "rootsStart",
    "handlesStart",
    "handlesEnd",
    "rootsEnd",
    "staticEnd",
    "stackStart",
    "stackLimit",
    "stackEnd",
    "heapStart",
  ];
  const values = names.map((name) => constants.get(name)!);
  assertEquals(values, [...values].sort((a, b) => a - b));
  assertEquals([constants.get("heapStart")! % 65536, constants.get("stackStart")! % 8], [0, 0]);
  assertEquals([constants.get("debug"), constants.get("gcStress")], [1, 1]);
  assertEquals(initialPages * 65536, constants.get("heapStart"));
  assert(segments.every((segment) => segment.offset >= STATIC_START));
});

Deno.test("exceptions that emitted code raises: the program's own object, or a new one with a message", () => {
  const exceptions = `
    class object
    class Exception extends object { field message: ref }
    class "lib.ts:OverflowError" extends Exception
    class StackOverflowError extends Exception
    array string: u16 base 16
    object #1 StackOverflowError {}
  `;
  const program = parseProgram(exceptions);
  const layout = layoutProgram(program);
  assertEquals(layout.stackOverflow, program.prebuilts[0] as unknown as Layout["stackOverflow"]);
  assertEquals(layout.overflow!.cls.name, "lib.ts:OverflowError");
  const message = memoryOf(layout).getUint32(layout.overflow!.address + 8, true);
  assertEquals(memoryOf(layout).getUint32(message + 8, true), "integer overflow".length);
  assertEquals(layoutProgram(parseProgram("class object")).overflow, null);
});

Deno.test("segments leave out long runs of zeros and keep short ones", () => {
  const memory = new Uint8Array(200);
  memory[100] = 1;
  memory[110] = 2;
  memory[150] = 3;
  const pieces = splitSegments(memory, 64).map(({ offset, bytes }) => [offset, bytes.length, bytes.at(-1)]);
  assertEquals(pieces, [[100, 11, 2], [150, 1, 3]]);
});

Deno.test("a class whose weak target is not its first word is refused", () => {
  const text = "class object\nclass W extends object special weakref { field n: i32 \n field target: ref }";
  assertThrows(() => layoutProgram(parseProgram(text)), Error, "no target at 8");
});
