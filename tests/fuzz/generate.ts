/**
 * Random RTS programs. `generate(seed, size)` is a whole program, the same for the same seed: it type-checks,
 * terminates (see `fuel` in support.ts), never does what docs/rts.md leaves undefined, and prints a trace.
 *
 * The call graph has no cycles: functions of the first tier call none, methods call those, functions of the
 * second tier call methods and functions before them.
 */
import { FORMS, type Kind, KINDS, LITERALS, THROWING } from "./forms.ts";
import { Random } from "./random.ts";
import { STATEMENTS } from "./statements.ts";
import { IMPORTS, SUPPORT } from "./support.ts";

interface Variable {
  readonly name: string;
  readonly kind: Kind;
  readonly writable: boolean;
}

/** Something to call: `name(args)`, or with `{object}` in its name, a method. */
interface Callable {
  readonly name: string;
  readonly params: readonly Kind[];
  readonly result: Kind;
}

/** A subclass of `Root`, or `Root`: what `new` needs. */
interface ClassModel {
  readonly name: string;
  readonly base: ClassModel | null;
  /** Own writable fields and their kinds. */
  readonly fields: readonly Variable[];
}

/** Where statements are generated: what is in scope and which jumps are allowed. */
interface Scope {
  readonly variables: readonly Variable[];
  /** Kind to return; null at a place that must not return. */
  readonly result: Kind | null;
  /** Labels of the loops around, innermost last; an empty one is a loop without label. */
  readonly loops: readonly string[];
}

/** Storage kinds of fields, what is read from them, and the expression that fits. */
const STORAGE: readonly (readonly [type: string, kind: Kind, value: string])[] = [
  ["u8", "i32", "({i32} & 255)"],
  ["i8", "i32", "(({i32} << 24) >> 24)"],
  ["u16", "i32", "({i32} & 65535)"],
  ["i16", "i32", "(({i32} << 16) >> 16)"],
  ...KINDS.map((kind) => [kind, kind, kind === "string" ? "cut({string})" : `{${kind}}`] as const),
];

/** Methods of `Root` that subclasses override. */
const METHOD_COUNT = 3;

function indent(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split("\n")).map((line) => `  ${line}`);
}

class Generator {
  private readonly random: Random;
  private nextId = 0;
  private callables: Callable[] = [];
  private readonly classes: ClassModel[] = [];
  private readonly methods: Callable[] = [];
  private readonly globals: Variable[] = [];
  private objectsAllowed = false;

  constructor(seed: number, private readonly size: number) {
    this.random = new Random(seed);
  }

  // ---- expressions

  private id(): number {
    return this.nextId++;
  }

  private leaf(kind: Kind, scope: Scope): string {
    const fitting = [...scope.variables, ...this.globals].filter((variable) => variable.kind === kind);
    if (fitting.length > 0 && !this.random.oneIn(3)) return this.random.pick(fitting).name;
    return this.random.pick(LITERALS[kind]);
  }

  expression(kind: Kind, scope: Scope, depth: number): string {
    if (depth <= 0 || this.random.oneIn(5)) return this.leaf(kind, scope);
    const calls = this.callables.filter((callable) => callable.result === kind);
    if (calls.length > 0 && this.random.oneIn(6)) return this.call(this.random.pick(calls), scope, depth - 1);
    const throwing = THROWING[kind];
    if (throwing !== undefined && this.random.oneIn(40)) {
      return this.fill(this.random.pick(throwing), scope, depth - 1);
    }
    return this.fill(this.random.pick(FORMS[kind]), scope, depth - 1);
  }

  private call(callable: Callable, scope: Scope, depth: number): string {
    const args = callable.params.map((kind) => this.expression(kind, scope, depth - 1));
    return `${this.fill(callable.name, scope, depth - 1)}(${args.join(", ")})`;
  }

