/**
 * What each built-in of TypeScript and each function of the prelude is in translated code: the tables that the
 * frontend consults. Plain TypeScript, not RTS. A name that is in no table is not RTS.
 *
 * Runtime functions declare default values for the parameters that JavaScript makes optional; the frontend
 * fills them in. Methods of arrays, maps, sets and string builders need no table: they are methods of the
 * classes in {@link RUNTIME_CLASSES} under their own names.
 */
import { MATH_FUNCTIONS } from "../../core/host/table.ts";
import { OS_NAMES } from "../../core/host/os/calls.ts";
import type { HostName } from "../../core/host/table.ts";
import type { OpName } from "../ir/ops.ts";

/** An exported function or class of a module, whose path is below `translator/`, or `gc/…` below the project. */
export interface RuntimeExport {
  readonly module: string;
  readonly export: string;
}

/**
 * Opcodes applied one after the other: the first to the arguments, each further one to the result before it;
 * none at all is the identity. `extendArgument`: this argument is zero-extended from `i32` to `i64` first.
 */
export interface OpSequence {
  readonly ops: readonly OpName[];
  readonly extendArgument?: number;
}

const ARRAY = "runtime/array.ts";
const FIXED = "runtime/fixed.ts";
const KEYS = "runtime/keys.ts";
const MAP = "runtime/map.ts";
const NUMBER = "runtime/number.ts";
const STRING = "runtime/string.ts";
const WEAKREF = "runtime/weakref.ts";
const IO = "runtime/io.ts";
const OS = "runtime/os.ts";
const GC = "gc/mod.ts";

function named(module: string, name: string): RuntimeExport {
  return { module, export: name };
}
function ops(...names: OpName[]): OpSequence {
  return { ops: names };
}
/** A table without a prototype: looking up `toString` or `constructor` finds nothing that is not there. */
function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), entries);
}
/** The same name in `module`. */
function sameNames(module: string, names: readonly string[]): Record<string, RuntimeExport> {
  return Object.fromEntries(names.map((name) => [name, named(module, name)]));
}

/** Classes that stand behind global classes and classes of the prelude. */
export const RUNTIME_CLASSES = table<RuntimeExport>({
  Array: named(ARRAY, "RtsArray"),
  Map: named(MAP, "RtsMap"),
  Set: named(MAP, "RtsSet"),
  StringBuilder: named("runtime/builder.ts", "StringBuilder"),
  WeakReference: named(WEAKREF, "WeakReference"),
  FinalizerQueue: named(WEAKREF, "FinalizerQueue"),
});

/** Methods of `RtsArray` for callbacks that take the index too, by the method for callbacks that do not. */
export const INDEXED_VARIANTS = table<string>({
  map: "mapIndexed",
  filter: "filterIndexed",
  forEach: "forEachIndexed",
});

/**
 * Methods of strings, in `runtime/string.ts`; the string is the first argument. `charCodeAt` is an element
 * read, `toString` the identity, `s[i]` is `string_at`.
 */
export const STRING_METHODS = table<string>(Object.fromEntries(
  [
    "charAt",
    "concat",
    "endsWith",
    "includes",
    "indexOf",
    "lastIndexOf",
    "padEnd",
    "padStart",
    "repeat",
    "replaceAll",
    "slice",
    "split",
    "startsWith",
    "substring",
    "toLowerCase",
    "toUpperCase",
    "trim",
    "trimEnd",
    "trimStart",
  ].map((method) => [method, `string_${method}`]),
));

/** Static methods of `String`, in `runtime/string.ts`. */
export const STRING_STATICS = table<string>({
  fromCharCode: "string_fromCharCode",
});

/** Methods of `FixedArray` and typed arrays, in `runtime/fixed.ts`; the array is the first argument. */
export const FIXED_METHODS = table<RuntimeExport>({
  fill: named(FIXED, "fixed_fill"),
  set: named(FIXED, "fixed_set"),
  slice: named(FIXED, "fixed_slice"),
});

/** Methods of number kinds, in `runtime/number.ts`, by kind. The radix is for `i32` and `u32` alone. */
export const NUMBER_METHODS = table<Readonly<Record<string, string>>>({
  i32: table({ toString: "i32_toString" }),
  u32: table({ toString: "u32_toString" }),
  i64: table({ toString: "i64_toString" }),
  u64: table({ toString: "u64_toString" }),
  f64: table({ toString: "f64_toString", toFixed: "f64_toFixed" }),
  bool: table({ toString: "bool_toString" }),
});

/** Text of a value of each kind, as in templates: the intrinsic `textOf`. Of a string it is the identity. */
export const TEXT_FUNCTIONS = table<RuntimeExport>(Object.fromEntries(
  Object.entries(NUMBER_METHODS).map((
    [kind, methods],
  ) => [kind, named(NUMBER, methods["toString"] as string)]),
));

