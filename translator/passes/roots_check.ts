/**
 * Executes functions in a small model of the machine: the independent check of exception lowering, barrier elision
 * and root assignment. It shares no analysis with them and knows only what their results mean:
 *
 * - objects move at a collection: an epoch counts collections, every reference in a variable or slot carries the
 *   epoch of its address, and using one of another epoch is an error ("stale");
 * - a collection happens, or not, at every instruction that may collect; it updates the slots below the height, the
 *   pending exception and the heap, and leaves all else stale; a slot it finds unwritten or stale is an error;
 * - what a callee leaves above the height is garbage, whether or not it collected;
 * - an inline allocation takes its fast path, where no root information is executed, or its slow path;
 * - an object is old once a collection happened after its allocation, or when its allocation was no inline one; a
 *   store without barrier of anything but null into an old object is an error.
 *
 * Which way a condition or switch goes, and whether an instruction raises, an oracle decides: every path of the
 * function is possible. Functions can be run before lowering (with `try`, `throw`, without roots) and after it; with
 * the same oracle both must give the same trace: the instructions with effects, and the identities of what they
 * read and made.
 */
import type { Func, Instr, Label, Operand, Stmt, Var } from "../ir/ir.ts";
import { isInlineAllocation } from "./allocation.ts";
import type { EffectInfo } from "./effects.ts";

/** A source of decisions: a number from 0 to `count - 1`. */
export type Oracle = (count: number) => number;

/** A reproducible oracle: a linear congruential generator with a mixed output. */
export function seededOracle(seed: number): Oracle {
  let state = seed | 0;
  return (count) => {
    state = (Math.imul(state, 0x2c9277b5) + 0x5bd1e995) | 0;
    let mixed = state ^ (state >>> 15);
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % count;
  };
}

/** A broken rule, with the instruction that broke it. */
export class CheckError extends Error {}

/** A reference as variables and slots hold it: which object, and the epoch of the address. */
interface Ref {
  readonly object: number;
  readonly epoch: number;
}
type Value = Ref | null | number;

/** What happened: one text for each instruction with an effect, and the result. */
export interface Run {
  readonly trace: string[];
  /** False when the steps ran out first. */
  readonly finished: boolean;
}

export interface RunOptions {
  /** Decides branches and exceptions. */
  readonly paths: Oracle;
  /** Decides slow paths and collections. */
  readonly collections: Oracle;
  readonly effects: EffectInfo;
  /** The function went through all of lowering: check roots and barriers. */
  readonly lowered: boolean;
  /** Statements to execute at most. */
  readonly steps: number;
}

/** Executes `func` once. Throws `CheckError` when it breaks a rule. */
export function runFunction(func: Func, options: RunOptions): Run {
  return new Machine(func, options).run();
}

/** How a statement ended: null when control goes on after it, or where it goes. */
type Completion = null | Label | "return" | "raise" | "out of steps";

/** Instructions that leave nothing in the trace: lowering adds and removes them. */
const SILENT: ReadonlySet<string> = new Set(["move", "exc.get", "exc.set", "root.store"]);

class Machine {
  private readonly trace: string[] = [];
  private readonly locals = new Map<Var, Value>();
  private readonly slots = new Map<number, Ref | null>();
  /** Fields of each object: object numbers or null, by field or element number. */
  private readonly heap: Map<unknown, number | null>[] = [];
  private readonly old: boolean[] = [];
  private epoch = 0;
  /** The pending exception, an object number, after lowering. */
  private pending: number | null = null;
  /** The exception in flight, before lowering. */
  private flying: number | null = null;
  private result: Value = null;
  private steps: number;
  private at: Instr | null = null;

  constructor(private readonly func: Func, private readonly options: RunOptions) {
    this.steps = options.steps;
  }

