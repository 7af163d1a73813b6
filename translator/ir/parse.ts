/**
 * Reads the text form that `print.ts` describes and writes. Declarations are read in one pass; what refers to
 * other declarations (implementations, initial values, bodies) is read after it, so the order of functions,
 * prebuilt objects and exports does not matter. Classes come after their parents.
 *
 * Only the form is checked here (names known, labels in scope); types are the verifier's.
 */
import {
  type ClassDesc,
  type ClassSpecial,
  type Const,
  constant,
  type DriverDesc,
  type Effects,
  type FieldDesc,
  type Func,
  type Immediate,
  type Instr,
  type Label,
  type MethodDesc,
  newVar,
  type Operand,
  packPosition,
  type Prebuilt,
  type PrebuiltArray,
  type PrebuiltObject,
  type Program,
  type Signature,
  type Stmt,
  type StorageType,
  type ValueType,
  type Var,
} from "./ir.ts";
import { type ImmediateKind, type OpInfo, OPS } from "./ops.ts";
import { HINTS } from "./print.ts";
import { ParseError, type Token, tokenize } from "./tokens.ts";

export { ParseError } from "./tokens.ts";

const VALUE_TYPES: ReadonlySet<string> = new Set(["i32", "i64", "f64", "ref"]);
const STORAGE_TYPES: ReadonlySet<string> = new Set([...VALUE_TYPES, "i8", "u8", "i16", "u16"]);
const SPECIALS: ReadonlySet<string> = new Set(["none", "weakref", "finalizerqueue"]);

/** Things found by name and ordinal. */
class Table<T> {
  private readonly items = new Map<string, T[]>();
  constructor(private readonly what: string) {}

  add(token: Token, item: T): void {
    const list = this.items.get(token.text) ?? [];
    if (list.length !== token.ordinal) throw new ParseError(token, `duplicate ${this.what} ${token.text}`);
    list.push(item);
    this.items.set(token.text, list);
  }
  get(token: Token): T {
    const item = this.items.get(token.text)?.[token.ordinal];
    if (item === undefined) throw new ParseError(token, `unknown ${this.what} ${token.text}`);
    return item;
  }
}

/** Cursor over tokens, with the small readers that all parts share. */
class Cursor {
  private readonly tokens: Token[];
  protected at = 0;
  constructor(text: string) {
    this.tokens = tokenize(text);
  }

  protected peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
  }
  protected next(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }
  protected fail(message: string, at: Token = this.peek()): never {
    throw new ParseError(at, message);
  }
  protected is(text: string): boolean {
    const token = this.peek();
    return token.text === text && (token.kind === "name" || token.kind === "punct");
  }
  protected accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }
  /** Like `accept`, for words that must stand on the line of the token before. */
  protected acceptInline(text: string): boolean {
    return this.sameLine() && this.accept(text);
  }
  protected sameLine(): boolean {
    return this.peek().line === this.peek(-1).line;
  }
  protected expect(text: string): Token {
    if (!this.is(text)) this.fail(`expected ${text}, found ${this.peek().text}`);
    return this.next();
  }
  protected name(): Token {
    const token = this.next();
    if (token.kind !== "name" && token.kind !== "string") {
      this.fail(`expected a name, found ${token.text}`, token);
    }
    return token;
  }
  protected quoted(): string {
    const token = this.next();
    if (token.kind !== "string") this.fail(`expected a quoted text, found ${token.text}`, token);
    return token.text;
  }
  protected integer(): number {
    const token = this.next();
    if (token.kind !== "number" || !/^-?\d+$/.test(token.text)) {
      this.fail(`expected an integer, found ${token.text}`, token);
    }
    return Number(token.text);
  }
  protected position(): number {
    if (this.peek().kind !== "position") return 0;
    const [file, line, column] = this.next().text.split(":").map(Number);
    return packPosition(file, line, column);
  }
  protected numberAfter(word: string): number {
    return this.accept(word) ? this.integer() : 0;
  }
  /** Reads `open item, item close`. */
  protected items<T>(open: string, close: string, item: () => T): T[] {
    this.expect(open);
    const out: T[] = [];
    while (!this.accept(close)) {
      if (out.length > 0) this.expect(",");
      out.push(item());
    }
    return out;
  }
  protected type<T extends StorageType>(types: ReadonlySet<string>): T {
    const token = this.next();
    if (!types.has(token.text)) this.fail(`expected a type, found ${token.text}`, token);
    return token.text as T;
  }
  protected valueType(): ValueType {
    return this.type<ValueType>(VALUE_TYPES);
  }
  protected signature(): Signature {
    const params = this.items("(", ")", () => this.valueType());
    this.expect("->");
    return { params, result: this.resultType() };
  }
  protected resultType(): ValueType | null {
    return this.accept("void") ? null : this.valueType();
  }
  /** Skips the rest of the line, or to the end of what was opened on it. */
  protected skipRest(): void {
    let depth = 0;
    for (;;) {
      const token = this.peek();
      if (token.kind === "end") return;
      const closes = token.kind === "punct" && "})]".includes(token.text);
      if (closes && depth === 0) return;
      if (token.kind === "punct" && "{([".includes(token.text)) depth++;
      if (closes) depth--;
      this.at++;
      if (depth === 0 && !this.sameLine()) return;
    }
  }
}

