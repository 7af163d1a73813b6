/** Fields, elements, globals, type tests and raw memory. */
import type { ArrayDesc, ClassDesc, FieldDesc, GlobalDesc, StorageType } from "../ir/ir.ts";
import { sizeOfStorage } from "../ir/ir.ts";
import { LENGTH_OFFSET, STATIC_START } from "../layout/layout.ts";
import { isZero } from "./arithmetic.ts";
import { barrierForArray, barrierForElement, barrierForObject } from "./barriers.ts";
import type { Emitter, FunctionEmitter } from "./function.ts";
import { Op, Type } from "./opcodes.ts";
import { type Node, storesReference, type Value } from "./tree.ts";

/** Load, store and log2 of the alignment, by storage type. */
const ACCESS: Readonly<Record<StorageType, { load: number; store: number; align: number }>> = {
  i8: { load: Op.i32Load8S, store: Op.i32Store8, align: 0 },
  u8: { load: Op.i32Load8U, store: Op.i32Store8, align: 0 },
  i16: { load: Op.i32Load16S, store: Op.i32Store16, align: 1 },
  u16: { load: Op.i32Load16U, store: Op.i32Store16, align: 1 },
  i32: { load: Op.i32Load, store: Op.i32Store, align: 2 },
  ref: { load: Op.i32Load, store: Op.i32Store, align: 2 },
  i64: { load: Op.i64Load, store: Op.i64Store, align: 3 },
  f64: { load: Op.f64Load, store: Op.f64Store, align: 3 },
};

function load(f: FunctionEmitter, type: StorageType, offset: number): void {
  f.code.memory(ACCESS[type].load, ACCESS[type].align, offset);
}
function store(f: FunctionEmitter, type: StorageType, offset: number): void {
  f.code.memory(ACCESS[type].store, ACCESS[type].align, offset);
}

const getField: Emitter = (f, node) => {
  const field = node.instr.imm as FieldDesc;
  f.value(node.args[0]);
  f.at(node.instr);
  load(f, field.type, field.offset);
};

const setField: Emitter = (f, node) => {
  const field = node.instr.imm as FieldDesc;
  const [object, value] = node.args;
  if (storesReference(node.instr, 1)) barrierForObject(f, node.instr, object);
  f.value(object);
  f.value(value);
  f.at(node.instr);
  store(f, field.type, field.offset);
};

/** The part of an index that can go into the instruction's offset: `index = rest + constant`. */
function splitIndex(index: Value): { rest: Value | null; constant: number } {
  if (index.kind === "const" && typeof index.value === "number") return { rest: null, constant: index.value };
  if (index.kind === "node" && (index.instr.op === "i32.add" || index.instr.op === "i32.sub")) {
    const [rest, constant] = index.args;
    if (constant.kind === "const" && typeof constant.value === "number") {
      return { rest, constant: index.instr.op === "i32.add" ? constant.value : -constant.value };
    }
  }
  return { rest: index, constant: 0 };
}

/**
 * Pushes the address of an element but for a constant, which is the result. An index inside the array and a
 * constant of less than `STATIC_START` bytes keep the pushed address from wrapping around.
 */
function elementAddress(f: FunctionEmitter, desc: ArrayDesc, array: Value, index: Value): number {
  const size = sizeOfStorage(desc.element);
  let { rest, constant } = splitIndex(index);
  let offset = desc.base + constant * size;
  if (offset < 0 || (rest !== null && offset >= STATIC_START)) {
    rest = index;
    offset = desc.base;
  }
  f.value(array);
  if (rest !== null) {
    f.value(rest);
    scale(f, size);
    f.code.op(Op.i32Add);
  }
  return offset;
}

/** Multiplies the number on the stack by a size, a power of two. */
function scale(f: FunctionEmitter, size: number): void {
  if (size === 1) return;
  f.code.i32Const(Math.log2(size));
  f.code.op(Op.i32Shl);
}

const getItem: Emitter = (f, node) => {
  const desc = node.instr.imm as ArrayDesc;
  const offset = elementAddress(f, desc, node.args[0], node.args[1]);
  f.at(node.instr);
  load(f, desc.element, offset);
};

