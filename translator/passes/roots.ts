/**
 * Roots: which references a function spills to its frame of the shadow stack around what may collect.
 *
 * A *point* is an instruction that may collect. A *full* point always may: a call. At an *inline* one, an inline
 * allocation, everything happens in the slow path, so that afterwards the spills may or may not have been made.
 * A variable is *live across* a point when its value is read after it (at the handler, when it raises), its own
 * result excluded. The pass decides, in this order:
 *
 * 1. **Slots.** Variables that are live across a common point interfere; they are coloured greedily, those that
 *    are live across most points first, into the lowest slots. A point's height is one more than the highest slot
 *    of a variable that is live across it.
 * 2. **Early stores.** A variable with one assignment that a full point in a deeper loop would store is stored at once
 *    where it is assigned (`root.store`), so that the loop does not.
 * 3. **Stores.** v is *clean* where its slot holds its value on every path. A full point makes what is live across
 *    it clean and all else unclean; an inline point makes all else unclean, and nothing clean; an assignment
 *    makes its variable unclean, an early store makes it clean, and what else has the slot unclean. A point stores what is live across it and not clean.
 * 4. **Reloads.** v is *needed* where some path leads to a use of its local: as an operand, or by a store of
 *    step 3, before it is assigned and before a full point. A point reloads what is live across it and needed
 *    after it.
 * 5. **Zeros.** The collector reads every slot below the height. A slot is *initialized* after a full point whose
 *    height covers it, until a point whose height does not: there the callee's frame overwrites it. What is not
 *    initialized, nor stored by the point, the point zeroes itself; in loops, zeroing at entry is cheaper where it
 *    is enough.
 *
 * **Why this is sound.** The collector moves objects and updates slots below the height, never locals. Three
 * invariants hold at every program point, by induction along any execution:
 *
 * (a) *A clean variable that is live has its slot initialized, with its current value.* Full points store what is
 *     not clean, from a valid local (b), and an early store its variable; all points until the next one across which
 *     that is not live leave its slot alone, for it is below their heights. At every later point across which it is live, its slot is below the
 *     height, hence updated, and not another's, for two variables live across a point interfere. A point across
 *     which it is not live ends its life: it is assigned before it is read again, and is then unclean.
 * (b) *The local of a needed variable is valid.* It is after an assignment. A full point reloads the needed ones
 *     from slots that are valid by (a) or by its own store. An inline point's fast path does not collect; what is
 *     needed after it is needed before it (an inline point ends no need), so the local stays valid; its slow path
 *     reloads every needed variable. All other instructions leave locals alone. The trap is a local that went
 *     stale because its reload was left out, and that a later point stores: but storing is a use, so that either
 *     the local was needed and reloaded, or the variable is clean there on all paths and is not stored.
 * (c) *Every slot below the height is a root at a collection*: initialized slots hold what some point stored there,
 *     and have been below the height at every point since, so that each collection updated them; the value may be
 *     dead, which only keeps an object longer.
 *
 * `roots_check.ts` tests all this by execution, on its own reading of the rules.
 */
import {
  type Func,
  type Instr,
  instr,
  type Operand,
  type Program,
  type RootInfo,
  type Stmt,
  type Var,
} from "../ir/ir.ts";
import { childLists, forEachInstr } from "../ir/walk.ts";
import { isInlineAllocation } from "./allocation.ts";
import {
  addBit,
  type Bits,
  BitTable,
  deleteBit,
  elementsOf,
  emptyBits,
  firstMissing,
  forEachBit,
  hasBit,
  intersect,
  subtract,
  unite,
} from "./bits.ts";
import {
  buildCfg,
  type Cfg,
  genBit,
  killBit,
  newTransfer,
  solveBackward,
  solveForwardMust,
  type Transfer,
} from "./cfg.ts";
import { analyzeEffects, type EffectInfo } from "./effects.ts";

/** Sets `roots` on every instruction of `program` that may collect, and `zeroSlots`; after exception lowering. */
export function assignRoots(program: Program, effects: EffectInfo = analyzeEffects(program)): void {
  for (const func of program.functions) assignFuncRoots(func, (instr) => effects.collects(instr));
}
/** The name that filetests know. */
export { assignRoots as roots };

/** The same for one function; `collects` tells which instructions may collect. */
export function assignFuncRoots(func: Func, collects: (instr: Instr) => boolean): void {
  let found = false;
  forEachInstr(func.body, (instr) => {
    if (!collects(instr)) return;
    instr.roots = NO_ROOTS; // stays where control cannot get
    found = true;
  });
  if (found) new FuncRoots(func, collects).run();
}

