/**
 * Random RTS expressions and statements that always type-check, terminate and give the same value translated
 * and untranslated: integer arithmetic wraps, divisors are literals, loops have literal bounds, strings stay
 * short, array indices are masked.
 */
import type { Random } from "./random.ts";
import type { Source } from "./source.ts";

/** Kinds of generated variables. */
export type Kind = "i32" | "f64" | "string";

/** A function that expressions may call: it calls nothing generated itself, so calls do not multiply. */
export interface Leaf {
  readonly name: string;
  readonly params: readonly Kind[];
  readonly result: Kind;
}

/** Gives out the numbers that make the names of one function's variables unique. */
class Serial {
  private last = 0;
  next(): number {
    return ++this.last;
  }
}

/** The variables in reach, by kind. `fixed` ones are not assigned to: loop counters, parameters. */
export class Scope {
  private readonly names: { name: string; kind: Kind; fixed: boolean }[] = [];
  private readonly unfolded: { name: string; kind: Kind }[] = [];
  /** Blocks and loops around. */
  readonly blocks: number = 0;
  readonly loops: number = 0;
  private readonly serial: Serial;

  constructor(readonly leaves: readonly Leaf[], outer: Scope | null = null, isLoop = false) {
    this.serial = outer === null ? new Serial() : outer.serial;
    if (outer === null) return;
    this.names.push(...outer.names);
    this.blocks = outer.blocks + 1;
    this.loops = outer.loops + (isLoop ? 1 : 0);
  }
  /** A block inside: what it declares is not seen outside. */
  inner(isLoop = false): Scope {
    return new Scope(this.leaves, this, isLoop);
  }
  declare(name: string, kind: Kind, fixed = false): void {
    this.names.push({ name, kind, fixed });
    if (!fixed) this.unfolded.push({ name, kind });
  }
  /** What was declared in this block since the last call. */
  takeUnfolded(): { name: string; kind: Kind }[] {
    return this.unfolded.splice(0);
  }
  fresh(prefix: string): string {
    return `${prefix}${this.serial.next()}`;
  }
  readable(kind: Kind): string[] {
    return this.names.filter((v) => v.kind === kind).map((v) => v.name);
  }
  assignable(kind: Kind): string[] {
    return this.names.filter((v) => v.kind === kind && !v.fixed).map((v) => v.name);
  }
}

/** How deep statements nest. */
const MAX_BLOCKS = 3;

const WORDS = ["alpha", "beta", "gamma", "delta", "node", "edge", "frame", "stack", "token", "value", "heap"];

/** Generates expressions and statements over a {@link Scope}. */
export class Bodies {
  constructor(private readonly random: Random) {}

  // Expressions.

  expression(kind: Kind, scope: Scope, depth: number): string {
    if (kind === "i32") return this.integer(scope, depth);
    return kind === "f64" ? this.float(scope, depth) : this.text(scope, depth);
  }

  private variable(kind: Kind, scope: Scope): string | null {
    const names = scope.readable(kind);
    return names.length === 0 ? null : this.random.pick(names);
  }

  integer(scope: Scope, depth: number): string {
    if (depth <= 0) {
      const name = this.random.oneIn(4) ? null : this.variable("i32", scope);
      return name ?? `${this.random.below(1000)}`;
    }
    const a = () => this.integer(scope, depth - 1);
    const forms: (() => string)[] = [
      () => `((${a()} + ${a()}) | 0)`,
      () => `((${a()} - ${a()}) | 0)`,
      () => `Math.imul(${a()}, ${a()})`,
      () => `(${a()} ^ ${a()})`,
      () => `(${a()} & ${this.random.between(1, 0xffff)})`,
      () => `(${a()} | ${a()})`,
      () => `(${a()} >> ${this.random.between(1, 7)})`,
      () => `(${a()} << ${this.random.between(1, 5)})`,
      () => `(${a()} % ${this.random.between(2, 97)})`,
      () => `((${a()} / ${this.random.between(2, 9)}) | 0)`,
      () => `Math.min(${a()}, ${a()})`,
      () => `(${this.condition(scope, depth - 1)} ? ${a()} : ${a()})`,
      () => `(${this.float(scope, depth - 1)} | 0)`,
      () => this.call("i32", scope, depth) ?? a(),
      () => `${this.text(scope, 0)}.length`,
    ];
    return this.random.pick(forms)();
  }

