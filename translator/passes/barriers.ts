/**
 * Write barrier elision: marks stores of references that need no barrier.
 *
 * The barrier tells the collector of references from old objects to young ones. It is not needed
 *
 * - when the stored value is null;
 * - when the object stored into is young for sure: an inline allocation made it, and no instruction that may
 *   collect came since, on any path. An allocation may collect itself, so only the last one's result is young,
 *   with its copies.
 */
import type { ArrayDesc, FieldDesc, Func, Instr, Operand, Program, Var } from "../ir/ir.ts";
import { isInlineAllocation } from "./allocation.ts";
import { addBit, type Bits, BitTable, deleteBit, hasBit, intersect, sameBits } from "./bits.ts";
import { type Block, buildCfg, type Cfg } from "./cfg.ts";
import { analyzeEffects, type EffectInfo } from "./effects.ts";
import { forEachInstr } from "../ir/walk.ts";

/** Sets `noBarrier` in all functions of `program`; after exception lowering. */
export function elideBarriers(program: Program, effects: EffectInfo = analyzeEffects(program)): void {
  for (const func of program.functions) elideInFunc(func, effects);
}
/** The name that filetests know. */
export { elideBarriers as barriers };

/** Where the written object and the stored value of an instruction that needs a barrier are. */
interface Store {
  readonly base: number;
  /** -1: more than one value. */
  readonly value: number;
}
const STORES: Readonly<Record<string, Store>> = {
  "setfield": { base: 0, value: 1 },
  "setitem": { base: 0, value: 2 },
  "arrayfill": { base: 0, value: 3 },
  "arraycopy": { base: 2, value: -1 },
};

/** The table entry of a store of references; null for other instructions. */
function referenceStore(instr: Instr): Store | null {
  const store = STORES[instr.op];
  if (store === undefined) return null;
  const imm = instr.imm as FieldDesc | ArrayDesc;
  const type = "element" in imm ? imm.element : imm.type;
  return type === "ref" ? store : null;
}

function elideInFunc(func: Func, effects: EffectInfo): void {
  const fresh = new Set<Var>();
  let stores = false;
  forEachInstr(func.body, (instr) => {
    const store = referenceStore(instr);
    if (store !== null) {
      stores = true;
      if (store.value >= 0 && isNull(instr.args[store.value])) instr.noBarrier = true;
    }
    if (instr.dst !== null && isInlineAllocation(instr)) fresh.add(instr.dst);
  });
  if (stores && fresh.size > 0) new Youth(func, effects).run();
}

function isNull(operand: Operand): boolean {
  return operand.kind === "const" && operand.value === null;
}

/** The forward analysis of which variables hold young objects, by position in `func.vars`. */
class Youth {
  private readonly cfg: Cfg;

  constructor(private readonly func: Func, private readonly effects: EffectInfo) {
    this.cfg = buildCfg(func);
  }

  run(): void {
    const ins = this.solve();
    for (const block of this.cfg.order) this.walk(block, ins.row(block.index), markStore);
  }

  /** Sets at the start of each block; {@link walk} uses them up. */
  private solve(): BitTable {
    const { blocks, order } = this.cfg;
    const ins = new BitTable(blocks.length, this.func.vars.length);
    const outs = new BitTable(blocks.length, this.func.vars.length);
    outs.fill();
    for (let changed = true; changed;) {
      changed = false;
      for (const block of order) {
        const set = ins.row(block.index);
        this.meet(block, set, outs);
        this.walk(block, set, () => {});
        const out = outs.row(block.index);
        if (sameBits(out, set)) continue;
        out.set(set);
        changed = true;
      }
    }
    for (const block of order) this.meet(block, ins.row(block.index), outs);
    return ins;
  }

  private meet(block: Block, set: Bits, outs: BitTable): void {
    set.fill(block.index === 0 ? 0 : -1);
    for (const pred of block.preds) intersect(set, outs.row(pred.index));
  }

  /** Takes `young` from the start to the end of `block`, showing it to `visit` before each instruction. */
  private walk(block: Block, young: Bits, visit: (instr: Instr, young: Bits) => void): void {
    for (const instr of block.instrs) {
      visit(instr, young);
      if (this.effects.collects(instr)) young.fill(0);
      if (instr.dst === null) continue;
      if (isInlineAllocation(instr) || isYoungCopy(instr, young)) addBit(young, instr.dst.id);
      else deleteBit(young, instr.dst.id);
    }
  }
}

function isYoungCopy(instr: Instr, young: Bits): boolean {
  const [source] = instr.args;
  return instr.op === "move" && source.kind === "var" && hasBit(young, source.id);
}

function markStore(instr: Instr, young: Bits): void {
  const store = referenceStore(instr);
  if (store === null) return;
  const base = instr.args[store.base];
  if (base.kind === "var" && hasBit(young, base.id)) instr.noBarrier = true;
}
