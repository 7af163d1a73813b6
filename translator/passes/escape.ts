/**
 * Scalar replacement: an object that never leaves the function becomes variables, one a field.
 *
 * Candidate: the result of `new C` in a variable with that single definition. Its uses must all be reads and
 * writes of its fields, comparisons, and type tests. Copies were propagated by `simplify`, so a remaining copy
 * means that the object is held elsewhere. Every use is dominated by the allocation and sees the object of the
 * latest one, so variables that are zeroed at each allocation behave as the fields would, in loops too.
 */
import {
  allFields,
  type ClassDesc,
  type Const,
  constant,
  type FieldDesc,
  type Func,
  type Instr,
  instr,
  isSubclass,
  newVar,
  type Operand,
  type Program,
  type Stmt,
  type StorageType,
  valueTypeOf,
  type Var,
} from "../ir/ir.ts";
import { childLists, forEachStmt, operandsOf, replaceList } from "../ir/walk.ts";
import { zeroOf } from "./fold.ts";
import { countDefinitions } from "./propagate.ts";
import { simplifyFunc } from "./simplify.ts";

/** An object that becomes variables. */
interface Virtual {
  readonly cls: ClassDesc;
  readonly fields: Map<FieldDesc, Var>;
}

/** How an instruction that uses a virtual object as its operand `index` is rewritten; null: the object escapes. */
type Rewrite = (s: Instr, index: number, virtual: Virtual) => Operand | "drop" | null;

const truth = (b: boolean): Const => constant("i32", b ? 1 : 0);

/** What may be done with an object that stays virtual, and what it amounts to. */
const USES: Partial<Record<string, Rewrite>> = {
  "getfield": (s, _i, v) => v.fields.get(s.imm as FieldDesc) ?? null,
  // The store itself is rewritten in place; here it matters that the object is the base, not the value.
  "setfield": (s, i, v) => i === 0 ? v.fields.get(s.imm as FieldDesc) ?? null : null,
  "ref.eq": (s) => truth(s.args[0] === s.args[1]),
  "ref.is_null": () => truth(false),
  "instanceof": (s, _i, v) => truth(isSubclass(v.cls, s.imm as ClassDesc)),
  "typeinfo": (_s, _i, v) => constant("i32", v.cls),
  "check.null": () => "drop",
  "check.cast": (s, _i, v) => isSubclass(v.cls, s.imm as ClassDesc) ? "drop" : null,
};

/** Instructions that keep to the width of a narrow field, as storing and loading would. */
const NARROW: Partial<Record<StorageType, (value: Operand) => { op: string; args: Operand[] }>> = {
  u8: (value) => ({ op: "i32.and", args: [value, constant("i32", 0xff)] }),
  u16: (value) => ({ op: "i32.and", args: [value, constant("i32", 0xffff)] }),
  i8: (value) => ({ op: "i32.extend8_s", args: [value] }),
  i16: (value) => ({ op: "i32.extend16_s", args: [value] }),
};

function findVirtuals(func: Func): Map<Var, Virtual> {
  const found = new Map<Var, Virtual>();
  forEachStmt(func.body, (s) => {
    if (s.kind !== "instr" || s.op !== "new" || s.dst === null) return;
    const cls = s.imm as ClassDesc;
    if (cls.special === "none") found.set(s.dst, { cls, fields: new Map() });
  });
  if (found.size === 0) return found;
  const definitions = countDefinitions(func);
  for (const [v, virtual] of found) {
    if (definitions[v.id] !== 1) found.delete(v);
    else for (const f of allFields(virtual.cls)) virtual.fields.set(f, PLACEHOLDER);
  }
  dropEscaping(func, found);
  return found;
}
/** Stands for a field's variable until it is known that the object is virtual. */
const PLACEHOLDER: Var = { kind: "var", type: "i32", name: "", id: -1 };

