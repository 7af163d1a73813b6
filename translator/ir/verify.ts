/**
 * Checks the invariants of the IR (`ir.ts`) and that a program's declarations agree with each other. A problem
 * is a text that names the function, the statement and what is wrong; an empty list means that all is well.
 * Everything that a pass or the front end could get wrong without a crash belongs here.
 */
import {
  type ClassDesc,
  type Const,
  type DriverDesc,
  type FieldDesc,
  type Func,
  type HostDesc,
  type Instr,
  isSubclass,
  type Label,
  type MethodDesc,
  type Operand,
  type Prebuilt,
  type Program,
  type Signature,
  signatureKey,
  type Stmt,
  type StorageType,
  unpackPosition,
  type ValueType,
  valueTypeOf,
  type Var,
} from "./ir.ts";
import { type ImmediateKind, type OpInfo, opInfo, OPS, type TypeRule } from "./ops.ts";
import { printStmt } from "./print.ts";
import { switchSkips } from "./walk.ts";

/** Sets of a program's things, for membership tests. */
class Known {
  private readonly sets: Partial<Record<ImmediateKind, ReadonlySet<unknown>>>;
  readonly prebuilts: ReadonlySet<unknown>;
  constructor(p: Program) {
    this.sets = {
      field: new Set(p.classes.flatMap((c) => c.fields)),
      method: new Set(p.classes.flatMap((c) => c.methods)),
      class: new Set(p.classes),
      array: new Set(p.arrays),
      global: new Set(p.globals),
      host: new Set(p.hosts),
      driver: new Set(p.drivers),
      func: new Set(p.functions),
    };
    this.prebuilts = new Set(p.prebuilts);
  }
  has(kind: ImmediateKind, thing: unknown): boolean {
    return this.sets[kind]?.has(thing) ?? true;
  }
}

/** Variables that are surely defined, by id; null where control cannot be. */
type Defined = Uint8Array | null;

function meet(a: Defined, b: Defined): Defined {
  if (a === null) return b;
  if (b === null) return a;
  return a.map((bit, i) => bit & b[i]);
}

/** What each kind of immediate must look like. */
const IMMEDIATE_FORM: Record<ImmediateKind, (imm: unknown) => boolean> = {
  none: (imm) => imm === null,
  number: (imm) => typeof imm === "number" && Number.isInteger(imm) && imm >= 0,
  text: (imm) => typeof imm === "string",
  field: (imm) => has(imm, "quasiImmutable"),
  array: (imm) => has(imm, "element"),
  class: (imm) => has(imm, "impls"),
  method: (imm) => has(imm, "signature") && has(imm, "cls"),
  global: (imm) => has(imm, "init"),
  host: (imm) => has(imm, "signature") && !has(imm, "cls"),
  driver: (imm) => has(imm, "greens"),
  func: (imm) => has(imm, "hints"),
  signature: (imm) => has(imm, "params") && !has(imm, "hints"),
};
function has(thing: unknown, key: string): boolean {
  return typeof thing === "object" && thing !== null && key in thing;
}

class FuncVerifier {
  readonly problems: string[] = [];
  private readonly exits = new Map<Label, Defined>();

  constructor(
    private readonly func: Func,
    private readonly program: Program,
    private readonly known: Known,
  ) {}

  run(): void {
    const { func } = this;
    func.vars.forEach((v, i) => {
      if (v.id !== i) this.report(null, `variable ${v.name} has id ${v.id} at position ${i}`);
    });
    const entry = new Uint8Array(func.vars.length);
    func.params.forEach((v, i) => {
      if (func.vars[i] !== v) this.report(null, `parameter ${v.name} is not variable ${i}`);
      else entry[i] = 1;
    });
    if (this.problems.length > 0) return;
    const end = this.list(func.body, entry);
    if (end !== null && func.result !== null) this.report(null, "the end is reached without a return");
  }

  private report(stmt: Stmt | null, message: string): void {
    const where = stmt === null
      ? ""
      : ` at ${placeOf(stmt, this.program)}${printStmt(stmt, this.func, this.program)}`;
    this.problems.push(`function ${this.func.name}${where}: ${message}`);
  }

  private list(body: readonly Stmt[], entry: Defined): Defined {
    let state = entry;
    for (const stmt of body) {
      if (state === null) {
        this.report(stmt, "cannot be reached");
        return null;
      }
      state = this.stmt(stmt, state);
    }
    return state;
  }