const setItem: Emitter = (f, node) => {
  const desc = node.instr.imm as ArrayDesc;
  const [array, index, value] = node.args;
  if (storesReference(node.instr, 2)) barrierForElement(f, node.instr, array, index);
  const offset = elementAddress(f, desc, array, index);
  f.value(value);
  f.at(node.instr);
  store(f, desc.element, offset);
};

/** Pushes `array + base + index * size`. */
function fullAddress(f: FunctionEmitter, desc: ArrayDesc, array: Value, index: Value): void {
  const offset = elementAddress(f, desc, array, index);
  f.code.i32Const(offset);
  f.code.op(Op.i32Add);
}

/**
 * Copies up to this many units one by one: engines call out of WebAssembly for `memory.copy`, which takes as long.
 */
const SHORT_COPY = 16;

/** `memory.copy` of units between strings, whose ranges never overlap (`copyUnits`). */
function copyUnits(f: FunctionEmitter, desc: ArrayDesc, node: Node): void {
  const { code } = f;
  const [from, start, to, at, count] = node.args;
  fullAddress(f, desc, to, at);
  fullAddress(f, desc, from, start);
  f.value(count);
  const [left, source, target] = [0, 1, 2].map((n) => f.scratch(Type.i32, n));
  for (const local of [left, source, target]) code.localSet(local);
  f.at(node.instr);
  code.localGet(left);
  code.i32Const(SHORT_COPY + 1);
  code.op(Op.i32LtU);
  f.within(Op.if, null, () => {
    copyLoop(f, desc, target, source, left);
    code.op(Op.else);
    for (const local of [target, source, left]) code.localGet(local);
    scale(f, sizeOfStorage(desc.element));
    code.memoryCopy();
  });
}

/** Copies elements upwards until the local `left` is 0. */
function copyLoop(f: FunctionEmitter, desc: ArrayDesc, target: number, source: number, left: number): void {
  const { code } = f;
  const size = sizeOfStorage(desc.element);
  const advance = (local: number, by: number): void => {
    code.localGet(local);
    code.i32Const(by);
    code.op(Op.i32Add);
    code.localSet(local);
  };
  const again = { name: "copy" };
  f.within(Op.loop, again, () => {
    code.localGet(left);
    f.within(Op.if, null, () => {
      code.localGet(target);
      code.localGet(source);
      load(f, desc.element, 0);
      store(f, desc.element, 0);
      advance(target, size);
      advance(source, size);
      advance(left, -1);
      code.opU(Op.br, f.depth(again));
    });
  });
}

const arrayCopy: Emitter = (f, node) => {
  const desc = node.instr.imm as ArrayDesc;
  if (desc.name === "string") return copyUnits(f, desc, node);
  const [from, start, to, at, count] = node.args;
  if (desc.element === "ref" && node.instr.noBarrier !== true) {
    barrierForArray(f, node.instr, to, at, () => {
      f.value(at);
      f.value(count);
      f.code.op(Op.i32Add);
    });
  }
  fullAddress(f, desc, to, at);
  fullAddress(f, desc, from, start);
  f.value(count);
  scale(f, sizeOfStorage(desc.element));
  f.at(node.instr);
  f.code.memoryCopy();
};

const arrayFill: Emitter = (f, node) => {
  const desc = node.instr.imm as ArrayDesc;
  const [array, start, end, value] = node.args;
  const size = sizeOfStorage(desc.element);
  if (storesReference(node.instr, 3)) {
    barrierForArray(f, node.instr, array, start, () => f.value(end));
  }
  f.at(node.instr);
  if (size !== 1 && !isZero(value)) return fillLoop(f, desc, node);
  fullAddress(f, desc, array, start);
  f.value(value.kind === "const" && value.type === "i64" ? { ...value, type: "i32", value: 0 } : value);
  f.value(end);
  f.value(start);
  f.code.op(Op.i32Sub);
  scale(f, size);
  f.code.memoryFill();
};