  float(scope: Scope, depth: number): string {
    if (depth <= 0) {
      const name = this.random.oneIn(3) ? null : this.variable("f64", scope);
      return name ?? `${this.random.below(100)}.${this.random.pick([25, 5, 75, 125])}`;
    }
    const a = () => this.float(scope, depth - 1);
    const forms: (() => string)[] = [
      () => `(${a()} + ${a()})`,
      () => `(${a()} - ${a()})`,
      () => `(${a()} * 0.5)`,
      () => `(${a()} / ${this.random.between(2, 9)}.0)`,
      () => `Math.sqrt(Math.abs(${a()}))`,
      () => `Math.floor(${a()})`,
      () => `(${this.integer(scope, depth - 1)} * 0.25)`,
      () => this.call("f64", scope, depth) ?? a(),
    ];
    return this.random.pick(forms)();
  }

  text(scope: Scope, depth: number): string {
    if (depth <= 0) {
      const name = this.random.oneIn(3) ? null : this.variable("string", scope);
      return name ?? `"${this.random.pick(WORDS)}"`;
    }
    const a = () => this.text(scope, depth - 1);
    const forms: (() => string)[] = [
      () => `clip(${a()} + ${a()})`,
      () => `clip(\`\${${this.integer(scope, depth - 1)}}:\${${a()}}\`)`,
      () => `${a()}.toUpperCase()`,
      () => `${a()}.replaceAll("${this.random.pick(["a", "e", "t"])}", "${this.random.pick(["o", "u"])}")`,
      () => `${a()}.padStart(${this.random.between(3, 9)})`,
      () => this.call("string", scope, depth) ?? a(),
    ];
    return this.random.pick(forms)();
  }

  /** A condition. Its left side is never a literal, for TypeScript refuses to compare two. */
  condition(scope: Scope, depth: number): string {
    const compare = this.random.pick(["<", "<=", ">", ">=", "===", "!=="]);
    const forms: (() => string)[] = [
      () => `(${this.integer(scope, depth)} | 0) ${compare} ${this.integer(scope, 0)}`,
      () => `(${this.integer(scope, 0)} & ${this.random.between(1, 15)}) !== 0`,
      () => `${this.float(scope, Math.max(depth, 1))} < ${this.float(scope, 0)}`,
      () => `clip(${this.text(scope, 0)}) ${compare} ${this.text(scope, 0)}`,
    ];
    const one = this.random.pick(forms)();
    if (depth <= 0 || !this.random.oneIn(3)) return `(${one})`;
    return `((${one}) ${this.random.pick(["&&", "||"])} !${this.condition(scope, depth - 1)})`;
  }

  /** A call of a leaf with that result; none within two loops. */
  private call(kind: Kind, scope: Scope, depth: number): string | null {
    const leaves = scope.leaves.filter((leaf) => leaf.result === kind);
    if (leaves.length === 0 || scope.loops > 1) return null;
    const leaf = this.random.pick(leaves);
    const args = leaf.params.map((param) => this.expression(param, scope, Math.min(depth - 1, 1)));
    return `${leaf.name}(${args.join(", ")})`;
  }

  // Statements.

  /**
   * Writes about `count` statements, and folds what they declare into the variable `acc`, which must be in
   * scope: nothing generated is dead code.
   */
  statements(out: Source, scope: Scope, count: number): void {
    for (let i = 0; i < count; i++) this.statement(out, scope);
    const used = scope.takeUnfolded();
    if (used.length > 0) out.add(`acc = mix(acc, ${used.map(asInteger).join(" ^ ")});`);
  }

  private statement(out: Source, scope: Scope): void {
    const simple = [
      () => this.declaration(out, scope),
      () => this.assignment(out, scope),
      () => this.assignment(out, scope),
    ];
    const nested = [
      () => this.branch(out, scope),
      () => this.loop(out, scope),
      () => this.choice(out, scope),
      () => this.array(out, scope),
      () => this.attempt(out, scope),
    ];
    const deep = scope.blocks >= MAX_BLOCKS;
    this.random.pick(deep || !this.random.oneIn(3) ? simple : nested)();
  }

  private declaration(out: Source, scope: Scope): void {
    const kind = this.random.pick<Kind>(["i32", "i32", "i32", "f64", "string"]);
    const name = scope.fresh({ i32: "n", f64: "f", string: "s" }[kind]);
    out.add(`let ${name}: ${kind} = ${this.expression(kind, scope, 2)};`);
    scope.declare(name, kind);
  }

  private assignment(out: Source, scope: Scope): void {
    const kind = this.random.pick<Kind>(["i32", "i32", "f64", "string"]);
    const names = scope.assignable(kind);
    if (names.length === 0) return this.declaration(out, scope);
    out.add(`${this.random.pick(names)} = ${this.expression(kind, scope, 2)};`);
  }

  private branch(out: Source, scope: Scope): void {
    out.add(`if ${this.condition(scope, 1)} {`);
    this.statements(out, scope.inner(), this.random.between(1, 3));
    if (!this.random.oneIn(3)) {
      out.add("} else {");
      this.statements(out, scope.inner(), this.random.between(1, 2));
    }
    out.add("}");
  }

