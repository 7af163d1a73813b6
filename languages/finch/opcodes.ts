/**
 * The instruction set: one enum, one table. The disassembler, the stack depth calculation and the code builder
 * read the table; `interpreter.ts` dispatches on the enum. The table has a row for each member, or this file
 * does not compile.
 *
 * An instruction is its opcode and then its operands, each one element of `Code.ops`.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";

/** Opcodes. Their order is that of the table. */
export enum Op {
  Const,
  Nil,
  True,
  False,
  Pop,
  Dup,
  Dup2,
  LoadLocal,
  StoreLocal,
  ClearLocal,
  NewCell,
  LoadCell,
  StoreCell,
  LoadCaptured,
  StoreCaptured,
  LoadGlobal,
  StoreGlobal,
  Add,
  Subtract,
  Multiply,
  Divide,
  Quotient,
  Remainder,
  BitAnd,
  BitOr,
  BitXor,
  ShiftLeft,
  ShiftRight,
  Equal,
  NotEqual,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  MakeRange,
  Negate,
  Not,
  Jump,
  JumpBack,
  JumpIfFalse,
  AndJump,
  OrJump,
  GetField,
  SetField,
  GetItem,
  SetItem,
  MakeList,
  MakeMap,
  MakeClosure,
  MakeClass,
  AddMethod,
  Call,
  CallMethod,
  CallSuper,
  Iterate,
  Next,
  Return,
  Throw,
}

/** What an operand means; also how the disassembler shows it. */
export enum Operand {
  /** Index into `Code.constants`. */
  Constant,
  /** A slot of the frame. */
  Slot,
  /** Index into the cells of the closure. */
  Captured,
  /** Index into `Code.globals`. */
  Global,
  /** Index into `Code.sites`. */
  Site,
  /** Index into `Code.children`. */
  Child,
  /** A number of values on the stack. */
  Count,
  /** An instruction's position. */
  Target,
}

/** Where control goes after an instruction. */
export enum Flow {
  Next,
  /** To the target only. */
  Jump,
  /** To the target or on. */
  Branch,
  /** Out of the function, or to a handler. */
  Stop,
}

/** One row of the table. */
export class OpInfo {
  constructor(
    readonly name: string,
    readonly operands: FixedArray<Operand>,
    /** Change of the stack depth when control goes on; a {@link Operand.Count} operand counts `perCount` times. */
    readonly effect: i32,
    readonly perCount: i32,
    readonly flow: Flow,
    /** Change of the stack depth when control goes to the target. */
    readonly jumpEffect: i32,
  ) {}

  /** Elements that the instruction takes. */
  get length(): i32 {
    return this.operands.length + 1;
  }
}

/** A row as written below: operands, effect, and what differs from the rule. */
interface Row {
  readonly operands: readonly Operand[];
  readonly effect: number;
  readonly perCount?: number;
  readonly flow?: Flow;
  readonly jumpEffect?: number;
}

const BINARY: Row = { operands: [], effect: -1 };
const UNARY: Row = { operands: [], effect: 0 };
const PUSH: Row = { operands: [], effect: 1 };

const TABLE = {
  Const: { operands: [Operand.Constant], effect: 1 },
  Nil: PUSH,
  True: PUSH,
  False: PUSH,
  Pop: { operands: [], effect: -1 },
  Dup: PUSH,
  Dup2: { operands: [], effect: 2 },
  LoadLocal: { operands: [Operand.Slot], effect: 1 },
  StoreLocal: { operands: [Operand.Slot], effect: -1 },
  ClearLocal: { operands: [Operand.Slot], effect: 0 },
  // The slot gets a new cell with the popped value.
  NewCell: { operands: [Operand.Slot], effect: -1 },
  LoadCell: { operands: [Operand.Slot], effect: 1 },
  StoreCell: { operands: [Operand.Slot], effect: -1 },
  LoadCaptured: { operands: [Operand.Captured], effect: 1 },
  StoreCaptured: { operands: [Operand.Captured], effect: -1 },
  LoadGlobal: { operands: [Operand.Global], effect: 1 },
  StoreGlobal: { operands: [Operand.Global], effect: -1 },
  Add: BINARY,
  Subtract: BINARY,
  Multiply: BINARY,
  Divide: BINARY,
  Quotient: BINARY,
  Remainder: BINARY,
  BitAnd: BINARY,
  BitOr: BINARY,
  BitXor: BINARY,
  ShiftLeft: BINARY,
  ShiftRight: BINARY,
  Equal: BINARY,
  NotEqual: BINARY,
  Less: BINARY,
  LessOrEqual: BINARY,
  Greater: BINARY,
  GreaterOrEqual: BINARY,
  MakeRange: BINARY,
  Negate: UNARY,
  Not: UNARY,
  Jump: { operands: [Operand.Target], effect: 0, flow: Flow.Jump },
  JumpBack: { operands: [Operand.Target], effect: 0, flow: Flow.Jump },
  JumpIfFalse: { operands: [Operand.Target], effect: -1, flow: Flow.Branch, jumpEffect: -1 },
  // `and`, `or`: keep the value that decides and jump, or drop it and go on.
  AndJump: { operands: [Operand.Target], effect: -1, flow: Flow.Branch, jumpEffect: 0 },
  OrJump: { operands: [Operand.Target], effect: -1, flow: Flow.Branch, jumpEffect: 0 },
  GetField: { operands: [Operand.Site], effect: 0 },
  SetField: { operands: [Operand.Site], effect: -2 },
  GetItem: BINARY,
  SetItem: { operands: [], effect: -3 },
  MakeList: { operands: [Operand.Count], effect: 1, perCount: -1 },
  // Count pairs of key and value.
  MakeMap: { operands: [Operand.Count], effect: 1, perCount: -2 },
  MakeClosure: { operands: [Operand.Child], effect: 1 },
  // Replaces the parent class, or nil, by the new class.
  MakeClass: { operands: [Operand.Constant], effect: 0 },
  // Pops a closure and adds it to the class below.
  AddMethod: { operands: [Operand.Site], effect: -1 },
  // The count of a call leaves the callee or receiver out: it lies below the arguments.
  Call: { operands: [Operand.Count], effect: 0, perCount: -1 },
  CallMethod: { operands: [Operand.Site, Operand.Count], effect: 0, perCount: -1 },
  CallSuper: { operands: [Operand.Site, Operand.Count], effect: 0, perCount: -1 },
  Iterate: UNARY,
  // Pushes the next value of the iterator in the slot, or jumps.
  Next: { operands: [Operand.Slot, Operand.Target], effect: 1, flow: Flow.Branch, jumpEffect: 0 },
  Return: { operands: [], effect: -1, flow: Flow.Stop },
  Throw: { operands: [], effect: -1, flow: Flow.Stop },
} as const satisfies Record<keyof typeof Op, Row>;

function makeInfo(name: string, row: Row): OpInfo {
  const operands = newFixedArray<Operand>(row.operands.length, Operand.Count);
  row.operands.forEach((operand, i) => operands[i] = operand);
  return new OpInfo(
    name,
    operands,
    row.effect,
    row.perCount ?? 0,
    row.flow ?? Flow.Next,
    row.jumpEffect ?? 0,
  );
}

function makeTable(): FixedArray<OpInfo> {
  const rows = Object.entries(TABLE);
  const infos = newFixedArray<OpInfo>(rows.length, makeInfo(...rows[0]));
  rows.forEach(([name, row]) => infos[Op[name as keyof typeof Op]] = makeInfo(name, row));
  return infos;
}

/** The table, by opcode. */
export const OPCODES: FixedArray<OpInfo> = makeTable();
