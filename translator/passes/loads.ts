/**
 * Redundant load elimination: a field, length or module variable whose value a variable still holds, from an
 * earlier load or store, is copied from it instead of loaded; and loads that do not change in a loop move before it.
 *
 * The walk keeps the available values, a bounded list of (place, base) → operand. An entry ends when its base or
 * its value is assigned, or its place may be written (`writes.ts`); stores to one field do not touch another.
 * Where paths meet, entries that all of them have remain. A loop begins without the entries that its body may
 * end, a handler without those that the `try` body may end. Immutable fields survive calls: only the constructor
 * writes them, and then before anyone else could have read them. Objects that the collector changes (weak
 * references, finalizer queues) take no part.
 *
 * Hoisted loads are speculative: a loop may never come to them, or come to them with a base that is null. That is
 * harmless in the release profile, as the page at address 0 is readable; the debug profile sets `hoist: false`.
 */
import {
  type ArrayDesc,
  type FieldDesc,
  type Func,
  type GlobalDesc,
  type Instr,
  instr,
  type Label,
  newVar,
  type Operand,
  type Program,
  type Stmt,
  valueTypeOf,
  type Var,
} from "../ir/ir.ts";
import { branchTargets, canComplete, childLists, definedVar, replaceList } from "../ir/walk.ts";
import { type Place, type Writes, WriteSummary } from "./writes.ts";

/** Options of the pass. */
export interface LoadsOptions {
  /** Move invariant loads out of loops. Default: true. */
  readonly hoist?: boolean;
}

/** An available value. `array`: the length of the base, an array; else a field of it, or a variable without base. */
interface Entry {
  readonly place: Place;
  readonly base: Operand | null;
  readonly value: Operand;
}
/** Available values, oldest first; null where control cannot be. */
type State = readonly Entry[] | null;

/** Entries kept: old ones are dropped, so that the walk stays linear. */
const MAX_ENTRIES = 48;

/** What a part of the code may end. */
interface Kills {
  readonly vars: Set<Var>;
  /** Immutable fields written here, by a constructor. */
  readonly constructed: Set<Place>;
  /** Other places that may be written. */
  places: Writes;
}

const isField = (place: Place): place is FieldDesc => "cls" in place;
const isArray = (place: Place): place is ArrayDesc => "element" in place;
/** Entries of these outlive any write: lengths never change, immutable fields only in constructors. */
const isStable = (place: Place): boolean => isArray(place) || (isField(place) && place.immutable);
const tracked = (place: Place): boolean => !isField(place) || place.cls.special === "none";

/** The place and base that an instruction loads from; null when it is no such load. */
function loadOf(s: Instr): { place: Place; base: Operand | null } | null {
  switch (s.op) {
    case "getfield":
      return tracked(s.imm as FieldDesc) ? { place: s.imm as FieldDesc, base: s.args[0] } : null;
    case "arraylen":
      return { place: s.imm as ArrayDesc, base: s.args[0] };
    case "getglobal":
      return { place: s.imm as GlobalDesc, base: null };
    default:
      return null;
  }
}

function sameOperand(a: Operand | null, b: Operand | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.kind === "var" || b.kind === "var") return false;
  return a.type === b.type && Object.is(a.value, b.value);
}

function find(state: readonly Entry[], place: Place, base: Operand | null): Entry | null {
  for (let i = state.length - 1; i >= 0; i--) {
    const entry = state[i];
    if (entry.place === place && sameOperand(entry.base, base)) return entry;
  }
  return null;
}

function meet(a: State, b: State): State {
  if (a === null || a === b) return b;
  if (b === null) return a;
  return a.filter((e) => {
    const other = find(b, e.place, e.base);
    return other !== null && sameOperand(other.value, e.value);
  });
}

function withEntry(state: readonly Entry[], entry: Entry): readonly Entry[] {
  const kept = state.length < MAX_ENTRIES ? state.slice() : state.slice(1);
  kept.push(entry);
  return kept;
}

class LoadEliminator {
  private readonly exits = new Map<Label, State>();