const NO_ROOTS: RootInfo = { stores: [], reloads: [], height: 0 };

/** An instruction that may collect. Sets are over the positions in `FuncRoots.refs`. */
interface Point {
  readonly instr: Instr;
  readonly inline: boolean;
  /** Number of loops around it. */
  readonly depth: number;
  /** Live across it. */
  readonly live: Bits;
  /** Live across it and not clean: to be stored. */
  readonly dirty: Bits;
  /** Live across it and needed after it: to be reloaded. */
  readonly needed: Bits;
  height: number;
  /** Slots below the height of variables that are not live across it. */
  holes: number;
  zeros: number[];
}

class FuncRoots {
  private readonly cfg: Cfg;
  /** Variables of type `ref`. */
  private readonly refs: Var[];
  /** Position in `refs` by position in `func.vars`; -1 for others. */
  private readonly position: Int32Array;
  private readonly points = new Map<Instr, Point>();
  private readonly slots: Int32Array;
  /** Variables that are stored where they are assigned. */
  private readonly early: Bits;

  constructor(private readonly func: Func, private readonly collects: (instr: Instr) => boolean) {
    this.cfg = buildCfg(func);
    this.refs = func.vars.filter((v) => v.type === "ref");
    this.position = new Int32Array(func.vars.length).fill(-1);
    this.refs.forEach((v, i) => this.position[v.id] = i);
    this.slots = new Int32Array(this.refs.length);
    this.early = emptyBits(this.refs.length);
  }

  run(): void {
    this.addPoints();
    this.findLive();
    const count = this.assignSlots();
    this.findDirty();
    if (this.findEarly()) this.findDirty();
    this.findNeeded();
    const points = [...this.points.values()];
    if (points.some((point) => point.holes > 0)) this.findZeros(count);
    for (const point of points) point.instr.roots = this.rootInfo(point);
    this.insertEarlyStores();
  }

  private addPoints(): void {
    const found: { instr: Instr; depth: number }[] = [];
    for (const { instrs, depth } of this.cfg.order) {
      for (const instr of instrs) if (this.collects(instr)) found.push({ instr, depth });
    }
    const sets = new BitTable(3 * found.length, this.refs.length);
    found.forEach(({ instr, depth }, i) => {
      const [live, dirty, needed] = [sets.row(3 * i), sets.row(3 * i + 1), sets.row(3 * i + 2)];
      const inline = isInlineAllocation(instr);
      this.points.set(instr, { instr, inline, depth, live, dirty, needed, height: 0, holes: 0, zeros: [] });
    });
  }

  /** Position of an operand or result in `refs`, or -1. */
  private ref(operand: Operand | null): number {
    return operand === null || operand.kind === "const" ? -1 : this.position[operand.id];
  }

  // --- step 1: liveness and slots ---

  private findLive(): void {
    const transfer = this.backward(() => {});
    this.visitBackward(solveBackward(this.cfg, transfer), (point, live) => point.live.set(live), () => {});
  }

  /** The backward transfer of uses and assignments; `atPoint` adds what a point does, after its result. */
  private backward(atPoint: (transfer: Transfer, row: number, point: Point) => void): Transfer {
    const transfer = newTransfer(this.cfg, this.refs.length);
    for (const { index, instrs, operand } of this.cfg.order) {
      const use = (operand: Operand | null): void => {
        const ref = this.ref(operand);
        if (ref >= 0) genBit(transfer, index, ref);
      };
      use(operand);
      for (let i = instrs.length - 1; i >= 0; i--) {
        const instr = instrs[i];
        const dst = this.ref(instr.dst);
        if (dst >= 0) killBit(transfer, index, dst);
        const point = this.points.get(instr);
        if (point !== undefined) atPoint(transfer, index, point);
        instr.args.forEach(use);
      }
    }
    return transfer;
  }

  /**
   * Walks all blocks backwards from the sets `outs`. At each point, `after` sees the set after it without its
   * result, and then `change` may do to the set what the point does.
   */
  private visitBackward(
    outs: BitTable,
    after: (point: Point, set: Bits) => void,
    change: (point: Point, set: Bits) => void,
  ): void {
    for (const { index, instrs, operand } of this.cfg.order) {
      const set = outs.row(index);
      const use = (operand: Operand | null): void => {
        const ref = this.ref(operand);
        if (ref >= 0) addBit(set, ref);
      };
      use(operand);
      for (let i = instrs.length - 1; i >= 0; i--) {
        const instr = instrs[i];
        const dst = this.ref(instr.dst);
        if (dst >= 0) deleteBit(set, dst);
        const point = this.points.get(instr);
        if (point !== undefined) {
          after(point, set);
          change(point, set);
        }
        instr.args.forEach(use);
      }
    }
  }

