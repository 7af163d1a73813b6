/**
 * Executes the jitcode of random functions and compares with the structured code they were made from. At every
 * `-live-` the machine forgets all registers that are not listed: what a resume would lose.
 */
import { assert, assertEquals } from "@std/assert";
import { printFunc } from "../ir/print.ts";
import { analyzeEffects, type EffectInfo } from "../passes/effects.ts";
import { randomProgram } from "../passes/random_ir.ts";
import { type Oracle, runFunction, seededOracle } from "../passes/roots_check.ts";
import { Calls } from "./calls.ts";
import type { Arg, CodeLabel, Insn, JitCode, Reg, Source, SourceList } from "./code.ts";
import { flatten } from "./flatten.ts";
import { jitOp } from "./ops.ts";
import { Policy } from "./policy.ts";
import { printCode } from "./print.ts";
import { allocateRegisters, argumentRegisters, fuseTests } from "./registers.ts";
import { verifyJitcode } from "./verify.ts";

/** An object's number or null, or a number. */
type Value = { readonly object: number } | null | number;

/** The IR's names of the opcodes that random functions contain, for traces. */
const NAMES: Record<string, string> = {
  new: "new",
  new_array: "newarray",
  getfield_gc_r: "getfield",
  setfield_gc_r: "setfield",
  setarrayitem_gc_r: "setitem",
  int_add_ovf: "i32.add_ovf",
  inline_call_r_r: "call",
  residual_call_r_r: "call",
};

class Machine {
  readonly trace: string[] = [];
  /** Undefined: the result of what raised, which nothing may read. */
  private readonly registers = new Map<string, Value | undefined>();
  private readonly heap: Map<unknown, Value>[] = [];
  private exception: Value = null;
  private at = 0;

  constructor(private readonly code: JitCode, private readonly paths: Oracle) {}

  /** True when it finished within `steps`. */
  run(steps: number): boolean {
    for (const register of argumentRegisters(this.code)) {
      this.write(register, register.bank === "r" ? this.allocate() : this.paths(10));
    }
    while (steps-- > 0) {
      const insn = this.code.insns[this.at++];
      if (this.step(insn)) return true;
    }
    return false;
  }

  private allocate(): Value {
    this.heap.push(new Map());
    return { object: this.heap.length - 1 };
  }
  private write(register: Reg, value: Value | undefined): void {
    this.registers.set(`${register.bank}${register.index}`, value);
  }
  private read(source: Source): Value {
    if (source.kind === "const") {
      const value = this.code.constants[source.bank][source.index];
      return typeof value === "number" ? value : null;
    }
    const value = this.registers.get(`${source.bank}${source.index}`);
    assert(value !== undefined, `${source.bank}${source.index} holds nothing at ${this.at - 1}`);
    return value;
  }
  private sources(insn: Insn): Value[] {
    return insn.args.flatMap((arg: Arg) => {
      if (arg.kind === "reg" || arg.kind === "const") return [this.read(arg)];
      return arg.kind === "list" ? arg.items.map((item) => this.read(item)) : [];
    });
  }

  /** True at the end of the function. */
  private step(insn: Insn): boolean {
    if (insn.op.startsWith("goto_if_not")) {
      this.sources(insn);
      if (this.paths(2) !== 0) this.goto(insn.args[insn.args.length - 1] as CodeLabel);
      return false;
    }
    switch (insn.op) {
      case "-live-":
        return this.forget(insn);
      case "goto":
        return this.goto(insn.args[0] as CodeLabel);
      case "switch":
        return this.switch(insn);
      case "catch_exception":
        return false;
      case "last_exc_value":
        this.write(insn.result!, this.exception);
        return false;
      case "ref_copy":
      case "int_copy":
        this.write(insn.result!, this.sources(insn)[0]);
        return false;
      case "raise": {
        // Random functions throw null as well, which lowered code cannot tell from a return.
        const [value] = this.sources(insn);
        this.trace.push(value === null ? "return null" : `raise ${text(value)}`);
        return true;
      }
      case "ref_return":
        this.trace.push(`return ${text(this.sources(insn)[0])}`);
        return true;
      default:
        return this.execute(insn);
    }
  }