class Parser extends Cursor {
  private readonly program: Program = {
    classes: [],
    arrays: [],
    globals: [],
    hosts: [],
    drivers: [],
    functions: [],
    prebuilts: [],
    exports: new Map(),
    files: [],
  };
  private readonly classes = new Table<ClassDesc>("class");
  private readonly members = new Map<ClassDesc, Table<FieldDesc | MethodDesc>>();
  private readonly arrays = new Table<Program["arrays"][number]>("array type");
  private readonly globals = new Table<Program["globals"][number]>("global");
  private readonly hosts = new Table<Program["hosts"][number]>("host function");
  private readonly drivers = new Table<DriverDesc>("driver");
  private readonly functions = new Table<Func>("function");
  private readonly prebuilts = new Map<number, Prebuilt>();
  private readonly deferred: (() => void)[] = [];
  private vars = new Table<Var>("variable");
  private labels = new Map<string, Label>();
  private func: Func | null = null;

  private readonly declarations: Record<string, () => void> = {
    file: () => this.program.files.push(this.quoted()),
    class: () => this.cls(),
    array: () => this.array(),
    global: () => this.global(),
    host: () => this.host(),
    driver: () => this.driver(),
    string: () => this.prebuiltString(),
    object: () => this.prebuiltObject(),
    items: () => this.prebuiltItems(),
    export: () => this.export(),
    func: () => this.funcHead(),
  };

  parse(): Program {
    while (this.peek().kind !== "end") {
      const word = this.next();
      const declaration = word.kind === "name" ? this.declarations[word.text] : undefined;
      if (declaration === undefined) this.fail(`expected a declaration, found ${word.text}`, word);
      declaration();
    }
    for (const run of this.deferred) run();
    return this.program;
  }

  /** Skips the rest of the line or body, and reads it when all declarations are known. */
  private defer(run: () => void): void {
    const start = this.at;
    this.skipRest();
    this.deferred.push(() => {
      this.at = start;
      run();
    });
  }

  // --- declarations ---

  private cls(): void {
    const token = this.name();
    const parent = this.accept("extends") ? this.classes.get(this.name()) : null;
    const abstract = this.accept("abstract");
    let special: ClassSpecial = "none";
    if (this.accept("special")) {
      const word = this.name();
      if (!SPECIALS.has(word.text)) this.fail(`unknown special ${word.text}`, word);
      special = word.text as ClassSpecial;
    }
    const virtualizable = this.accept("virtualizable") ? this.items("(", ")", () => this.name().text) : [];
    const cls: ClassDesc = {
      name: token.text,
      parent,
      fields: [],
      methods: [],
      impls: new Map(),
      children: [],
      special,
      virtualizable,
      abstract,
      size: this.numberAfter("size"),
      typeInfo: this.numberAfter("typeinfo"),
      typeInfoEnd: this.numberAfter("end"),
    };
    parent?.children.push(cls);
    this.classes.add(token, cls);
    this.members.set(cls, new Table("field or method"));
    this.program.classes.push(cls);
    if (this.accept("{")) { while (!this.accept("}")) this.classMember(cls); }
  }