  private stmt(s: Stmt, state: Uint8Array): Defined {
    switch (s.kind) {
      case "instr":
        return this.instr(s, state);
      case "if":
        this.use(s, s.cond, "i32", state);
        return meet(this.list(s.then, state), this.list(s.else, state));
      case "block":
        return this.scope(s, s.label, () => this.list(s.body, state));
      case "loop": {
        let end: Defined = null;
        this.scope(s, s.label, () => {
          end = this.list(s.body, state);
          return null;
        });
        return end;
      }
      case "br":
        if (!this.exits.has(s.label)) this.report(s, `label ${s.label.name} is not in scope`);
        else this.exits.set(s.label, meet(this.exits.get(s.label)!, state));
        return null;
      case "switch":
        this.use(s, s.value, "i32", state);
        return this.scope(s, s.label, () => this.switch(s, state));
      case "try": {
        const end = this.list(s.body, state);
        const caught = this.define(s, s.exc, "ref", state);
        return meet(end, this.list(s.handler, caught));
      }
      case "return":
        this.return(s, state);
        return null;
      case "throw":
        this.use(s, s.value, "ref", state);
        return null;
      case "unreachable":
        return null;
      default:
        this.report(null, `unknown kind of statement ${(s as { kind: string }).kind}`);
        return state;
    }
  }

  /** Runs `inside` with `label` in scope; the result is the state after it, branches to `label` included. */
  private scope(s: Stmt, label: Label, inside: () => Defined): Defined {
    if (this.exits.has(label)) this.report(s, `label ${label.name} is in scope already`);
    this.exits.set(label, null);
    const end = inside();
    const exit = this.exits.get(label)!;
    this.exits.delete(label);
    return meet(end, exit);
  }

  private switch(s: Stmt & { kind: "switch" }, state: Uint8Array): Defined {
    for (const [value, index] of [...s.cases, ["default", s.default] as const]) {
      const inside = Number.isInteger(index) && index >= -1 && index < s.bodies.length;
      if (!inside) this.report(s, `case ${value} goes to body ${index} of ${s.bodies.length}`);
      if (value !== "default" && (value | 0) !== value) this.report(s, `case ${value} is no i32`);
    }
    const entered = new Set([...s.cases.values(), s.default]);
    let end: Defined = null;
    s.bodies.forEach((body, i) => {
      const start = entered.has(i) ? meet(end, state) : end;
      // A body that no case enters is harmless: it may use anything.
      end = this.list(body, start ?? new Uint8Array(state.length).fill(1));
    });
    return switchSkips(s) ? meet(end, state) : end;
  }

  private return(s: Stmt & { kind: "return" }, state: Uint8Array): void {
    const { result } = this.func;
    if (s.value === null) {
      if (result !== null) this.report(s, `returns nothing, not ${result}`);
    } else if (result === null) this.report(s, "returns a value from a function without a result");
    else this.use(s, s.value, result, state);
  }

  // --- operands ---

  private use(s: Stmt, operand: Operand, type: ValueType, state: Uint8Array): void {
    if (operand.type !== type) {
      this.report(s, `operand ${describe(operand)} is ${operand.type}, not ${type}`);
    }
    if (operand.kind === "const") return this.constant(s, operand);
    if (!this.owns(s, operand)) return;
    if (state[operand.id] === 0) this.report(s, `variable ${operand.name} may be used before it is defined`);
  }

  private constant(s: Stmt, c: Const): void {
    const problem = constantProblem(c, this.known);
    if (problem !== null) this.report(s, problem);
  }

  private owns(s: Stmt, v: Var): boolean {
    if (this.func.vars[v.id] === v) return true;
    this.report(s, `variable ${v.name} belongs to another function`);
    return false;
  }

  private define(s: Stmt, v: Var, type: ValueType, state: Uint8Array): Uint8Array {
    if (v.type !== type) this.report(s, `result ${v.name} is ${v.type}, not ${type}`);
    if (!this.owns(s, v) || state[v.id] === 1) return state;
    const after = state.slice();
    after[v.id] = 1;
    return after;
  }

  // --- instructions ---

