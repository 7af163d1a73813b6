/** Round trips of marshal, alone and through CPython 3.10. */
import { assertEquals, assertThrows } from "@std/assert";
import { compileTree } from "../codegen/mod.ts";
import { PyError } from "../errors.ts";
import { parse } from "../parser/mod.ts";
import { difference } from "../testing/compare.ts";
import { askOracle, findPython310 } from "../testing/oracle.ts";
import { constantRepr } from "../unparse/mod.ts";
import type { ConstantValue } from "../ast/nodes.ts";
import type { CodeObject } from "../code.ts";
import {
  dumps,
  isPycValid,
  loads,
  MAGIC_310,
  type MarshalValue,
  readPycCode,
  readPycHeader,
  writePyc,
} from "./mod.ts";

const python = findPython310();

const INTEGERS = [
  0n,
  1n,
  -1n,
  0x7fffffffn,
  -0x80000000n,
  0x80000000n,
  -0x80000001n,
  1n << 64n,
  -(3n ** 200n),
];
const FLOATS = [0, -0, 1.5, -1e308, 5e-324, Infinity, -Infinity];

/** Constants of every type, with the sizes at which the format changes its form. */
const CONSTANTS: ConstantValue[] = [
  { type: "None" },
  { type: "bool", value: true },
  { type: "bool", value: false },
  { type: "Ellipsis" },
  ...INTEGERS.map((value): ConstantValue => ({ type: "int", value })),
  ...FLOATS.map((value): ConstantValue => ({ type: "float", value })),
  { type: "complex", real: 1.5, imag: -0.5 },
  ...["", "a", "a b", "x".repeat(255), "x".repeat(256), "é", "\u{1f600}", "\ud800", "a\udcffb"].map(
    (value): ConstantValue => ({ type: "str", value }),
  ),
  { type: "str", value: "\ud800\udc00", codePoints: [0xd800, 0xdc00] },
  { type: "bytes", value: Uint8Array.of(0, 255, 10) },
  { type: "tuple", items: [] },
  { type: "tuple", items: Array.from({ length: 255 }, () => ({ type: "None" })) },
  { type: "tuple", items: Array.from({ length: 256 }, () => ({ type: "None" })) },
  { type: "frozenset", items: [{ type: "int", value: 1n }] },
];

const ALL: MarshalValue = { type: "tuple", items: [...CONSTANTS, ...CONSTANTS] };

const COLLECTIONS: MarshalValue = {
  type: "list",
  items: [
    { type: "set", items: [{ type: "str", value: "a" }] },
    { type: "dict", entries: [[{ type: "str", value: "a" }, { type: "list", items: [] }]] },
    { type: "StopIteration" },
  ],
};

const SOURCE =
  "import os\nclass A:\n  'doc'\n  def f(self, *a, b=1): return [x + b for x in a]\nx = 'é', 1.5, b''\n";

function sampleCode(): CodeObject {
  const { tree } = parse(SOURCE, { filename: "sample.py", mode: "exec" });
  return compileTree(tree, { filename: "sample.py", flags: 0, optimize: 0 }).code;
}

Deno.test("what is written is read again", () => {
  assertEquals(loads(dumps(ALL)), ALL);
  assertEquals(loads(dumps(COLLECTIONS)), COLLECTIONS);
  assertEquals(loads(dumps(sampleCode())), sampleCode());
});

Deno.test("a string is written once", () => {
  const text: MarshalValue = { type: "str", value: "name" };
  assertEquals(
    dumps({ type: "tuple", items: [text, text] }),
    Uint8Array.of(
      ...[0x29, 2, 0xda, 4, 110, 97, 109, 101, 0x72, 0, 0, 0, 0],
    ),
  );
});

Deno.test("bad data is refused", () => {
  const cases: [number[], string, string][] = [
    [[], "EOFError", "marshal data too short"],
    [[0x69, 0, 0], "EOFError", "marshal data too short"],
    [[0x3f], "ValueError", "bad marshal data (unknown type code)"],
    [[0x72, 5, 0, 0, 0], "ValueError", "bad marshal data (invalid reference)"],
    [[0x30], "ValueError", "bad marshal data (NULL object in marshal data for object)"],
  ];
  for (const [bytes, className, message] of cases) {
    const error = assertThrows(() => loads(Uint8Array.from(bytes)), PyError, message);
    assertEquals((error as PyError).className, className);
  }
});

Deno.test("compiled files", () => {
  const stamped = writePyc(sampleCode(), { kind: "timestamp", mtime: 2 ** 32 + 5, size: 77 });
  assertEquals(stamped.subarray(0, 4), Uint8Array.of(MAGIC_310 & 0xff, MAGIC_310 >> 8, 13, 10));
  const header = readPycHeader(stamped)!;
  assertEquals(header, { kind: "timestamp", mtime: 5, size: 77 });
  assertEquals(isPycValid(header, { mtime: 5, size: 77 }), true);
  assertEquals(isPycValid(header, { mtime: 6, size: 77 }), false);
  assertEquals(readPycCode(stamped), sampleCode());
  const hash = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const hashed = readPycHeader(writePyc(sampleCode(), { kind: "hash", hash, checkSource: true }))!;
  assertEquals(hashed, { kind: "hash", hash, checkSource: true });
  assertEquals(isPycValid(hashed, { mtime: 0, size: 0, hash }), true);
  assertEquals(isPycValid(hashed, { mtime: 0, size: 0, hash: hash.toReversed() }), false);
  assertEquals(readPycHeader(Uint8Array.of(1, 2, 3)), null);
  assertEquals(readPycHeader(stamped, 3413), null);
});

Deno.test({
  name: python === null ? "through CPython (skipped: no CPython 3.10)" : "through CPython",
  ignore: python === null,
  async fn() {
    const values = [ALL, COLLECTIONS, sampleCode()];
    const requests = values.flatMap((value) =>
      [0, 1, 2, 3, 4].map((flags) => ({ source: "", mode: "marshal" as const, data: dumps(value), flags }))
    );
    const answers = await askOracle(python!, requests);
    answers.forEach(({ result }, i) => {
      if (result.type !== "tuple") throw new Error("no answer");
      const [repr, bytes] = result.items;
      if (bytes?.type !== "bytes" || repr?.type !== "str") throw new Error("no answer");
      const value = values[Math.floor(i / 5)]!;
      const read = loads(bytes.value);
      if (value.type === "code" && read.type === "code") assertEquals(difference(read, value), null);
      else assertEquals(read, value);
      if (value === ALL) assertEquals(repr.value, constantRepr(ALL as ConstantValue));
    });
  },
});
