/**
 * Random programs for the tests of passes, as text: well-formed, free of null references, and mostly ending.
 * They log what they do through a host function, so that a lost or moved effect shows. The same seed gives the
 * same program.
 */

/** Declarations that all random programs share. `$n` functions call only those with a smaller number. */
const PRELUDE = `class object
class A extends object {
  field x: i32
  field y: u8
  field next: ref
  method get: (ref, i32) -> i32
  impl A.get = A.get
}
class B extends A {
  field z: i32
  impl A.get = B.get
}
class C extends B {
  impl A.get = C.get
}
global g: i32 = 3
host log: (i32) -> i32
object #1 B { A.x = 11, A.next = #1 }
func A.get(this: ref, n: i32) -> i32 {
  var t: i32
  t = getfield A.x(this)
  t = i32.add(t, n)
  return t
}
func B.get(this: ref, n: i32) -> i32 {
  var t: i32
  t = callhost log(n)
  setfield A.x(this, n)
  return t
}
func C.get(this: ref, n: i32) -> i32 {
  var t: i32
  t = i32.lt_s(n, 5)
  if t {
    throw this
  }
  return n
}
func make(n: i32) -> ref {
  var r: ref
  var s: ref
  r = new A()
  setfield A.x(r, n)
  s = new B()
  setfield A.x(s, 100)
  setfield A.next(r, s)
  r = new A()
  setfield A.next(s, r)
  setfield A.x(r, 200)
  setfield A.next(r, #1)
  r = move(s)
  return r
}
`;

const BINARY = [
  "add",
  "sub",
  "mul",
  "and",
  "or",
  "xor",
  "shl",
  "shr_s",
  "shr_u",
  "eq",
  "ne",
  "lt_s",
  "ge_u",
  "gt_s",
];
const CLASSES = ["A", "B", "C"];
const INTS = ["a", "b", "v", "w", "t"];
const REFS = ["p", "q", "r"];

/** A small generator of pseudo-random numbers (a linear congruence; its high bits are used). */
class Random {
  constructor(private state: number) {}
  below(n: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor(this.state / 0x100000000 * n);
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }
}

class Writer {
  private readonly lines: string[] = [];
  private labels: string[] = [];
  private temporaries = 0;
  private declared: string[] = [];

  constructor(private readonly random: Random) {}

  program(functions: number): string {
    for (let i = 0; i < functions; i++) this.func(i);
    return PRELUDE + this.lines.join("\n") + "\n";
  }

  private func(index: number): void {
    const mark = this.lines.length;
    this.declared = ["v", "w", "t"].map((n) => `var ${n}: i32`).concat(
      "var r: ref",
      "var q: ref",
      "var e: ref",
    );
    this.temporaries = 0;
    this.lines.push("v = move(1)", "w = move(a)", "t = move(0)", "r = new B()", "q = move(r)");
    this.lines.push("setfield A.next(r, p)");
    const result = this.list(index, 0, 4 + this.random.below(10));
    if (result) this.lines.push(`return ${this.int()}`);
    const head = `func f${index}(a: i32, b: i32, p: ref) -> i32 {`;
    this.lines.splice(mark, 0, head, ...this.declared);
    this.lines.push("}");
  }

  private int(): string {
    return this.random.below(4) === 0 ? String(this.random.below(9) - 3) : this.random.pick(INTS);
  }
  private ref(): string {
    return this.random.below(8) === 0 ? "#1" : this.random.pick(REFS);
  }
  private fresh(type: string): string {
    const name = `t${this.temporaries++}`;
    this.declared.push(`var ${name}: ${type}`);
    return name;
  }

  /** Writes statements; false when the last one does not complete. */
  private list(index: number, depth: number, count: number): boolean {
    for (let i = 0; i < count; i++) if (!this.stmt(index, depth)) return false;
    return true;
  }

  private stmt(index: number, depth: number): boolean {
    const { random } = this;
    const kind = random.below(depth < 4 ? 24 : 15);
    switch (kind) {
      case 15:
      case 16:
      case 17:
        return this.if(index, depth);
      case 18:
        return this.nested(index, depth, "block");
      case 19:
        return this.loop(index, depth);
      case 20:
        return this.switch(index, depth);
      case 21:
        return this.try(index, depth);
      case 22:
        if (this.labels.length === 0) return true;
        this.lines.push(`br ${random.pick(this.labels)}`);
        return false;
      case 23:
        this.lines.push(random.below(3) > 0 ? `return ${this.int()}` : `throw ${this.ref()}`);
        return false;
      default:
        this.lines.push(...this.simple(kind, index));
        return true;
    }
  }