/**
 * How keys of maps are hashed and compared, by kind: the intrinsics `hashKey` and `sameKey`. `same` is an
 * opcode where that is enough. To be JavaScript's to the last bit, an `f64` key needs `+ 0.0` before it is
 * stored, which makes -0 into 0.
 */
export const KEY_FUNCTIONS = table<{ readonly hash: RuntimeExport; readonly same: RuntimeExport | OpName }>({
  i32: { hash: named(KEYS, "hash_i32"), same: "i32.eq" },
  u32: { hash: named(KEYS, "hash_i32"), same: "i32.eq" },
  bool: { hash: named(KEYS, "hash_i32"), same: "i32.eq" },
  i64: { hash: named(KEYS, "hash_i64"), same: "i64.eq" },
  u64: { hash: named(KEYS, "hash_i64"), same: "i64.eq" },
  f64: { hash: named(KEYS, "hash_f64"), same: named(KEYS, "same_f64") },
  string: { hash: named(STRING, "string_hash"), same: named(STRING, "string_equals") },
  object: { hash: named(KEYS, "hash_object"), same: "ref.eq" },
});

/** Functions of `@rts/os`: one for each call of the table of the operating system, and what takes their results. */
export const OS_FUNCTIONS: readonly string[] = [
  ...OS_NAMES.map((name) => `os${name[0].toUpperCase()}${name.slice(1)}`),
  "osTake",
  "osSignalWord",
];

/** Functions of the prelude that are functions of the runtime or of the collector. */
export const PRELUDE_FUNCTIONS = table<RuntimeExport>({
  newArray: named(ARRAY, "newArrayFilled"),
  newFixedArray: named(ARRAY, "newFixedFilled"),
  parseF64: named(NUMBER, "parse_f64"),
  parseI32: named(NUMBER, "parse_i32"),
  ...sameNames(IO, ["print", "write", "printError", "readTextFile", "clock"]),
  ...sameNames(OS, OS_FUNCTIONS),
  ...sameNames(GC, [
    "gcCollect",
    "gcCollectStep",
    "gcDisable",
    "gcEnable",
    "gcIsEnabled",
    "gcAddMemoryPressure",
    "gcStat",
    "gcSetHook",
    "pin",
    "unpin",
    "identityHash",
    "objectId",
  ]),
});

/** Functions of the prelude (`@rts`, `@rts/raw`) that are opcodes. */
export const PRELUDE_OPS = table<OpSequence>({
  addOvf: ops("i32.add_ovf"),
  subOvf: ops("i32.sub_ovf"),
  mulOvf: ops("i32.mul_ovf"),
  addOvf64: ops("i64.add_ovf"),
  subOvf64: ops("i64.sub_ovf"),
  mulOvf64: ops("i64.mul_ovf"),
  // Arithmetic below wraps by itself; the frontend leaves out its overflow checks inside these two.
  wrap64: ops(),
  wrapU64: ops(),
  idiv: ops("i32.div_s"),
  irem: ops("i32.rem_s"),
  udiv: ops("i32.div_u"),
  urem: ops("i32.rem_u"),
  f64ToI32: ops("i32.trunc_sat_f64_s"),
  f64ToI64: ops("i64.trunc_sat_f64_s"),
  i32ToI64: ops("i64.extend_i32_s"),
  u32ToI64: ops("i64.extend_i32_u"),
  i64ToI32: ops("i32.wrap_i64"),
  i64ToF64: ops("f64.convert_i64_s"),
  u64ToF64: ops("f64.convert_i64_u"),
  i64ToU64: ops(),
  u64ToI64: ops(),
  f64Bits: ops("i64.reinterpret_f64"),
  f64FromBits: ops("f64.reinterpret_i64"),
  ctz32: ops("i32.ctz"),
  popcnt32: ops("i32.popcnt"),
  rotl32: ops("i32.rotl"),
  clz64: ops("i64.clz", "i32.wrap_i64"),
  ctz64: ops("i64.ctz", "i32.wrap_i64"),
  popcnt64: ops("i64.popcnt", "i32.wrap_i64"),
  shrU64: { ops: ["i64.shr_u"], extendArgument: 1 },
  shl64: { ops: ["i64.shl"], extendArgument: 1 },
  shr64: { ops: ["i64.shr_s"], extendArgument: 1 },
  promote: ops("jit.promote"),
  isConstant: ops("jit.is_constant"),
  isVirtual: ops("jit.is_virtual"),
  hintImmutableArray: ops("jit.immutable_array"),
  loadU8: ops("load.u8"),
  loadU16: ops("load.u16"),
  loadI32: ops("load.i32"),
  loadU32: ops("load.i32"),
  loadI64: ops("load.i64"),
  loadF64: ops("load.f64"),
  storeU8: ops("store.i8"),
  storeU16: ops("store.i16"),
  storeI32: ops("store.i32"),
  storeU32: ops("store.i32"),
  storeI64: ops("store.i64"),
  storeF64: ops("store.f64"),
  rawCopy: ops("memory.copy"),
  rawFill: ops("memory.fill"),
  memoryPages: ops("memory.size"),
  memoryGrow: ops("memory.grow"),
  stackPointer: ops("stack.pointer"),
  addressOf: ops("ref.address"),
  objectAt: ops("ref.at"),
});

