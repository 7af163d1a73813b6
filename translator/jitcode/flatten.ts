/**
 * Flattens the structured body of a function into jitcode over virtual registers: one for each variable, and a few
 * fresh ones. Liveness and register allocation come after (`registers.ts`): here `-live-` markers are still empty.
 *
 * Rules of the output:
 *
 * - an instruction where a trace may be left has a `-live-` before it: executing it again from there is right;
 * - a call has a `-live-` after it, where execution goes on when the callee returns, unless it can do nothing that
 *   a tracer must stop for; so has a merge point;
 * - what may raise inside a `try` has a `catch_exception` after it (after the `-live-`). Outside of any `try`
 *   there is none: the exception leaves the function;
 * - an instruction that raised has not assigned its result, for results that a handler could see go through a fresh
 *   register.
 */
import {
  type ArrayDesc,
  type ClassDesc,
  type DriverDesc,
  type FieldDesc,
  type Func,
  type GlobalDesc,
  type HostDesc,
  type Instr,
  type Label,
  type MethodDesc,
  type Operand,
  type Stmt,
  type ValueType,
  valueTypeOf,
  type Var,
} from "../ir/ir.ts";
import type { OpName } from "../ir/ops.ts";
import { signatureOf } from "../ir/verify.ts";
import type { EffectInfo } from "../passes/effects.ts";
import { Occurrences } from "../passes/occurrences.ts";
import type { Calls } from "./calls.ts";
import {
  type Arg,
  type Bank,
  bankOf,
  BANKS,
  type CallDescr,
  type CodeLabel,
  type Insn,
  type JitCode,
  labelsOf,
  type PoolValue,
  type Reg,
  type Source,
  type SourceList,
} from "./code.ts";
import { ARITHMETIC, bankName, CALL_SHAPES, jitOp } from "./ops.ts";
import type { Policy, Unsupported } from "./policy.ts";
import { VarFacts, virtualizableRole } from "./vars.ts";

/** What flattening needs to know of the program. */
export interface FlattenContext {
  readonly effects: EffectInfo;
  readonly policy: Policy;
  readonly calls: Calls;
}

/** Fills in the instructions, constants and (virtual) registers of `code`. */
export function flatten(code: JitCode, context: FlattenContext): void {
  new Flattener(code, context).run();
}

/** The innermost `try`. */
interface Handler {
  /** Where an instruction that raises goes. */
  readonly raised: CodeLabel;
  /** Where a `throw` of the body goes, the exception in `exc`. */
  readonly caught: CodeLabel;
  readonly exc: Reg;
  readonly shared: ReadonlySet<Var>;
}

/** Opcodes that are flattened one by one; arithmetic is in a table, and functions with raw memory have no jitcode. */
type SpecialOp = Exclude<OpName, keyof typeof ARITHMETIC | Unsupported>;

class Flattener {
  private readonly func: Func;
  private readonly facts: VarFacts;
  private readonly occurrences: Occurrences;
  private readonly registers = new Map<Var, Reg>();
  private readonly labels = new Map<Label, CodeLabel>();
  private readonly used = new Set<CodeLabel>();
  private readonly pool = new Map<string, Source>();
  private readonly identities = new Map<object, number>();
  private readonly counts: Record<Bank, number> = { i: 0, l: 0, r: 0, f: 0 };
  private handler: Handler | null = null;
  /** Control can get to the next instruction. */
  private reachable = true;

  constructor(private readonly code: JitCode, private readonly context: FlattenContext) {
    this.func = code.func;
    this.facts = new VarFacts(this.func);
    this.occurrences = new Occurrences(this.func);
    this.func.params.forEach((param) => this.register(param));
  }

  run(): void {
    this.list(this.func.body);
    if (this.reachable) this.emit("void_return", []);
    this.code.registers = this.counts;
  }

  // --- registers, constants, labels ---

