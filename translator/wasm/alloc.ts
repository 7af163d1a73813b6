/**
 * Allocation. Where `isInlineAllocation` says so, it bumps the nursery's globals, and spills, reloads and the test
 * for MemoryError are in the slow path alone. Nursery memory is zero, so only the header (and an array's length) is
 * written. All others are calls to the root pass: spills and reloads happen on every path. Arrays of variable
 * length still try to bump before they call.
 */
import { type ArrayDesc, type ClassDesc, type Const, type Instr, sizeOfStorage } from "../ir/ir.ts";
import { alignUp, LENGTH_OFFSET } from "../layout/classes.ts";
import { isInlineAllocation, MAX_INLINE_ALLOCATION } from "../passes/allocation.ts";
import type { FunctionEmitter, StatementEmitter } from "./function.ts";
import { Op, Type } from "./opcodes.ts";
import type { Value } from "./tree.ts";

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
    reserve(f, instr, dst, size);
    code.op(Op.else);
    code.localGet(end);
    code.globalSet(free);
  });
}

/** `dst` becomes the address of `size` bytes, by a call of the collector. */
function reserve(f: FunctionEmitter, instr: Instr, dst: number, size: number): void {
  f.spill(instr.roots);
  f.code.i32Const(size);
  f.call(f.context.collector("gcReserve"), instr);
  f.code.localSet(dst);
  f.afterCall(instr);
}

const newObject: StatementEmitter = (f, node, dst) => {
  const cls = node.instr.imm as ClassDesc;
  f.at(node.instr);
  (isInlineAllocation(node.instr) ? bump : reserve)(f, node.instr, dst, cls.size);
  storeHeader(f, dst, cls.typeInfo);
};

const newArray: StatementEmitter = (f, node, dst) => {
  const { instr } = node;
  const desc = instr.imm as ArrayDesc;
  const [length] = node.args;
  f.at(instr);
  if (isInlineAllocation(instr)) {
    const count = (length as Const).value as number;
    bump(f, instr, dst, alignUp(desc.base + count * sizeOfStorage(desc.element), 8));
    storeHeader(f, dst, desc.typeInfo);
    return storeLength(f, dst, length);
  }
  f.spill(instr.roots);
  if (length.kind === "const") callNewArray(f, instr, desc, length, dst);
  else newSmallArray(f, instr, desc, length, dst);
};

function storeLength(f: FunctionEmitter, dst: number, length: Value): void {
  f.code.localGet(dst);
  f.value(length);
  f.code.store32(LENGTH_OFFSET);
}

function callNewArray(f: FunctionEmitter, instr: Instr, desc: ArrayDesc, length: Value, dst: number): void {
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
      code.i32Const((MAX_INLINE_ALLOCATION - desc.base) / sizeOfStorage(desc.element));
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
      f.reload(instr.roots);
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
