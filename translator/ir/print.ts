/**
 * The text form of the IR: complete (what `parse.ts` reads back is the same program), stable (it depends on
 * the program's contents and order alone) and readable. Grammar, by example:
 *
 *     file "main.ts"
 *     class object
 *     class Point extends object {
 *       field x: i32 immutable
 *       method area: (ref) -> f64
 *       impl Point.area = Point.area
 *     }
 *     array string: u16 base 16
 *     global count: i32 = 0
 *     host host_clock: () -> f64
 *     driver loop greens(pc) reds(frame) virtualizable frame
 *     string #1 "text"
 *     object #2 Point { Point.x = 5 }
 *     items #3 string [1, 2]
 *     export "main" = main
 *     func main(args: ref) -> i32 noinline table {
 *       var p: ref
 *       p = new Point() @0:3:7
 *       setfield Point.x(p, 5)
 *       if p { … } else { … }      block L { … }      loop L { br L }
 *       switch L x [1: 0, 2: 1, default: -1] { case { … } case { … } }
 *       try { … } catch e { … }
 *       return 0
 *     }
 *
 * Constants: `5` is an i32, `5n` an i64, `5.0`, `nan`, `inf` are f64s, `null`, `#2` (a prebuilt object),
 * `&f` (a function's table slot), `^C` (a class's type info). Names that are not plain identifiers are quoted.
 * Where several things of a kind share a name, the later ones are `name@1`, `name@2`, …. A position is
 * `@file:line:column`, with the file's index.
 */
import {
  type ArrayDesc,
  type ClassDesc,
  type Const,
  type DriverDesc,
  type Effects,
  type FieldDesc,
  type Func,
  type GlobalDesc,
  type Immediate,
  type Instr,
  type Label,
  type Operand,
  type Prebuilt,
  type Program,
  type Signature,
  signatureKey,
  type Stmt,
  unpackPosition,
  type Var,
} from "./ir.ts";
import { type ImmediateKind, opInfo } from "./ops.ts";
import { forEachStmt } from "./walk.ts";

/** What to print. */
export interface PrintOptions {
  /** Source positions; needed for an exact round trip. Default: true. */
  readonly positions?: boolean;
}

/** Identifiers that mean something where a variable may stand, and so are quoted as names. */
export const RESERVED: ReadonlySet<string> = new Set(["null", "nan", "inf", "void"]);

const PLAIN = /^[A-Za-z_$][\w$]*(\.[\w$]+)*$/;
const PLAIN_NO_DOT = /^[A-Za-z_$][\w$]*$/;

/** The text of a name, quoted when it must be. Names before a dot (`dots` false) are quoted when they have one. */
export function quoteName(name: string, dots = true): string {
  const plain = (dots ? PLAIN : PLAIN_NO_DOT).test(name) && !RESERVED.has(name);
  return plain ? name : JSON.stringify(name);
}

/** Gives each thing of a list a name that no other of the list has. */
class Names<T extends { readonly name: string }> {
  private readonly texts = new Map<T, string>();
  private readonly counts = new Map<string, number>();
  constructor(items: Iterable<T>, private readonly dots: boolean) {
    for (const item of items) this.of(item);
  }
  of(item: T): string {
    let text = this.texts.get(item);
    if (text === undefined) {
      const count = this.counts.get(item.name) ?? 0;
      this.counts.set(item.name, count + 1);
      text = quoteName(item.name, this.dots) + (count > 0 ? `@${count}` : "");
      this.texts.set(item, text);
    }
    return text;
  }
}

/** The names of one program's things. */
class ProgramNames {
  readonly classes: Names<ClassDesc>;
  readonly arrays: Names<ArrayDesc>;
  readonly globals: Names<GlobalDesc>;
  readonly drivers: Names<DriverDesc>;
  readonly functions: Names<Func>;
  private readonly members = new Map<ClassDesc, Names<{ readonly name: string }>>();

  constructor(p: Program | null) {
    this.classes = new Names(p?.classes ?? [], false);
    this.arrays = new Names(p?.arrays ?? [], true);
    this.globals = new Names(p?.globals ?? [], true);
    this.drivers = new Names(p?.drivers ?? [], true);
    this.functions = new Names(p?.functions ?? [], true);
  }