function dropEscaping(func: Func, found: Map<Var, Virtual>): void {
  forEachStmt(func.body, (s) => {
    operandsOf(s).forEach((o, i) => {
      const virtual = o.kind === "var" ? found.get(o) : undefined;
      if (virtual === undefined) return;
      const use = s.kind === "instr" ? USES[s.op] : undefined;
      if (use === undefined || use(s as Instr, i, virtual) === null) found.delete(o as Var);
    });
  });
}

class Replacer {
  constructor(private readonly func: Func, private readonly virtuals: ReadonlyMap<Var, Virtual>) {
    for (const [v, virtual] of virtuals) {
      for (const field of virtual.fields.keys()) {
        virtual.fields.set(field, newVar(func, valueTypeOf(field.type), `${v.name}.${field.name}`));
      }
    }
  }

  list(body: Stmt[]): void {
    const out: Stmt[] = [];
    for (let i = 0; i < body.length; i++) {
      const s = body[i];
      if (s.kind === "instr") this.instr(s, body, i, out);
      else {
        for (const list of childLists(s)) this.list(list);
        out.push(s);
      }
    }
    replaceList(body, out);
  }

  private instr(s: Instr, body: readonly Stmt[], at: number, out: Stmt[]): void {
    const allocated = s.op === "new" && s.dst !== null ? this.virtuals.get(s.dst) : undefined;
    if (allocated !== undefined) return this.allocate(s, allocated, body, at, out);
    const index = s.args.findIndex((a) => a.kind === "var" && this.virtuals.has(a));
    if (index < 0) return void out.push(s);
    const virtual = this.virtuals.get(s.args[index] as Var)!;
    if (s.op === "setfield") return void out.push(store(s, virtual));
    const result = USES[s.op]!(s, index, virtual);
    if (result === "drop" || result === null || s.dst === null) return;
    out.push(instr("move", s.dst, [result], null, s.pos));
  }

  /** Zeroes the fields, save those that are written before anyone reads them. */
  private allocate(s: Instr, virtual: Virtual, body: readonly Stmt[], at: number, out: Stmt[]): void {
    const written = writtenFirst(s.dst!, body, at + 1);
    for (const [field, v] of virtual.fields) {
      if (!written.has(field)) out.push(instr("move", v, [zeroOf(v.type)], null, s.pos));
    }
  }
}

/** Fields of `object` that the instructions from `at` on write before one reads them or control parts. */
function writtenFirst(object: Var, body: readonly Stmt[], at: number): Set<FieldDesc> {
  const written = new Set<FieldDesc>();
  const read = new Set<FieldDesc>();
  for (let i = at; i < body.length; i++) {
    const s = body[i];
    if (s.kind !== "instr") break;
    if (s.args[0] !== object) continue;
    if (s.op === "getfield") read.add(s.imm as FieldDesc);
    else if (s.op === "setfield" && !read.has(s.imm as FieldDesc)) written.add(s.imm as FieldDesc);
  }
  return written;
}

function store(s: Instr, virtual: Virtual): Instr {
  const field = s.imm as FieldDesc;
  const narrow = NARROW[field.type]?.(s.args[1]) ?? { op: "move", args: [s.args[1]] };
  return instr(narrow.op, virtual.fields.get(field)!, narrow.args, null, s.pos);
}

/** Replaces objects of `func` that do not escape, in place. True when there were some. */
export function escapeFunc(func: Func): boolean {
  const virtuals = findVirtuals(func);
  if (virtuals.size === 0) return false;
  new Replacer(func, virtuals).list(func.body);
  return true;
}

/** An object held only by a virtual object becomes virtual in the next round. */
const MAX_ROUNDS = 4;

/** Replaces objects that do not escape in every function of `program`, in place. */
export function escape(program: Program): void {
  for (const func of program.functions) {
    for (let round = 0; round < MAX_ROUNDS && escapeFunc(func); round++) simplifyFunc(func);
  }
}