  /** Replaces the placeholders of a template. */
  private fill(template: string, scope: Scope, depth: number): string {
    const id = this.id();
    return template.replace(/\{(\w+)\}/g, (_, what: string) => {
      if (what === "id") return `${id}`;
      if (what === "object") return this.object(scope, depth);
      if (what === "shape") return this.shape(scope, depth);
      return this.expression(what as Kind, scope, depth);
    });
  }

  /** An expression of type `Root`. */
  private object(scope: Scope, depth: number): string {
    const choice = this.random.below(depth <= 0 ? 2 : 6);
    if (choice === 0) return this.random.pick(["PREBUILT", "OTHER"]);
    if (choice === 1) return "(OBJECTS[{i} & 7] ?? PREBUILT)".replace("{i}", this.leaf("i32", scope));
    if (choice === 2) return `pick<Root>(${this.fill("{bool}, {object}, {object}", scope, depth - 1)})`;
    if (choice === 3) return this.fill("({object}.next ?? OTHER)", scope, depth - 1);
    return this.construct(this.random.pick(this.classes), scope, depth - 1);
  }

  private construct(model: ClassModel, scope: Scope, depth: number): string {
    return this.fill(`(new ${model.name}({i32}, {f64}))`, scope, depth);
  }

  private shape(scope: Scope, depth: number): string {
    const choice = this.random.below(depth <= 0 ? 1 : 3);
    if (choice === 0) return "(new Square({i32}))".replace("{i32}", this.leaf("i32", scope));
    if (choice === 1) return this.fill("(new Pair({shape}, {shape}))", scope, depth - 1);
    return this.fill("(new Scaled({shape}, {i32}, {f64}))", scope, depth - 1);
  }

  // ---- statements

  private block(scope: Scope, depth: number, count: number): string[] {
    const lines: string[] = [];
    let inner = scope;
    for (let i = 0; i < count; i++) {
      if (this.random.oneIn(4)) {
        const [line, variable] = this.declaration(inner);
        lines.push(line);
        inner = { ...inner, variables: [...inner.variables, variable] };
      } else {
        lines.push(...this.statement(inner, depth));
      }
    }
    return lines;
  }

  private declaration(scope: Scope): [string, Variable] {
    const kind = this.random.pick(KINDS);
    const writable = !this.random.oneIn(3);
    const name = `v${this.id()}`;
    const value = this.value(kind, scope);
    return [`${writable ? "let" : "const"} ${name}: ${kind} = ${value};`, { name, kind, writable }];
  }

  /** An expression to keep: strings are cut, for they would grow without bound. */
  private value(kind: Kind, scope: Scope): string {
    const value = this.expression(kind, scope, 3);
    return kind === "string" ? `cut(${value})` : value;
  }

  private statement(scope: Scope, depth: number): string[] {
    const compound = depth > 0 && this.random.oneIn(2);
    if (compound) return this.random.pick(COMPOUND)(this, scope, depth - 1);
    const choice = this.random.below(10);
    if (choice < 3) return [this.assignment(scope)];
    if (choice < 5) return [this.traceLine(scope)];
    if (choice === 5) return [this.jump(scope)];
    return this.straight(scope).split("\n");
  }

  private straight(scope: Scope): string {
    const needsObjects = /\{object\}|\{shape\}|OBJECTS|RANKS|Root|shared|TABLE/;
    let template = this.random.pick(STATEMENTS);
    while (!this.objectsAllowed && needsObjects.test(template)) template = this.random.pick(STATEMENTS);
    return this.fill(template, scope, 2);
  }

  private assignment(scope: Scope): string {
    const writable = [...scope.variables, ...this.globals].filter((variable) => variable.writable);
    if (writable.length === 0) return this.traceLine(scope);
    const { name, kind } = this.random.pick(writable);
    const operators: Partial<Record<Kind, readonly string[]>> = {
      i32: ["&=", "|=", "^=", "<<=", ">>="],
      i64: ["&=", "|=", "^="],
      f64: ["+=", "-=", "*=", "/="],
    };
    const own = operators[kind];
    if (own !== undefined && this.random.oneIn(3)) {
      return `${name} ${this.random.pick(own)} ${this.expression(kind, scope, 2)};`;
    }
    if (kind === "i32" && this.random.oneIn(5)) return `if (${name} < 1000000) ${name}++;`;
    return `${name} = ${this.value(kind, scope)};`;
  }

