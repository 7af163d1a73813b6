import { assertEquals } from "@std/assert";
import { type Const, constant, type Func, instr, newVar, type ValueType } from "../ir/ir.ts";
import { opInfo, OPS } from "../ir/ops.ts";
import { foldConstant } from "./fold.ts";

/** Values that meet the corners of each type. */
const VALUES: Record<ValueType, (number | bigint)[]> = {
  i32: [0, 1, -1, 2, 7, 31, 32, 33, 127, 128, 255, 0x7fff, 0x8000, 0x7fffffff, -0x80000000, 0x12345678],
  i64: [
    0n,
    1n,
    -1n,
    3n,
    63n,
    64n,
    65n,
    0xffffffffn,
    0x80000000n,
    (1n << 63n) - 1n,
    -(1n << 63n),
    0x123456789abcdefn,
  ],
  f64: [0, -0, 1, -1, 0.5, 1.5, 2.5, -0.5, -2.5, 4503599627370495.5, 2 ** 31, 2 ** 32, 2 ** 63, 2 ** 64]
    .concat([-(2 ** 31) - 1, -(2 ** 63), 1e300, Infinity, -Infinity, NaN, 5e-324, 0.1]),
  ref: [],
};
const TYPE_BYTE: Record<ValueType, number> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, ref: 0x7f };

/** A WebAssembly function that is one instruction on its parameters. */
function compile(params: readonly ValueType[], result: ValueType, code: readonly number[]) {
  const section = (id: number, ...bytes: number[]): number[] => [id, bytes.length, ...bytes];
  const gets = params.flatMap((_, i) => [0x20, i]);
  const body = [0, ...gets, ...code, 0x0b];
  const bytes = Uint8Array.of(
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, params.length, ...params.map((p) => TYPE_BYTE[p]), 1, TYPE_BYTE[result]),
    ...section(3, 1, 0),
    ...section(7, 1, 1, 0x66, 0, 0),
    ...section(10, 1, body.length, ...body),
  );
  const exports = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  return exports.f as (...args: unknown[]) => number | bigint;
}

const func: Func = {
  kind: "func",
  name: "f",
  params: [],
  result: null,
  vars: [],
  body: [],
  hints: {},
  pos: 0,
  inTable: false,
  effects: null,
};

/** Compares folding with the engine on one list of operands; true when the opcode was folded. */
function compare(
  op: string,
  params: readonly ValueType[],
  args: (number | bigint)[],
  run: (...a: unknown[]) => unknown,
) {
  const dst = newVar(func, opInfo(op).result as ValueType, "d");
  const folded = foldConstant(instr(op, dst, args.map((value, i) => constant(params[i], value) as Const)));
  if (folded === null) return false;
  assertEquals(folded.value, run(...args), `${op}(${args.join(", ")})`);
  return true;
}

for (const op of Object.keys(OPS)) {
  const info = opInfo(op);
  const params = info.args as readonly ValueType[];
  if (info.wasm === null || op.startsWith("ref.") || op === "select") continue;
  Deno.test(`folding ${op} is what the engine computes`, () => {
    const run = compile(params, info.result as ValueType, info.wasm!);
    let folded = 0;
    for (const a of VALUES[params[0]]) {
      for (const b of params.length > 1 ? VALUES[params[1]] : [0]) {
        if (compare(op, params, params.length > 1 ? [a, b] : [a], run)) folded++;
      }
    }
    assertEquals(folded > 0, true);
  });
}

Deno.test("checked arithmetic folds when it does not overflow", () => {
  const fold = (op: string, type: ValueType, a: number | bigint, b: number | bigint) =>
    foldConstant(instr(op, newVar(func, type, "d"), [constant(type, a), constant(type, b)]))?.value ?? null;
  assertEquals(fold("i32.add_ovf", "i32", 0x7fffffff, 0), 0x7fffffff);
  assertEquals(fold("i32.add_ovf", "i32", 0x7fffffff, 1), null);
  assertEquals(fold("i32.mul_ovf", "i32", -0x80000000, -1), null);
  assertEquals(fold("i64.sub_ovf", "i64", -(1n << 63n), 1n), null);
  assertEquals(fold("i64.mul_ovf", "i64", 3n, 5n), 15n);
  assertEquals(fold("i32.div_s", "i32", -0x80000000, -1), null);
});
