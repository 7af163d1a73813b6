/**
 * The opcode table of jitcode: operands, result and control flow of every opcode. Printer, verifier and, later, the
 * interpreters derive from it. Names are RPython's where it has the operation.
 *
 * Arithmetic is derived from the IR's table through `ARITHMETIC`, so that an opcode of the IR that is missing there
 * is a compile error; families with a variant for each bank or each shape of a call are generated.
 */
import { type OpName, OPS, type TypeRule } from "../ir/ops.ts";
import { type Bank, bankOf, BANKS, type Descr } from "./code.ts";
import type { ValueType } from "../ir/ir.ts";

/** What stands at an operand's place: a register or constant of a bank, a list of them, a label, a descriptor. */
export type ArgKind = Bank | `${Bank}*` | "label" | Descr["kind"];

/** An opcode. */
export interface JitOp {
  readonly args: readonly ArgKind[];
  readonly result: Bank | null;
  /** No effect, and the result depends on operands and constant memory alone. */
  readonly pure: boolean;
  /** May raise; then `catch_exception` says where it is caught. */
  readonly raises: boolean;
  /** Control does not go on after it. */
  readonly ends: boolean;
  /** A place where a trace may be left: `-live-` stands before it. */
  readonly resumes: boolean;
}

type Flags = Partial<Omit<JitOp, "args" | "result">>;
function op(args: readonly ArgKind[], result: Bank | null, flags: Flags = {}): JitOp {
  return { args, result, pure: false, raises: false, ends: false, resumes: false, ...flags };
}
const PURE: Flags = { pure: true };
const GUARD: Flags = { resumes: true };
const RAISES: Flags = { raises: true };
const ENDS: Flags = { ends: true };

/** Opcodes of the IR that compute, with their names here. The checked ones raise and are guards. */
export const ARITHMETIC = {
  "i32.eqz": "int_is_zero",
  "i32.eq": "int_eq",
  "i32.ne": "int_ne",
  "i32.lt_s": "int_lt",
  "i32.lt_u": "uint_lt",
  "i32.gt_s": "int_gt",
  "i32.gt_u": "uint_gt",
  "i32.le_s": "int_le",
  "i32.le_u": "uint_le",
  "i32.ge_s": "int_ge",
  "i32.ge_u": "uint_ge",
  "i32.clz": "int_clz",
  "i32.ctz": "int_ctz",
  "i32.popcnt": "int_popcnt",
  "i32.add": "int_add",
  "i32.sub": "int_sub",
  "i32.mul": "int_mul",
  "i32.div_s": "int_div",
  "i32.div_u": "uint_div",
  "i32.rem_s": "int_mod",
  "i32.rem_u": "uint_mod",
  "i32.and": "int_and",
  "i32.or": "int_or",
  "i32.xor": "int_xor",
  "i32.shl": "int_lshift",
  "i32.shr_s": "int_rshift",
  "i32.shr_u": "uint_rshift",
  "i32.rotl": "int_rotl",
  "i32.extend8_s": "int_signext8",
  "i32.extend16_s": "int_signext16",
  "i64.eqz": "long_is_zero",
  "i64.eq": "long_eq",
  "i64.ne": "long_ne",
  "i64.lt_s": "long_lt",
  "i64.lt_u": "ulong_lt",
  "i64.gt_s": "long_gt",
  "i64.gt_u": "ulong_gt",
  "i64.le_s": "long_le",
  "i64.le_u": "ulong_le",
  "i64.ge_s": "long_ge",
  "i64.ge_u": "ulong_ge",
  "i64.clz": "long_clz",
  "i64.ctz": "long_ctz",
  "i64.popcnt": "long_popcnt",
  "i64.add": "long_add",
  "i64.sub": "long_sub",
  "i64.mul": "long_mul",
  "i64.div_s": "long_div",
  "i64.div_u": "ulong_div",
  "i64.rem_s": "long_mod",
  "i64.rem_u": "ulong_mod",
  "i64.and": "long_and",
  "i64.or": "long_or",
  "i64.xor": "long_xor",
  "i64.shl": "long_lshift",
  "i64.shr_s": "long_rshift",
  "i64.shr_u": "ulong_rshift",
  "i64.rotl": "long_rotl",
  "f64.eq": "float_eq",
  "f64.ne": "float_ne",
  "f64.lt": "float_lt",
  "f64.gt": "float_gt",
  "f64.le": "float_le",
  "f64.ge": "float_ge",
  "f64.abs": "float_abs",
  "f64.neg": "float_neg",
  "f64.ceil": "float_ceil",
  "f64.floor": "float_floor",
  "f64.trunc": "float_trunc",
  "f64.nearest": "float_nearest",
  "f64.sqrt": "float_sqrt",
  "f64.add": "float_add",
  "f64.sub": "float_sub",
  "f64.mul": "float_mul",
  "f64.div": "float_truediv",
  "f64.min": "float_min",
  "f64.max": "float_max",
  "f64.copysign": "float_copysign",
  "f64.fround": "float_fround",
  "i32.wrap_i64": "cast_long_to_int",
  "i64.extend_i32_s": "cast_int_to_long",
  "i64.extend_i32_u": "cast_uint_to_long",
  "f64.convert_i32_s": "cast_int_to_float",
  "f64.convert_i32_u": "cast_uint_to_float",
  "f64.convert_i64_s": "cast_long_to_float",
  "f64.convert_i64_u": "cast_ulong_to_float",
  "i64.reinterpret_f64": "convert_float_bytes_to_long",
  "f64.reinterpret_i64": "convert_long_bytes_to_float",
  "i32.trunc_sat_f64_s": "cast_float_to_int",
  "i32.trunc_sat_f64_u": "cast_float_to_uint",
  "i64.trunc_sat_f64_s": "cast_float_to_long",
  "i64.trunc_sat_f64_u": "cast_float_to_ulong",
  "i32.add_ovf": "int_add_ovf",
  "i32.sub_ovf": "int_sub_ovf",
  "i32.mul_ovf": "int_mul_ovf",
  "i64.add_ovf": "long_add_ovf",
  "i64.sub_ovf": "long_sub_ovf",
  "i64.mul_ovf": "long_mul_ovf",
  "ref.eq": "ptr_eq",
  "ref.is_null": "ptr_iszero",
  "typeinfo": "typeid",
} as const satisfies
  & Partial<Record<OpName, string>>
  & Record<Extract<OpName, `${"i32" | "i64" | "f64"}.${string}`>, string>;

