/**
 * Evaluation of opcodes on constants, exactly as WebAssembly computes them. The table holds the opcodes whose
 * result is a number that only the operands decide; a rule answers null where the operation would trap, raise
 * or depend on the bits of a NaN, and the instruction stays.
 */
import {
  type ClassDesc,
  type Const,
  constant,
  type Instr,
  isSubclass,
  type Operand,
  type Prebuilt,
} from "../ir/ir.ts";
import { opInfo, type OpName } from "../ir/ops.ts";

type Num = number;
const bool = (b: boolean): Num => b ? 1 : 0;
const u32 = (a: Num): Num => a >>> 0;
const u64 = (a: bigint): bigint => BigInt.asUintN(64, a);
const s64 = (a: bigint): bigint => BigInt.asIntN(64, a);

type Rules<T> = Partial<Record<OpName, (a: T, b: T) => number | bigint | null>>;

/** Opcodes whose operands are i32s; i32 results are wrapped by the caller. */
const I32: Rules<number> = {
  "i32.eqz": (a) => bool(a === 0),
  "i32.eq": (a, b) => bool(a === b),
  "i32.ne": (a, b) => bool(a !== b),
  "i32.lt_s": (a, b) => bool(a < b),
  "i32.lt_u": (a, b) => bool(u32(a) < u32(b)),
  "i32.gt_s": (a, b) => bool(a > b),
  "i32.gt_u": (a, b) => bool(u32(a) > u32(b)),
  "i32.le_s": (a, b) => bool(a <= b),
  "i32.le_u": (a, b) => bool(u32(a) <= u32(b)),
  "i32.ge_s": (a, b) => bool(a >= b),
  "i32.ge_u": (a, b) => bool(u32(a) >= u32(b)),
  "i32.clz": (a) => Math.clz32(a),
  "i32.ctz": (a) => a === 0 ? 32 : 31 - Math.clz32(a & -a),
  "i32.popcnt": (a) => popcount(BigInt(u32(a))),
  "i32.add": (a, b) => a + b,
  "i32.sub": (a, b) => a - b,
  "i32.mul": (a, b) => Math.imul(a, b),
  "i32.div_s": (a, b) => b === 0 || (a === -0x80000000 && b === -1) ? null : Math.trunc(a / b),
  "i32.div_u": (a, b) => b === 0 ? null : Math.trunc(u32(a) / u32(b)),
  "i32.rem_s": (a, b) => b === 0 ? null : a % b,
  "i32.rem_u": (a, b) => b === 0 ? null : u32(a) % u32(b),
  "i32.and": (a, b) => a & b,
  "i32.or": (a, b) => a | b,
  "i32.xor": (a, b) => a ^ b,
  "i32.shl": (a, b) => a << b,
  "i32.shr_s": (a, b) => a >> b,
  "i32.shr_u": (a, b) => a >>> b,
  "i32.rotl": (a, b) => (a << b) | ((b & 31) === 0 ? 0 : a >>> (32 - (b & 31))),
  "i32.extend8_s": (a) => a << 24 >> 24,
  "i32.extend16_s": (a) => a << 16 >> 16,
  "i32.add_ovf": (a, b) => inI32(a + b),
  "i32.sub_ovf": (a, b) => inI32(a - b),
  "i32.mul_ovf": (a, b) => inI32(a * b),
  "i64.extend_i32_s": (a) => BigInt(a),
  "i64.extend_i32_u": (a) => BigInt(u32(a)),
  "f64.convert_i32_s": (a) => a,
  "f64.convert_i32_u": (a) => u32(a),
};

