/**
 * The kinds of modules of the large program. Each exports functions `(seed: i32) => i32` which reach all that the
 * module declares, and leaves that later modules import.
 */
import { Bodies, type Leaf, Scope } from "./bodies.ts";
import type { Random } from "./random.ts";
import { Source } from "./source.ts";

/** A module under construction. `id` makes its names unique in the program. */
export class ModuleWriter {
  readonly out = new Source();
  readonly bodies: Bodies;
  readonly leaves: Leaf[] = [];
  /** Names of the exported functions that `main` calls. */
  readonly entries: string[] = [];

  constructor(readonly id: number, readonly random: Random, imported: readonly Leaf[]) {
    this.bodies = new Bodies(random);
    this.leaves.push(...imported);
  }

  /** A scope that may call the module's leaves. */
  scope(): Scope {
    return new Scope(this.leaves);
  }

  /** Adds leaves; they are exported. */
  addLeaves(count: number): Leaf[] {
    const added: Leaf[] = [];
    for (let i = 0; i < count; i++) {
      added.push(this.bodies.leaf(this.out, `leaf${this.id}_${this.leaves.length}`, true));
      this.leaves.push(added[i]);
    }
    return added;
  }

  /** Opens an entry; `seed` is in scope. The caller closes it. */
  entry(name: string): Scope {
    this.entries.push(`${name}${this.id}`);
    this.out.add(`export function ${name}${this.id}(seed: i32): i32 {`);
    const scope = this.scope();
    scope.declare("seed", "i32", true);
    return scope;
  }

  /** A function `name(seed)` of random statements. */
  randomEntry(name: string, count: number): void {
    this.bodies.body(this.out, this.entry(name), "i32", count);
    this.out.add("}", "");
  }
}

/** An abstract class over `Item`, subclasses of subclasses, and virtual calls through an array. */
function writeFamily(w: ModuleWriter): void {
  const { out, random, id } = w;
  const base = `Family${id}`;
  out.add(`export abstract class ${base} extends Item {`);
  out.add("constructor(name: string, protected weight: i32) {", "super(name);", "}");
  out.add("abstract measure(x: i32): i32;");
  out.add("override score(x: i32): i32 {", "return (this.measure(x) + this.weight) | 0;", "}", "}", "");
  const classes: { name: string; parent: string }[] = [];
  const count = random.between(5, 9);
  for (let i = 0; i < count; i++) {
    const parent = classes.length === 0 || random.oneIn(2) ? base : random.pick(classes).name;
    classes.push({ name: `${base}_${i}`, parent });
    writeSubclass(w, `${base}_${i}`, parent, parent === base);
  }
  writeFamilyEntry(w, base, classes.map((cls) => cls.name));
}

function writeSubclass(w: ModuleWriter, name: string, parent: string, direct: boolean): void {
  const { out, random } = w;
  out.add(`export class ${name} extends ${parent} {`);
  const fields = w.scope();
  const fieldCount = random.between(1, 4);
  for (let i = 0; i < fieldCount; i++) {
    const kind = random.pick(["i32", "f64", "string"] as const);
    const field = `${name.toLowerCase()}_${i}`;
    out.add(
      `protected ${field}: ${kind} = ${{ i32: `${random.below(100)}`, f64: "0.5", string: '"s"' }[kind]};`,
    );
    fields.declare(`this.${field}`, kind);
  }
  fields.declare("this.weight", "i32");
  fields.declare("this.name", "string", true);
  const method = (header: string, result: "i32" | "string"): void => {
    const scope = fields.inner();
    if (result === "i32") scope.declare("x", "i32", true);
    out.add(`${header} {`);
    w.bodies.body(out, scope, result, random.between(2, 5));
    out.add("}");
  };
  if (direct || random.oneIn(2)) method("override measure(x: i32): i32", "i32");
  if (random.oneIn(3)) method("override score(x: i32): i32", "i32");
  if (random.oneIn(3)) method("override describe(): string", "string");
  method(`own_${name.toLowerCase()}(x: i32): i32`, "i32");
  out.add("}", "");
}

