/**
 * Calls in jitcode: which functions get one (the queue of those found so far), and the descriptors of residual calls.
 */
import type { Effects, FieldDesc, Func, Instr } from "../ir/ir.ts";
import { signatureOf } from "../ir/verify.ts";
import { forEachInstr } from "../ir/walk.ts";
import type { EffectInfo } from "../passes/effects.ts";
import { bankOf, type CallDescr, type EffectDescr, type ExtraEffect, type JitCode } from "./code.ts";
import type { Policy } from "./policy.ts";
import { virtualizableRole } from "./vars.ts";

/** The calls of all jitcodes of a program. */
export class Calls {
  /** In order of discovery. */
  readonly codes: JitCode[] = [];
  readonly residual = new Map<Func, string>();
  private readonly codeOf = new Map<Func, JitCode>();
  private readonly forcing: ForcingFunctions;

  constructor(
    private readonly effects: EffectInfo,
    private readonly policy: Policy,
    functions: readonly Func[],
  ) {
    this.forcing = new ForcingFunctions(effects, functions);
  }

  /** The jitcode of `func`, which is made, empty, and queued in `codes` at the first call. */
  jitcodeOf(func: Func): JitCode {
    let code = this.codeOf.get(func);
    if (code === undefined) {
      code = {
        name: func.name,
        func,
        portal: this.policy.portal(func),
        registers: { i: 0, l: 0, r: 0, f: 0 },
        constants: { i: [], l: [], r: [], f: [] },
        insns: [],
      };
      this.codeOf.set(func, code);
      this.codes.push(code);
    }
    return code;
  }

  /** Remembers that jitcode calls `func` without looking into it. */
  noteResidual(func: Func): void {
    this.residual.set(func, this.policy.residualReason(func)!);
  }

  /** The descriptor of a residual `call`. */
  direct(instr: Instr, callee: Func): CallDescr {
    return this.descr(instr, this.effects.ofCall(instr)!, [callee], null);
  }

  /** The descriptor of a `callvirt` or `callind`. */
  indirect(instr: Instr): CallDescr {
    const all = this.effects.targets(instr);
    const targets = new Map<Func, JitCode>();
    for (const func of all) {
      if (this.policy.residualReason(func) === null) targets.set(func, this.jitcodeOf(func));
      else this.noteResidual(func);
    }
    return this.descr(instr, this.effects.ofCall(instr)!, all, targets.size > 0 ? targets : null);
  }

  /** The descriptor of a `callhost`: never raises, never collects, writes no field. */
  host(instr: Instr): CallDescr {
    const effects: Effects = { raises: false, collects: false, writes: new Set(), recursive: false };
    return this.descr(instr, effects, [], null);
  }

  private descr(
    instr: Instr,
    effects: Effects,
    callees: readonly Func[],
    targets: ReadonlyMap<Func, JitCode> | null,
  ): CallDescr {
    const { params, result } = signatureOf(instr);
    const { raises, collects, writes } = effects;
    const effect: EffectDescr = { extra: this.extra(effects, callees), raises, collects, writes };
    return {
      kind: "call",
      args: params.map(bankOf),
      result: result === null ? null : bankOf(result),
      effect,
      targets,
    };
  }

  private extra({ raises }: Effects, callees: readonly Func[]): ExtraEffect {
    if (callees.length > 0 && callees.every((func) => func.hints.elidable)) {
      return raises ? "elidable_can_raise" : "elidable_cannot_raise";
    }
    if (callees.some((func) => this.forcing.has(func))) return "forces_virtualizable";
    return raises ? "can_raise" : "cannot_raise";
  }
}

/** Functions that may access the fields of a virtualizable, themselves or through what they call. */
class ForcingFunctions {
  private readonly set = new Set<Func>();

  constructor(effects: EffectInfo, functions: readonly Func[]) {
    const callers = new Map<Func, Func[]>();
    const work: Func[] = [];
    for (const func of functions) {
      if (accessesVirtualizable(func)) work.push(func);
      forEachInstr(func.body, (instr) => {
        for (const target of effects.targets(instr)) {
          const list = callers.get(target);
          if (list === undefined) callers.set(target, [func]);
          else list.push(func);
        }
      });
    }
    for (let func = work.pop(); func !== undefined; func = work.pop()) {
      if (this.set.has(func)) continue;
      this.set.add(func);
      work.push(...callers.get(func) ?? []);
    }
  }

  has(func: Func): boolean {
    return this.set.has(func);
  }
}

function accessesVirtualizable(func: Func): boolean {
  let found = false;
  forEachInstr(func.body, (instr) => {
    if (instr.op !== "getfield" && instr.op !== "setfield") return;
    if (virtualizableRole(instr.imm as FieldDesc) !== null) found = true;
  });
  return found;
}