  traceLine(scope: Scope): string {
    const count = this.random.between(1, 3);
    const parts: string[] = [];
    for (let i = 0; i < count; i++) {
      const kind = this.random.pick(KINDS);
      const value = this.expression(kind, scope, 3);
      parts.push(kind === "f64" ? `\${showF(${value})}` : `\${${value}}`);
    }
    return `trace(\`t${this.id()} ${parts.join(" ")}\`);`;
  }

  /** A conditional jump out of where we are; a trace where none is allowed. */
  private jump(scope: Scope): string {
    const jumps: string[] = ["throw"];
    if (scope.result !== null) jumps.push("return");
    if (scope.loops.length > 0) jumps.push("break", "continue", "continue");
    const condition = this.expression("bool", scope, 2);
    switch (this.random.pick(jumps)) {
      case "return":
        return `if (${condition}) return ${this.expression(scope.result!, scope, 2)};`;
      case "break":
        return `if (${condition}) ${this.loopJump("break", scope)}`;
      case "continue":
        return `if (${condition}) ${this.loopJump("continue", scope)}`;
      default: {
        const code = this.expression("i32", scope, 1);
        if (this.random.oneIn(2)) return `if (${condition}) throw new DeepFailure(${code});`;
        return `if (${condition}) throw new Failure("f${this.id()}", ${code});`;
      }
    }
  }

  private loopJump(word: "break" | "continue", scope: Scope): string {
    const labels = scope.loops.filter((label) => label !== "");
    if (labels.length > 0 && !this.random.oneIn(3)) return `${word} ${this.random.pick(labels)};`;
    // Without a label the innermost loop is meant, or the switch inside it: both are fine.
    return `${word};`;
  }

  // ---- compound statements, used by the table below

  inner(scope: Scope, depth: number): string[] {
    return indent(this.block(scope, depth, this.random.between(1, 3)));
  }

  condition(scope: Scope): string {
    return this.expression("bool", scope, 3);
  }

  loopScope(scope: Scope, variables: readonly Variable[], label: string): Scope {
    return { ...scope, loops: [...scope.loops, label], variables: [...scope.variables, ...variables] };
  }

  /** A label for one loop in two, and the text that puts it in front. */
  label(): [name: string, prefix: string] {
    if (this.random.oneIn(2)) return ["", ""];
    const name = `loop${this.id()}`;
    return [name, `${name}: `];
  }

  fresh(prefix: string): string {
    return `${prefix}${this.id()}`;
  }

  chance(n: number): boolean {
    return this.random.oneIn(n);
  }

  between(low: number, high: number): number {
    return this.random.between(low, high);
  }

  choose<T>(items: readonly T[]): T {
    return this.random.pick(items);
  }

  get hasObjects(): boolean {
    return this.objectsAllowed;
  }

  get subclasses(): readonly ClassModel[] {
    return this.classes.slice(1);
  }

  objectExpression(scope: Scope): string {
    return this.object(scope, 2);
  }

  integer(scope: Scope): string {
    return this.expression("i32", scope, 2);
  }

  // ---- declarations

  private body(params: readonly Variable[], result: Kind, count: number): string[] {
    const scope: Scope = { variables: params, result, loops: [] };
    return indent([
      `if (!tick()) return ${this.random.pick(LITERALS[result])};`,
      ...this.block(scope, 2, count),
      `return ${this.expression(result, scope, 2)};`,
    ]);
  }

  private params(kinds: readonly Kind[]): Variable[] {
    return kinds.map((kind) => ({ name: `p${this.id()}`, kind, writable: true }));
  }