  private goto(label: CodeLabel): boolean {
    this.at = label.target;
    return false;
  }
  private switch(insn: Insn): boolean {
    this.sources(insn);
    const descr = insn.args[1];
    assert(descr.kind === "switch");
    const cases = [...descr.cases.values()];
    const choice = this.paths(cases.length + 1);
    if (choice > 0) this.goto(cases[choice - 1]);
    return false;
  }
  private forget(insn: Insn): boolean {
    const kept = (insn.args as SourceList[]).flatMap((list) => list.items.map((s) => `${s.bank}${s.index}`));
    for (const name of this.registers.keys()) if (!kept.includes(name)) this.registers.delete(name);
    for (const name of kept) assert(this.registers.has(name), `${name} is live, but holds nothing`);
    return false;
  }

  private execute(insn: Insn): boolean {
    const args = this.sources(insn);
    if (this.raises(insn) && this.paths(3) === 0) return this.raise(insn);
    if (insn.op.startsWith("residual_call")) args.shift();
    const value = this.result(insn, args);
    if (insn.result !== null) this.write(insn.result, value);
    this.trace.push(`${NAMES[insn.op] ?? insn.op} ${args.map(text)} ${text(value)}`);
    return false;
  }
  private raises(insn: Insn): boolean {
    const [callee] = insn.args;
    if (callee?.kind === "jitcode") return callee.code.func.effects!.raises;
    const last = insn.args[insn.args.length - 1];
    return last?.kind === "call" ? last.effect.raises : jitOp(insn.op).raises;
  }
  private raise(insn: Insn): boolean {
    this.trace.push(`${NAMES[insn.op]} raises`);
    this.exception = this.allocate();
    if (insn.result !== null) this.write(insn.result, undefined);
    if (this.code.insns[this.at].op === "-live-") this.step(this.code.insns[this.at++]);
    const next = this.code.insns[this.at];
    if (next.op === "catch_exception") return this.goto(next.args[0] as CodeLabel);
    this.trace.push(`raise ${text(this.exception)}`);
    return true;
  }

  private result(insn: Insn, args: Value[]): Value {
    const fields = (value: Value): Map<unknown, Value> | null => {
      return typeof value === "object" && value !== null ? this.heap[value.object] : null;
    };
    const last = insn.args[insn.args.length - 1];
    switch (insn.op) {
      case "getfield_gc_r":
        assert(last.kind === "field");
        return fields(args[0])?.get(last.field) ?? null;
      case "setfield_gc_r":
        assert(last.kind === "field");
        fields(args[0])?.set(last.field, args[1]);
        return null;
      case "setarrayitem_gc_r":
        return null;
      default:
        return insn.result?.bank === "r" ? this.allocate() : this.paths(100);
    }
  }
}

function text(value: Value): string {
  return typeof value === "object" && value !== null ? `#${value.object}` : String(value);
}

function makeCode(program: ReturnType<typeof randomProgram>, effects: EffectInfo): JitCode {
  const policy = new Policy();
  const calls = new Calls(effects, policy, program.functions);
  const code = calls.jitcodeOf(program.functions[program.functions.length - 1]);
  for (const one of calls.codes) {
    flatten(one, { effects, policy, calls });
    fuseTests(one);
    allocateRegisters(one);
  }
  assertEquals(verifyJitcode({ codes: calls.codes, residual: calls.residual }), []);
  return code;
}

Deno.test("jitcode of random functions does what they do, from live registers alone", () => {
  let finished = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const program = randomProgram(seededOracle(seed), {
      refs: 3 + seed % 6,
      depth: 1 + seed % 4,
      length: 3 + seed % 5,
    });
    const func = program.functions[program.functions.length - 1];
    const effects = analyzeEffects(program);
    const code = makeCode(program, effects);
    for (let path = 0; path < 8; path++) {
      const start = seed * 1000 + path;
      const collections = seededOracle(0);
      const options = { paths: seededOracle(start), collections, effects, lowered: false, steps: 400 };
      const expected = runFunction(func, options);
      if (!expected.finished) continue;
      const machine = new Machine(code, seededOracle(start));
      const where = `seed ${seed} path ${path}\n${printFunc(func, program)}\n${printCode(code)}`;
      assert(machine.run(4000), where);
      assertEquals(machine.trace, expected.trace, where);
      finished++;
    }
  }
  assert(finished > 2000, `only ${finished} runs finished`);
});
