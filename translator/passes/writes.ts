/**
 * What calls may write, over the call graph: fields, element types and module variables. Two field descriptors
 * never name the same memory, so this is all that alias analysis needs.
 *
 * Raw stores write anything. Host functions write no field: they see addresses of raw memory and string units
 * alone. A collection runs hooks and finalizer triggers, so whatever may collect may write what they write.
 */
import type { ArrayDesc, FieldDesc, Func, GlobalDesc, Instr, Program } from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import { forEachInstr } from "../ir/walk.ts";
import { bottomUp, calleesOf, Targets } from "./callgraph.ts";

/** Something that can be written. */
export type Place = FieldDesc | ArrayDesc | GlobalDesc;
/** A set of places as bits, by {@link WriteSummary.has}; null for any place. */
export type Writes = Uint32Array | null;

/** Opcodes with effects that write nothing which a load could see. */
const HARMLESS: ReadonlySet<string> = new Set([
  "exc.set",
  "root.store",
  "check.null",
  "check.bounds",
  "check.cast",
  "check.true",
  "callhost",
  "memory.grow",
]);
/** Opcodes that write what their immediate names. */
const PRECISE: ReadonlySet<string> = new Set(["setfield", "setitem", "arraycopy", "arrayfill", "setglobal"]);

/** The signature of collection hooks (`gcSetHook`). */
const HOOK = { params: ["i32", "f64"], result: null } as const;

/** Answers what instructions may write. */
export class WriteSummary {
  private readonly summaries = new Map<Func, Writes>();
  private readonly targets: Targets;
  private readonly numbers = new Map<Place, number>();
  private readonly words: number;
  /** Sets of one place each, and those of virtual calls once summaries are final. */
  private readonly cached = new Map<Place | Iterable<Func>, Writes>();
  /** The empty set. */
  readonly nothing: Uint32Array;
  private collection: Writes;
  private final = false;

  constructor(program: Program) {
    const places = [...program.classes.flatMap((c) => c.fields), ...program.arrays, ...program.globals];
    places.forEach((place, i) => this.numbers.set(place, i));
    this.words = (places.length + 31) >>> 5;
    this.collection = this.nothing = new Uint32Array(this.words);
    this.targets = new Targets(program);
    const groups = bottomUp(program.functions, (f) => calleesOf(f, this.targets));
    this.summarize(groups);
    // What hooks write is known only now; what may collect writes it too.
    const hooks = this.hooksOf(program);
    if (hooks === null || hooks.some((word) => word !== 0)) {
      this.collection = hooks;
      this.summarize(groups);
    }
    this.final = true;
  }

  private hooksOf(program: Program): Writes {
    const hooks = new Set<Func>(this.targets.withSignature(HOOK));
    for (const b of program.prebuilts) {
      if (b.kind !== "object" || b.cls.special !== "finalizerqueue") continue;
      for (const { value } of b.values.values()) {
        if (typeof value === "object" && value !== null && "hints" in value) hooks.add(value);
      }
    }
    return this.ofAny(hooks);
  }

  private summarize(groups: readonly Func[][]): void {
    for (const group of groups) {
      for (const f of group) this.summaries.set(f, this.nothing);
      const writes = this.compute(group);
      for (const f of group) this.summaries.set(f, writes);
    }
  }

  /** What the functions of a group write, by themselves and through calls out of it. */
  private compute(group: readonly Func[]): Writes {
    const all = new Uint32Array(this.words);
    let any = false;
    for (const f of group) {
      forEachInstr(f.body, (s) => {
        if (!any && !this.unite(all, this.of(s))) any = true;
      });
    }
    return any ? null : all;
  }

  /** Adds `from` to `into`; false when it is not a set but any place. */
  unite(into: Uint32Array, from: Writes): boolean {
    if (from === null) return false;
    for (let i = 0; i < into.length; i++) into[i] |= from[i];
    return true;
  }

  /** True when `writes` holds `place`. */
  has(writes: Writes, place: Place): boolean {
    if (writes === null) return true;
    const number = this.numbers.get(place)!;
    return (writes[number >>> 5] >>> (number & 31) & 1) === 1;
  }

  /** What a call of `f` may write. */
  ofFunc(f: Func): Writes {
    const writes = this.summaries.get(f);
    return writes === undefined ? this.nothing : writes;
  }

  /** What a call of one of `functions` may write. */
  private ofAny(functions: Iterable<Func>): Writes {
    const all = new Uint32Array(this.words);
    for (const f of functions) if (!this.unite(all, this.ofFunc(f))) return null;
    return all;
  }

  private ofPlace(place: Place): Writes {
    const all = new Uint32Array(this.words);
    const number = this.numbers.get(place)!;
    all[number >>> 5] |= 1 << (number & 31);
    return all;
  }

  private remember(key: Place | Iterable<Func>, compute: () => Writes): Writes {
    let writes = this.cached.get(key);
    if (writes === undefined) this.cached.set(key, writes = compute());
    return writes;
  }

  /** What `s` may write. */
  of(s: Instr): Writes {
    if (PRECISE.has(s.op)) return this.remember(s.imm as Place, () => this.ofPlace(s.imm as Place));
    if (s.op === "call") return this.ofFunc(s.imm as Func);
    if (s.op === "callvirt" || s.op === "callind") {
      const functions = this.targets.of(s);
      return this.final ? this.remember(functions, () => this.ofAny(functions)) : this.ofAny(functions);
    }
    const info = opInfo(s.op);
    if (info.writes && !HARMLESS.has(s.op)) return null;
    return info.collects !== false ? this.collection : this.nothing;
  }
}