/** Opcodes whose operands are i64s; i64 results are wrapped by the caller. */
const I64: Rules<bigint> = {
  "i64.eqz": (a) => bool(a === 0n),
  "i64.eq": (a, b) => bool(a === b),
  "i64.ne": (a, b) => bool(a !== b),
  "i64.lt_s": (a, b) => bool(a < b),
  "i64.lt_u": (a, b) => bool(u64(a) < u64(b)),
  "i64.gt_s": (a, b) => bool(a > b),
  "i64.gt_u": (a, b) => bool(u64(a) > u64(b)),
  "i64.le_s": (a, b) => bool(a <= b),
  "i64.le_u": (a, b) => bool(u64(a) <= u64(b)),
  "i64.ge_s": (a, b) => bool(a >= b),
  "i64.ge_u": (a, b) => bool(u64(a) >= u64(b)),
  "i64.clz": (a) => BigInt(64 - (a === 0n ? 0 : u64(a).toString(2).length)),
  "i64.ctz": (a) => BigInt(a === 0n ? 64 : (u64(a) & u64(-a)).toString(2).length - 1),
  "i64.popcnt": (a) => BigInt(popcount(u64(a))),
  "i64.add": (a, b) => a + b,
  "i64.sub": (a, b) => a - b,
  "i64.mul": (a, b) => a * b,
  "i64.div_s": (a, b) => b === 0n || s64(a / b) !== a / b ? null : a / b,
  "i64.div_u": (a, b) => b === 0n ? null : u64(a) / u64(b),
  "i64.rem_s": (a, b) => b === 0n ? null : a % b,
  "i64.rem_u": (a, b) => b === 0n ? null : u64(a) % u64(b),
  "i64.and": (a, b) => a & b,
  "i64.or": (a, b) => a | b,
  "i64.xor": (a, b) => a ^ b,
  "i64.shl": (a, b) => a << (b & 63n),
  "i64.shr_s": (a, b) => a >> (b & 63n),
  "i64.shr_u": (a, b) => u64(a) >> (b & 63n),
  "i64.rotl": (a, b) => (u64(a) << (b & 63n)) | (u64(a) >> ((64n - (b & 63n)) & 63n)),
  "i64.add_ovf": (a, b) => inI64(a + b),
  "i64.sub_ovf": (a, b) => inI64(a - b),
  "i64.mul_ovf": (a, b) => inI64(a * b),
  "i32.wrap_i64": (a) => Number(BigInt.asIntN(32, a)),
  "f64.convert_i64_s": (a) => Number(a),
  "f64.convert_i64_u": (a) => Number(u64(a)),
  "f64.reinterpret_i64": (a) => withoutNan(new Float64Array(BigInt64Array.of(a).buffer)[0]),
};

/** Opcodes whose operands are f64s. */
const F64: Rules<number> = {
  "f64.eq": (a, b) => bool(a === b),
  "f64.ne": (a, b) => bool(a !== b),
  "f64.lt": (a, b) => bool(a < b),
  "f64.gt": (a, b) => bool(a > b),
  "f64.le": (a, b) => bool(a <= b),
  "f64.ge": (a, b) => bool(a >= b),
  "f64.abs": (a) => withoutNan(Math.abs(a)),
  "f64.neg": (a) => withoutNan(-a),
  "f64.ceil": (a) => Math.ceil(a),
  "f64.floor": (a) => Math.floor(a),
  "f64.trunc": (a) => Math.trunc(a),
  "f64.nearest": (a) => nearest(a),
  "f64.sqrt": (a) => Math.sqrt(a),
  "f64.add": (a, b) => a + b,
  "f64.sub": (a, b) => a - b,
  "f64.mul": (a, b) => a * b,
  "f64.div": (a, b) => a / b,
  "f64.min": (a, b) => Math.min(a, b),
  "f64.max": (a, b) => Math.max(a, b),
  "f64.copysign": (a, b) => {
    if (Number.isNaN(a) || Number.isNaN(b)) return null;
    return b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a);
  },
  "f64.fround": (a) => Math.fround(a),
  "i64.reinterpret_f64": (a) => Number.isNaN(a) ? null : new BigInt64Array(Float64Array.of(a).buffer)[0],
  "i32.trunc_sat_f64_s": (a) => saturate(a, -0x80000000, 0x7fffffff),
  "i32.trunc_sat_f64_u": (a) => saturate(a, 0, 0xffffffff),
  "i64.trunc_sat_f64_s": (a) => saturate64(a, -(1n << 63n), (1n << 63n) - 1n),
  "i64.trunc_sat_f64_u": (a) => saturate64(a, 0n, (1n << 64n) - 1n),
};