  private instr(s: Instr, state: Uint8Array): Uint8Array {
    if (!(s.op in OPS)) {
      this.report(null, `unknown opcode ${s.op}`);
      return state;
    }
    const info = opInfo(s.op);
    if (!IMMEDIATE_FORM[info.imm](s.imm)) {
      this.report(null, `the immediate of ${s.op} is no ${info.imm}`);
      return state;
    }
    if (!this.known.has(info.imm, s.imm)) this.report(s, `the ${info.imm} is not in the program`);
    const types = this.argTypes(s, info);
    if (types !== null) {
      if (types.length !== s.args.length) {
        this.report(s, `${s.args.length} operands instead of ${types.length}`);
      } else s.args.forEach((arg, i) => this.use(s, arg, types[i], state));
    }
    this.special(s);
    this.raise(s, state);
    for (const store of s.roots?.stores ?? []) this.use(s, store.value, "ref", state);
    let after = this.result(s, info, state);
    for (const reload of s.roots?.reloads ?? []) after = this.define(s, reload.into, "ref", after);
    return after;
  }

  /** Control may leave for the handler, where the result is not defined. */
  private raise(s: Instr, state: Uint8Array): void {
    if (s.onRaise === undefined || s.onRaise === "return") return;
    const exit = this.exits.get(s.onRaise);
    if (exit === undefined) this.report(s, `label ${s.onRaise.name} is not in scope`);
    else this.exits.set(s.onRaise, meet(exit, state));
  }

  /** Rules of single opcodes that the table cannot say. */
  private special(s: Instr): void {
    if (s.receiver !== undefined) {
      if (s.op !== "callvirt") this.report(s, "only callvirt has a receiver class");
      else if (!isSubclass(s.receiver, (s.imm as MethodDesc).cls)) {
        this.report(s, `class ${s.receiver.name} has no such method`);
      }
    }
    if (s.op === "new" && (s.imm as ClassDesc).abstract) this.report(s, "the class is abstract");
  }

  private argTypes(s: Instr, info: OpInfo): ValueType[] | null {
    if (info.args !== "imm") return info.args.map((rule) => this.ruleType(rule, s));
    if (info.imm === "driver") {
      const driver = s.imm as DriverDesc;
      const count = driver.greens.length + driver.reds.length;
      if (s.args.length !== count) this.report(s, `${s.args.length} operands instead of ${count}`);
      return s.args.map((a) => a.type);
    }
    const { params } = signatureOf(s, info);
    return info.imm === "signature" ? ["i32", ...params] : [...params];
  }

  private ruleType(rule: TypeRule, s: Instr): ValueType {
    if (rule === "imm") return immediateType(s);
    if (rule === "any" || rule === "same") {
      const first = (opInfo(s.op).args as readonly TypeRule[]).indexOf("any");
      return s.args[first]?.type ?? "i32";
    }
    return rule;
  }

  private result(s: Instr, info: OpInfo, state: Uint8Array): Uint8Array {
    const type = info.result === "sig"
      ? signatureOf(s, info).result
      : info.result === null
      ? null
      : this.ruleType(info.result, s);
    if (s.dst === null) return state;
    if (type === null) {
      this.report(s, "there is no result to assign");
      return state;
    }
    return this.define(s, s.dst, type, state);
  }
}

function placeOf(s: Stmt, program: Program): string {
  const pos = "pos" in s ? unpackPosition(s.pos) : null;
  if (pos === null) return "";
  return `${program.files[pos.file] ?? `file ${pos.file}`}:${pos.line}:${pos.column}: `;
}

function describe(operand: Operand): string {
  if (operand.kind === "var") return operand.name;
  const { value } = operand;
  return typeof value === "object" && value !== null ? "constant" : String(value);
}

function immediateType(s: Instr): ValueType {
  const imm = s.imm as { type?: StorageType; element?: StorageType };
  return valueTypeOf((imm.type ?? imm.element)!);
}

/** The signature of what a call instruction calls. */
export function signatureOf(s: Instr, info: OpInfo = opInfo(s.op)): Signature {
  switch (info.imm) {
    case "func": {
      const func = s.imm as Func;
      return { params: func.params.map((p) => p.type), result: func.result };
    }
    case "method":
    case "host":
      return (s.imm as MethodDesc | HostDesc).signature;
    case "signature":
      return s.imm as Signature;
    default:
      throw new Error(`${s.op} calls nothing`);
  }
}

/** Tests of a constant's value by its type. */
const CONSTANT_FORM: Record<ValueType, (value: Const["value"]) => boolean> = {
  i32: (v) => typeof v === "number" ? (v | 0) === v : has(v, "hints") || has(v, "impls"),
  i64: (v) => typeof v === "bigint" && BigInt.asIntN(64, v) === v,
  f64: (v) => typeof v === "number",
  ref: (v) => v === null || has(v, "address"),
};

