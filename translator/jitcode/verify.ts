/**
 * Checks jitcode: operands against the opcode table, registers and labels against their ranges, `-live-` markers
 * against a fresh liveness, and the rules about where markers and `catch_exception` stand. An empty list means that
 * all is well.
 */
import {
  type Arg,
  BANKS,
  type CallDescr,
  type Insn,
  type JitCode,
  type JitProgram,
  labelsOf,
  type Source,
  type SourceList,
} from "./code.ts";
import { type ArgKind, JIT_OPS, type JitOp } from "./ops.ts";
import { printInsn } from "./print.ts";
import { argumentRegisters, fillLive, liveAtStart } from "./registers.ts";

/** Problems of all jitcodes of `program`, as texts. */
export function verifyJitcode(program: JitProgram): string[] {
  const known = new Set(program.codes);
  return program.codes.flatMap((code) => new Verifier(code, known).run());
}

class Verifier {
  private readonly problems: string[] = [];

  constructor(private readonly code: JitCode, private readonly known: ReadonlySet<JitCode>) {}

  run(): string[] {
    const { insns } = this.code;
    insns.forEach((insn, i) => this.insn(insn, i));
    const last = insns[insns.length - 1];
    if (last === undefined || !JIT_OPS[last.op]?.ends) {
      this.report(insns.length - 1, "control runs off the end");
    }
    if (this.problems.length === 0) this.liveness();
    return this.problems;
  }

  private report(index: number, message: string): void {
    const insn = this.code.insns[index];
    const text = insn === undefined ? "" : ` ${index}: ${printInsn(insn, this.code, new Map())}`;
    this.problems.push(`jitcode ${this.code.name}${text}: ${message}`);
  }

  private insn(insn: Insn, index: number): void {
    const info = JIT_OPS[insn.op];
    if (info === undefined) return this.report(index, "unknown opcode");
    if (insn.args.length !== info.args.length) {
      return this.report(index, `${insn.args.length} operands instead of ${info.args.length}`);
    }
    insn.args.forEach((arg, i) => this.arg(arg, info.args[i], index));
    if ((insn.result?.bank ?? null) !== info.result) this.report(index, `the result is not ${info.result}`);
    if (insn.result !== null) this.source(insn.result, index);
    for (const { target } of labelsOf(insn)) {
      if (target < 0 || target >= this.code.insns.length) this.report(index, `a label goes to ${target}`);
    }
    this.placement(insn, info, index);
  }

  private arg(arg: Arg, kind: ArgKind, index: number): void {
    const actual: ArgKind = arg.kind === "reg" || arg.kind === "const"
      ? arg.bank
      : arg.kind === "list"
      ? `${arg.bank}*`
      : arg.kind;
    if (actual !== kind) return this.report(index, `an operand is ${actual}, not ${kind}`);
    if (arg.kind === "reg" || arg.kind === "const") this.source(arg, index);
    else if (arg.kind === "list") {
      for (const item of arg.items) {
        if (item.bank !== arg.bank) this.report(index, `an item of a list is ${item.bank}, not ${arg.bank}`);
        this.source(item, index);
      }
    } else if (arg.kind === "jitcode" && !this.known.has(arg.code)) {
      this.report(index, `jitcode ${arg.code.name} is not in the program`);
    } else if (arg.kind === "call") this.call(arg, index);
  }

  private source({ kind, bank, index: position }: Source, index: number): void {
    const limit = kind === "reg" ? this.code.registers[bank] : this.code.constants[bank].length;
    if (position < 0 || position >= limit) this.report(index, `${kind} ${bank}${position} of ${limit}`);
  }

  /** The descriptor agrees with the lists of the call. */
  private call(descr: CallDescr, index: number): void {
    const lists = this.code.insns[index].args.filter((arg): arg is SourceList => arg.kind === "list");
    for (const bank of BANKS) {
      const wanted = descr.args.filter((arg) => arg === bank).length;
      const actual = lists.find((list) => list.bank === bank)?.items.length ?? 0;
      if (wanted !== actual) this.report(index, `${actual} arguments in bank ${bank} instead of ${wanted}`);
    }
    for (const code of descr.targets?.values() ?? []) {
      if (!this.known.has(code)) this.report(index, `jitcode ${code.name} is not in the program`);
    }
  }

  private placement(insn: Insn, info: JitOp, index: number): void {
    const { insns } = this.code;
    if (info.resumes && insns[index - 1]?.op !== "-live-") this.report(index, "there is no -live- before it");
    if (insn.op !== "catch_exception") return;
    const raising = insns[index - 1]?.op === "-live-" ? insns[index - 2] : insns[index - 1];
    if (raising === undefined || !JIT_OPS[raising.op].raises) this.report(index, "nothing before it raises");
    const [label] = labelsOf(insn);
    if (insns[label.target]?.op !== "last_exc_value") {
      this.report(index, "its target does not take the exception");
    }
  }

  private liveness(): void {
    const wanted: JitCode = { ...this.code, insns: this.code.insns.map((insn) => ({ ...insn })) };
    fillLive(wanted);
    wanted.insns.forEach((insn, i) => {
      if (insn.op !== "-live-") return;
      const text = printInsn(insn, wanted, new Map());
      if (text !== printInsn(this.code.insns[i], this.code, new Map())) this.report(i, `should be ${text}`);
    });
    const args = new Set(argumentRegisters(this.code).map(({ bank, index }) => `${bank}${index}`));
    for (const { bank, index } of liveAtStart(this.code)) {
      if (!args.has(`${bank}${index}`)) {
        this.report(0, `register ${bank}${index} may be read before it is written`);
      }
    }
  }
}
