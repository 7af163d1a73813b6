/**
 * Emits one function: values, expressions and the frame on the shadow stack. What single opcodes become is in
 * `arithmetic.ts`, `memory_ops.ts`, `calls.ts`, `alloc.ts`, `barriers.ts` and `checks.ts`; statements are
 * in `control.ts`.
 *
 * The frame starts at the parameter `sp`: first the padding (one odd word that tells the collector to skip it),
 * then the slots of the root pass. See docs/translator.md.
 */
import type { Const, Func, Instr, Label, RootInfo, ValueType, Var } from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import { NATIVE_RATIO } from "../layout/stack.ts";
import { Code } from "./code.ts";
import { type ModuleContext, wasmType } from "./context.ts";
import { assignLocals } from "./locals.ts";
import { nativeFrameBytes } from "./native_frame.ts";
import { Op } from "./opcodes.ts";
import type { TreeFunc } from "./stackify.ts";
import type { Node, Value } from "./tree.ts";

/** Emits the code of a node, operands included; leaves the result, where there is one, on the stack. */
export type Emitter = (f: FunctionEmitter, node: Node) => void;
/** Emits a node of `STATEMENTS` whose result goes to the local `dst`. */
export type StatementEmitter = (f: FunctionEmitter, node: Node, dst: number) => void;

/** The opcodes that are more than one instruction. */
export interface EmitterTables {
  readonly values: Readonly<Record<string, Emitter>>;
  readonly statements: Readonly<Record<string, StatementEmitter>>;
}

/** Stands for the function's own label. */
export const FUNCTION_LABEL = { name: "function" };
/** Left to return zero with an exception pending. */
export const RAISE_LABEL = { name: "raise" };

/** State of one function's emission. */
export class FunctionEmitter {
  readonly code = new Code(512);
  private readonly indexOf: Int32Array;
  /** Types of all locals beyond parameters. */
  readonly localTypes: number[];
  /** Labels of the open control instructions, outermost first; null for those nobody names. */
  readonly labels: (Label | null)[] = [FUNCTION_LABEL];
  /** Words of padding at the start of the frame. */
  readonly padding: number;
  private readonly sp: number;
  private readonly firstLocal: number;
  private readonly scratches = new Map<string, number>();

  constructor(
    readonly context: ModuleContext,
    readonly func: Func,
    readonly tree: TreeFunc,
    private readonly tables: EmitterTables,
    calls: readonly Instr[],
  ) {
    const hasSp = context.stack.has(func);
    this.sp = hasSp ? func.params.length : -1;
    this.firstLocal = func.params.length + (hasSp ? 1 : 0);
    const locals = assignLocals(func, tree.body, this.firstLocal);
    this.indexOf = locals.indexOf;
    this.localTypes = locals.types.map(wasmType);
    this.padding = func.effects?.recursive === true ? this.neededPadding(calls) : 0;
  }

  /** Words by which the frame must grow so that the shadow stack ends before the native one. */
  private neededPadding(calls: readonly Instr[]): number {
    const native = nativeFrameBytes(this.firstLocal + this.localTypes.length, this.tree.body);
    const words = Math.ceil(native / (NATIVE_RATIO * 4));
    const height = Math.min(...calls.map((call) => call.roots?.height ?? 0));
    return Math.max(0, words - (calls.length > 0 ? height : 0));
  }

  // --- values ---

  /** Pushes an operand. */
  value(value: Value): void {
    if (value.kind === "var") this.code.localGet(this.local(value));
    else if (value.kind === "const") this.constant(value);
    else this.node(value);
  }

  constant(value: Const): void {
    if (value.type === "i64") this.code.i64Const(BigInt(value.value as bigint | number));
    else if (value.type === "f64") this.code.f64Const(value.value as number);
    else this.code.i32Const(this.context.word(value));
  }

  /** Pushes the zero of a type. */
  zero(type: ValueType): void {
    if (type === "i64") this.code.i64Const(0n);
    else if (type === "f64") this.code.f64Const(0);
    else this.code.i32Const(0);
  }

  /** The local of a variable. */
  local(variable: Var): number {
    const index = this.indexOf[variable.id];
    if (index < 0) throw new Error(`${this.func.name}: variable ${variable.name} has no local`);
    return index;
  }

  /**
   * A local for the code of one node, after its operands were evaluated: nodes do not nest there, so one per type
   * and number is enough.
   */
  scratch(type: number, number = 0): number {
    const key = `${type}:${number}`;
    let index = this.scratches.get(key);
    if (index === undefined) {
      index = this.firstLocal + this.localTypes.length;
      this.localTypes.push(type);
      this.scratches.set(key, index);
    }
    return index;
  }

  /** Evaluates an expression; its result is on the stack. */
  node(node: Node): void {
    const emitter = this.tables.values[node.instr.op];
    if (emitter !== undefined) return emitter(this, node);
    const { wasm } = opInfo(node.instr.op);
    if (wasm === null) throw new Error(`${this.func.name}: no emitter for ${node.instr.op}`);
    for (const arg of node.args) this.value(arg);
    this.at(node.instr);
    this.code.ops(wasm);
  }

  /** Evaluates a node as a statement. */
  evaluate(node: Node, dst: Var | null): void {
    const emitter = this.tables.statements[node.instr.op];
    if (emitter !== undefined) {
      return emitter(this, node, dst === null ? this.scratch(wasmType("ref"), 0) : this.local(dst));
    }
    this.node(node);
    if (dst !== null) this.code.localSet(this.local(dst));
    else if (hasResult(node.instr)) this.code.op(Op.drop);
  }