  run(): Run {
    for (const param of this.func.params) {
      this.locals.set(param, param.type === "ref" ? this.allocate(true) : this.options.paths(10));
    }
    for (const slot of this.func.zeroSlots ?? []) this.slots.set(slot, null);
    const end = this.list(this.func.body);
    const thrown = end === "raise" ? this.flying : this.pending;
    if (thrown !== null) this.trace.push(`raise #${thrown}`);
    else this.trace.push(`return ${this.text(this.result)}`);
    return { trace: this.trace, finished: end !== "out of steps" };
  }

  private fail(message: string): never {
    const { at } = this;
    throw new CheckError(`${at === null ? "at the end" : `${at.op} ${at.dst?.name ?? ""}`}: ${message}`);
  }

  // --- statements ---

  private list(body: readonly Stmt[]): Completion {
    for (const stmt of body) {
      if (this.steps-- <= 0) return "out of steps";
      const completion = this.stmt(stmt);
      if (completion !== null) return completion;
    }
    return null;
  }

  private stmt(stmt: Stmt): Completion {
    switch (stmt.kind) {
      case "instr":
        return this.instr(stmt);
      case "if":
        this.read(stmt.cond);
        return this.list(this.options.paths(2) === 0 ? stmt.then : stmt.else);
      case "block":
        return leave(this.list(stmt.body), stmt.label);
      case "loop":
        for (;;) {
          const completion = this.list(stmt.body);
          if (completion !== stmt.label) return completion;
        }
      case "br":
        return stmt.label;
      case "switch":
        return leave(this.switch(stmt), stmt.label);
      case "try":
        return this.try(stmt);
      case "return":
        if (this.pending === null) this.result = stmt.value === null ? null : this.read(stmt.value);
        return "return";
      case "throw":
        this.flying = this.object(this.read(stmt.value));
        return "raise";
      case "unreachable":
        return this.fail("reached what cannot be reached");
    }
  }

  private switch(stmt: Stmt & { kind: "switch" }): Completion {
    this.read(stmt.value);
    const targets = [stmt.default, ...stmt.cases.values()];
    const start = targets[this.options.paths(targets.length)];
    if (start === -1) return null;
    for (const body of stmt.bodies.slice(start)) {
      const completion = this.list(body);
      if (completion !== null) return completion;
    }
    return null;
  }

  private try(stmt: Stmt & { kind: "try" }): Completion {
    const completion = this.list(stmt.body);
    if (completion !== "raise") return completion;
    this.locals.set(stmt.exc, this.reference(this.flying));
    this.flying = null;
    return this.list(stmt.handler);
  }

  // --- instructions ---

  private instr(instr: Instr): Completion {
    this.at = instr;
    if (this.pending !== null && instr.op !== "exc.get" && instr.op !== "exc.set") {
      this.fail("an exception is pending");
    }
    const args = instr.args.map((arg) => this.read(arg));
    const raises = this.options.effects.raises(instr);
    if (this.options.lowered && raises !== (instr.onRaise !== undefined)) this.fail("wrong onRaise");
    const raised = raises && this.options.paths(3) === 0;
    if (this.options.effects.collects(instr)) this.collectMaybe(instr, raised);
    else if (instr.roots !== undefined) this.fail("roots without a collection");
    if (raised) return this.raise(instr);
    const value = this.execute(instr, args);
    if (instr.dst !== null) this.locals.set(instr.dst, value);
    if (!SILENT.has(instr.op)) {
      this.trace.push(`${instr.op} ${args.map((a) => this.text(a))} ${this.text(value)}`);
    }
    return null;
  }

  private raise(instr: Instr): Completion {
    this.trace.push(`${instr.op} raises`);
    if (instr.dst !== null && this.options.lowered) this.locals.delete(instr.dst);
    const exception = this.allocate(true).object;
    if (!this.options.lowered) {
      this.flying = exception;
      return "raise";
    }
    this.pending = exception;
    return instr.onRaise!;
  }