  private signature(params: readonly Variable[], result: Kind): string {
    return `(${params.map((param) => `${param.name}: ${param.kind}`).join(", ")}): ${result}`;
  }

  private kinds(count: number): Kind[] {
    return Array.from({ length: count }, () => this.random.pick(KINDS));
  }

  /** A function, which later code may call. */
  private function(count: number): string[] {
    const name = `fn${this.id()}`;
    const kinds = this.kinds(this.random.between(0, 3));
    const result = this.random.pick(KINDS);
    const params = this.params(kinds);
    const lines = [
      `function ${name}${this.signature(params, result)} {`,
      ...this.body(params, result, count),
      "}",
      "",
    ];
    this.callables.push({ name, params: kinds, result });
    return lines;
  }

  private method(
    callable: Callable,
    fields: readonly Variable[],
    prefix: string,
    superCall: boolean,
  ): string[] {
    const params = this.params(callable.params);
    const name = callable.name.split(".")[1];
    const scope = [...params, ...fields];
    const lines = [`${prefix}${name}${this.signature(params, callable.result)} {`];
    if (superCall) {
      const value = `super.${name}(${params.map((param) => param.name).join(", ")})`;
      const shown = callable.result === "f64" ? `showF(${value})` : value;
      lines.push(`  if (tick()) trace(\`super \${${shown}}\`);`);
    }
    return [...lines, ...this.body(scope, callable.result, 2), "}"];
  }

  private fields(className: string): { model: Variable[]; lines: string[] } {
    const model: Variable[] = [];
    const lines: string[] = [];
    const empty: Scope = { variables: [], result: null, loops: [] };
    for (let i = 0; i < this.random.between(1, 4); i++) {
      const [type, kind, value] = this.random.pick(STORAGE);
      const name = `${className.toLowerCase()}${i}`;
      const isReadonly = this.random.oneIn(4);
      lines.push(`${isReadonly ? "readonly " : ""}${name}: ${type} = ${this.fill(value, empty, 0)};`);
      // Only fields of full kinds are assigned to at random: what goes into the others must fit.
      const writable = !isReadonly && type === kind;
      model.push({ name: `this.${name}`, kind, writable });
    }
    return { model, lines };
  }

  private allFields(model: ClassModel | null): Variable[] {
    return model === null ? [] : [...this.allFields(model.base), ...model.fields];
  }

  private show(model: ClassModel): string {
    const parts = model.fields.map((field) =>
      field.kind === "f64" ? `\${showF(${field.name})}` : `\${${field.name}}`
    );
    return `${model.name}(${parts.join(",")})`;
  }

  private rootClass(): string[] {
    const { model, lines } = this.fields("Root");
    const root: ClassModel = { name: "Root", base: null, fields: model };
    this.classes.push(root);
    for (let i = 0; i < METHOD_COUNT; i++) {
      const callable = {
        name: `{object}.m${i}`,
        params: this.kinds(this.random.between(0, 2)),
        result: this.random.pick(KINDS),
      };
      this.methods.push(callable);
    }
    const fields = this.ownScope(root);
    return [
      "class Root {",
      ...indent(lines),
      "  next: Root | null = null;",
      "  constructor(public a: i32, protected readonly b: f64) {}",
      ...indent(this.methods.flatMap((method) => this.method(method, fields, "", false))),
      `  show(): string {\n    return \`${this.show(root)} \${this.a} \${showF(this.b)}\`;\n  }`,
      "  /** Sums `a` over at most `n` links. */",
      "  chain(n: i32): i32 {",
      "    const next = this.next;",
      "    return n <= 0 || next === null ? this.a : (this.a + next.chain(n - 1)) | 0;",
      "  }",
      "  get twice(): i32 {\n    return (this.a + this.a) | 0;\n  }",
      "  set twice(value: i32) {\n    this.a = value;\n  }",
      "  static mix(x: i32, y: i64): i64 {\n    return wrap64(i32ToI64(x) * y);\n  }",
      "}",
      "",
    ];
  }