/** Tests that fuse with a branch: `goto_if_not_NAME` goes to its label unless the test holds. */
export const FUSED_TESTS: ReadonlySet<string> = new Set([
  ...Object.values(ARITHMETIC).filter((name) =>
    /^u?(int|long|float)_(eq|ne|lt|gt|le|ge|is_zero)$/.test(name)
  ),
  "ptr_eq",
  "ptr_iszero",
  "instance_of",
]);

/** Shapes of argument lists of calls: the smallest that has a list for each bank that occurs. */
export const CALL_SHAPES: readonly (readonly Bank[])[] = [
  ["r"],
  ["i", "r"],
  ["i", "r", "f"],
  ["i", "l", "r", "f"],
];

const table: Record<string, JitOp> = {
  /** Registers whose values are needed from here on: what a resume must restore. Lists by bank. */
  "-live-": op(["i*", "l*", "r*", "f*"], null),
  "goto": op(["label"], null, ENDS),
  "goto_if_not": op(["i", "label"], null, GUARD),
  "goto_if_not_instance_of": op(["r", "class", "label"], null, GUARD),
  "switch": op(["i", "switch"], null, GUARD),
  "void_return": op([], null, ENDS),
  "unreachable": op([], null, ENDS),

  /** If the instruction before raised, or its callee did: goes to the label. */
  "catch_exception": op(["label"], null),
  /** The exception being caught; it is not pending any more. */
  "last_exc_value": op([], "r"),
  "raise": op(["r"], null, ENDS),

  "instance_of": op(["r", "class"], "i", PURE),
  /** Promotes the class of an object: the address of its type info, henceforth a constant. */
  "guard_class": op(["r"], "i", GUARD),
  /** The function that instances of exactly the class with that type info run for a method. */
  "vtable_method": op(["i", "method"], "i", PURE),

  "new": op(["class"], "r", RAISES),
  "new_array": op(["i", "array"], "r", RAISES),
  "arraylen_gc": op(["r", "array"], "i", PURE),
  "array_copy": op(["r", "i", "r", "i", "i", "array"], null),
  /** Elements of the array do not change any more. */
  "record_immutable_array": op(["r"], null),
  /** The trace depends on the value of the field: a write of it invalidates the trace. */
  "record_quasiimmut_field": op(["r", "field"], null, GUARD),
  /** Invalidates the traces that depend on the field. */
  "jit_force_quasi_immutable": op(["r", "field"], null, GUARD),
  "arraylen_vable": op(["r", "field", "array"], "i"),

  "jit_merge_point": op(["driver", "i*", "l*", "r*", "f*", "i*", "l*", "r*", "f*"], null, GUARD),
  "loop_header": op(["driver"], null),

  "check_null": op(["r"], null),
  "check_bounds": op(["i", "i"], null),
  "check_cast": op(["r", "class"], null),
  "check_true": op(["i", "text"], null),
};