  private simple(kind: number, index: number): string[] {
    const { random } = this;
    const x = random.pick(INTS);
    const r = random.pick(REFS);
    const temporary = this.fresh("i32");
    switch (kind) {
      case 0:
        return [`${x} = move(${this.int()})`];
      case 1:
        return [
          `${temporary} = i32.${random.pick(BINARY)}(${this.int()}, ${this.int()})`,
          `${x} = move(${temporary})`,
        ];
      case 2:
        return [`${temporary} = i32.eqz(${this.int()})`, `${x} = i32.eqz(${temporary})`];
      case 3:
        return [`${temporary} = getfield A.x(${this.ref()})`, `${x} = i32.add(${temporary}, ${this.int()})`];
      case 4:
        return [`setfield A.x(${this.ref()}, ${this.int()})`];
      case 5:
        return [`setfield A.y(${this.ref()}, ${this.int()})`, `${x} = getfield A.y(${this.ref()})`];
      case 6: {
        const made = this.fresh("ref");
        return [
          `${made} = new ${random.pick(CLASSES)}()`,
          `setfield A.x(${made}, ${this.int()})`,
          `setfield A.next(${made}, ${this.ref()})`,
          `${x} = getfield A.x(${made})`,
          ...(random.below(2) === 0 ? [`${r} = move(${made})`] : []),
        ];
      }
      case 7:
        return [
          `${r} = getfield A.next(${this.ref()})`,
          `t = ref.is_null(${r})`,
          `if t {`,
          `${r} = move(#1)`,
          "}",
        ];
      case 8:
        return [`${x} = callvirt A.get(${this.ref()}, ${this.int()})`];
      case 9:
        return [`${x} = callhost log(${this.int()})`];
      case 10:
        return [`${x} = i32.add_ovf(${this.int()}, ${random.pick(["2147483647", "1", x])})`];
      case 11:
        return [`setglobal g(${this.int()})`, `${x} = getglobal g()`];
      case 12:
        return index === 0
          ? [`${r} = call make(${this.int()})`]
          : [`${x} = call f${random.below(index)}(${this.int()}, ${this.int()}, ${this.ref()})`];
      case 13:
        return [`${x} = instanceof ${random.pick(CLASSES)}(${this.ref()})`];
      default:
        return [`${x} = select(${this.int()}, ${this.int()}, ${this.int()})`];
    }
  }

  private body(index: number, depth: number): boolean {
    return this.list(index, depth + 1, this.random.below(5));
  }

  private if(index: number, depth: number): boolean {
    const cond = this.fresh("i32");
    const test = `${cond} = i32.${this.random.pick(BINARY)}(${this.int()}, ${this.int()})`;
    this.lines.push(test, `if ${cond} {`);
    const then = this.body(index, depth);
    this.lines.push("} else {");
    const otherwise = this.body(index, depth);
    this.lines.push("}");
    return then || otherwise;
  }

  /** A block always completes here: it begins with a conditional branch to its end. */
  private nested(index: number, depth: number, kind: string): boolean {
    const label = `L${this.temporaries++}`;
    this.lines.push(`${kind} ${label} {`, `if ${this.int()} {`, `br ${label}`, "}");
    this.labels.push(label);
    this.body(index, depth);
    this.labels.pop();
    this.lines.push("}");
    return true;
  }

  /** A loop counts down a variable of its own; jumping to its head from inside costs a count as well. */
  private loop(index: number, depth: number): boolean {
    const label = `M${this.temporaries++}`;
    const count = this.fresh("i32");
    const left = this.fresh("i32");
    this.lines.push(`${count} = move(${1 + this.random.below(4)})`, `block ${label}x {`, `loop ${label} {`);
    this.lines.push(`${left} = i32.eqz(${count})`, `if ${left} {`, `br ${label}x`, "}");
    this.lines.push(`${count} = i32.sub(${count}, 1)`);
    this.labels.push(label, `${label}x`);
    if (this.body(index, depth)) this.lines.push(`br ${label}`);
    this.labels.length -= 2;
    this.lines.push("}", "}");
    return true;
  }

  private switch(index: number, depth: number): boolean {
    const label = `S${this.temporaries++}`;
    this.lines.push(
      `switch ${label} ${this.int()} [0: 0, 1: 1, 2: -1, 5: 0, default: ${this.random.below(2) - 1}] {`,
    );
    this.labels.push(label);
    for (let i = 0; i < 2; i++) {
      this.lines.push("case {");
      this.body(index, depth);
      this.lines.push("}");
    }
    this.labels.pop();
    this.lines.push("}");
    return true;
  }

  private try(index: number, depth: number): boolean {
    this.lines.push("try {");
    const body = this.body(index, depth);
    this.lines.push("} catch e {");
    const handler = this.body(index, depth);
    this.lines.push("}");
    return body || handler;
  }
}

/** A random program with functions `f0` … of signature `(i32, i32, ref) -> i32`, and `make` for the reference. */
export function randomProgram(seed: number, functions: number): string {
  return new Writer(new Random(seed)).program(functions);
}