  private ownScope(model: ClassModel): Variable[] {
    return [
      ...this.allFields(model),
      { name: "this.a", kind: "i32", writable: true },
      { name: "this.b", kind: "f64", writable: false },
    ];
  }

  private subclass(index: number): string[] {
    const base = this.random.pick(this.classes);
    const { model, lines } = this.fields(`C${index}`);
    const own: ClassModel = { name: `C${index}`, base, fields: model };
    const scope = this.ownScope(own);
    const overridden = this.methods.filter(() => this.random.oneIn(2));
    const text = [
      `class ${own.name} extends ${base.name} {`,
      ...indent(lines),
      ...(this.random.oneIn(2)
        ? [
          `  constructor(x: i32, y: f64) {\n    super(x ^ ${index}, y * 0.5);\n    this.a = (this.a + x) | 0;\n  }`,
        ]
        : []),
      ...indent(
        overridden.flatMap((method) => this.method(method, scope, "override ", this.random.oneIn(2))),
      ),
      `  override show(): string {\n    return \`${this.show(own)} \${super.show()}\`;\n  }`,
      "}",
      "",
    ];
    this.classes.push(own);
    return text;
  }

  /** An abstract class with small leaves, beside the big hierarchy. */
  private shapes(): string[] {
    return [
      "abstract class Shape {",
      "  abstract area(x: i32): i32;",
      "}",
      "class Square extends Shape {",
      "  constructor(readonly side: i32) {\n    super();\n  }",
      "  override area(x: i32): i32 {\n    return Math.imul(this.side, this.side) ^ x;\n  }",
      "}",
      "class Pair extends Shape {",
      "  constructor(readonly first: Shape, readonly second: Shape) {\n    super();\n  }",
      "  override area(x: i32): i32 {",
      "    return (this.first.area(x) + this.second.area((x + 1) | 0)) | 0;",
      "  }",
      "}",
      "class Scaled extends Shape {",
      "  constructor(readonly inner: Shape, private by: i32, readonly weight: f64) {\n    super();\n  }",
      "  override area(x: i32): i32 {",
      "    this.by = (this.by + 1) | 0;",
      "    return Math.imul(this.inner.area(x), this.by) ^ (this.weight | 0);",
      "  }",
      "}",
      "",
    ];
  }

  private globalVariables(): string[] {
    const empty: Scope = { variables: [], result: null, loops: [] };
    return KINDS.filter(() => this.random.oneIn(2)).map((kind) => {
      const name = `g${this.id()}`;
      const line = `let ${name}: ${kind} = ${this.leaf(kind, empty)};`;
      this.globals.push({ name, kind, writable: true });
      return line;
    });
  }

  private sharedObjects(): string[] {
    return [
      `const PREBUILT: Root = new Root(3, 0.5);`,
      `const OTHER: Root = new ${this.random.pick(this.classes).name}(-4, 2.25);`,
      "PREBUILT.next = OTHER;",
      "const OBJECTS: FixedArray<Root | null> = newFixedArray<Root | null>(8, null);",
      "const RANKS: Map<Root, i32> = new Map<Root, i32>();",
      "let shared: Root | null = null;",
    ];
  }

  private table(): string[] {
    const fitting = this.callables.filter((callable) =>
      callable.result === "i32" && callable.params.join() === "i32,i32"
    ).map((callable) => callable.name);
    const entries = [
      ...fitting,
      "(a: i32, b: i32): i32 => (a - b) | 0",
      "(a: i32, b: i32): i32 => a < b ? a : b",
      "mixTwo",
      "Statics.both",
    ].slice(0, 4);
    return [
      "class Statics {\n  static both(a: i32, b: i32): i32 {\n    return a & ~b;\n  }\n}",
      "function mixTwo(a: i32, b: i32): i32 {\n  return rotl32(a, 5) ^ b;\n}",
      `const TABLE: ((a: i32, b: i32) => i32)[] = [\n${indent(entries).map((e) => `${e},`).join("\n")}\n];`,
    ];
  }