  private classMember(cls: ClassDesc): void {
    const word = this.next();
    if (word.text === "impl") {
      return this.defer(() => {
        const method = this.member("method");
        this.expect("=");
        cls.impls.set(method as MethodDesc, this.functions.get(this.name()));
      });
    }
    const token = this.name();
    this.expect(":");
    if (word.text === "method") {
      const method: MethodDesc = { cls, name: token.text, signature: this.signature() };
      cls.methods.push(method);
      this.members.get(cls)!.add(token, method);
    } else if (word.text === "field") {
      const type = this.type<StorageType>(STORAGE_TYPES);
      const immutable = this.accept("immutable");
      const quasiImmutable = this.accept("quasiimmutable");
      const offset = this.numberAfter("offset");
      const field: FieldDesc = { cls, name: token.text, type, immutable, quasiImmutable, offset };
      cls.fields.push(field);
      this.members.get(cls)!.add(token, field);
    } else this.fail(`expected field, method or impl, found ${word.text}`, word);
  }

  private array(): void {
    const token = this.name();
    this.expect(":");
    const element = this.type<StorageType>(STORAGE_TYPES);
    this.expect("base");
    const desc = { name: token.text, element, base: this.integer(), typeInfo: this.numberAfter("typeinfo") };
    this.arrays.add(token, desc);
    this.program.arrays.push(desc);
  }

  private global(): void {
    const token = this.name();
    this.expect(":");
    const type = this.valueType();
    this.expect("=");
    const desc = { name: token.text, type, init: constant(type, 0) };
    this.globals.add(token, desc);
    this.program.globals.push(desc);
    this.defer(() => desc.init = this.constant());
  }

  private host(): void {
    const token = this.name();
    this.expect(":");
    const desc = { name: token.text, signature: this.signature() };
    this.hosts.add(token, desc);
    this.program.hosts.push(desc);
  }

  private driver(): void {
    const token = this.name();
    this.expect("greens");
    const greens = this.items("(", ")", () => this.name().text);
    this.expect("reds");
    const reds = this.items("(", ")", () => this.name().text);
    const virtualizable = this.accept("virtualizable") ? this.name().text : null;
    const desc: DriverDesc = { name: token.text, greens, reds, virtualizable };
    this.drivers.add(token, desc);
    this.program.drivers.push(desc);
  }

  private prebuiltId(): number {
    this.expect("#");
    const at = this.peek();
    const id = this.integer();
    if (this.prebuilts.has(id)) this.fail(`duplicate prebuilt #${id}`, at);
    return id;
  }

  private addPrebuilt(prebuilt: Prebuilt): void {
    this.prebuilts.set(prebuilt.id, prebuilt);
    this.program.prebuilts.push(prebuilt);
  }

  private prebuiltString(): void {
    const id = this.prebuiltId();
    this.addPrebuilt({ kind: "string", id, value: this.quoted(), address: this.numberAfter("address") });
  }

  private prebuiltObject(): void {
    const id = this.prebuiltId();
    const cls = this.classes.get(this.name());
    const object: PrebuiltObject = { kind: "object", id, cls, values: new Map(), address: 0 };
    this.addPrebuilt(object);
    this.defer(() => {
      this.items("{", "}", () => {
        const field = this.member("field");
        this.expect("=");
        object.values.set(field as FieldDesc, this.constant());
      });
      object.address = this.numberAfter("address");
    });
  }

  private prebuiltItems(): void {
    const id = this.prebuiltId();
    const desc = this.arrays.get(this.name());
    const array: PrebuiltArray = { kind: "array", id, desc, items: [], address: 0 };
    this.addPrebuilt(array);
    this.defer(() => {
      array.items.push(...this.items("[", "]", () => this.constant()));
      array.address = this.numberAfter("address");
    });
  }

  private export(): void {
    const name = this.quoted();
    this.expect("=");
    this.program.exports.set(name, null as unknown as Func);
    this.defer(() => this.program.exports.set(name, this.functions.get(this.name())));
  }

  /** `Class.member`; the class must have it itself. */
  private member(kind: "field" | "method"): FieldDesc | MethodDesc {
    const token = this.name();
    const dot = token.kind === "name" ? token.text.lastIndexOf(".") : -1;
    let owner = token;
    let own = token;
    if (dot >= 0) {
      owner = { ...token, text: token.text.slice(0, dot), ordinal: 0 };
      own = { ...token, text: token.text.slice(dot + 1) };
    } else {
      this.expect(".");
      own = this.name();
    }
    const member = this.members.get(this.classes.get(owner))!.get(own);
    if (("type" in member) !== (kind === "field")) this.fail(`${own.text} is no ${kind}`, own);
    return member;
  }

  // --- functions ---

