/**
 * The opcode table of the IR. Printer, parser, verifier, emitter and codewriter derive from it: what is not here
 * does not exist, and an entry says all there is to know about operands, result and effects.
 *
 * Most arithmetic opcodes are WebAssembly's own, under their own names (`i32.add`); `wasm` is their opcode byte.
 */
import type { ValueType } from "./ir.ts";

/** What an instruction names besides operands. */
export type ImmediateKind =
  | "none"
  | "field"
  | "array"
  | "class"
  | "method"
  | "global"
  | "host"
  | "driver"
  | "func"
  | "signature"
  /** A number, such as a memory offset. */
  | "number"
  /** A text, such as an internal error's cause. */
  | "text";

/** Operand or result type: fixed, or derived from the immediate or the operands. */
export type TypeRule =
  | ValueType
  /** Value type of the field, element or global that the immediate names. */
  | "imm"
  /** Any type; a result of type "same" has it. */
  | "any"
  | "same";

/** An opcode. */
export interface OpInfo {
  readonly args: readonly TypeRule[] | "imm";
  readonly result: TypeRule | "sig" | null;
  readonly imm: ImmediateKind;
  /** No effect, and the result depends on the operands alone: may be moved, merged, dropped. */
  readonly pure: boolean;
  /** Reads memory that others write. */
  readonly reads: boolean;
  /** Writes memory, or has another visible effect. */
  readonly writes: boolean;
  /** May raise an exception by itself; "callee": as the function called. */
  readonly raises: boolean | "callee";
  /** May run the collector; "callee": as the function called. */
  readonly collects: boolean | "callee";
  /** WebAssembly opcode, where the operation is one instruction without immediate. */
  readonly wasm: readonly number[] | null;
}

type Options = Partial<Omit<OpInfo, "args" | "result">>;

function op(args: OpInfo["args"], result: OpInfo["result"], options: Options = {}): OpInfo {
  return {
    args,
    result,
    imm: "none",
    pure: false,
    reads: false,
    writes: false,
    raises: false,
    collects: false,
    wasm: null,
    ...options,
  };
}
function pure(args: OpInfo["args"], result: OpInfo["result"], ...wasm: number[]): OpInfo {
  return op(args, result, { pure: true, wasm: wasm.length > 0 ? wasm : null });
}
const unary = (type: ValueType, code: number): OpInfo => pure([type], type, code);
const binary = (type: ValueType, code: number): OpInfo => pure([type, type], type, code);
const compare = (type: ValueType, code: number): OpInfo => pure([type, type], "i32", code);
const load = (result: ValueType): OpInfo => op(["i32"], result, { imm: "number", reads: true });
const store = (type: ValueType): OpInfo => op(["i32", type], null, { imm: "number", writes: true });