  /** Colours the variables that are live across some point and sets heights; the number of slots. */
  private assignSlots(): number {
    const points = [...this.points.values()];
    const across: number[][] = this.refs.map(() => []);
    points.forEach((point, i) => forEachBit(point.live, (ref) => across[ref].push(i)));
    const order = [...across.keys()].filter((ref) => across[ref].length > 0);
    order.sort((a, b) => across[b].length - across[a].length);
    const used = new BitTable(points.length, this.refs.length);
    const taken = emptyBits(this.refs.length);
    let count = 0;
    for (const ref of order) {
      taken.fill(0);
      for (const i of across[ref]) unite(taken, used.row(i));
      const slot = this.slots[ref] = firstMissing(taken);
      for (const i of across[ref]) {
        used.add(i, slot);
        points[i].height = Math.max(points[i].height, slot + 1);
        points[i].holes--;
      }
      count = Math.max(count, slot + 1);
    }
    for (const point of points) point.holes += point.height;
    return count;
  }

  // --- step 2: early stores ---

  /** Finds what is stored early; true when there is any. */
  private findEarly(): boolean {
    const assignments = new Int32Array(this.refs.length);
    const depths = new Int32Array(this.refs.length);
    for (const param of this.func.params) if (this.ref(param) >= 0) assignments[this.ref(param)]++;
    for (const { instrs, depth } of this.cfg.order) {
      for (const { dst } of instrs) {
        const ref = this.ref(dst);
        if (ref < 0) continue;
        assignments[ref]++;
        depths[ref] = depth;
      }
    }
    let found = false;
    for (const { inline, depth, dirty } of this.points.values()) {
      if (inline || depth === 0) continue;
      forEachBit(dirty, (ref) => {
        if (assignments[ref] !== 1 || depths[ref] >= depth) return;
        addBit(this.early, ref);
        found = true;
      });
    }
    return found;
  }

  private insertEarlyStores(): void {
    if (this.early.every((word) => word === 0)) return;
    this.insertInto(this.func.body);
    for (const param of this.func.params) {
      const ref = this.ref(param);
      if (ref >= 0 && hasBit(this.early, ref)) {
        this.func.body.unshift(this.earlyStore(ref, this.func.body[0]));
      }
    }
  }

  private insertInto(body: Stmt[]): void {
    for (let i = body.length - 1; i >= 0; i--) {
      const stmt = body[i];
      if (stmt.kind !== "instr") {
        childLists(stmt).forEach((list) => this.insertInto(list));
        continue;
      }
      const ref = this.ref(stmt.dst);
      if (ref >= 0 && hasBit(this.early, ref)) body.splice(i + 1, 0, this.earlyStore(ref, stmt));
    }
  }

  private earlyStore(ref: number, at: Stmt): Instr {
    const pos = "pos" in at ? at.pos : undefined;
    return instr("root.store", null, [this.refs[ref]], this.slots[ref], pos);
  }

  /** An assignment of `ref` happened: what is clean then. */
  private assign(ref: number, clean: (ref: number) => void, unclean: (ref: number) => void): void {
    unclean(ref);
    if (!hasBit(this.early, ref)) return;
    for (let other = 0; other < this.slots.length; other++) {
      if (this.slots[other] === this.slots[ref]) unclean(other);
    }
    clean(ref);
  }

  // --- step 3: stores ---

  private findDirty(): void {
    const transfer = newTransfer(this.cfg, this.refs.length);
    for (const { index, instrs } of this.cfg.order) {
      const gen = transfer.gen.row(index);
      const kill = transfer.kill.row(index);
      for (const instr of instrs) {
        const point = this.points.get(instr);
        if (point !== undefined) {
          if (point.inline) intersect(gen, point.live);
          else gen.set(point.live);
          for (let i = 0; i < kill.length; i++) kill[i] |= ~point.live[i];
        }
        const dst = this.ref(instr.dst);
        if (dst >= 0) {
          this.assign(dst, (ref) => genBit(transfer, index, ref), (ref) => killBit(transfer, index, ref));
        }
      }
    }
    const entry = emptyBits(this.refs.length);
    for (const param of this.func.params) {
      const ref = this.ref(param);
      if (ref >= 0 && hasBit(this.early, ref)) addBit(entry, ref);
    }
    const ins = solveForwardMust(this.cfg, transfer, entry);
    for (const { index, instrs } of this.cfg.order) this.markDirty(instrs, ins.row(index));
  }