  private fresh(bank: Bank): Reg {
    return { kind: "reg", bank, index: this.counts[bank]++ };
  }
  private register(variable: Var): Reg {
    let register = this.registers.get(variable);
    if (register === undefined) this.registers.set(variable, register = this.fresh(bankOf(variable.type)));
    return register;
  }
  private source(operand: Operand): Source {
    if (operand.kind === "var") return this.register(operand);
    return this.constant(bankOf(operand.type), operand.value);
  }
  private constant(bank: Bank, value: PoolValue): Source {
    const key = `${bank} ${this.constantKey(value)}`;
    let source = this.pool.get(key);
    if (source === undefined) {
      const values = this.code.constants[bank];
      this.pool.set(key, source = { kind: "const", bank, index: values.push(value) - 1 });
    }
    return source;
  }
  private constantKey(value: PoolValue): string {
    if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
    let id = this.identities.get(value);
    if (id === undefined) this.identities.set(value, id = this.identities.size);
    return `#${id}`;
  }
  /** Sorts operands into a list for each of `banks`, keeping their order. */
  private sortedLists(operands: readonly Operand[], banks: readonly Bank[]): SourceList[] {
    const sources = operands.map((operand) => this.source(operand));
    return banks.map((bank) => ({ kind: "list", bank, items: sources.filter((s) => s.bank === bank) }));
  }

  private label(): CodeLabel {
    return { kind: "label", target: -1 };
  }
  private place(label: CodeLabel): void {
    label.target = this.code.insns.length;
    if (this.used.has(label)) this.reachable = true;
  }

  // --- emission ---

  /** Appends an instruction, and `-live-` before it where the table asks for it. Unreachable ones are dropped. */
  private emit(op: string, args: Arg[], result: Reg | null = null, pos = 0): void {
    if (!this.reachable) return;
    const info = jitOp(op);
    if (info.resumes) this.live(pos);
    const insn: Insn = { op, args, result, pos };
    this.code.insns.push(insn);
    for (const label of labelsOf(insn)) this.used.add(label);
    if (info.ends) this.reachable = false;
  }
  private live(pos: number): void {
    if (!this.reachable) return;
    const lists = BANKS.map((bank): SourceList => ({ kind: "list", bank, items: [] }));
    this.code.insns.push({ op: "-live-", args: lists, result: null, pos });
  }
  private copy(to: Reg, from: Source, pos: number): void {
    if (from !== to) this.emit(`${bankName(to.bank)}_copy`, [from], to, pos);
  }

  /**
   * Emits what may raise: `emit` gets the register for the result, which is a fresh one when a handler could see the
   * variable. `resume`: a trace may be left after it.
   */
  private raising(
    instr: Instr,
    type: ValueType | null,
    resume: boolean,
    emit: (result: Reg | null) => void,
  ): void {
    const handler = this.context.effects.raises(instr) ? this.handler : null;
    const { dst } = instr;
    const detour = dst !== null && handler !== null && handler.shared.has(dst);
    const result = dst !== null && !detour
      ? this.register(dst)
      : type === null
      ? null
      : this.fresh(bankOf(type));
    emit(result);
    if (resume || handler !== null) this.live(instr.pos);
    if (handler !== null) this.emit("catch_exception", [handler.raised], null, instr.pos);
    if (detour) this.copy(this.register(dst), result!, instr.pos);
  }

  // --- statements ---

  private list(body: readonly Stmt[]): void {
    for (const stmt of body) this.stmt(stmt);
  }

  private stmt(stmt: Stmt): void {
    switch (stmt.kind) {
      case "instr":
        return this.instr(stmt);
      case "if":
        return this.if(stmt);
      case "block":
        return this.labelled(stmt.label, () => this.list(stmt.body));
      case "loop": {
        const start = this.label();
        this.place(start);
        this.labels.set(stmt.label, start);
        return this.list(stmt.body);
      }
      case "br":
        return this.emit("goto", [this.labels.get(stmt.label)!]);
      case "switch":
        return this.switch(stmt);
      case "try":
        return this.try(stmt);
      case "return":
        if (stmt.value === null) return this.emit("void_return", [], null, stmt.pos);
        return this.emit(
          `${bankName(bankOf(stmt.value.type))}_return`,
          [this.source(stmt.value)],
          null,
          stmt.pos,
        );
      case "throw":
        return this.throw(stmt.value, stmt.pos);
      case "unreachable":
        return this.emit("unreachable", [], null, stmt.pos);
    }
  }

  /** Runs `inside`; branches to `label` go after it. */
  private labelled(label: Label, inside: () => void): void {
    const end = this.label();
    this.labels.set(label, end);
    inside();
    this.place(end);
  }

  private if(stmt: Stmt & { kind: "if" }): void {
    const otherwise = this.label();
    this.emit("goto_if_not", [this.source(stmt.cond), otherwise], null, stmt.pos);
    this.list(stmt.then);
    if (stmt.else.length === 0) return this.place(otherwise);
    const end = this.label();
    this.emit("goto", [end]);
    this.place(otherwise);
    this.list(stmt.else);
    this.place(end);
  }