/** Adds `NAME_i`, `NAME_l`, …; `make` gets the bank. */
function family(name: string, make: (bank: Bank) => JitOp, suffix = ""): void {
  for (const bank of BANKS) table[`${name}_${bank}${suffix}`] = make(bank);
}
const BANK_NAMES: Record<Bank, string> = { i: "int", l: "long", r: "ref", f: "float" };
/** The word for a bank at the front of an opcode's name, as in `int_copy`. */
export function bankName(bank: Bank): string {
  return BANK_NAMES[bank];
}

family("getfield_gc", (bank) => op(["r", "field"], bank));
family("getfield_gc", (bank) => op(["r", "field"], bank, PURE), "_pure");
family("setfield_gc", (bank) => op(["r", bank, "field"], null));
family("getfield_vable", (bank) => op(["r", "field"], bank));
family("setfield_vable", (bank) => op(["r", bank, "field"], null));
family("getarrayitem_gc", (bank) => op(["r", "i", "array"], bank));
family("getarrayitem_gc", (bank) => op(["r", "i", "array"], bank, PURE), "_pure");
family("setarrayitem_gc", (bank) => op(["r", "i", bank, "array"], null));
family("getarrayitem_vable", (bank) => op(["r", "i", "field", "array"], bank));
family("setarrayitem_vable", (bank) => op(["r", "i", bank, "field", "array"], null));
family("array_fill", (bank) => op(["r", "i", "i", bank, "array"], null));
family("getglobal", (bank) => op(["global"], bank));
family("setglobal", (bank) => op([bank, "global"], null));
for (const bank of BANKS) {
  const name = bankName(bank);
  table[`${name}_copy`] = op([bank], bank, PURE);
  table[`${name}_select`] = op([bank, bank, "i"], bank, PURE);
  table[`${name}_return`] = op([bank], null, ENDS);
  /** Promotes a value: henceforth a constant. */
  table[`${name}_guard_value`] = op([bank], null, GUARD);
  table[`${name}_isconstant`] = op([bank], "i");
}
table["ref_isvirtual"] = op(["r"], "i");

for (const shape of CALL_SHAPES) {
  const lists: ArgKind[] = shape.map((bank): ArgKind => `${bank}*`);
  for (const result of [...BANKS, null]) {
    const suffix = `${shape.join("")}_${result ?? "v"}`;
    table[`inline_call_${suffix}`] = op(["jitcode", ...lists], result, RAISES);
    table[`recursive_call_${suffix}`] = op(["jitcode", ...lists], result, RAISES);
    table[`residual_call_${suffix}`] = op(["i", ...lists, "call"], result, RAISES);
    table[`host_call_${suffix}`] = op(["host", ...lists, "call"], result);
  }
}
for (const [irName, name] of Object.entries(ARITHMETIC)) {
  const info = OPS[irName as keyof typeof ARITHMETIC];
  const args = (info.args as readonly TypeRule[]).map((type) => bankOf(type as ValueType));
  const result = bankOf(info.result as ValueType);
  table[name] = op(args, result, info.raises ? { raises: true, resumes: true } : PURE);
  if (FUSED_TESTS.has(name)) table[`goto_if_not_${name}`] = op([...args, "label"], null, GUARD);
}

/** The table. */
export const JIT_OPS: Readonly<Record<string, JitOp>> = table;

/** The table entry of `name`; throws on an unknown opcode. */
export function jitOp(name: string): JitOp {
  const info = JIT_OPS[name];
  if (info === undefined) throw new Error(`unknown jitcode opcode ${name}`);
  return info;
}