  private markDirty(instrs: readonly Instr[], clean: Bits): void {
    for (const instr of instrs) {
      const point = this.points.get(instr);
      if (point !== undefined) {
        point.dirty.set(point.live);
        subtract(point.dirty, clean);
        if (point.inline) intersect(clean, point.live);
        else clean.set(point.live);
      }
      const dst = this.ref(instr.dst);
      if (dst >= 0) this.assign(dst, (ref) => addBit(clean, ref), (ref) => deleteBit(clean, ref));
    }
  }

  // --- step 4: reloads ---

  private findNeeded(): void {
    const transfer = this.backward((transfer, row, point) => {
      if (!point.inline) {
        transfer.gen.row(row).fill(0);
        transfer.kill.row(row).fill(-1);
      }
      forEachBit(point.dirty, (ref) => genBit(transfer, row, ref));
    });
    this.visitBackward(solveBackward(this.cfg, transfer), (point, needed) => {
      point.needed.set(needed);
      intersect(point.needed, point.live);
    }, (point, needed) => {
      if (!point.inline) needed.fill(0);
      unite(needed, point.dirty);
    });
  }

  // --- step 5: zeros ---

  private findZeros(count: number): void {
    const zeroed = emptyBits(count);
    const missing = this.missingSlots(count, zeroed);
    const inLoops = emptyBits(count);
    for (const [point, slots] of missing) if (repeats(point)) slots.forEach((slot) => addBit(inLoops, slot));
    const entry = inLoops.some((word) => word !== 0)
      ? sparedSlots(missing, this.missingSlots(count, inLoops))
      : [];
    if (entry.length > 0) this.func.zeroSlots = entry;
    entry.forEach((slot) => addBit(zeroed, slot));
    for (const [point, slots] of this.missingSlots(count, zeroed)) point.zeros = slots;
  }

  /** Slots that each point reads, neither initialized nor stored by it, when those of `entry` are at entry. */
  private missingSlots(count: number, entry: Bits): Map<Point, number[]> {
    const transfer = newTransfer(this.cfg, count);
    for (const { index, instrs } of this.cfg.order) {
      for (const instr of instrs) {
        const point = this.points.get(instr);
        if (point === undefined) continue;
        for (let slot = 0; slot < count; slot++) {
          if (slot >= point.height) killBit(transfer, index, slot);
          else if (!point.inline) genBit(transfer, index, slot);
        }
      }
    }
    const ins = solveForwardMust(this.cfg, transfer, entry);
    const missing = new Map<Point, number[]>();
    for (const { index, instrs } of this.cfg.order) {
      this.collectMissing(instrs, ins.row(index), count, missing);
    }
    return missing;
  }

  private collectMissing(
    instrs: readonly Instr[],
    initialized: Bits,
    count: number,
    into: Map<Point, number[]>,
  ): void {
    const full = emptyBits(count);
    const absent = emptyBits(count);
    for (const instr of instrs) {
      const point = this.points.get(instr);
      if (point === undefined) continue;
      full.fill(0);
      for (let slot = 0; slot < point.height; slot++) addBit(full, slot);
      absent.set(full);
      subtract(absent, initialized);
      forEachBit(point.live, (ref) => deleteBit(absent, this.slots[ref]));
      if (absent.some((word) => word !== 0)) into.set(point, elementsOf(absent));
      if (point.inline) intersect(initialized, full);
      else initialized.set(full);
    }
  }

  private rootInfo(point: Point): RootInfo {
    const stores: { slot: number; value: Var }[] = [];
    const reloads: { slot: number; into: Var }[] = [];
    forEachBit(point.dirty, (ref) => stores.push({ slot: this.slots[ref], value: this.refs[ref] }));
    forEachBit(point.needed, (ref) => reloads.push({ slot: this.slots[ref], into: this.refs[ref] }));
    const { height, zeros } = point;
    return zeros.length > 0 ? { stores, reloads, zeros, height } : { stores, reloads, height };
  }
}

/** Zeros at a full point in a loop cost time at every turn; those of inline points are in the slow path. */
function repeats(point: Point): boolean {
  return !point.inline && point.depth > 0;
}

/** Slots that a full point in a loop need not zero once those candidates are zeroed at entry. */
function sparedSlots(before: Map<Point, number[]>, after: Map<Point, number[]>): number[] {
  const spared = new Set<number>();
  for (const [point, slots] of before) {
    if (!repeats(point)) continue;
    for (const slot of slots) if (!after.get(point)?.includes(slot)) spared.add(slot);
  }
  return [...spared].sort((a, b) => a - b);
}