  private execute(instr: Instr, args: Value[]): Value {
    switch (instr.op) {
      case "move":
        return args[0];
      case "new":
      case "newarray":
        return this.allocate(!isInlineAllocation(instr));
      case "getfield":
        return args[0] === null ? null : this.reference(this.fields(args[0]).get(instr.imm) ?? null);
      case "setfield":
        this.store(instr, args[0], instr.imm, args[1]);
        return null;
      case "getitem":
        return args[0] === null ? null : this.reference(this.fields(args[0]).get(args[1]) ?? null);
      case "setitem":
        this.store(instr, args[0], args[1], args[2]);
        return null;
      case "exc.get":
        return this.reference(this.pending);
      case "exc.set":
        this.pending = this.object(args[0]);
        return null;
      case "root.store":
        this.slots.set(instr.imm as number, args[0] as Ref | null);
        return null;
      default:
        if (instr.dst === null) return null;
        return instr.dst.type === "ref" ? this.allocate(true) : this.options.paths(100);
    }
  }

  private store(instr: Instr, base: Value, key: unknown, value: Value): void {
    if (base === null) return;
    if (instr.noBarrier && value !== null && this.old[this.object(base)!]) this.fail("a barrier is missing");
    this.fields(base).set(key, this.object(value));
  }

  // --- values ---

  private allocate(old: boolean): Ref {
    this.heap.push(new Map());
    this.old.push(old);
    return { object: this.heap.length - 1, epoch: this.epoch };
  }
  private reference(object: number | null): Ref | null {
    return object === null ? null : { object, epoch: this.epoch };
  }
  private object(value: Value): number | null {
    if (typeof value === "number") return this.fail("a number where a reference is due");
    return value === null ? null : value.object;
  }
  private fields(value: Value): Map<unknown, number | null> {
    return this.heap[this.object(value)!];
  }
  private text(value: Value): string {
    return typeof value === "object" && value !== null ? `#${value.object}` : String(value);
  }
  private read(operand: Operand): Value {
    if (operand.kind === "const") return typeof operand.value === "number" ? operand.value : null;
    const value = this.locals.get(operand);
    if (value === undefined) this.fail(`${operand.name} is not defined`);
    if (this.isStale(value)) this.fail(`${operand.name} is stale`);
    return value;
  }
  private isStale(value: Value): boolean {
    return typeof value === "object" && value !== null && value.epoch !== this.epoch;
  }

  // --- collections ---

  private collectMaybe(instr: Instr, raised: boolean): void {
    if (!this.options.lowered) return;
    const { roots } = instr;
    if (roots === undefined) return this.fail("no roots at what may collect");
    // Only the slow path can raise.
    if (isInlineAllocation(instr) && !raised && this.options.collections(2) === 0) return;
    for (const { slot, value } of roots.stores) this.slots.set(slot, this.read(value) as Ref | null);
    for (const slot of roots.zeros ?? []) this.slots.set(slot, null);
    if (this.options.collections(3) !== 0) this.collect(roots.height);
    for (const slot of this.slots.keys()) if (slot >= roots.height) this.slots.delete(slot);
    for (const { slot, into } of roots.reloads) {
      const value = this.slots.get(slot);
      if (value === undefined) this.fail(`${into.name} is reloaded from slot ${slot}, which holds nothing`);
      this.locals.set(into, value);
    }
  }

  private collect(height: number): void {
    for (let slot = 0; slot < height; slot++) {
      const value = this.slots.get(slot);
      if (value === undefined) this.fail(`slot ${slot} is no root`);
      if (this.isStale(value)) this.fail(`slot ${slot} is stale`);
    }
    this.epoch++;
    for (let slot = 0; slot < height; slot++) {
      this.slots.set(slot, this.reference(this.object(this.slots.get(slot)!)));
    }
    this.old.fill(true);
  }
}

function leave(completion: Completion, label: Label): Completion {
  return completion === label ? null : completion;
}