/** The table. */
export const OPS = {
  /** Copies an operand. */
  "move": op(["any"], "same", { pure: true }),

  // --- 32-bit integers ---
  "i32.eqz": pure(["i32"], "i32", 0x45),
  "i32.eq": compare("i32", 0x46),
  "i32.ne": compare("i32", 0x47),
  "i32.lt_s": compare("i32", 0x48),
  "i32.lt_u": compare("i32", 0x49),
  "i32.gt_s": compare("i32", 0x4a),
  "i32.gt_u": compare("i32", 0x4b),
  "i32.le_s": compare("i32", 0x4c),
  "i32.le_u": compare("i32", 0x4d),
  "i32.ge_s": compare("i32", 0x4e),
  "i32.ge_u": compare("i32", 0x4f),
  "i32.clz": unary("i32", 0x67),
  "i32.ctz": unary("i32", 0x68),
  "i32.popcnt": unary("i32", 0x69),
  "i32.add": binary("i32", 0x6a),
  "i32.sub": binary("i32", 0x6b),
  "i32.mul": binary("i32", 0x6c),
  /** The divisor is not 0, nor does the quotient overflow. */
  "i32.div_s": binary("i32", 0x6d),
  "i32.div_u": binary("i32", 0x6e),
  "i32.rem_s": binary("i32", 0x6f),
  "i32.rem_u": binary("i32", 0x70),
  "i32.and": binary("i32", 0x71),
  "i32.or": binary("i32", 0x72),
  "i32.xor": binary("i32", 0x73),
  "i32.shl": binary("i32", 0x74),
  "i32.shr_s": binary("i32", 0x75),
  "i32.shr_u": binary("i32", 0x76),
  "i32.rotl": binary("i32", 0x77),
  "i32.extend8_s": unary("i32", 0xc0),
  "i32.extend16_s": unary("i32", 0xc1),

  // --- 64-bit integers ---
  "i64.eqz": pure(["i64"], "i32", 0x50),
  "i64.eq": compare("i64", 0x51),
  "i64.ne": compare("i64", 0x52),
  "i64.lt_s": compare("i64", 0x53),
  "i64.lt_u": compare("i64", 0x54),
  "i64.gt_s": compare("i64", 0x55),
  "i64.gt_u": compare("i64", 0x56),
  "i64.le_s": compare("i64", 0x57),
  "i64.le_u": compare("i64", 0x58),
  "i64.ge_s": compare("i64", 0x59),
  "i64.ge_u": compare("i64", 0x5a),
  "i64.clz": unary("i64", 0x79),
  "i64.ctz": unary("i64", 0x7a),
  "i64.popcnt": unary("i64", 0x7b),
  "i64.add": binary("i64", 0x7c),
  "i64.sub": binary("i64", 0x7d),
  "i64.mul": binary("i64", 0x7e),
  "i64.div_s": binary("i64", 0x7f),
  "i64.div_u": binary("i64", 0x80),
  "i64.rem_s": binary("i64", 0x81),
  "i64.rem_u": binary("i64", 0x82),
  "i64.and": binary("i64", 0x83),
  "i64.or": binary("i64", 0x84),
  "i64.xor": binary("i64", 0x85),
  "i64.shl": binary("i64", 0x86),
  "i64.shr_s": binary("i64", 0x87),
  "i64.shr_u": binary("i64", 0x88),
  "i64.rotl": binary("i64", 0x89),

  // --- doubles ---
  "f64.eq": compare("f64", 0x61),
  "f64.ne": compare("f64", 0x62),
  "f64.lt": compare("f64", 0x63),
  "f64.gt": compare("f64", 0x64),
  "f64.le": compare("f64", 0x65),
  "f64.ge": compare("f64", 0x66),
  "f64.abs": unary("f64", 0x99),
  "f64.neg": unary("f64", 0x9a),
  "f64.ceil": unary("f64", 0x9b),
  "f64.floor": unary("f64", 0x9c),
  "f64.trunc": unary("f64", 0x9d),
  "f64.nearest": unary("f64", 0x9e),
  "f64.sqrt": unary("f64", 0x9f),
  "f64.add": binary("f64", 0xa0),
  "f64.sub": binary("f64", 0xa1),
  "f64.mul": binary("f64", 0xa2),
  "f64.div": binary("f64", 0xa3),
  "f64.min": binary("f64", 0xa4),
  "f64.max": binary("f64", 0xa5),
  "f64.copysign": binary("f64", 0xa6),
  /** Rounds to single precision and back. */
  "f64.fround": pure(["f64"], "f64"),

  // --- conversions ---
  "i32.wrap_i64": pure(["i64"], "i32", 0xa7),
  "i64.extend_i32_s": pure(["i32"], "i64", 0xac),
  "i64.extend_i32_u": pure(["i32"], "i64", 0xad),
  "f64.convert_i32_s": pure(["i32"], "f64", 0xb7),
  "f64.convert_i32_u": pure(["i32"], "f64", 0xb8),
  "f64.convert_i64_s": pure(["i64"], "f64", 0xb9),
  "f64.convert_i64_u": pure(["i64"], "f64", 0xba),
  "i64.reinterpret_f64": pure(["f64"], "i64", 0xbd),
  "f64.reinterpret_i64": pure(["i64"], "f64", 0xbf),
  "i32.trunc_sat_f64_s": pure(["f64"], "i32", 0xfc, 0x02),
  "i32.trunc_sat_f64_u": pure(["f64"], "i32", 0xfc, 0x03),
  "i64.trunc_sat_f64_s": pure(["f64"], "i64", 0xfc, 0x06),
  "i64.trunc_sat_f64_u": pure(["f64"], "i64", 0xfc, 0x07),

  // --- checked arithmetic: raises OverflowError ---
  "i32.add_ovf": op(["i32", "i32"], "i32", { raises: true }),
  "i32.sub_ovf": op(["i32", "i32"], "i32", { raises: true }),
  "i32.mul_ovf": op(["i32", "i32"], "i32", { raises: true }),
  "i64.add_ovf": op(["i64", "i64"], "i64", { raises: true }),
  "i64.sub_ovf": op(["i64", "i64"], "i64", { raises: true }),
  "i64.mul_ovf": op(["i64", "i64"], "i64", { raises: true }),

  // --- references ---
  "ref.eq": pure(["ref", "ref"], "i32", 0x46),
  "ref.is_null": pure(["ref"], "i32", 0x45),
  /** cond (last operand) ? first : second. */
  "select": op(["any", "same", "i32"], "same", { pure: true, wasm: [0x1b] }),
  /** False for null. */
  "instanceof": op(["ref"], "i32", { imm: "class", pure: true }),
  /** Address of the type info; 0 for null. Its order is the preorder of the class tree. */
  "typeinfo": op(["ref"], "i32", { pure: true }),
  /** Reference to raw address and back: only in the runtime. The address is stale after a call that collects. */
  "ref.address": op(["ref"], "i32", { reads: true }),
  "ref.at": op(["i32"], "ref", { reads: true }),

  // --- objects ---
  /** A new instance, all zero. Raises MemoryError. */
  "new": op([], "ref", { imm: "class", raises: true, collects: true }),
  /** A new array of that length, all zero. Raises MemoryError, for a negative length too. */
  "newarray": op(["i32"], "ref", { imm: "array", raises: true, collects: true }),
  "getfield": op(["ref"], "imm", { imm: "field", reads: true }),
  "setfield": op(["ref", "imm"], null, { imm: "field", writes: true }),
  "arraylen": op(["ref"], "i32", { imm: "array", pure: true }),
  "getitem": op(["ref", "i32"], "imm", { imm: "array", reads: true }),
  "setitem": op(["ref", "i32", "imm"], null, { imm: "array", writes: true }),
  /** from, start, to, at, count: inside both arrays; ranges may overlap. */
  "arraycopy": op(["ref", "i32", "ref", "i32", "i32"], null, { imm: "array", writes: true }),
  /** array, start, end, value. */
  "arrayfill": op(["ref", "i32", "i32", "imm"], null, { imm: "array", writes: true }),
  "getglobal": op([], "imm", { imm: "global", reads: true }),
  "setglobal": op(["imm"], null, { imm: "global", writes: true }),

  // --- calls: at statement level only ---
  "call": op("imm", "sig", { imm: "func", reads: true, writes: true, raises: "callee", collects: "callee" }),
  /** Operands: receiver, arguments. */
  "callvirt": op("imm", "sig", {
    imm: "method",
    reads: true,
    writes: true,
    raises: "callee",
    collects: "callee",
  }),
  /** Operands: table slot, arguments. */
  "callind": op("imm", "sig", { imm: "signature", reads: true, writes: true, raises: true, collects: true }),
  /** Never raises, never collects. */
  "callhost": op("imm", "sig", { imm: "host", reads: true, writes: true }),

  // --- exceptions ---
  /** The pending exception, null for none; after exception lowering. */
  "exc.get": op([], "ref", { reads: true }),
  "exc.set": op(["ref"], null, { writes: true }),

  // --- roots ---
  /** Stores a reference in the slot of the function's frame that the immediate names; after root assignment. */
  "root.store": op(["ref"], null, { imm: "number", writes: true }),

  // --- checks of the debug profile: stop with an internal error ---
  "check.null": op(["ref"], null, { writes: true }),
  "check.bounds": op(["i32", "i32"], null, { writes: true }),
  "check.cast": op(["ref"], null, { imm: "class", writes: true }),
  "check.true": op(["i32"], null, { imm: "text", writes: true }),

  // --- JIT hints: nothing in the emitted Wasm ---
  "jit.merge_point": op("imm", null, { imm: "driver", writes: true }),
  "jit.can_enter": op("imm", null, { imm: "driver", writes: true }),
  "jit.promote": op(["any"], "same", { pure: true }),
  "jit.is_constant": op(["any"], "i32", { pure: true }),
  "jit.is_virtual": op(["any"], "i32", { pure: true }),
  "jit.immutable_array": op(["ref"], "ref", { pure: true }),

  // --- raw memory: immediate is an offset ---
  "load.u8": load("i32"),
  "load.u16": load("i32"),
  "load.i32": load("i32"),
  "load.i64": load("i64"),
  "load.f64": load("f64"),
  "store.i8": store("i32"),
  "store.i16": store("i32"),
  "store.i32": store("i32"),
  "store.i64": store("i64"),
  "store.f64": store("f64"),
  /** to, from, bytes. */
  "memory.copy": op(["i32", "i32", "i32"], null, { writes: true }),
  /** to, byte, bytes. */
  "memory.fill": op(["i32", "i32", "i32"], null, { writes: true }),
  "memory.size": op([], "i32", { reads: true }),
  "memory.grow": op(["i32"], "i32", { writes: true }),
  /** End of the shadow stack of this function's callers: whoever holds references must have spilled them. */
  "stack.pointer": op([], "i32", { reads: true, collects: true }),
  /** A constant that layout knows, by name: see docs/translator.md. */
  "layout": op([], "i32", { imm: "text", pure: true }),
} as const satisfies Record<string, OpInfo>;

/** Names of opcodes. */
export type OpName = keyof typeof OPS;

/** The table entry of `name`; throws on an unknown opcode. */
export function opInfo(name: string): OpInfo {
  const info = (OPS as Record<string, OpInfo>)[name];
  if (info === undefined) throw new Error(`unknown opcode ${name}`);
  return info;
}