function writeFamilyEntry(w: ModuleWriter, base: string, classes: readonly string[]): void {
  const { out } = w;
  out.add(`export function make${w.id}(count: i32): ${base}[] {`, `const items: ${base}[] = [];`);
  out.add("for (let i: i32 = 0; i < count; i++) {");
  for (const cls of classes) out.add(`items.push(new ${cls}(\`${cls}\${i}\`, i * 7));`);
  out.add("}", "return items;", "}", "");
  w.entry("family");
  out.add("let total = seed;", `const items = make${w.id}(2);`, "for (const item of items) {");
  out.add("total = mix(total, item.score(total & 0xff));", "total = mix(total, item.describe().length);");
  for (const cls of classes) {
    out.add(`if (item instanceof ${cls}) total = mix(total, item.own_${cls.toLowerCase()}(total & 0xff));`);
  }
  out.add("}", "total = mix(total, scoreAll(items.length, items[0]));", "return total;", "}", "");
}

/** A stack machine with a switch over its opcodes. */
function writeMachine(w: ModuleWriter): void {
  const { out, random, id } = w;
  const count = random.between(14, 30);
  out.add(`enum Op${id} {`);
  for (let i = 0; i < count; i++) out.add(`Do${i},`);
  out.add("Halt,", "}", "");
  out.add(`class MachineFault${id} extends Failure {}`, "");
  out.add(`class Machine${id} {`);
  out.add(
    "private readonly stack: Int32Array = new Int32Array(64);",
    "private sp: i32 = 0;",
    "steps: i32 = 0;",
  );
  out.add("push(value: i32): void {");
  out.add(`if (this.sp >= 64) throw new MachineFault${id}("overflow", this.sp);`);
  out.add("this.stack[this.sp++] = value;", "}");
  out.add("pop(): i32 {", `if (this.sp === 0) throw new MachineFault${id}("underflow", -1);`);
  out.add("return this.stack[--this.sp];", "}");
  out.add("run(code: Int32Array): i32 {", "let pc: i32 = 0;", "for (;;) {", "this.steps++;");
  out.add("const op = code[pc] & 63;", "const operand = code[pc] >> 6;", "pc++;", "switch (op) {");
  for (let i = 0; i < count; i++) writeInstruction(w, i);
  out.add(`case Op${id}.Halt: {`, "return this.sp === 0 ? 0 : this.pop();", "}");
  out.add(`default: {`, `throw new MachineFault${id}("bad opcode", op);`, "}", "}", "}", "}", "}", "");
  writeMachineEntry(w, count);
}

function writeInstruction(w: ModuleWriter, i: number): void {
  const { out, id } = w;
  const scope = w.scope();
  scope.declare("operand", "i32", true);
  out.add(`case Op${id}.Do${i}: {`);
  if (i % 3 === 0) {
    out.add(`this.push(${w.bodies.integer(scope, 2)});`);
  } else {
    out.add("const a = this.pop();", "const b = this.pop();");
    scope.declare("a", "i32", true);
    scope.declare("b", "i32", true);
    if (i % 3 === 1) {
      out.add("let acc: i32 = a;");
      w.bodies.statements(out, scope, 2);
      scope.declare("acc", "i32");
    }
    out.add(`this.push(${w.bodies.integer(scope, 2)});`);
    if (i % 5 === 2) out.add("if (operand > 900 && this.steps < 200) pc = operand & 7;");
  }
  out.add("break;", "}");
}