  /** `Class.member` of a field or method; fields and methods share one space of names. */
  member(member: { readonly cls: ClassDesc; readonly name: string }): string {
    return `${this.classes.of(member.cls)}.${this.ownMember(member)}`;
  }
  ownMember(member: { readonly cls: ClassDesc; readonly name: string }): string {
    let names = this.members.get(member.cls);
    if (names === undefined) {
      names = new Names<{ readonly name: string }>([...member.cls.fields, ...member.cls.methods], false);
      this.members.set(member.cls, names);
    }
    return names.of(member);
  }

  constant(c: Const): string {
    const { value } = c;
    if (value === null) return "null";
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "number") return c.type === "f64" ? doubleText(value) : String(value);
    if (!("kind" in value)) return `^${this.classes.of(value)}`;
    return value.kind === "func" ? `&${this.functions.of(value)}` : `#${value.id}`;
  }
}

function doubleText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Prints functions and programs, line by line. */
class Printer {
  private readonly lines: string[] = [];
  private vars: Names<Var> = new Names([], true);
  private labels: Names<Label> = new Names([], true);

  constructor(private readonly names: ProgramNames, private readonly options: PrintOptions) {}

  text(): string {
    return this.lines.join("\n") + "\n";
  }

  private line(depth: number, text: string): void {
    this.lines.push("  ".repeat(depth) + text);
  }

  private pos(pos: number): string {
    const parts = this.options.positions === false ? null : unpackPosition(pos);
    return parts === null ? "" : ` @${parts.file}:${parts.line}:${parts.column}`;
  }

  program(p: Program): void {
    for (const file of p.files) this.line(0, `file ${JSON.stringify(file)}`);
    for (const cls of p.classes) this.cls(cls);
    for (const a of p.arrays) {
      this.line(
        0,
        `array ${this.names.arrays.of(a)}: ${a.element} base ${a.base}${nonzero("typeinfo", a.typeInfo)}`,
      );
    }
    for (const g of p.globals) {
      this.line(0, `global ${this.names.globals.of(g)}: ${g.type} = ${this.names.constant(g.init)}`);
    }
    for (const h of p.hosts) this.line(0, `host ${quoteName(h.name)}: ${signatureKey(h.signature)}`);
    for (const d of p.drivers) this.driver(d);
    for (const b of p.prebuilts) this.prebuilt(b);
    for (const [name, f] of p.exports) {
      this.line(0, `export ${JSON.stringify(name)} = ${this.names.functions.of(f)}`);
    }
    for (const f of p.functions) this.func(f);
  }

  private cls(cls: ClassDesc): void {
    let head = `class ${this.names.classes.of(cls)}`;
    if (cls.parent !== null) head += ` extends ${this.names.classes.of(cls.parent)}`;
    if (cls.abstract) head += " abstract";
    if (cls.special !== "none") head += ` special ${cls.special}`;
    if (cls.virtualizable.length > 0) head += ` virtualizable(${cls.virtualizable.map(textItem).join(", ")})`;
    head += nonzero("size", cls.size) + nonzero("typeinfo", cls.typeInfo) + nonzero("end", cls.typeInfoEnd);
    const empty = cls.fields.length + cls.methods.length + cls.impls.size === 0;
    this.line(0, empty ? head : `${head} {`);
    if (empty) return;
    for (const f of cls.fields) this.line(1, this.field(f));
    for (const m of cls.methods) {
      this.line(1, `method ${this.names.ownMember(m)}: ${signatureKey(m.signature)}`);
    }
    for (const [m, f] of cls.impls) {
      this.line(1, `impl ${this.names.member(m)} = ${this.names.functions.of(f)}`);
    }
    this.line(0, "}");
  }

  private field(f: FieldDesc): string {
    const flags = (f.immutable ? " immutable" : "") + (f.quasiImmutable ? " quasiimmutable" : "");
    return `field ${this.names.ownMember(f)}: ${f.type}${flags}${nonzero("offset", f.offset)}`;
  }

  private driver(d: DriverDesc): void {
    const greens = d.greens.map(textItem).join(", ");
    const reds = d.reds.map(textItem).join(", ");
    const virtualizable = d.virtualizable === null ? "" : ` virtualizable ${textItem(d.virtualizable)}`;
    this.line(0, `driver ${this.names.drivers.of(d)} greens(${greens}) reds(${reds})${virtualizable}`);
  }