  private funcHead(): void {
    const token = this.name();
    const vars = new Table<Var>("variable");
    const func: Func = {
      kind: "func",
      name: token.text,
      params: [],
      result: null,
      vars: [],
      body: [],
      hints: {},
      pos: 0,
      inTable: false,
      effects: null,
    };
    func.params.push(...this.items("(", ")", () => this.declareVar(func, vars)));
    this.expect("->");
    (func as { result: ValueType | null }).result = this.resultType();
    for (const hint of HINTS) if (this.accept(hint)) func.hints[hint] = true;
    func.inTable = this.accept("table");
    func.pos = this.position();
    this.functions.add(token, func);
    this.program.functions.push(func);
    this.defer(() => this.funcBody(func, vars));
  }

  private declareVar(func: Func, vars: Table<Var>): Var {
    const token = this.name();
    this.expect(":");
    const variable = newVar(func, this.valueType(), token.text);
    vars.add(token, variable);
    return variable;
  }

  private funcBody(func: Func, vars: Table<Var>): void {
    this.func = func;
    this.vars = vars;
    this.labels = new Map();
    this.expect("{");
    if (this.is("effects") && this.peek(1).text !== "=") func.effects = this.effects();
    if (this.is("zeroslots") && this.peek(1).text === "(") {
      this.next();
      func.zeroSlots = this.items("(", ")", () => this.integer());
    }
    while (this.is("var") && this.peek(1).text !== "=") {
      this.next();
      this.declareVar(func, vars);
    }
    while (!this.accept("}")) func.body.push(this.stmt());
  }

  private effects(): Effects {
    this.expect("effects");
    const raises = this.accept("raises");
    const collects = this.accept("collects");
    const recursive = this.accept("recursive");
    this.expect("writes");
    if (this.accept("*")) return { raises, collects, recursive, writes: null };
    const writes = this.items("(", ")", () => {
      const kind = this.next();
      if (kind.text === "field") return this.member("field") as FieldDesc;
      if (kind.text === "array") return this.arrays.get(this.name());
      if (kind.text === "global") return this.globals.get(this.name());
      return this.fail(`expected field, array or global, found ${kind.text}`, kind);
    });
    return { raises, collects, recursive, writes: new Set(writes) };
  }

  private list(): Stmt[] {
    this.expect("{");
    const out: Stmt[] = [];
    while (!this.accept("}")) out.push(this.stmt());
    return out;
  }

  private readonly statements: Record<string, () => Stmt> = {
    if: () => {
      const cond = this.operand();
      const pos = this.position();
      return { kind: "if", cond, pos, then: this.list(), else: this.accept("else") ? this.list() : [] };
    },
    block: () => this.labelled((label) => ({ kind: "block", label, body: this.list() })),
    loop: () => this.labelled((label) => ({ kind: "loop", label, body: this.list() })),
    br: () => ({ kind: "br", label: this.label() }),
    switch: () => this.labelled((label) => this.switch(label)),
    try: () => {
      const body = this.list();
      this.expect("catch");
      return { kind: "try", body, exc: this.vars.get(this.name()), handler: this.list() };
    },
    return: () => {
      const bare = !this.sameLine() || this.peek().kind === "position" || this.is("}");
      return { kind: "return", value: bare ? null : this.operand(), pos: this.position() };
    },
    throw: () => ({ kind: "throw", value: this.operand(), pos: this.position() }),
    unreachable: () => ({ kind: "unreachable", pos: this.position() }),
  };

  private stmt(): Stmt {
    const token = this.peek();
    const statement = token.kind === "name" ? this.statements[token.text] : undefined;
    const follows = this.peek(1).text;
    if (statement === undefined || follows === "=") return this.instr();
    this.next();
    return statement();
  }

  private label(): Label {
    const token = this.name();
    return this.labels.get(labelKey(token)) ?? this.fail(`label ${token.text} is not in scope`, token);
  }

  private labelled(read: (label: Label) => Stmt): Stmt {
    const token = this.name();
    const key = labelKey(token);
    const label: Label = { name: token.text };
    const outer = this.labels.get(key);
    this.labels.set(key, label);
    const stmt = read(label);
    if (outer === undefined) this.labels.delete(key);
    else this.labels.set(key, outer);
    return stmt;
  }

