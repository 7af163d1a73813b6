/**
 * The text form of jitcode, for `--dump jitcode` and tests.
 *
 *     jitcode add portal loop regs i2 r1
 *       L0:
 *         -live- %i0 %r0
 *         goto_if_not_int_lt %i0, $10, L1
 *         int_add %i0, $1 -> %i1
 *         residual_call_ir_v $<&f>, I[%i1], R[%r0], <call (i, r) can_raise collects writes C.x>
 *
 * Registers are `%` bank number, constants `$value`, labels are numbered by position.
 */
import type { ArrayDesc, FieldDesc, GlobalDesc, MethodDesc, Program } from "../ir/ir.ts";
import {
  type Arg,
  BANKS,
  type CallDescr,
  type Descr,
  type Insn,
  type JitCode,
  type JitProgram,
  labelsOf,
  type PoolValue,
  type Source,
  type SourceList,
} from "./code.ts";
import { writeJitcode } from "./codewriter.ts";

/** The jitcodes of `program` as text. */
export function printJitcode(program: Program): string {
  return printJitProgram(writeJitcode(program));
}

/** All jitcodes, and the functions that are called but have none. */
export function printJitProgram({ codes, residual }: JitProgram): string {
  const parts = codes.map(printCode);
  const lines = [...residual].map(([func, reason]) => `residual ${func.name}: ${reason}\n`);
  if (lines.length > 0) parts.push(lines.join(""));
  return parts.join("\n");
}

/** One jitcode as text. */
export function printCode(code: JitCode): string {
  const labels = labelNames(code);
  const counts = BANKS.filter((bank) => code.registers[bank] > 0).map((bank) =>
    `${bank}${code.registers[bank]}`
  );
  const portal = code.portal === null ? "" : ` portal ${code.portal.name}`;
  const lines = [`jitcode ${code.name}${portal} regs ${counts.join(" ") || "none"}`];
  code.insns.forEach((insn, i) => {
    const label = labels.get(i);
    if (label !== undefined) lines.push(`  ${label}:`);
    lines.push(`    ${printInsn(insn, code, labels)}`);
  });
  return lines.join("\n") + "\n";
}

function labelNames(code: JitCode): Map<number, string> {
  const targets = new Set<number>();
  for (const insn of code.insns) for (const { target } of labelsOf(insn)) targets.add(target);
  const sorted = [...targets].sort((a, b) => a - b);
  return new Map(sorted.map((target, i) => [target, `L${i}`]));
}

/** One instruction as text; `labels` names positions. */
export function printInsn(insn: Insn, code: JitCode, labels: ReadonlyMap<number, string>): string {
  if (insn.op === "-live-") {
    const lists = insn.args as SourceList[];
    const registers = lists.flatMap((list) => list.items).map((source) => sourceText(source, code));
    return ["-live-", ...registers].join(" ");
  }
  const args = insn.args.map((arg) => argText(arg, code, labels)).join(", ");
  const result = insn.result === null ? "" : ` -> ${sourceText(insn.result, code)}`;
  return `${insn.op}${args === "" ? "" : ` ${args}`}${result}`;
}

function sourceText(source: Source, code: JitCode): string {
  if (source.kind === "reg") return `%${source.bank}${source.index}`;
  const text = valueText(code.constants[source.bank][source.index]);
  return source.bank === "f" && /^-?\d+$/.test(text) ? `$${text}.0` : `$${text}`;
}
function valueText(value: PoolValue): string {
  if (value === null) return "null";
  if (typeof value !== "object") {
    return Object.is(value, -0) ? "-0" : `${value}${typeof value === "bigint" ? "n" : ""}`;
  }
  if (!("kind" in value)) return `<^${value.name}>`;
  return value.kind === "func" ? `<&${value.name}>` : `<#${value.id}>`;
}

function argText(arg: Arg, code: JitCode, labels: ReadonlyMap<number, string>): string {
  switch (arg.kind) {
    case "reg":
    case "const":
      return sourceText(arg, code);
    case "list":
      return `${arg.bank.toUpperCase()}[${arg.items.map((item) => sourceText(item, code)).join(", ")}]`;
    case "label":
      return labels.get(arg.target) ?? `@${arg.target}`;
    case "switch": {
      const cases = [...arg.cases].map(([value, label]) => `${value}: ${labels.get(label.target)}`);
      return `<switch ${cases.join(", ")}>`;
    }
    default:
      return `<${descrText(arg)}>`;
  }
}

function descrText(descr: Exclude<Descr, { kind: "switch" }>): string {
  switch (descr.kind) {
    case "field":
      return memberText(descr.field);
    case "array":
      return `array ${descr.array.name}`;
    case "class":
      return descr.cls.name;
    case "method":
      return memberText(descr.method);
    case "global":
      return `global ${descr.global.name}`;
    case "driver":
      return descr.driver.name;
    case "host":
      return descr.host.name;
    case "text":
      return JSON.stringify(descr.text);
    case "jitcode":
      return descr.code.name;
    case "call":
      return callText(descr);
  }
}
function memberText({ cls, name }: FieldDesc | MethodDesc): string {
  return `${cls.name}.${name}`;
}
function callText({ args, result, effect, targets }: CallDescr): string {
  const words = [`call (${args.join(", ")})${result === null ? "" : ` ${result}`}`, effect.extra];
  if (effect.raises && effect.extra === "forces_virtualizable") words.push("raises");
  if (effect.collects) words.push("collects");
  if (effect.writes === null) words.push("writes *");
  else if (effect.writes.size > 0) words.push(`writes ${[...effect.writes].map(writtenText).join(", ")}`);
  if (targets !== null) words.push(`targets ${[...targets.values()].map((code) => code.name).join(", ")}`);
  return words.join(" ");
}
function writtenText(written: FieldDesc | ArrayDesc | GlobalDesc): string {
  return "cls" in written ? memberText(written) : written.name;
}