  /** The steps of the program: each stands in its own `try`, so that one exception ends only one step. */
  private steps(): string[] {
    const lines: string[] = [];
    for (let i = 0; i < this.size; i++) {
      const name = `step${i}`;
      lines.push(
        `function ${name}(p: i32): i32 {`,
        ...this.body([{ name: "p", kind: "i32", writable: true }], "i32", 5),
      );
      lines.push("}", "");
    }
    lines.push("function runStep(which: i32): i32 {", "  switch (which) {");
    for (let i = 0; i < this.size; i++) lines.push(`    case ${i}:\n      return step${i}(checksum);`);
    lines.push("    default:", "      return -1;", "  }", "}", "");
    return lines;
  }

  private entry(): string[] {
    return [
      "/** Runs every step; the checksum of the trace. */",
      "export function run(_n: i32): f64 {",
      `  for (let i = 0; i < ${this.size}; i++) {`,
      "    fuel = START_FUEL;",
      "    try {",
      "      trace(`step ${i} gave ${runStep(i)}`);",
      "    } catch (e) {",
      "      if (e instanceof Exception) trace(`step ${i} threw ${describe(e)}`);",
      "      else throw e;",
      "    }",
      "    print(`fuel ${fuel}`);",
      "  }",
      "  print(`checksum ${checksum}`);",
      "  return checksum;",
      "}",
      "",
      "export function main(_args: string[]): i32 {",
      "  const result = run(0);",
      "  const expected: f64 = checksum;",
      "  return result === expected ? 0 : 1;",
      "}",
      "",
    ];
  }

  program(): string {
    const globals = this.globalVariables();
    const table = this.table();
    const early = Array.from({ length: 3 }, () => this.function(1)).flat();
    const root = this.rootClass();
    const subclasses = Array.from({ length: this.random.between(1, 4) }, (_, i) => this.subclass(i)).flat();
    this.objectsAllowed = true;
    this.callables.push(...this.methods);
    const late = Array.from({ length: this.random.between(2, 3) }, () => this.function(3)).flat();
    return [
      IMPORTS,
      SUPPORT,
      ...globals,
      ...early,
      ...root,
      ...subclasses,
      ...this.shapes(),
      ...this.sharedObjects(),
      ...table,
      ...late,
      ...this.steps(),
      ...this.entry(),
    ].join("\n");
  }
}

/** Makes a compound statement. */
type Compound = (g: Generator, scope: Scope, depth: number) => string[];