  /** Code from here on belongs to the place of `instr`. */
  at(instr: { pos: number }): void {
    this.code.mark(instr.pos);
  }

  // --- control ---

  /** Relative depth of a label, for `br`. */
  depth(label: Label): number {
    const index = this.labels.lastIndexOf(label);
    if (index < 0) throw new Error(`${this.func.name}: label ${label.name} is not in scope`);
    return this.labels.length - 1 - index;
  }

  /** A `block`, `loop` or `if` around what `body` emits. */
  within(code: number, label: Label | null, body: () => void): void {
    this.code.open(code);
    this.labels.push(label);
    body();
    this.labels.pop();
    this.code.op(Op.end);
  }

  /** The condition is on the stack: code that hardly ever runs. */
  rarely(body: () => void): void {
    this.code.markUnlikely();
    this.within(Op.if, null, body);
  }

  /** The label that an instruction leaves to when it raised; null when nobody asks. */
  raiseLabel(instr: Instr): Label | null {
    if (instr.onRaise === undefined) return null;
    if (instr.onRaise !== "return") return instr.onRaise;
    return this.func.result === null ? FUNCTION_LABEL : RAISE_LABEL;
  }

  /** After something that may have raised: leaves when an exception is pending. */
  testRaised(instr: Instr): void {
    const label = this.raiseLabel(instr);
    if (label === null) return;
    this.code.globalGet(this.context.runtimeGlobals.exception);
    this.code.markUnlikely();
    this.code.opU(Op.brIf, this.depth(label));
  }

  /** Makes the exception object at `address` pending and leaves. */
  raise(instr: Instr, address: number): void {
    this.code.i32Const(address);
    this.code.globalSet(this.context.runtimeGlobals.exception);
    const label = this.raiseLabel(instr);
    if (label !== null) this.code.opU(Op.br, this.depth(label));
  }

  // --- shadow stack ---

  private stackPointer(): void {
    if (this.sp < 0) throw new Error(`${this.func.name} needs the shadow stack but has no parameter for it`);
    this.code.localGet(this.sp);
  }

  private slotOffset(slot: number): number {
    return 4 * (this.padding + slot);
  }

  /** Pushes the address `slot` words into the frame. */
  frameAddress(slot: number): void {
    this.stackPointer();
    const offset = this.slotOffset(slot);
    if (offset === 0) return;
    this.code.i32Const(offset);
    this.code.op(Op.i32Add);
  }

  /** Stores a constant word into the frame; `offset` in bytes from its start. */
  private storeWord(offset: number, word: number): void {
    this.stackPointer();
    this.code.i32Const(word);
    this.code.store32(offset);
  }

  /**
   * Function entry: padding, and slots that are to be zero. A function that does not collect must not write to the
   * shadow stack (its caller saved nothing for it), nor need it: no one reads its frame.
   */
  openFrame(): void {
    const collects = this.func.effects?.collects ?? true;
    if (this.padding > 0 && collects) this.storeWord(0, ((this.padding - 1) << 1) | 1);
    for (const slot of this.func.zeroSlots ?? []) this.storeWord(this.slotOffset(slot), 0);
  }

  /** Function entry: raises StackOverflowError when the shadow stack is full. */
  checkStack(): void {
    this.stackPointer();
    this.code.globalGet(this.context.runtimeGlobals.stackLimit);
    this.code.op(Op.i32GtU);
    this.rarely(() => {
      this.raise({ onRaise: "return" } as Instr, this.context.raised("stackOverflow"));
    });
  }

  /** Stores what `value` pushes in a slot. */
  storeRoot(slot: number, value: () => void): void {
    this.stackPointer();
    value();
    this.code.store32(this.slotOffset(slot));
  }

  /** Before a call that can collect. */
  spill(roots: RootInfo | undefined): void {
    if (roots === undefined) return;
    for (const slot of roots.zeros ?? []) this.storeWord(this.slotOffset(slot), 0);
    for (const { slot, value } of roots.stores) {
      this.stackPointer();
      this.code.localGet(this.local(value));
      this.code.store32(this.slotOffset(slot));
    }
  }

  /** After such a call. */
  reload(roots: RootInfo | undefined): void {
    for (const { slot, into } of roots?.reloads ?? []) {
      if (this.indexOf[into.id] < 0) continue; // never read
      this.stackPointer();
      this.code.load32(this.slotOffset(slot));
      this.code.localSet(this.local(into));
    }
  }

  /** Reloads and leaves when an exception is pending; where the function returns, nothing is reloaded. */
  afterCall(instr: Instr): void {
    if (instr.onRaise === "return") this.testRaised(instr);
    this.reload(instr.roots);
    if (instr.onRaise !== "return") this.testRaised(instr);
  }

  /** The last argument of a call of a function of the program, if it has the stack parameter. */
  passStack(callee: Func | null, instr: Instr): void {
    const { stack } = this.context;
    if (callee !== null && !stack.has(callee)) return;
    if (this.sp < 0) this.code.i32Const(0);
    else this.frameAddress(instr.roots?.height ?? 0);
  }

  /** Calls a function whose arguments are on the stack. */
  call(callee: Func, instr: Instr): void {
    this.passStack(callee, instr);
    this.at(instr);
    this.code.opU(Op.call, this.context.functionIndex(callee));
  }
}

/** Tells whether an instruction leaves a result. */
export function hasResult(instr: Instr): boolean {
  const { result } = opInfo(instr.op);
  if (result === null) return false;
  if (result !== "sig") return true;
  const imm = instr.imm as { signature?: { result: unknown }; result?: unknown };
  return (imm.signature === undefined ? imm.result : imm.signature.result) !== null;
}