/** Functions of the prelude that are host calls with the same arguments. */
export const PRELUDE_HOSTS = table<HostName>({
  memoryDiscard: "host_discard",
});

/** Functions of the prelude that are constants in translated code. */
export const PRELUDE_CONSTANTS = table<number>({
  weAreTranslated: 1,
  weAreJitted: 0,
});

/**
 * Functions of the prelude and of `@rts/raw` that the frontend lowers itself, since they take a type or a
 * constant argument, are control flow, or have no body left in translated code.
 */
export const PRELUDE_SPECIAL: readonly string[] = [
  "arrayCopy", // arraycopy of the element type's array
  "assert", // a condition and a throw
  "unreachable", // the statement of that name
  "callSlot", // callind of `() -> void`
  "layout", // layout "name"
];

/** A function of `Math`: an opcode, a runtime function, or a number of MATH_FUNCTIONS for the host. */
export type MathEntry =
  | { readonly kind: "op"; readonly op: OpName }
  | { readonly kind: "call"; readonly fn: RuntimeExport }
  | { readonly kind: "host"; readonly which: number; readonly arity: 1 | 2 };

function op(name: OpName): MathEntry {
  return { kind: "op", op: name };
}
function call(name: string): MathEntry {
  return { kind: "call", fn: named(NUMBER, name) };
}
function hostFunctions(arity: 1 | 2, names: readonly (typeof MATH_FUNCTIONS)[number][]) {
  return Object.fromEntries(
    names.map((name): [string, MathEntry] => [
      name,
      { kind: "host", which: MATH_FUNCTIONS.indexOf(name), arity },
    ]),
  );
}

/** Functions of `Math` on doubles. Host functions go through `math_call1` and `math_call2`, or directly. */
export const MATH = table<MathEntry>({
  abs: op("f64.abs"),
  ceil: op("f64.ceil"),
  floor: op("f64.floor"),
  fround: op("f64.fround"),
  // Wasm's minimum and maximum treat NaN and -0 as JavaScript's.
  max: op("f64.max"),
  min: op("f64.min"),
  sqrt: op("f64.sqrt"),
  trunc: op("f64.trunc"),
  round: call("math_round"),
  sign: call("math_sign"),
  ...hostFunctions(1, ["sin", "cos", "tan", "asin", "acos", "atan", "exp", "log", "log2", "log10", "cbrt"]),
  ...hostFunctions(1, ["sinh", "cosh", "tanh", "expm1", "log1p", "asinh", "acosh", "atanh"]),
  ...hostFunctions(2, ["atan2", "pow", "hypot"]),
});

/** Functions of `Math` whose arguments are all `i32`, with an `i32` result: these come before {@link MATH}. */
export const MATH_I32 = table<MathEntry>({
  abs: call("i32_abs"),
  max: call("i32_max"),
  min: call("i32_min"),
  imul: op("i32.mul"),
  clz32: op("i32.clz"),
});

/** What operators call: `x | 0` on a double, `%` on doubles, and `+`, `===`, `<` on strings. */
export const OPERATOR_FUNCTIONS = {
  f64ToInt32: named(NUMBER, "f64_toInt32"),
  f64Rem: named(NUMBER, "f64_rem"),
  concat: named(STRING, "string_concat"),
  concat3: named(STRING, "string_concat3"),
  concat4: named(STRING, "string_concat4"),
  stringEquals: named(STRING, "string_equals"),
  stringCompare: named(STRING, "string_compare"),
  stringAt: named(STRING, "string_at"),
} as const satisfies Record<string, RuntimeExport>;

/** Objects and functions that emitter and driver refer to. */
export const ENTRY_POINTS = {
  main: named("runtime/entry.ts", "rtsMain"),
  overflowError: named("runtime/exceptions.ts", "overflowError"),
  stackOverflowError: named("runtime/exceptions.ts", "stackOverflowError"),
} as const satisfies Record<string, RuntimeExport>;

/** Fields of `HashTable` in a prebuilt map or set, besides `keys` and `values`. */
export interface FrozenTable {
  readonly index: Int32Array;
  readonly hashes: Int32Array;
  readonly used: number;
  readonly live: number;
  readonly head: number;
  readonly order: null;
  readonly nextCursor: number;
  readonly iterated: boolean;
}

/**
 * The fields of a prebuilt map or set of `count` entries; the caller adds the fixed arrays `keys` (and
 * `values`), `count` long, in insertion order. The program computes hashes at the first search (`map.ts`).
 */
export function frozenTable(count: number): FrozenTable {
  return {
    index: new Int32Array([-1]),
    hashes: new Int32Array(count).fill(1),
    used: count,
    live: count,
    head: 0,
    order: null,
    nextCursor: count,
    iterated: false,
  };
}