  constructor(
    private readonly func: Func,
    private readonly writes: WriteSummary,
    private readonly hoist: boolean,
  ) {}

  run(): void {
    if (this.hoist) this.hoistIn(this.func.body);
    this.list(this.func.body, []);
  }

  // --- the forward walk ---

  private list(body: readonly Stmt[], entry: State): State {
    let state = entry;
    for (const s of body) state = this.stmt(s, state ?? []);
    return state;
  }

  private stmt(s: Stmt, state: readonly Entry[]): State {
    switch (s.kind) {
      case "instr":
        return this.instr(s, state);
      case "if":
        return meet(this.list(s.then, state), this.list(s.else, state));
      case "block":
        return this.scope(s.label, () => this.list(s.body, state));
      case "loop": {
        const kills = this.killsOf(s.body, s.label);
        return this.list(s.body, this.without(state, kills));
      }
      case "br":
        if (this.exits.has(s.label)) this.leave(s.label, state);
        return null;
      case "switch":
        return this.scope(s.label, () => this.switch(s, state));
      case "try": {
        const caught = this.without(state, this.killsOf([s], null));
        return meet(this.list(s.body, state), this.list(s.handler, caught));
      }
      default:
        return null;
    }
  }

  /** Runs `inside`, and meets its result with the states of the branches that leave through `label`. */
  private scope(label: Label, inside: () => State): State {
    this.exits.set(label, null);
    const end = inside();
    const exit = this.exits.get(label)!;
    this.exits.delete(label);
    return meet(end, exit);
  }

  private leave(label: Label, state: State): void {
    this.exits.set(label, meet(this.exits.get(label)!, state));
  }

  private switch(s: Stmt & { kind: "switch" }, state: readonly Entry[]): State {
    let end: State = null;
    for (const body of s.bodies) end = this.list(body, meet(end, state));
    return meet(end, state);
  }

  private instr(s: Instr, state: readonly Entry[]): readonly Entry[] {
    const load = s.dst === null ? null : loadOf(s);
    const known = load === null ? null : find(state, load.place, load.base);
    if (known !== null) {
      s.op = "move";
      s.args = [known.value];
      s.imm = null;
    }
    let after = this.withoutWrites(state, s);
    if (s.dst !== null) after = withoutVar(after, s.dst);
    for (const reload of s.roots?.reloads ?? []) after = withoutVar(after, reload.into);
    const learned = known === null ? learnFrom(s, load) : null;
    return learned === null ? after : withEntry(after, learned);
  }

  // --- loops and handlers ---

  /**
   * What `body` may end. For a loop (`head`: its label), paths that leave the function do not count: they never
   * come back to its head.
   */
  private killsOf(body: readonly Stmt[], head: Label | null): Kills {
    const kills: Kills = { vars: new Set(), constructed: new Set(), places: this.writes.nothing.slice() };
    this.collectKills(body, kills, head !== null);
    return kills;
  }

  private collectKills(body: readonly Stmt[], kills: Kills, skipExits: boolean): void {
    for (const s of body) {
      const defined = definedVar(s);
      if (defined !== null) kills.vars.add(defined);
      if (s.kind === "instr") this.collectInstr(s, kills);
      // A throw inside a `try` may go on in its handler.
      const skip = skipExits && s.kind !== "try";
      for (const list of childLists(s)) {
        if (skip && leavesFunction(list)) continue;
        this.collectKills(list, kills, skip);
      }
    }
  }

  private collectInstr(s: Instr, kills: Kills): void {
    for (const reload of s.roots?.reloads ?? []) kills.vars.add(reload.into);
    if (s.op === "setfield" && isStable(s.imm as Place)) kills.constructed.add(s.imm as Place);
    else if (kills.places !== null && !this.writes.unite(kills.places, this.writes.of(s))) {
      kills.places = null;
    }
  }

  private survives(place: Place, base: Operand | null, kills: Kills): boolean {
    if (base !== null && base.kind === "var" && kills.vars.has(base)) return false;
    return isStable(place) ? !kills.constructed.has(place) : !this.writes.has(kills.places, place);
  }