  private switch(stmt: Stmt & { kind: "switch" }): void {
    const end = this.label();
    this.labels.set(stmt.label, end);
    const starts = stmt.bodies.map(() => this.label());
    const target = (index: number): CodeLabel => index === -1 ? end : starts[index];
    const cases = new Map<number, CodeLabel>();
    for (const [value, index] of stmt.cases) cases.set(value, target(index));
    this.emit("switch", [this.source(stmt.value), { kind: "switch", cases }], null, stmt.pos);
    this.emit("goto", [target(stmt.default)], null, stmt.pos);
    stmt.bodies.forEach((body, i) => {
      this.place(starts[i]);
      this.list(body);
    });
    this.place(end);
  }

  private try(stmt: Stmt & { kind: "try" }): void {
    const outer = this.handler;
    const exc = this.register(stmt.exc);
    const shared = this.occurrences.outside(stmt.body);
    const inner: Handler = { raised: this.label(), caught: this.label(), exc, shared };
    const end = this.label();
    this.handler = inner;
    this.list(stmt.body);
    this.handler = outer;
    this.emit("goto", [end]);
    this.place(inner.raised);
    this.emit("last_exc_value", [], exc);
    this.place(inner.caught);
    this.list(stmt.handler);
    this.place(end);
  }

  private throw(value: Operand, pos: number): void {
    if (this.handler === null) return this.emit("raise", [this.source(value)], null, pos);
    this.copy(this.handler.exc, this.source(value), pos);
    this.emit("goto", [this.handler.caught], null, pos);
  }

  // --- instructions ---

  private instr(instr: Instr): void {
    const arithmetic = (ARITHMETIC as Record<string, string>)[instr.op];
    if (arithmetic !== undefined) return this.arithmetic(instr, arithmetic);
    const special = this.special[instr.op as SpecialOp];
    if (special === undefined) throw new Error(`${this.func.name}: jitcode has no ${instr.op}`);
    special(instr);
  }

  private arithmetic(instr: Instr, name: string): void {
    const args = instr.args.map((arg) => this.source(arg));
    const type = jitOp(name).result === "l" ? "i64" : "i32";
    if (jitOp(name).raises) {
      return this.raising(instr, type, false, (result) => this.emit(name, args, result, instr.pos));
    }
    if (instr.dst !== null) this.emit(name, args, this.register(instr.dst), instr.pos);
  }

  /** The register of the result; results that nobody reads get one too, so that opcodes have one shape. */
  private result(instr: Instr, type: ValueType): Reg {
    return instr.dst === null ? this.fresh(bankOf(type)) : this.register(instr.dst);
  }
  private sources(instr: Instr): Source[] {
    return instr.args.map((arg) => this.source(arg));
  }

