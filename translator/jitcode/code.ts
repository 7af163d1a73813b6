/**
 * Jitcode: what the metainterp, the blackhole interpreter and the tracer execute. Flat code of one function over
 * four banks of registers, with a constant pool and descriptors. `docs/jitcode.md` describes it; the opcodes are in
 * `ops.ts`.
 *
 * The banks are `i` (i32), `l` (i64), `r` (references) and `f` (doubles). 64-bit integers have a bank of their own
 * so that interpreters can keep `i` in an `Int32Array` and never see a `bigint` unless the program has one.
 */
import type {
  ArrayDesc,
  ClassDesc,
  Const,
  DriverDesc,
  FieldDesc,
  Func,
  GlobalDesc,
  HostDesc,
  MethodDesc,
  ValueType,
} from "../ir/ir.ts";

/** A bank of registers. */
export type Bank = "i" | "l" | "r" | "f";
export const BANKS: readonly Bank[] = ["i", "l", "r", "f"];

const BANK_OF: Record<ValueType, Bank> = { i32: "i", i64: "l", ref: "r", f64: "f" };
/** The bank that holds values of `type`. */
export function bankOf(type: ValueType): Bank {
  return BANK_OF[type];
}

/** A register. */
export interface Reg {
  readonly kind: "reg";
  readonly bank: Bank;
  readonly index: number;
}
/** A constant: a position in the pool of its bank. As an operand it is register `registers[bank] + index`. */
export interface PoolConst {
  readonly kind: "const";
  readonly bank: Bank;
  readonly index: number;
}
export type Source = Reg | PoolConst;
/** Operands of a call or a merge point that are in one bank. */
export interface SourceList {
  readonly kind: "list";
  readonly bank: Bank;
  readonly items: readonly Source[];
}
/** A jump target: a position in `JitCode.insns`, set when the label is placed. */
export interface CodeLabel {
  readonly kind: "label";
  target: number;
}

/** What a call may do, as far as the optimizer cares; the first that applies. */
export type ExtraEffect =
  /** The result depends on the arguments alone, and the call may be dropped. */
  | "elidable_cannot_raise"
  | "elidable_can_raise"
  /** May read or write fields of a virtualizable, and so needs it in memory. */
  | "forces_virtualizable"
  | "cannot_raise"
  | "can_raise";

/** Effects of a residual call. */
export interface EffectDescr {
  readonly extra: ExtraEffect;
  readonly raises: boolean;
  /** May run the collector: references must be where it finds them. */
  readonly collects: boolean;
  /** What may be written; null: anything. */
  readonly writes: ReadonlySet<FieldDesc | ArrayDesc | GlobalDesc> | null;
}

/** How a call passes arguments, and what it may do. */
export interface CallDescr {
  readonly kind: "call";
  /** Banks of the arguments, in their original order. */
  readonly args: readonly Bank[];
  readonly result: Bank | null;
  readonly effect: EffectDescr;
  /** Of an indirect call: the jitcodes of the possible targets that the tracer may follow, by function. */
  readonly targets: ReadonlyMap<Func, JitCode> | null;
}
/** Where a `switch` goes: labels by value. It falls through when there is none. */
export interface SwitchDescr {
  readonly kind: "switch";
  readonly cases: ReadonlyMap<number, CodeLabel>;
}
export type Descr =
  | { readonly kind: "field"; readonly field: FieldDesc }
  | { readonly kind: "array"; readonly array: ArrayDesc }
  | { readonly kind: "class"; readonly cls: ClassDesc }
  | { readonly kind: "method"; readonly method: MethodDesc }
  | { readonly kind: "global"; readonly global: GlobalDesc }
  | { readonly kind: "driver"; readonly driver: DriverDesc }
  | { readonly kind: "host"; readonly host: HostDesc }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "jitcode"; readonly code: JitCode }
  | CallDescr
  | SwitchDescr;

/** An operand of an instruction. */
export type Arg = Source | SourceList | CodeLabel | Descr;

/** One instruction. */
export interface Insn {
  /** A key of the table in `ops.ts`. */
  readonly op: string;
  args: Arg[];
  result: Reg | null;
  /** Source position, see `packPosition`. */
  readonly pos: number;
}

/** Value of a constant, as in the IR. */
export type PoolValue = Const["value"];

/** The code of one function. */
export interface JitCode {
  readonly name: string;
  readonly func: Func;
  /** The driver whose merge point the function contains, which makes it a portal. */
  readonly portal: DriverDesc | null;
  /** Number of registers in each bank. Arguments come in the lowest ones, in order. */
  registers: Record<Bank, number>;
  readonly constants: Readonly<Record<Bank, PoolValue[]>>;
  insns: Insn[];
}

/** All jitcodes of a program. */
export interface JitProgram {
  /** Portals first, then in the order in which calls reach them. */
  readonly codes: readonly JitCode[];
  /** Functions that jitcode calls but that have none, with the reason. They need a table slot. */
  readonly residual: ReadonlyMap<Func, string>;
}

/** The number that encodes an operand: registers first, then constants. */
export function operandNumber(code: JitCode, source: Source): number {
  return source.kind === "reg" ? source.index : code.registers[source.bank] + source.index;
}
/** Labels that an instruction may go to. */
export function labelsOf(insn: Insn): CodeLabel[] {
  const labels: CodeLabel[] = [];
  for (const arg of insn.args) {
    if (arg.kind === "label") labels.push(arg);
    else if (arg.kind === "switch") labels.push(...arg.cases.values());
  }
  return labels;
}
/** Calls `visit` on every register and constant that an instruction reads. */
export function forEachSource(insn: Insn, visit: (source: Source) => void): void {
  for (const arg of insn.args) {
    if (arg.kind === "reg" || arg.kind === "const") visit(arg);
    else if (arg.kind === "list") arg.items.forEach(visit);
  }
}