/** Stores the value of a variable from `start` to `end`. */
function fillLoop(f: FunctionEmitter, desc: ArrayDesc, node: Node): void {
  const [array, start, end, value] = node.args;
  const { code } = f;
  const size = sizeOfStorage(desc.element);
  const position = f.scratch(Type.i32, 0);
  const limit = f.scratch(Type.i32, 1);
  fullAddress(f, desc, array, start);
  code.localSet(position);
  fullAddress(f, desc, array, end);
  code.localSet(limit);
  const again = { name: "fill" };
  f.within(Op.loop, again, () => {
    code.localGet(position);
    code.localGet(limit);
    code.op(Op.i32LtU);
    f.within(Op.if, null, () => {
      code.localGet(position);
      f.value(value);
      store(f, desc.element, 0);
      code.localGet(position);
      code.i32Const(size);
      code.op(Op.i32Add);
      code.localSet(position);
      code.opU(Op.br, f.depth(again));
    });
  });
}

const getGlobal: Emitter = (f, node) => {
  const global = node.instr.imm as GlobalDesc;
  if (global.type !== "ref") return f.code.globalGet(f.context.globalIndices.get(global)!);
  f.code.i32Const(f.context.layout.globals.get(global)!);
  f.code.load32(0);
};

const setGlobal: Emitter = (f, node) => {
  const global = node.instr.imm as GlobalDesc;
  if (global.type !== "ref") {
    f.value(node.args[0]);
    return f.code.globalSet(f.context.globalIndices.get(global)!);
  }
  f.code.i32Const(f.context.layout.globals.get(global)!);
  f.value(node.args[0]);
  f.code.store32(0);
};

/** The type info of null is the zero at address 0, which is in no range. */
const instanceOf: Emitter = (f, node) => {
  const cls = node.instr.imm as ClassDesc;
  f.value(node.args[0]);
  f.at(node.instr);
  f.code.load32(0);
  testTypeInfo(f, cls);
};

/** Turns the type info on the stack into "is of `cls` or below". */
export function testTypeInfo(f: FunctionEmitter, cls: ClassDesc): void {
  f.code.i32Const(cls.typeInfo);
  if (!f.context.hasSubclasses(cls)) return f.code.op(Op.i32Eq);
  f.code.op(Op.i32Sub);
  f.code.i32Const(cls.typeInfoEnd - cls.typeInfo);
  f.code.op(Op.i32LtU);
}

/** A load from the first operand at a fixed offset. */
function loadAt(offset: number): Emitter {
  return (f, node) => {
    f.value(node.args[0]);
    f.at(node.instr);
    f.code.load32(offset);
  };
}

/** Raw accesses: all operands, then one instruction with an offset. */
function raw(code: number, align: number): Emitter {
  return (f, node) => {
    for (const arg of node.args) f.value(arg);
    f.at(node.instr);
    f.code.memory(code, align, node.instr.imm as number);
  };
}

/** Emitters of everything that accesses memory. */
export const MEMORY_OPS: Readonly<Record<string, Emitter>> = {
  "getfield": getField,
  "setfield": setField,
  "getitem": getItem,
  "setitem": setItem,
  "arraylen": loadAt(LENGTH_OFFSET),
  "arraycopy": arrayCopy,
  "arrayfill": arrayFill,
  "getglobal": getGlobal,
  "setglobal": setGlobal,
  "instanceof": instanceOf,
  "typeinfo": loadAt(0),
  "ref.address": (f, node) => f.value(node.args[0]),
  "ref.at": (f, node) => f.value(node.args[0]),
  "load.u8": raw(Op.i32Load8U, 0),
  "load.u16": raw(Op.i32Load16U, 1),
  "load.i32": raw(Op.i32Load, 2),
  "load.i64": raw(Op.i64Load, 3),
  "load.f64": raw(Op.f64Load, 3),
  "store.i8": raw(Op.i32Store8, 0),
  "store.i16": raw(Op.i32Store16, 1),
  "store.i32": raw(Op.i32Store, 2),
  "store.i64": raw(Op.i64Store, 3),
  "store.f64": raw(Op.f64Store, 3),
  "memory.copy": (f, node) => {
    for (const arg of node.args) f.value(arg);
    f.at(node.instr);
    f.code.memoryCopy();
  },
  "memory.fill": (f, node) => {
    for (const arg of node.args) f.value(arg);
    f.at(node.instr);
    f.code.memoryFill();
  },
  "memory.size": (f) => f.code.opU(Op.memorySize, 0),
  "memory.grow": (f, node) => {
    f.value(node.args[0]);
    f.code.opU(Op.memoryGrow, 0);
  },
  "layout": (f, node) => f.code.i32Const(f.context.layoutConstant(node.instr.imm as string)),
};