function popcount(a: bigint): number {
  let count = 0;
  for (; a !== 0n; a &= a - 1n) count++;
  return count;
}
function inI32(a: number): number | null {
  return a >= -0x80000000 && a <= 0x7fffffff ? a : null;
}
function inI64(a: bigint): bigint | null {
  return s64(a) === a ? a : null;
}
function withoutNan(a: number): number | null {
  return Number.isNaN(a) ? null : a;
}
/** Rounds to the nearest integer, ties to even; keeps the sign of zero. */
function nearest(a: number): number {
  if (!Number.isFinite(a) || Math.abs(a) >= 2 ** 52) return a;
  const magnitude = Math.abs(a) + 2 ** 52 - 2 ** 52;
  return a < 0 || Object.is(a, -0) ? -magnitude : magnitude;
}
function saturate(a: number, low: number, high: number): number {
  if (Number.isNaN(a)) return 0;
  return Math.min(Math.max(Math.trunc(a), low), high);
}
function saturate64(a: number, low: bigint, high: bigint): bigint {
  if (Number.isNaN(a)) return 0n;
  if (a <= Number(low)) return low;
  return a >= Number(high) ? high : BigInt(Math.trunc(a));
}

/** The constant that `value` is in a result of type `type`. */
function wrapped(type: Const["type"], value: number | bigint): Const {
  if (type === "i32") return constant("i32", Number(value) | 0);
  if (type === "i64") return constant("i64", s64(BigInt(value)));
  return constant("f64", Number(value));
}

function evaluate<T>(rules: Rules<T>, op: string, args: readonly Operand[], is: (v: unknown) => v is T) {
  const rule = rules[op as OpName];
  if (rule === undefined) return null;
  const a = (args[0] as Const).value;
  const b = args.length > 1 ? (args[1] as Const).value : a;
  return is(a) && is(b) ? rule(a, b) : null;
}
const isNumber = (v: unknown): v is number => typeof v === "number";
const isBigint = (v: unknown): v is bigint => typeof v === "bigint";

/** The constant that an instruction on constants computes, or null when it cannot be said. */
export function foldConstant(s: Instr): Const | null {
  for (const arg of s.args) if (arg.kind !== "const") return null;
  const type = s.args[0]?.type;
  const value = type === "i32"
    ? evaluate(I32, s.op, s.args, isNumber)
    : type === "i64"
    ? evaluate(I64, s.op, s.args, isBigint)
    : type === "f64"
    ? evaluate(F64, s.op, s.args, isNumber)
    : null;
  if (value !== null) return wrapped(opInfo(s.op).result as Const["type"], value);
  return type === "ref" ? foldReference(s) : null;
}

const i32 = (value: number): Const => constant("i32", value);

/** Opcodes on constant references: prebuilt objects never become null or change their class. */
const REFERENCES: Partial<
  Record<OpName, (s: Instr, a: Prebuilt | null, b: Prebuilt | null) => Const | null>
> = {
  "ref.eq": (_s, a, b) => i32(bool(a === b)),
  "ref.is_null": (_s, a) => i32(bool(a === null)),
  "instanceof": (s, a) => i32(bool(a?.kind === "object" && isSubclass(a.cls, s.imm as ClassDesc))),
  "typeinfo": (_s, a) => a === null ? i32(0) : a.kind === "object" ? constant("i32", a.cls) : null,
  "arraylen": (_s, a) => {
    if (a === null || a.kind === "object") return null;
    return i32(a.kind === "array" ? a.items.length : a.value.length);
  },
  "getfield": (s, a) => {
    const field = s.imm as ClassDesc["fields"][number];
    if (a?.kind !== "object" || !field.immutable || !isSubclass(a.cls, field.cls)) return null;
    return a.values.get(field) ?? zeroOf(s.dst?.type ?? "i32");
  },
};

function foldReference(s: Instr): Const | null {
  const rule = REFERENCES[s.op as OpName];
  if (rule === undefined) return null;
  const b = s.args[1] as Const | undefined;
  return rule(s, (s.args[0] as Const).value as Prebuilt | null, (b?.value ?? null) as Prebuilt | null);
}

/** The zero of a type. */
export function zeroOf(type: Const["type"]): Const {
  return constant(type, type === "ref" ? null : type === "i64" ? 0n : 0);
}