  private loop(out: Source, scope: Scope): void {
    const inner = scope.inner(true);
    const counter = scope.fresh("i");
    out.add(`for (let ${counter}: i32 = 0; ${counter} < ${this.random.between(2, 6)}; ${counter}++) {`);
    inner.declare(counter, "i32", true);
    this.statements(out, inner, this.random.between(1, 4));
    if (this.random.oneIn(4)) {
      out.add(`if ${this.condition(inner, 1)} ${this.random.pick(["break", "continue"])};`);
      this.statements(out, inner, 1);
    }
    out.add("}");
  }

  private choice(out: Source, scope: Scope): void {
    out.add(`switch (${this.integer(scope, 1)} & 7) {`);
    const cases = this.random.between(3, 6);
    for (let value = 0; value < cases; value++) {
      out.add(`case ${value}: {`);
      this.statements(out, scope.inner(), this.random.between(1, 2));
      out.add("break;", "}");
    }
    out.add("default: {");
    this.statements(out, scope.inner(), 1);
    out.add("}", "}");
  }

  /** Fills an array, and reads it in one of several ways. */
  private array(out: Source, scope: Scope): void {
    const name = scope.fresh("list");
    const sum = scope.fresh("sum");
    out.add(`const ${name}: i32[] = [${this.integer(scope, 1)}, ${this.integer(scope, 1)}];`);
    out.add(
      `for (let k: i32 = 0; k < ${this.random.between(2, 6)}; k++) ${name}.push((k * 3) ^ ${name}[k & 1]);`,
    );
    out.add(`let ${sum}: i32 = 0;`);
    const ways = [
      `for (const item of ${name}) ${sum} = (${sum} + item) | 0;`,
      `${name}.sort((p, q) => p < q ? -1 : p > q ? 1 : 0);`,
      `${sum} = ${name}[${this.integer(scope, 1)} & 1] ^ ${name}.length;`,
      `while (${name}.length > 2) ${sum} = (${sum} * 3 & 0xffff) + ${name}.pop()!;`.replace(
        "* 3 & 0xffff",
        "& 0xffff",
      ),
      `${sum} = ${name}.slice(0, 2).concat(${name}).indexOf(${this.integer(scope, 0)});`,
    ];
    out.add(this.random.pick(ways));
    scope.declare(sum, "i32");
    scope.declare(`${name}.length`, "i32", true);
  }

  /** Something that may raise, and a handler. */
  private attempt(out: Source, scope: Scope): void {
    const result = scope.fresh("t");
    out.add(`let ${result}: i32 = 0;`, "try {");
    out.add(`${result} = checked(${this.integer(scope, 1)}, ${this.random.between(10, 500)});`);
    this.statements(out, scope.inner(), 1);
    out.add("} catch (e) {", "if (!(e instanceof Failure)) throw e;");
    out.add(`${result} = e.code ^ ${this.integer(scope, 0)};`);
    if (this.random.oneIn(3)) out.add("} finally {", `${result} = ${result} & 0xffffff;`);
    out.add("}");
    scope.declare(result, "i32");
  }

  /** A function of its own that calls nothing generated. */
  leaf(out: Source, name: string, exported: boolean): Leaf {
    const params = Array.from(
      { length: this.random.between(1, 3) },
      () => this.random.pick<Kind>(["i32", "i32", "f64", "string"]),
    );
    const result = this.random.pick<Kind>(["i32", "i32", "f64", "string"]);
    const list = params.map((kind, i) => `p${i}: ${kind}`).join(", ");
    out.add(`${exported ? "export " : ""}function ${name}(${list}): ${result} {`);
    const scope = new Scope([]);
    params.forEach((kind, i) => scope.declare(`p${i}`, kind, true));
    this.body(out, scope, result, this.random.between(2, 5));
    out.add("}", "");
    return { name, params, result };
  }

  /** Statements and a `return` of that kind. */
  body(out: Source, scope: Scope, result: Kind, count: number): void {
    out.add(`let acc: i32 = ${this.integer(scope, 0)};`);
    this.statements(out, scope, count);
    const value = this.expression(result, scope, 2);
    out.add(
      `return ${
        {
          i32: `mix(acc, ${value})`,
          f64: `${value} + (acc & 255)`,
          string: `clip(\`\${acc & 15}\` + ${value})`,
        }[result]
      };`,
    );
  }
}

/** An integer that depends on a variable. */
function asInteger(variable: { name: string; kind: Kind }): string {
  const { name, kind } = variable;
  return { i32: name, f64: `(${name} | 0)`, string: `${name}.length` }[kind];
}
