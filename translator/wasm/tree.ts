/**
 * The emitter's own form of a function: statements whose operands may be whole expressions. `stackify.ts` makes it
 * from the IR, `locals.ts` and the emitter walk it, both in the order in which code is emitted.
 */
import type { Const, Instr, Label, Operand, Var } from "../ir/ir.ts";

/** What an expression needs and does, as bits; see {@link conflicts} in `stackify.ts`. */
export const Flag = {
  /** Reads memory or globals. */
  reads: 1,
  /** Writes, raises or calls: everything that must keep its order. */
  effect: 2,
  /** Holds or follows a reference. */
  refs: 4,
  /** Can run the collector, which moves what references point to. */
  collects: 8,
} as const;

/** An instruction whose operands were put in place: an expression, or a statement when it has no result. */
export interface Node {
  readonly kind: "node";
  readonly instr: Instr;
  readonly args: Value[];
  /** Flags of the whole expression. */
  flags: number;
  /** Variables that the expression reads, its inner expressions included. */
  reads: Var[];
  /** Variables that it assigns: reloads of roots. */
  writes: Var[];
  /** What memory it reads: descriptors, or null for "any". */
  memory: unknown[];
}

/** An operand. */
export type Value = Node | Var | Const;

/** A statement. */
export type Tree =
  /** Evaluates, and assigns to `dst` or drops the result. */
  | { kind: "eval"; node: Node; dst: Var | null }
  | { kind: "if"; cond: Value; then: Tree[]; else: Tree[]; pos: number }
  | { kind: "block"; label: Label; body: Tree[] }
  | { kind: "loop"; label: Label; body: Tree[] }
  | { kind: "br"; label: Label }
  | {
    kind: "switch";
    label: Label;
    value: Value;
    cases: Map<number, number>;
    default: number;
    bodies: Tree[][];
    pos: number;
  }
  | { kind: "return"; value: Value | null; pos: number }
  | { kind: "unreachable"; pos: number };

/** Opcodes that emit nothing, nor need their operands. */
export const IGNORED: ReadonlySet<string> = new Set(["jit.merge_point", "jit.can_enter"]);

/**
 * Opcodes whose code computes in several steps, with the result in a variable before the last step: always
 * statements, and their result shares no local with an operand.
 */
export const STATEMENTS: ReadonlySet<string> = new Set(["new", "newarray"]);

/** Operands, by index, that the code of an instruction reads more than once, so that they must be variables. */
export function repeatedOperands(instr: Instr): readonly number[] {
  switch (instr.op) {
    case "setfield":
      return storesReference(instr, 1) ? [0] : [];
    case "setitem":
      return storesReference(instr, 2) ? [0, 1] : [];
    case "callvirt":
    case "check.null":
    case "check.cast":
      return [0];
    case "check.bounds":
      return [0, 1];
    case "arraycopy":
      return [0, 1, 2, 3, 4];
    case "arrayfill":
      return [0, 1, 2, 3];
    case "newarray":
      return [0];
    default:
      return instr.op.endsWith("_ovf") ? [0, 1] : [];
  }
}

/** The operands of a node in the order in which its code evaluates them. */
export function evaluationOrder(node: Node): readonly Value[] {
  return node.instr.op === "callind" ? [...node.args.slice(1), node.args[0]] : node.args;
}

/** Tells whether operand `index` is a reference that may need a write barrier. */
export function storesReference(instr: Instr, index: number): boolean {
  const value = instr.args[index];
  return value.type === "ref" && !isNull(value) && instr.noBarrier !== true;
}

/** Tells whether an operand is the constant null. */
export function isNull(value: Operand | Node): boolean {
  return value.kind === "const" && value.type === "ref" && value.value === null;
}

/** The type of a value. */
export function typeOfValue(value: Value): Var["type"] {
  if (value.kind !== "node") return value.type;
  return value.instr.dst!.type;
}