  private prebuilt(b: Prebuilt): void {
    const at = nonzero("address", b.address);
    if (b.kind === "string") this.line(0, `string #${b.id} ${JSON.stringify(b.value)}${at}`);
    else if (b.kind === "array") {
      const items = b.items.map((c) => this.names.constant(c)).join(", ");
      this.line(0, `items #${b.id} ${this.names.arrays.of(b.desc)} [${items}]${at}`);
    } else {
      const values = [...b.values].map(([f, c]) => `${this.names.member(f)} = ${this.names.constant(c)}`);
      const body = values.length === 0 ? "{}" : `{ ${values.join(", ")} }`;
      this.line(0, `object #${b.id} ${this.names.classes.of(b.cls)} ${body}${at}`);
    }
  }

  private enter(f: Func): void {
    this.vars = new Names(f.vars, true);
    const labels: Label[] = [];
    forEachStmt(f.body, (s) => {
      if (s.kind === "block" || s.kind === "loop" || s.kind === "switch") labels.push(s.label);
    });
    this.labels = new Names(labels, true);
  }

  /** The first line of a statement. */
  head(s: Stmt, f: Func): void {
    this.enter(f);
    this.stmt(s, 0);
    this.lines.length = 1;
  }

  func(f: Func): void {
    this.enter(f);
    const params = f.params.map((v) => `${this.vars.of(v)}: ${v.type}`).join(", ");
    const head = `func ${this.names.functions.of(f)}(${params}) -> ${f.result ?? "void"}`;
    this.line(0, `${head}${hintText(f)}${f.inTable ? " table" : ""}${this.pos(f.pos)} {`);
    if (f.effects !== null) this.line(1, this.effects(f.effects));
    if (f.zeroSlots !== undefined) this.line(1, `zeroslots(${f.zeroSlots.join(", ")})`);
    const params_ = new Set(f.params);
    for (const v of f.vars) if (!params_.has(v)) this.line(1, `var ${this.vars.of(v)}: ${v.type}`);
    this.list(f.body, 1);
    this.line(0, "}");
  }

  private effects(e: Effects): string {
    let text = "effects";
    if (e.raises) text += " raises";
    if (e.collects) text += " collects";
    if (e.recursive) text += " recursive";
    if (e.writes === null) return `${text} writes *`;
    const writes = [...e.writes].map((w) => {
      if ("cls" in w) return `field ${this.names.member(w)}`;
      return "element" in w ? `array ${this.names.arrays.of(w)}` : `global ${this.names.globals.of(w)}`;
    });
    return `${text} writes(${writes.join(", ")})`;
  }

  private list(body: readonly Stmt[], depth: number): void {
    for (const stmt of body) this.stmt(stmt, depth);
  }

  private operand(o: Operand): string {
    return o.kind === "var" ? this.vars.of(o) : this.names.constant(o);
  }

  private stmt(s: Stmt, depth: number): void {
    switch (s.kind) {
      case "instr":
        return this.line(depth, this.instr(s));
      case "if":
        this.line(depth, `if ${this.operand(s.cond)}${this.pos(s.pos)} {`);
        this.list(s.then, depth + 1);
        if (s.else.length > 0) {
          this.line(depth, "} else {");
          this.list(s.else, depth + 1);
        }
        return this.line(depth, "}");
      case "block":
      case "loop":
        this.line(depth, `${s.kind} ${this.labels.of(s.label)} {`);
        this.list(s.body, depth + 1);
        return this.line(depth, "}");
      case "br":
        return this.line(depth, `br ${this.labels.of(s.label)}`);
      case "switch":
        return this.switch(s, depth);
      case "try":
        this.line(depth, "try {");
        this.list(s.body, depth + 1);
        this.line(depth, `} catch ${this.vars.of(s.exc)} {`);
        this.list(s.handler, depth + 1);
        return this.line(depth, "}");
      case "return":
        return this.line(
          depth,
          `return${s.value === null ? "" : ` ${this.operand(s.value)}`}${this.pos(s.pos)}`,
        );
      case "throw":
        return this.line(depth, `throw ${this.operand(s.value)}${this.pos(s.pos)}`);
      case "unreachable":
        return this.line(depth, `unreachable${this.pos(s.pos)}`);
    }
  }