  private readonly special: Record<SpecialOp, (instr: Instr) => void> = {
    "move": (instr) => this.copyResult(instr),
    "select": (instr) => {
      const bank = bankOf(instr.args[0].type);
      const result = this.result(instr, instr.args[0].type);
      this.emit(`${bankName(bank)}_select`, this.sources(instr), result, instr.pos);
    },
    "instanceof": (instr) => {
      const cls = { kind: "class", cls: instr.imm as ClassDesc } as const;
      this.emit("instance_of", [...this.sources(instr), cls], this.result(instr, "i32"), instr.pos);
    },
    "new": (instr) =>
      this.raising(instr, "ref", false, (result) => {
        this.emit("new", [{ kind: "class", cls: instr.imm as ClassDesc }], result, instr.pos);
      }),
    "newarray": (instr) =>
      this.raising(instr, "ref", false, (result) => {
        const array = { kind: "array", array: instr.imm as ArrayDesc } as const;
        this.emit("new_array", [...this.sources(instr), array], result, instr.pos);
      }),
    "getfield": (instr) => this.getField(instr, instr.imm as FieldDesc),
    "setfield": (instr) => this.setField(instr, instr.imm as FieldDesc),
    "arraylen": (instr) => this.element(instr, "arraylen", "", this.result(instr, "i32")),
    "getitem": (instr) => {
      const type = valueTypeOf((instr.imm as ArrayDesc).element);
      this.element(instr, "getarrayitem", `_${bankOf(type)}`, this.result(instr, type));
    },
    "setitem": (instr) => {
      this.element(instr, "setarrayitem", `_${bankOf(valueTypeOf((instr.imm as ArrayDesc).element))}`, null);
    },
    "arraycopy": (instr) => this.arrayOp(instr, "array_copy"),
    "arrayfill": (instr) => this.arrayOp(instr, `array_fill_${bankOf(instr.args[3].type)}`),
    "getglobal": (instr) => {
      const global = instr.imm as GlobalDesc;
      const result = this.result(instr, global.type);
      this.emit(`getglobal_${result.bank}`, [{ kind: "global", global }], result, instr.pos);
    },
    "setglobal": (instr) => {
      const global = instr.imm as GlobalDesc;
      const op = `setglobal_${bankOf(global.type)}`;
      this.emit(op, [...this.sources(instr), { kind: "global", global }], null, instr.pos);
    },
    "call": (instr) => this.call(instr),
    "callvirt": (instr) => this.callVirtual(instr),
    "callind": (instr) => this.callIndirect(instr),
    "callhost": (instr) => this.callHost(instr),
    "check.null": (instr) => this.emit("check_null", this.sources(instr), null, instr.pos),
    "check.bounds": (instr) => this.emit("check_bounds", this.sources(instr), null, instr.pos),
    "check.cast": (instr) => {
      const cls = { kind: "class", cls: instr.imm as ClassDesc } as const;
      this.emit("check_cast", [...this.sources(instr), cls], null, instr.pos);
    },
    "check.true": (instr) => {
      const text = { kind: "text", text: instr.imm as string } as const;
      this.emit("check_true", [...this.sources(instr), text], null, instr.pos);
    },
    "jit.merge_point": (instr) => this.mergePoint(instr),
    "jit.can_enter": (instr) =>
      this.emit("loop_header", [{ kind: "driver", driver: instr.imm as DriverDesc }], null, instr.pos),
    "jit.promote": (instr) => {
      this.promote(this.source(instr.args[0]), instr.pos);
      this.copyResult(instr);
    },
    "jit.is_constant": (instr) => {
      const [source] = this.sources(instr);
      this.emit(`${bankName(source.bank)}_isconstant`, [source], this.result(instr, "i32"), instr.pos);
    },
    "jit.is_virtual": (instr) => {
      const [source] = this.sources(instr);
      // Only references are ever virtual.
      if (source.bank === "r") this.emit("ref_isvirtual", [source], this.result(instr, "i32"), instr.pos);
      else this.copy(this.result(instr, "i32"), this.constant("i", 0), instr.pos);
    },
    "jit.immutable_array": (instr) => {
      this.emit("record_immutable_array", this.sources(instr), null, instr.pos);
      this.copyResult(instr);
    },
  };

  private copyResult(instr: Instr): void {
    if (instr.dst !== null) this.copy(this.register(instr.dst), this.source(instr.args[0]), instr.pos);
  }
  private promote(source: Source, pos: number): void {
    if (source.kind === "reg") this.emit(`${bankName(source.bank)}_guard_value`, [source], null, pos);
  }
  private arrayOp(instr: Instr, op: string): void {
    this.emit(
      op,
      [...this.sources(instr), { kind: "array", array: instr.imm as ArrayDesc }],
      null,
      instr.pos,
    );
  }

  // --- fields and elements ---

  private getField(instr: Instr, field: FieldDesc): void {
    if (instr.dst !== null && this.facts.vableArrays.has(instr.dst)) return;
    const [object] = this.sources(instr);
    const result = this.result(instr, valueTypeOf(field.type));
    const descr = { kind: "field", field } as const;
    if (field.quasiImmutable) this.emit("record_quasiimmut_field", [object, descr], null, instr.pos);
    const pure = field.immutable || field.quasiImmutable;
    const op = virtualizableRole(field) === "field"
      ? `getfield_vable_${result.bank}`
      : `getfield_gc_${result.bank}${pure ? "_pure" : ""}`;
    this.emit(op, [object, descr], result, instr.pos);
  }

  private setField(instr: Instr, field: FieldDesc): void {
    const [object, value] = this.sources(instr);
    const descr = { kind: "field", field } as const;
    if (field.quasiImmutable) this.emit("jit_force_quasi_immutable", [object, descr], null, instr.pos);
    const place = virtualizableRole(field) === "field" ? "vable" : "gc";
    this.emit(`setfield_${place}_${value.bank}`, [object, value, descr], null, instr.pos);
  }