  private without(state: readonly Entry[], kills: Kills): readonly Entry[] {
    return state.filter((e) => {
      const valueEnds = e.value.kind === "var" && kills.vars.has(e.value);
      return !valueEnds && this.survives(e.place, e.base, kills);
    });
  }

  private withoutWrites(state: readonly Entry[], s: Instr): readonly Entry[] {
    const writes = this.writes.of(s);
    if (writes === this.writes.nothing) return state;
    // A store of an immutable field is a constructor's, and ends what was read before it.
    if (s.op === "setfield") return state.filter((e) => e.place !== s.imm);
    return state.filter((e) => isStable(e.place) || !this.writes.has(writes, e.place));
  }

  /** Moves invariant loads of every loop in `body` before it, inner loops first. */
  private hoistIn(body: Stmt[]): void {
    const out: Stmt[] = [];
    for (const s of body) {
      if (s.kind !== "instr") { for (const list of childLists(s)) this.hoistIn(list); }
      if (s.kind === "loop") { for (const load of this.invariantLoads(s)) out.push(load); }
      out.push(s);
    }
    if (out.length > body.length) replaceList(body, out);
  }

  private invariantLoads(loop: Stmt & { kind: "loop" }): Instr[] {
    const candidates: Instr[] = [];
    forEachSteady(loop.body, (s) => {
      if (s.dst !== null && loadOf(s) !== null) candidates.push(s);
    });
    if (candidates.length === 0) return [];
    const kills = this.killsOf(loop.body, loop.label);
    const entries: Entry[] = [];
    const out: Instr[] = [];
    for (const s of candidates) {
      const { place, base } = loadOf(s)!;
      if (find(entries, place, base) !== null || !this.survives(place, base, kills)) continue;
      const value = newVar(this.func, isArray(place) ? "i32" : valueTypeOf(place.type), s.dst!.name);
      out.push(instr(s.op, value, [...s.args], s.imm, s.pos));
      entries.push({ place, base, value });
    }
    return out;
  }
}

/** Calls `visit` on the instructions of a loop's body that are in no conditional part and no inner loop. */
function forEachSteady(body: readonly Stmt[], visit: (s: Instr) => void): void {
  for (const s of body) {
    if (s.kind === "instr") visit(s);
    else if (s.kind === "block") forEachSteady(s.body, visit);
  }
}

/** True when every path through `list` ends in a return, a throw or nowhere. */
function leavesFunction(list: readonly Stmt[]): boolean {
  return list.length > 0 && branchTargets(list).size === 0 && !canComplete(list);
}

function withoutVar(state: readonly Entry[], v: Var): readonly Entry[] {
  return state.some((e) => e.base === v || e.value === v)
    ? state.filter((e) => e.base !== v && e.value !== v)
    : state;
}

/** What is available after an instruction that loads (`load`) or stores. */
function learnFrom(s: Instr, load: { place: Place; base: Operand | null } | null): Entry | null {
  if (load !== null) return load.base === s.dst ? null : { ...load, value: s.dst! };
  switch (s.op) {
    case "setfield": {
      const field = s.imm as FieldDesc;
      // A narrow field keeps the low bits, not the value.
      const narrow = valueTypeOf(field.type) !== field.type;
      return narrow || !tracked(field) ? null : { place: field, base: s.args[0], value: s.args[1] };
    }
    case "setglobal":
      return { place: s.imm as GlobalDesc, base: null, value: s.args[0] };
    case "newarray":
      if (s.dst === null || s.args[0] === s.dst) return null;
      return { place: s.imm as ArrayDesc, base: s.dst, value: s.args[0] };
    default:
      return null;
  }
}

/** Removes redundant loads from `program`, in place; run `simplify` afterwards. */
export function loads(program: Program, options: LoadsOptions = {}): void {
  const writes = new WriteSummary(program);
  for (const func of program.functions) new LoadEliminator(func, writes, options.hoist ?? true).run();
}
