/**
 * Liveness and what depends on it: fuses tests with branches, turns virtual registers into as few as possible and
 * fills the `-live-` markers.
 *
 * Liveness runs backwards over the instructions in rounds, with the sets at labels remembered, until these stand
 * still. Registers are coloured greedily, arguments first, where two interfere when one is written while the other
 * is live; a copy's two sides share a register if nothing speaks against it, and the copy goes away.
 */
import {
  addBit,
  type Bits,
  BitTable,
  deleteBit,
  emptyBits,
  forEachBit,
  hasBit,
  sameBits,
  unite,
} from "../passes/bits.ts";
import {
  type Arg,
  type Bank,
  bankOf,
  BANKS,
  type CodeLabel,
  forEachSource,
  type Insn,
  type JitCode,
  labelsOf,
  type Reg,
  type Source,
  type SourceList,
} from "./code.ts";
import { FUSED_TESTS, jitOp } from "./ops.ts";

/** Numbers the registers of all banks in one range. */
class Numbering {
  readonly first: Record<Bank, number> = { i: 0, l: 0, r: 0, f: 0 };
  readonly size: number;
  constructor({ registers }: JitCode) {
    let size = 0;
    for (const bank of BANKS) {
      this.first[bank] = size;
      size += registers[bank];
    }
    this.size = size;
  }
  of(register: Reg): number {
    return this.first[register.bank] + register.index;
  }
  bankOf(number: number): Bank {
    return number >= this.first.f ? "f" : number >= this.first.r ? "r" : number >= this.first.l ? "l" : "i";
  }
  register(number: number): Reg {
    const bank = this.bankOf(number);
    return { kind: "reg", bank, index: number - this.first[bank] };
  }
}

/**
 * Walks `code` backwards. `visit` sees each instruction with the registers live after it; sets are numbered by
 * `numbering` and change when the walk goes on. The result is what is live at the start.
 */
function walkLive(
  code: JitCode,
  numbering: Numbering,
  visit: (insn: Insn, after: Bits, index: number) => void,
): Bits {
  const atLabel = new Map<number, Bits>();
  for (const insn of code.insns) {
    for (const { target } of labelsOf(insn)) atLabel.set(target, emptyBits(numbering.size));
  }
  while (liveRound(code, numbering, atLabel, () => {}).changed) { /* again */ }
  return liveRound(code, numbering, atLabel, visit).start;
}

function liveRound(
  code: JitCode,
  numbering: Numbering,
  atLabel: Map<number, Bits>,
  visit: (insn: Insn, after: Bits, index: number) => void,
): { changed: boolean; start: Bits } {
  const live = emptyBits(numbering.size);
  let changed = false;
  for (let i = code.insns.length - 1; i >= 0; i--) {
    const insn = code.insns[i];
    if (jitOp(insn.op).ends) live.fill(0);
    for (const { target } of labelsOf(insn)) unite(live, atLabel.get(target)!);
    visit(insn, live, i);
    if (insn.result !== null) deleteBit(live, numbering.of(insn.result));
    if (insn.op !== "-live-") forEachSource(insn, (source) => addLive(live, source, numbering));
    const known = atLabel.get(i);
    if (known === undefined || sameBits(known, live)) continue;
    known.set(live);
    changed = true;
  }
  return { changed, start: live };
}

function addLive(live: Bits, source: Source, numbering: Numbering): void {
  if (source.kind === "reg") addBit(live, numbering.of(source));
}

/** Registers live at the start of `code`: none but arguments, in correct code. */
export function liveAtStart(code: JitCode): Reg[] {
  const numbering = new Numbering(code);
  const registers: Reg[] = [];
  forEachBit(walkLive(code, numbering, () => {}), (number) => registers.push(numbering.register(number)));
  return registers;
}

/** Fills the lists of the `-live-` markers. */
export function fillLive(code: JitCode): void {
  const numbering = new Numbering(code);
  walkLive(code, numbering, (insn, live) => {
    if (insn.op === "-live-") insn.args = liveLists(live, numbering);
  });
}

/** The lists of a `-live-` marker where `live` is live. */
function liveLists(live: Bits, numbering: Numbering): SourceList[] {
  const lists: Record<Bank, Reg[]> = { i: [], l: [], r: [], f: [] };
  forEachBit(live, (number) => {
    const register = numbering.register(number);
    lists[register.bank].push(register);
  });
  return BANKS.map((bank) => ({ kind: "list", bank, items: lists[bank] }));
}

/** Joins a test and the branch on its result to one instruction, where nothing else reads the result. */
export function fuseTests(code: JitCode): void {
  const numbering = new Numbering(code);
  const tests = new Set<Insn>();
  walkLive(code, numbering, (branch, after, index) => {
    const test = code.insns[index - 2];
    if (branch.op !== "goto_if_not" || test === undefined || !FUSED_TESTS.has(test.op)) return;
    const [cond, label] = branch.args;
    const tested = cond.kind === "reg" && test.result !== null && cond.index === test.result.index;
    if (!tested || hasBit(after, numbering.of(cond))) return;
    tests.add(test);
    code.insns[index] = { ...branch, op: `goto_if_not_${test.op}`, args: [...test.args, label] };
  });
  removeInsns(code, (insn) => tests.has(insn));
}