  private switch(s: Stmt & { kind: "switch" }, depth: number): void {
    const cases = [...s.cases].map(([value, index]) => `${value}: ${index}`);
    cases.push(`default: ${s.default}`);
    const head = `switch ${this.labels.of(s.label)} ${this.operand(s.value)} [${cases.join(", ")}]`;
    this.line(depth, `${head}${this.pos(s.pos)} {`);
    for (const body of s.bodies) {
      this.line(depth + 1, "case {");
      this.list(body, depth + 2);
      this.line(depth + 1, "}");
    }
    this.line(depth, "}");
  }

  private instr(s: Instr): string {
    let text = s.dst === null ? "" : `${this.vars.of(s.dst)} = `;
    text += s.op;
    const kind = opInfo(s.op).imm;
    if (kind !== "none") text += ` ${this.immediate(kind, s.imm)}`;
    text += `(${s.args.map((a) => this.operand(a)).join(", ")})`;
    if (s.receiver !== undefined) text += ` on ${this.names.classes.of(s.receiver)}`;
    if (s.noBarrier !== undefined) text += s.noBarrier ? " nobarrier" : " barrier";
    if (s.onRaise !== undefined) {
      text += s.onRaise === "return" ? " raises" : ` raises -> ${this.labels.of(s.onRaise)}`;
    }
    if (s.roots !== undefined) {
      const spills = s.roots.stores.map((r) => `${r.slot}: ${this.vars.of(r.value)}`);
      const stores = [...spills, ...(s.roots.zeros ?? []).map((slot) => `${slot}: null`)].join(", ");
      const reloads = s.roots.reloads.map((r) => `${r.slot}: ${this.vars.of(r.into)}`).join(", ");
      text += ` roots ${s.roots.height} [${stores}] [${reloads}]`;
    }
    return text + this.pos(s.pos);
  }

  private immediate(kind: ImmediateKind, imm: Immediate): string {
    switch (kind) {
      case "field":
      case "method":
        return this.names.member(imm as FieldDesc);
      case "array":
        return this.names.arrays.of(imm as ArrayDesc);
      case "class":
        return this.names.classes.of(imm as ClassDesc);
      case "global":
        return this.names.globals.of(imm as GlobalDesc);
      case "host":
        return quoteName((imm as { name: string }).name);
      case "driver":
        return this.names.drivers.of(imm as DriverDesc);
      case "func":
        return this.names.functions.of(imm as Func);
      case "signature":
        return `[${signatureKey(imm as Signature)}]`;
      case "number":
        return String(imm);
      case "text":
        return JSON.stringify(imm);
      case "none":
        return "";
    }
  }
}

function nonzero(word: string, value: number): string {
  return value === 0 ? "" : ` ${word} ${value}`;
}
/** An entry of a list of source names (greens, virtualizable fields): quoted unless plain. */
function textItem(name: string): string {
  return quoteName(name);
}
function hintText(f: Func): string {
  let text = "";
  for (const name of HINTS) if (f.hints[name]) text += ` ${name}`;
  return text;
}
/** Hints in the order in which they are printed. */
export const HINTS = [
  "elidable",
  "unroll",
  "dontLookInside",
  "inline",
  "noinline",
  "noStackCheck",
] as const;

/** The text of a program. */
export function printProgram(program: Program, options: PrintOptions = {}): string {
  const printer = new Printer(new ProgramNames(program), options);
  printer.program(program);
  return printer.text();
}

/** The text of one function; pass its program to tell apart things of the same name. */
export function printFunc(func: Func, program: Program | null = null, options: PrintOptions = {}): string {
  const printer = new Printer(new ProgramNames(program), options);
  printer.func(func);
  return printer.text();
}

/** The first line of the text of a statement of `func`, for messages. */
export function printStmt(stmt: Stmt, func: Func, program: Program | null = null): string {
  const printer = new Printer(new ProgramNames(program), { positions: false });
  printer.head(stmt, func);
  return printer.text().trimEnd();
}