function writeMachineEntry(w: ModuleWriter, count: number): void {
  const { out, id } = w;
  w.entry("machine");
  out.add("let total = seed;", "for (let round: i32 = 0; round < 12; round++) {");
  out.add(`const code = new Int32Array(48);`, "for (let i: i32 = 0; i < 47; i++) {");
  out.add(
    "total = mix(total, i);",
    `code[i] = ((total >>> 8) % ${count}) | (((total >>> 3) & 1023) << 6);`,
    "}",
  );
  out.add("for (let i: i32 = 0; i < 12; i++) code[i] = i << 8;", `code[47] = Op${id}.Halt;`);
  out.add(`const machine = new Machine${id}();`, "try {", "total = mix(total, machine.run(code));");
  out.add("} catch (e) {", `if (!(e instanceof MachineFault${id})) throw e;`);
  out.add("total = mix(total, e.code + e.message.length);", "}", "total = mix(total, machine.steps);", "}");
  out.add("return total;", "}", "");
}

/** Generic containers, used with integers, strings and objects. */
function writeGenerics(w: ModuleWriter): void {
  const { out, id, random } = w;
  out.add(`class Ring${id}<T> {`, "private readonly items: T[] = [];", "private start: i32 = 0;");
  out.add("constructor(private readonly capacity: i32) {}");
  out.add("put(item: T): void {", "if (this.items.length < this.capacity) {", "this.items.push(item);");
  out.add(
    "} else {",
    "this.items[this.start] = item;",
    "this.start = (this.start + 1) % this.capacity;",
    "}",
    "}",
  );
  out.add("at(index: i32): T {", "return this.items[(this.start + index) % this.items.length];", "}");
  out.add("get size(): i32 {", "return this.items.length;", "}", "}", "");
  out.add(
    `class Heap${id}<T extends Item> {`,
    "private readonly items: T[] = [];",
    "private readonly ranks: i32[] = [];",
  );
  out.add("add(item: T, rank: i32): void {", "this.items.push(item);", "this.ranks.push(rank);");
  out.add("let at: i32 = this.ranks.length - 1;", "while (at > 0) {", "const up = (at - 1) >> 1;");
  out.add("if (this.ranks[up] <= this.ranks[at]) break;", "this.swap(at, up);", "at = up;", "}", "}");
  out.add(
    "private swap(i: i32, j: i32): void {",
    "const item = this.items[i];",
    "this.items[i] = this.items[j];",
  );
  out.add("this.items[j] = item;", "const rank = this.ranks[i];", "this.ranks[i] = this.ranks[j];");
  out.add("this.ranks[j] = rank;", "}", "top(): T {", "return this.items[0];", "}", "}", "");
  out.add(`class Pair${id}<A, B> {`, "constructor(readonly first: A, readonly second: B) {}", "}", "");
  out.add(
    `class Label${id} extends Item {`,
    "constructor(name: string, readonly rank: i32) {",
    "super(name);",
    "}",
  );
  const scope = w.scope();
  scope.declare("x", "i32", true);
  scope.declare("this.rank", "i32", true);
  out.add("override score(x: i32): i32 {");
  w.bodies.body(out, scope, "i32", random.between(2, 4));
  out.add("}", "}", "");
  w.entry("generic");
  out.add(
    `const numbers = new Ring${id}<i32>(${random.between(3, 7)});`,
    `const names = new Ring${id}<string>(4);`,
  );
  out.add(`const heap = new Heap${id}<Label${id}>();`, `const pairs: Pair${id}<i32, string>[] = [];`);
  out.add(
    "let total = seed;",
    "for (let i: i32 = 0; i < 10; i++) {",
    "total = mix(total, i);",
    "numbers.put(total);",
  );
  out.add("names.put(`n${total & 0xfff}`);", `heap.add(new Label${id}(\`label\${i}\`, i), total & 0xff);`);
  out.add(`pairs.push(new Pair${id}<i32, string>(total & 15, names.at(i)));`, "}");
  out.add("for (const pair of pairs) total = mix(total, pair.first + pair.second.length);");
  out.add("for (let i: i32 = 0; i < numbers.size; i++) total = mix(total, numbers.at(i));");
  out.add("return mix(total, scoreAll(heap.top().rank, heap.top()));", "}", "");
}