/** Replaces virtual registers by allocated ones, removes copies that became useless, and fills the markers. */
export function allocateRegisters(code: JitCode): void {
  const numbering = new Numbering(code);
  const interference = findInterference(code, numbering);
  const colours = colour(code, numbering, interference);
  const counts: Record<Bank, number> = { i: 0, l: 0, r: 0, f: 0 };
  const registers = new Map<number, Reg>();
  const rename = (register: Reg): Reg => {
    const number = numbering.of(register);
    const { bank } = register;
    let renamed = registers.get(number);
    if (renamed === undefined) registers.set(number, renamed = { kind: "reg", bank, index: colours[number] });
    counts[bank] = Math.max(counts[bank], renamed.index + 1);
    return renamed;
  };
  argumentRegisters(code).forEach(rename);
  for (const insn of code.insns) renameInsn(insn, rename);
  code.registers = counts;
  removeInsns(code, isUselessCopy);
  removeInsns(code, goesToNext);
  removeInsns(code, (insn, i) => insn.op === "-live-" && code.insns[i + 1]?.op === "-live-");
  fillLive(code);
}

/** The registers of the arguments: the lowest of each bank. */
export function argumentRegisters({ func }: JitCode): Reg[] {
  const counts: Record<Bank, number> = { i: 0, l: 0, r: 0, f: 0 };
  return func.params.map(({ type }) => {
    const bank = bankOf(type);
    return { kind: "reg", bank, index: counts[bank]++ };
  });
}

function findInterference(code: JitCode, numbering: Numbering): BitTable {
  const table = new BitTable(numbering.size, numbering.size);
  const interfere = (a: number, b: number): void => {
    if (a === b || numbering.bankOf(a) !== numbering.bankOf(b)) return;
    table.add(a, b);
    table.add(b, a);
  };
  const start = walkLive(code, numbering, (insn, after) => {
    if (insn.result === null) return;
    const written = numbering.of(insn.result);
    const source = copySource(insn);
    forEachBit(after, (other) => {
      if (source === null || other !== numbering.of(source)) interfere(written, other);
    });
  });
  const parameters = argumentRegisters(code).map((register) => numbering.of(register));
  for (const a of parameters) {
    for (const b of parameters) interfere(a, b);
    forEachBit(start, (b) => interfere(a, b));
  }
  return table;
}

/** The register that a copy reads; null for other instructions. */
function copySource(insn: Insn): Reg | null {
  if (!insn.op.endsWith("_copy") || insn.result === null) return null;
  const [source] = insn.args;
  return source.kind === "reg" ? source : null;
}

/** A colour for each register; arguments keep their own. */
function colour(code: JitCode, numbering: Numbering, interference: BitTable): Int32Array {
  const colours = new Int32Array(numbering.size).fill(-1);
  for (const register of argumentRegisters(code)) colours[numbering.of(register)] = register.index;
  const partners = copyPartners(code, numbering);
  for (let number = 0; number < numbering.size; number++) {
    if (colours[number] >= 0) continue;
    const taken = emptyBits(numbering.size);
    forEachBit(interference.row(number), (other) => {
      if (colours[other] >= 0) addBit(taken, colours[other]);
    });
    const wanted = (partners.get(number) ?? []).map((other) => colours[other]);
    let choice = wanted.find((colour) => colour >= 0 && !hasBit(taken, colour)) ?? -1;
    if (choice < 0) { for (choice = 0; hasBit(taken, choice);) choice++; }
    colours[number] = choice;
  }
  return colours;
}

/** The registers that each register is copied to or from. */
function copyPartners(code: JitCode, numbering: Numbering): Map<number, number[]> {
  const partners = new Map<number, number[]>();
  const add = (a: number, b: number): void => {
    const list = partners.get(a);
    if (list === undefined) partners.set(a, [b]);
    else list.push(b);
  };
  for (const insn of code.insns) {
    const source = copySource(insn);
    if (source === null) continue;
    add(numbering.of(source), numbering.of(insn.result!));
    add(numbering.of(insn.result!), numbering.of(source));
  }
  return partners;
}

function renameInsn(insn: Insn, rename: (register: Reg) => Reg): void {
  const source = (s: Source): Source => s.kind === "reg" ? rename(s) : s;
  insn.args = insn.args.map((arg): Arg => {
    if (arg.kind === "reg") return rename(arg);
    return arg.kind === "list" ? { ...arg, items: arg.items.map(source) } : arg;
  });
  if (insn.result !== null) insn.result = rename(insn.result);
}

function isUselessCopy(insn: Insn): boolean {
  const source = copySource(insn);
  return source !== null && source.index === insn.result!.index;
}
function goesToNext(insn: Insn, index: number): boolean {
  return insn.op === "goto" && (insn.args[0] as CodeLabel).target === index + 1;
}

/** Removes instructions and moves the labels accordingly. */
function removeInsns(code: JitCode, remove: (insn: Insn, index: number) => boolean): void {
  const kept: Insn[] = [];
  const positions = new Int32Array(code.insns.length + 1);
  const labels = new Set<CodeLabel>();
  code.insns.forEach((insn, i) => {
    positions[i] = kept.length;
    for (const label of labelsOf(insn)) labels.add(label);
    if (!remove(insn, i)) kept.push(insn);
  });
  positions[code.insns.length] = kept.length;
  for (const label of labels) label.target = positions[label.target];
  code.insns = kept;
}
