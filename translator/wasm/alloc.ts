/**
 * Allocation: inline where the size is known or small, by bumping the nursery's globals; the collector's functions
 * otherwise. Nursery memory is zero, so only the header (and an array's length) is written. Spills, reloads
 * and the test for MemoryError are in the slow path alone.
 */
import { type ArrayDesc, type ClassDesc, type Instr, sizeOfStorage } from "../ir/ir.ts";
import { alignUp, LENGTH_OFFSET } from "../layout/classes.ts";
import type { FunctionEmitter, StatementEmitter } from "./function.ts";
import { Op, Type } from "./opcodes.ts";
import type { Value } from "./tree.ts";

/** Largest array allocated inline, in bytes; the collector's `LARGE_OBJECT` is above it. */
const MAX_INLINE_ARRAY = 1024;

/** The header of a fresh object: type info, and a GC word of zero. */
function storeHeader(f: FunctionEmitter, dst: number, typeInfo: number): void {
  f.code.localGet(dst);
  f.code.i64Const(BigInt(typeInfo >>> 0));
  f.code.memory(Op.i64Store, 3, 0);
}

/** `dst` becomes the address of `size` bytes of the nursery, by the slow path when it is full. */
function bump(f: FunctionEmitter, instr: Instr, dst: number, size: number): void {
  const { code, context } = f;
  const free = context.collectorGlobal("nurseryFree");
  const end = f.scratch(Type.i32, 1);
  code.globalGet(free);
  code.localTee(dst);
  code.i32Const(size);
  code.op(Op.i32Add);
  code.localTee(end);
  code.globalGet(context.collectorGlobal("nurseryTop"));
  code.op(Op.i32GtU);
  f.rarely(() => {
    f.spill(instr.roots);
    code.i32Const(size);
    f.call(context.collector("gcReserve"), instr);
    code.localSet(dst);
    f.afterCall(instr);
    code.op(Op.else);
    code.localGet(end);
    code.globalSet(free);
  });
}

const newObject: StatementEmitter = (f, node, dst) => {
  const cls = node.instr.imm as ClassDesc;
  f.at(node.instr);
  bump(f, node.instr, dst, cls.size);
  storeHeader(f, dst, cls.typeInfo);
};

const newArray: StatementEmitter = (f, node, dst) => {
  const desc = node.instr.imm as ArrayDesc;
  const [length] = node.args;
  f.at(node.instr);
  if (length.kind !== "const") return newSmallArray(f, node.instr, desc, length, dst);
  const count = length.value as number;
  const size = alignUp(desc.base + count * sizeOfStorage(desc.element), 8);
  if (count < 0 || size > MAX_INLINE_ARRAY) return callNewArray(f, node.instr, desc, length, dst);
  bump(f, node.instr, dst, size);
  storeHeader(f, dst, desc.typeInfo);
  storeLength(f, dst, length);
};

function storeLength(f: FunctionEmitter, dst: number, length: Value): void {
  f.code.localGet(dst);
  f.value(length);
  f.code.store32(LENGTH_OFFSET);
}

function callNewArray(f: FunctionEmitter, instr: Instr, desc: ArrayDesc, length: Value, dst: number): void {
  f.spill(instr.roots);
  f.code.i32Const(desc.typeInfo);
  f.value(length);
  f.call(f.context.collector("gcNewArray"), instr);
  f.code.localSet(dst);
  f.afterCall(instr);
}

/** Pushes the size of an array of `length` elements. */
function arraySize(f: FunctionEmitter, desc: ArrayDesc, length: Value): void {
  const { code } = f;
  const shift = Math.log2(sizeOfStorage(desc.element));
  f.value(length);
  if (shift > 0) {
    code.i32Const(shift);
    code.op(Op.i32Shl);
  }
  code.i32Const(desc.base + 7);
  code.op(Op.i32Add);
  code.i32Const(-8);
  code.op(Op.i32And);
}

/** An array of variable length: inline when it is small (and not negative) and the nursery has room. */
function newSmallArray(f: FunctionEmitter, instr: Instr, desc: ArrayDesc, length: Value, dst: number): void {
  const { code, context } = f;
  const free = context.collectorGlobal("nurseryFree");
  const end = f.scratch(Type.i32, 1);
  const done = { name: "done" };
  const slow = { name: "slow" };
  f.within(Op.block, done, () => {
    f.within(Op.block, slow, () => {
      f.value(length);
      code.i32Const((MAX_INLINE_ARRAY - desc.base) / sizeOfStorage(desc.element));
      code.op(Op.i32GtU);
      code.markUnlikely();
      code.opU(Op.brIf, f.depth(slow));
      code.globalGet(free);
      code.localTee(dst);
      arraySize(f, desc, length);
      code.op(Op.i32Add);
      code.localTee(end);
      code.globalGet(context.collectorGlobal("nurseryTop"));
      code.op(Op.i32GtU);
      code.markUnlikely();
      code.opU(Op.brIf, f.depth(slow));
      code.localGet(end);
      code.globalSet(free);
      storeHeader(f, dst, desc.typeInfo);
      storeLength(f, dst, length);
      code.opU(Op.br, f.depth(done));
    });
    callNewArray(f, instr, desc, length, dst);
  });
}

/** Emitters of allocations. */
export const ALLOCATIONS: Readonly<Record<string, StatementEmitter>> = {
  "new": newObject,
  "newarray": newArray,
};