function constantProblem(c: Const, known: Known): string | null {
  if (!CONSTANT_FORM[c.type](c.value)) return `constant ${describe(c)} is no ${c.type}`;
  const { value } = c;
  if (typeof value !== "object" || value === null) return null;
  if ("hints" in value) {
    return known.has("func", value) ? null : `function ${value.name} is not in the program`;
  }
  if ("impls" in value) return known.has("class", value) ? null : `class ${value.name} is not in the program`;
  return known.prebuilts.has(value) ? null : `prebuilt #${value.id} is not in the program`;
}

// --- declarations ---

function verifyClass(
  cls: ClassDesc,
  seen: ReadonlySet<ClassDesc>,
  known: Known,
  report: (m: string) => void,
): void {
  const say = (message: string): void => report(`class ${cls.name}: ${message}`);
  if (cls.parent !== null) {
    if (!seen.has(cls.parent)) say(`its parent ${cls.parent.name} does not come before it`);
    if (!cls.parent.children.includes(cls)) say(`its parent ${cls.parent.name} does not list it as a child`);
  }
  for (const child of cls.children) if (child.parent !== cls) say(`child ${child.name} has another parent`);
  for (const member of [...cls.fields, ...cls.methods]) {
    if (member.cls !== cls) say(`member ${member.name} names another class`);
  }
  for (const m of cls.methods) {
    if (m.signature.params[0] !== "ref") say(`method ${m.name} has no receiver`);
  }
  for (const [method, func] of cls.impls) {
    const wanted = signatureKey(method.signature);
    const actual = signatureKey({ params: func.params.map((p) => p.type), result: func.result });
    if (!isSubclass(cls, method.cls)) {
      say(`implements ${method.cls.name}.${method.name}, which it does not have`);
    }
    if (actual !== wanted) say(`${func.name} is ${actual}, method ${method.name} is ${wanted}`);
    if (!known.has("func", func)) say(`function ${func.name} is not in the program`);
  }
}

function verifyPrebuilt(b: Prebuilt, known: Known, report: (m: string) => void): void {
  const check = (type: StorageType, value: Const, what: string): void => {
    if (value.type !== valueTypeOf(type)) report(`prebuilt #${b.id}: ${what} is ${value.type}, not ${type}`);
    const problem = constantProblem(value, known);
    if (problem !== null) report(`prebuilt #${b.id}: ${what}: ${problem}`);
  };
  if (b.kind === "array") b.items.forEach((item, i) => check(b.desc.element, item, `item ${i}`));
  if (b.kind !== "object") return;
  if (!known.has("class", b.cls)) report(`prebuilt #${b.id}: class ${b.cls.name} is not in the program`);
  for (const [field, value] of b.values) {
    if (!isSubclass(b.cls, (field as FieldDesc).cls)) report(`prebuilt #${b.id}: has no field ${field.name}`);
    check(field.type, value, `field ${field.name}`);
  }
}

function verifyDeclarations(p: Program, known: Known, report: (message: string) => void): void {
  const seen = new Set<ClassDesc>();
  p.classes.forEach((cls, i) => {
    if ((cls.parent === null) !== (i === 0)) report(`class ${cls.name}: only the first class has no parent`);
    verifyClass(cls, seen, known, report);
    seen.add(cls);
  });
  for (const b of p.prebuilts) verifyPrebuilt(b, known, report);
  for (const g of p.globals) {
    if (g.init.type !== g.type) report(`global ${g.name}: its value is ${g.init.type}, not ${g.type}`);
    const problem = constantProblem(g.init, known);
    if (problem !== null) report(`global ${g.name}: ${problem}`);
  }
  for (const [name, f] of p.exports) {
    if (!known.has("func", f)) report(`export ${name}: the function is not in the program`);
  }
}

/** The problems of one function of `program`. */
export function verifyFunc(func: Func, program: Program): string[] {
  return verifyWith(func, program, new Known(program));
}
function verifyWith(func: Func, program: Program, known: Known): string[] {
  const verifier = new FuncVerifier(func, program, known);
  verifier.run();
  return verifier.problems;
}

/** The problems of a program: of its declarations, then of its functions in order. */
export function verifyProgram(program: Program): string[] {
  const problems: string[] = [];
  const known = new Known(program);
  verifyDeclarations(program, known, (message) => problems.push(message));
  for (const func of program.functions) problems.push(...verifyWith(func, program, known));
  return problems;
}