  private switch(label: Label): Stmt {
    const value = this.operand();
    const cases = new Map<number, number>();
    let byDefault = -1;
    this.items("[", "]", () => {
      const isDefault = this.accept("default");
      const at = this.peek();
      const key = isDefault ? 0 : this.integer();
      this.expect(":");
      const index = this.integer();
      if (isDefault) byDefault = index;
      else if (cases.has(key)) this.fail(`duplicate case ${key}`, at);
      else cases.set(key, index);
    });
    const pos = this.position();
    const bodies: Stmt[][] = [];
    this.expect("{");
    while (!this.accept("}")) {
      this.expect("case");
      bodies.push(this.list());
    }
    return { kind: "switch", label, value, cases, default: byDefault, bodies, pos };
  }

  private instr(): Instr {
    const first = this.name();
    let dst: Var | null = null;
    let op = first;
    if (this.accept("=")) {
      dst = this.vars.get(first);
      op = this.name();
    }
    const info = (OPS as Record<string, OpInfo>)[op.text];
    if (info === undefined) this.fail(`unknown opcode ${op.text}`, op);
    const imm = info.imm === "none" ? null : this.immediate(info.imm);
    const args = this.items("(", ")", () => this.operand());
    const out: Instr = { kind: "instr", op: op.text, dst, args, imm, pos: 0 };
    if (this.acceptInline("on")) out.receiver = this.classes.get(this.name());
    if (this.acceptInline("nobarrier")) out.noBarrier = true;
    else if (this.acceptInline("barrier")) out.noBarrier = false;
    if (this.acceptInline("raises")) out.onRaise = this.accept("->") ? this.label() : "return";
    if (this.acceptInline("roots")) this.roots(out);
    out.pos = this.position();
    return out;
  }

  private roots(out: Instr): void {
    const height = this.integer();
    const stores: { slot: number; value: Var }[] = [];
    const zeros: number[] = [];
    const slot = (): number => {
      const number = this.integer();
      this.expect(":");
      return number;
    };
    this.items("[", "]", () => {
      const number = slot();
      if (this.accept("null")) zeros.push(number);
      else stores.push({ slot: number, value: this.vars.get(this.name()) });
    });
    const reloads = this.items("[", "]", () => ({ slot: slot(), into: this.vars.get(this.name()) }));
    out.roots = { stores, reloads, height, ...(zeros.length > 0 ? { zeros } : {}) };
  }

  private immediate(kind: ImmediateKind): Immediate {
    switch (kind) {
      case "field":
      case "method":
        return this.member(kind);
      case "array":
        return this.arrays.get(this.name());
      case "class":
        return this.classes.get(this.name());
      case "global":
        return this.globals.get(this.name());
      case "host":
        return this.hosts.get(this.name());
      case "driver":
        return this.drivers.get(this.name());
      case "func":
        return this.functions.get(this.name());
      case "signature": {
        this.expect("[");
        const signature = this.signature();
        this.expect("]");
        return signature;
      }
      case "number":
        return this.integer();
      case "text":
        return this.quoted();
      case "none":
        return null;
    }
  }

  private operand(): Operand {
    const token = this.peek();
    const reserved = token.text === "null" || token.text === "nan";
    const named = token.kind === "string" || (token.kind === "name" && !reserved);
    return named ? this.vars.get(this.name()) : this.constant();
  }

  private constant(): Const {
    const token = this.next();
    if (token.kind === "number") return numberConstant(token);
    switch (token.text) {
      case "null":
        return constant("ref", null);
      case "nan":
        return constant("f64", NaN);
      case "&":
        return constant("i32", this.functions.get(this.name()));
      case "^":
        return constant("i32", this.classes.get(this.name()));
      case "#": {
        const id = this.integer();
        return constant("ref", this.prebuilts.get(id) ?? this.fail(`unknown prebuilt #${id}`, token));
      }
    }
    return this.fail(`expected an operand, found ${token.text}`, token);
  }
}

function labelKey(token: Token): string {
  return `${token.text}@${token.ordinal}`;
}

function numberConstant(token: Token): Const {
  const { text } = token;
  if (text.endsWith("n")) return constant("i64", BigInt(text.slice(0, -1)));
  if (text.endsWith("inf")) return constant("f64", text === "inf" ? Infinity : -Infinity);
  return /[.e]/.test(text) ? constant("f64", Number(text)) : constant("i32", Number(text));
}

/**
 * Reads a program.
 * @throws {ParseError} with `line:column: message` on the first mistake.
 */
export function parseProgram(text: string): Program {
  return new Parser(text).parse();
}