/** A tokenizer, maps and sets of words, sorting, building text. */
function writeText(w: ModuleWriter): void {
  const { out, id, random } = w;
  const words = Array.from(
    { length: 14 },
    () => random.pick(["red", "green", "blue", "ivory", "teal", "gold"]),
  );
  out.add(
    `const TEXT${id}: string = "${
      words.map((word, i) => `${word}${random.pick([" ", ", ", " 12 ", "+"])}${i}`).join(" ")
    }";`,
  );
  out.add(`const WEIGHTS${id}: Map<string, i32> = new Map<string, i32>([`);
  for (const word of new Set(words)) out.add(`["${word}", ${random.below(50)}],`);
  out.add("]);", "");
  out.add(
    `function tokens${id}(text: string): string[] {`,
    "const found: string[] = [];",
    "let start: i32 = 0;",
  );
  out.add(
    "for (let i: i32 = 0; i <= text.length; i++) {",
    "const unit: i32 = i < text.length ? text.charCodeAt(i) : 32;",
  );
  out.add("switch (unit) {", "case 32:", "case 44:", "case 43: {");
  out.add("if (i > start) found.push(text.substring(start, i));", "start = i + 1;", "break;", "}", "}", "}");
  out.add("return found;", "}", "");
  w.entry("text");
  out.add("const counts = new Map<string, i32>();", "const seen = new Set<string>();", "let total = seed;");
  out.add(
    `for (const token of tokens${id}(TEXT${id})) {`,
    "counts.set(token, (counts.get(token) ?? 0) + 1);",
  );
  out.add("if (seen.has(token)) total = mix(total, token.length);", "seen.add(token);");
  out.add(`if (WEIGHTS${id}.has(token)) total = mix(total, WEIGHTS${id}.get(token)!);`, "}");
  out.add("const keys: string[] = [];", "for (const key of counts.keys()) keys.push(key);");
  out.add("keys.sort((a, b) => a < b ? -1 : a > b ? 1 : 0);", "const out = new StringBuilder();");
  out.add("for (const key of keys) {", "out.append(key);", "out.appendInt(counts.get(key)!);", "}");
  out.add(
    "const joined = out.toString();",
    "for (let i: i32 = 0; i < joined.length; i++) total = mix(total, joined.charCodeAt(i));",
  );
  out.add('return mix(total, keys.join(",").length);', "}", "");
  w.randomEntry("phrase", 8);
}