  /** An access to an array, which may be that of a virtualizable: then its object and field stand for it. */
  private element(instr: Instr, name: string, suffix: string, result: Reg | null): void {
    const [array, ...rest] = instr.args;
    const others = rest.map((arg) => this.source(arg));
    const descr = { kind: "array", array: instr.imm as ArrayDesc } as const;
    const vable = array.kind === "var" ? this.facts.vableArrays.get(array) : undefined;
    if (vable !== undefined) {
      const field = { kind: "field", field: vable.field } as const;
      const args = [this.source(vable.object), ...others, field, descr];
      return this.emit(`${name}_vable${suffix}`, args, result, instr.pos);
    }
    const pure = instr.op === "getitem" && array.kind === "var" && this.facts.immutableArrays.has(array);
    const op = `${name}_gc${suffix}${pure ? "_pure" : ""}`;
    this.emit(op, [this.source(array), ...others, descr], result, instr.pos);
  }

  // --- calls ---

  /** Emits a call: `head` and `tail` are the operands before and after the lists of arguments. */
  private emitCall(
    instr: Instr,
    family: string,
    args: readonly Operand[],
    operands: { head: Arg[]; tail: Arg[] },
    resume: boolean,
  ): void {
    const type = signatureOf(instr).result;
    const used = new Set(args.map((arg) => bankOf(arg.type)));
    const shape = CALL_SHAPES.find((banks) => [...used].every((bank) => banks.includes(bank)))!;
    const op = `${family}_${shape.join("")}_${type === null ? "v" : bankOf(type)}`;
    const lists = this.sortedLists(args, shape);
    this.raising(instr, type, resume, (result) => {
      this.emit(op, [...operands.head, ...lists, ...operands.tail], result, instr.pos);
    });
  }

  private call(instr: Instr): void {
    const callee = instr.imm as Func;
    const { policy, calls } = this.context;
    if (policy.residualReason(callee) !== null) {
      calls.noteResidual(callee);
      return this.residual(instr, this.constant("i", callee), instr.args, calls.direct(instr, callee));
    }
    const family = policy.portal(callee) !== null ? "recursive_call" : "inline_call";
    this.emitCall(instr, family, instr.args, {
      head: [{ kind: "jitcode", code: calls.jitcodeOf(callee) }],
      tail: [],
    }, true);
  }

  private residual(instr: Instr, func: Source, args: readonly Operand[], descr: CallDescr): void {
    const { extra } = descr.effect;
    const resume = extra !== "elidable_cannot_raise" && extra !== "cannot_raise" || descr.targets !== null;
    this.emitCall(instr, "residual_call", args, { head: [func], tail: [descr] }, resume);
  }

  /** When some target can be followed, the class is promoted, which makes the function a constant. */
  private callVirtual(instr: Instr): void {
    const descr = this.context.calls.indirect(instr);
    const object = this.source(instr.args[0]);
    const type = this.fresh("i");
    const func = this.fresh("i");
    this.emit(descr.targets === null ? "typeid" : "guard_class", [object], type, instr.pos);
    const method = { kind: "method", method: instr.imm as MethodDesc } as const;
    this.emit("vtable_method", [type, method], func, instr.pos);
    this.residual(instr, func, instr.args, descr);
  }

  private callIndirect(instr: Instr): void {
    const descr = this.context.calls.indirect(instr);
    const func = this.source(instr.args[0]);
    if (descr.targets !== null) this.promote(func, instr.pos);
    this.residual(instr, func, instr.args.slice(1), descr);
  }

  private callHost(instr: Instr): void {
    const host = instr.imm as HostDesc;
    const descr = this.context.calls.host(instr);
    this.emitCall(instr, "host_call", instr.args, { head: [{ kind: "host", host }], tail: [descr] }, false);
  }

  // --- hints ---

  private mergePoint(instr: Instr): void {
    const driver = instr.imm as DriverDesc;
    const greens = instr.args.slice(0, driver.greens.length);
    for (const green of greens) this.promote(this.source(green), instr.pos);
    const lists = [
      ...this.sortedLists(greens, BANKS),
      ...this.sortedLists(instr.args.slice(greens.length), BANKS),
    ];
    this.emit("jit_merge_point", [{ kind: "driver", driver }, ...lists], null, instr.pos);
    this.live(instr.pos);
  }
}