const COMPOUND: readonly Compound[] = [
  function ifElse(g, scope, depth) {
    const lines = [`if (${g.condition(scope)}) {`, ...g.inner(scope, depth)];
    if (g.chance(2)) lines.push("} else {", ...g.inner(scope, depth));
    return [...lines, "}"];
  },
  function countedLoop(g, scope, depth) {
    const name = g.fresh("i");
    const [label, prefix] = g.label();
    const inner = g.loopScope(scope, [{ name, kind: "i32", writable: false }], label);
    const head = g.chance(2)
      ? `let ${name} = 0; ${name} < ${g.between(1, 6)} && tick(); ${name}++`
      : `let ${name} = ${g.between(1, 6)}, end${name} = 0; ${name} > end${name} && tick(); ${name}--`;
    return [`${prefix}for (${head}) {`, ...g.inner(inner, depth), "}"];
  },
  function whileLoop(g, scope, depth) {
    const [label, prefix] = g.label();
    const inner = g.loopScope(scope, [], label);
    return [`${prefix}while (tick() && ${g.condition(scope)}) {`, ...g.inner(inner, depth), "}"];
  },
  function doLoop(g, scope, depth) {
    const [label, prefix] = g.label();
    const inner = g.loopScope(scope, [], label);
    return [`${prefix}do {`, ...g.inner(inner, depth), `} while (tick() && ${g.condition(scope)});`];
  },
  function elementLoop(g, scope, depth) {
    const [array, kind] = g.choose(
      [
        ["INTS", "i32"],
        ["NAMES", "string"],
        ["WIDE", "i64"],
        ["DOUBLES", "f64"],
        ["BYTES", "i32"],
        ["UNSIGNED", "u32"],
        ["LONGS", "i64"],
        ["FIXED", "string"],
      ] as const,
    );
    const name = g.fresh("e");
    const [label, prefix] = g.label();
    const inner = g.loopScope(scope, [{ name, kind, writable: false }], label);
    return [
      `${prefix}for (const ${name} of ${array}) {`,
      "  if (!tick()) break;",
      ...g.inner(inner, depth),
      "}",
    ];
  },
  function integerSwitch(g, scope, depth) {
    const lines = [`switch (${g.integer(scope)} & 3) {`];
    const defaultAt = g.between(0, 4);
    for (let value = 0; value < 4; value++) {
      if (value === defaultAt) lines.push("  default: {", ...indent(g.inner(scope, depth)), "  }");
      lines.push(`  case ${value}: {`, ...indent(g.inner(scope, depth)), "  }");
      if (!g.chance(3)) lines.push("    break;");
    }
    return [...lines, "}"];
  },
  function stringSwitch(g, scope, depth) {
    const subject = g.expression("string", scope, 1);
    return [
      `switch ("" + ${subject}) {`,
      '  case "a":',
      '  case "abc": {',
      ...indent(g.inner(scope, depth)),
      "    break;",
      "  }",
      '  case "Banana": {',
      ...indent(g.inner(scope, depth)),
      "  }",
      "  default: {",
      ...indent(g.inner(scope, depth)),
      "  }",
      "}",
    ];
  },
  function tryCatch(g, scope, depth) {
    const lines = ["try {", ...g.inner(scope, depth)];
    lines.push("} catch (e) {");
    const tested = g.choose(["DeepFailure", "Failure", "OverflowError", "Exception"]);
    lines.push(`  if (!(e instanceof ${tested})) throw e;`, "  trace(`caught ${describe(e)}`);");
    lines.push(...g.inner(scope, depth));
    if (g.chance(2)) lines.push("} finally {", ...g.inner(g.chance(4) ? scope : withoutJumps(scope), depth));
    return [...lines, "}"];
  },
  function tryFinally(g, scope, depth) {
    return [
      "try {",
      ...g.inner(scope, depth),
      "} finally {",
      "  trace(`finally ${checksum}`);",
      ...g.inner(g.chance(4) ? scope : withoutJumps(scope), depth),
      "}",
    ];
  },
  function instanceTest(g, scope, depth) {
    if (!g.hasObjects) return ["{", ...g.inner(scope, depth), "}"];
    const name = g.fresh("o");
    const model = g.choose(g.subclasses);
    const fields = model.fields.map((field) => ({ ...field, name: field.name.replace("this", name) }));
    const inner = { ...scope, variables: [...scope.variables, ...fields] };
    const cast = g.chance(2) ? [`  trace((${name} as ${model.name}).show());`] : [];
    return [
      `const ${name}: Root = ${g.objectExpression(scope)};`,
      `if (${name} instanceof ${model.name}) {`,
      ...cast,
      ...g.inner(inner, depth),
      "} else {",
      `  trace(${name}.show());`,
      ...g.inner(scope, depth),
      "}",
    ];
  },
];

function withoutJumps(scope: Scope): Scope {
  return { ...scope, result: null, loops: [] };
}

/** A program of `size` steps (at least 1), each a function of a few statements, made from `seed`. */
export function generate(seed: number, size: number): string {
  return new Generator(seed, size).program();
}