/** Loops over typed arrays: matrices, a sieve, hashes in u32 and i64. */
function writeNumeric(w: ModuleWriter): void {
  const { out, id, random } = w;
  const size = random.between(5, 9);
  out.add(
    `const COEFFICIENTS${id}: f64[] = [${
      Array.from({ length: 8 }, () => `${random.below(9)}.5`).join(", ")
    }];`,
    "",
  );
  out.add(`function multiply${id}(a: Float64Array, b: Float64Array, out: Float64Array): void {`);
  out.add(
    `for (let i: i32 = 0; i < ${size}; i++) {`,
    `for (let j: i32 = 0; j < ${size}; j++) {`,
    "let sum: f64 = 0.0;",
  );
  out.add(`for (let k: i32 = 0; k < ${size}; k++) sum += a[i * ${size} + k] * b[k * ${size} + j];`);
  out.add(`out[i * ${size} + j] = sum;`, "}", "}", "}", "");
  out.add(
    `function sieve${id}(limit: i32): i32 {`,
    "const flags = new Uint8Array(limit);",
    "let count: i32 = 0;",
  );
  out.add("for (let i: i32 = 2; i < limit; i++) {", "if (flags[i] !== 0) continue;", "count++;");
  out.add("for (let j: i32 = i + i; j < limit; j += i) flags[j] = 1;", "}", "return count;", "}", "");
  out.add(
    `function hash${id}(seed: i32, rounds: i32): i32 {`,
    `let h: u32 = (seed ^ ${random.below(1 << 30)}) >>> 0;`,
  );
  out.add("let wide: i64 = i32ToI64(seed);", "for (let i: i32 = 0; i < rounds; i++) {");
  out.add("h = (h ^ (h >>> 13)) >>> 0;", `h = Math.imul(h | 0, ${random.below(1 << 30) | 1}) >>> 0;`);
  out.add(
    `wide = wrap64(wide * ${random.below(1 << 30)}n);`,
    `wide = wrap64(wide + ${random.below(1 << 20)}n);`,
    "}",
  );
  out.add("return (h | 0) ^ i64ToI32(wide);", "}", "");
  const scope = w.entry("numeric");
  out.add(`const a = new Float64Array(${size * size});`, `const b = new Float64Array(${size * size});`);
  out.add(
    `for (let i: i32 = 0; i < ${size * size}; i++) {`,
    `a[i] = COEFFICIENTS${id}[i & 7] + i * 0.5;`,
    "b[i] = (seed & 15) * 0.25 - i;",
    "}",
  );
  out.add(
    `const c = new Float64Array(${size * size});`,
    `multiply${id}(a, b, c);`,
    `multiply${id}(c, a, b);`,
  );
  out.add("let trace: f64 = 0.0;", `for (let i: i32 = 0; i < ${size}; i++) trace += b[i * ${size} + i];`);
  out.add(
    `let total = mix(seed, sieve${id}(${random.between(50, 150)}));`,
    `total = mix(total, hash${id}(seed, 20));`,
  );
  scope.declare("trace", "f64", true);
  scope.declare("total", "i32", true);
  out.add("let acc: i32 = total;");
  w.bodies.statements(out, scope, 4);
  out.add("return mix(acc, trace | 0);", "}", "");
}

/** Trees and lists of linked nodes, with recursion. */
function writeTrees(w: ModuleWriter): void {
  const { out, id, random } = w;
  out.add(`class Tree${id} {`, `left: Tree${id} | null = null;`, `right: Tree${id} | null = null;`);
  out.add("constructor(readonly key: i32, public value: i32) {}");
  out.add(
    "insert(key: i32, value: i32): void {",
    "if (key === this.key) {",
    "this.value = mix(this.value, value);",
  );
  for (const [side, compare] of [["left", "<"], ["right", ">"]]) {
    out.add(`} else if (key ${compare} this.key) {`, `const ${side} = this.${side};`);
    out.add(
      `if (${side} === null) this.${side} = new Tree${id}(key, value);`,
      `else ${side}.insert(key, value);`,
    );
  }
  out.add("}", "}");
  out.add("fold(depth: i32): i32 {", "let total = mix(this.key, depth);");
  out.add(
    "if (this.left !== null) total = mix(total, this.left.fold(depth + 1));",
    "total = mix(total, this.value);",
  );
  out.add(
    "if (this.right !== null) total = mix(total, this.right!.fold(depth + 1));",
    "return total;",
    "}",
    "}",
    "",
  );
  out.add(`class Cell${id} {`, `constructor(readonly value: i32, public next: Cell${id} | null) {}`, "}", "");
  out.add(
    `function reversed${id}(list: Cell${id} | null): Cell${id} | null {`,
    `let result: Cell${id} | null = null;`,
  );
  out.add(
    `let at = list;`,
    "while (at !== null) {",
    `const next: Cell${id} | null = at.next;`,
    "at.next = result;",
    "result = at;",
    "at = next;",
    "}",
  );
  out.add("return result;", "}", "");
  const scope = w.entry("tree");
  out.add(
    `const root = new Tree${id}(500, seed);`,
    `let list: Cell${id} | null = null;`,
    "let total = seed;",
  );
  out.add(`for (let i: i32 = 0; i < ${random.between(20, 60)}; i++) {`, "total = mix(total, i);");
  out.add("root.insert((total >>> 4) % 1000, total);", `list = new Cell${id}(total & 0xff, list);`, "}");
  out.add(`for (let at = reversed${id}(list); at !== null; at = at.next) total = mix(total, at.value);`);
  scope.declare("total", "i32", true);
  out.add("let acc: i32 = total;");
  w.bodies.statements(out, scope, 3);
  out.add("return mix(acc, root.fold(0));", "}", "");
}

/** A hierarchy of exceptions, raised and handled across calls. */
function writeFailures(w: ModuleWriter): void {
  const { out, id, random } = w;
  const kinds = random.between(3, 5);
  for (let i = 0; i < kinds; i++) {
    const parent = i === 0 || random.oneIn(2) ? "Failure" : `Failure${id}_${random.below(i)}`;
    out.add(`class Failure${id}_${i} extends ${parent} {`, "override describe(): string {");
    out.add(`return \`f${i}:\${this.code}:\${super.describe()}\`;`, "}", "}", "");
  }
  out.add(`function raise${id}(which: i32, code: i32): i32 {`, "switch (which) {");
  for (let i = 0; i < kinds; i++) out.add(`case ${i}:`, `throw new Failure${id}_${i}("kind ${i}", code);`);
  out.add("}", "return code;", "}", "");
  out.add(`function guarded${id}(which: i32, code: i32): i32 {`, "let state: i32 = 1;", "try {");
  out.add(
    "try {",
    `state = mix(state, raise${id}(which, code));`,
    "} finally {",
    "state = mix(state, 77);",
    "}",
  );
  out.add("} catch (e) {");
  for (let i = kinds - 1; i > 0; i--) {
    out.add(`if (e instanceof Failure${id}_${i}) return mix(state, e.describe().length);`);
  }
  out.add(
    "if (code % 5 === 0) throw e;",
    "if (!(e instanceof Failure)) throw e;",
    "state = mix(state, e.code);",
    "}",
  );
  out.add("return state;", "}", "");
  const scope = w.entry("failure");
  out.add("let total = seed;", "for (let i: i32 = 0; i < 25; i++) {", "try {");
  out.add(`total = mix(total, guarded${id}(i % ${kinds + 1}, total & 63));`);
  out.add(
    "} catch (e) {",
    "if (!(e instanceof Failure)) throw e;",
    "total = mix(total, e.message.length);",
    "}",
    "}",
  );
  scope.declare("total", "i32", true);
  out.add("let acc: i32 = total;");
  w.bodies.statements(out, scope, 3);
  out.add("return mix(acc, total);", "}", "");
}

/** Tables of function values and static methods. */
function writeTables(w: ModuleWriter): void {
  const { out, id, random } = w;
  const count = random.between(5, 9);
  out.add(`class Steps${id} {`);
  for (let i = 0; i < count; i++) {
    const scope = w.scope();
    scope.declare("a", "i32");
    scope.declare("b", "i32");
    out.add(`static step${i}(a: i32, b: i32): i32 {`);
    w.bodies.body(out, scope, "i32", random.between(1, 4));
    out.add("}");
  }
  out.add("}", "", `const TABLE${id}: ((a: i32, b: i32) => i32)[] = [`);
  for (let i = 0; i < count; i++) out.add(`Steps${id}.step${i},`);
  out.add("(a: i32, b: i32): i32 => (a ^ b) & 0xffff,", "];", "", `let calls${id}: i32 = 0;`, "");
  w.entry("table");
  out.add("let total = seed;", `calls${id} = seed & 15;`);
  out.add(`for (let i: i32 = 0; i < ${2 * count}; i++) {`, `calls${id}++;`);
  out.add(
    `const step = TABLE${id}[i % TABLE${id}.length];`,
    `total = mix(total, step(total, i + calls${id}));`,
    "}",
  );
  out.add("return total;", "}", "");
}

/** The kinds of modules, in the order in which they take turns. */
export const MODULE_KINDS: readonly ((w: ModuleWriter) => void)[] = [
  writeFamily,
  writeMachine,
  writeGenerics,
  writeText,
  writeFamily,
  writeNumeric,
  writeTrees,
  writeFailures,
  writeTables,
];
