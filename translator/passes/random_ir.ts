/**
 * Random functions for tests of the lowering passes: structured control flow of all kinds, references in a few
 * variables that are assigned again and again, allocations, calls of every combination of effects, exceptions.
 * The same oracle gives the same program. Every function passes the verifier.
 */
import {
  type ArrayDesc,
  type ClassDesc,
  constant,
  type FieldDesc,
  type Func,
  type Immediate,
  instr,
  type Label,
  newVar,
  type Operand,
  type Program,
  type Stmt,
  type Var,
} from "../ir/ir.ts";
import { parseProgram } from "../ir/parse.ts";
import { canComplete } from "../ir/walk.ts";
import type { Oracle } from "./roots_check.ts";

const DECLARATIONS = `
class object
class Node extends object {
  field left: ref
  field right: ref
}
array refs: ref base 12
func quiet(x: ref) -> ref { return x }
func raising(x: ref) -> ref { throw x }
func collecting(x: ref) -> ref {
  var e: ref
  try {
    e = new Node()
  } catch e {}
  return x
}
func anything(x: ref) -> ref {
  var y: ref
  y = new Node()
  return y
}
`;

/** Callees of random functions, by effects. Those that collect are more frequent. */
const CALLEES = ["quiet", "raising", "collecting", "anything", "collecting", "anything"];

/** How a random function may look. */
export interface RandomOptions {
  /** Reference variables. */
  readonly refs: number;
  /** Depth of nesting. */
  readonly depth: number;
  /** Statements in a list, at most. */
  readonly length: number;
}

/** A program whose last function, `random`, is random. */
export function randomProgram(oracle: Oracle, options: RandomOptions): Program {
  const program = parseProgram(DECLARATIONS);
  const func: Func = {
    kind: "func",
    name: "random",
    params: [],
    result: "ref",
    vars: [],
    body: [],
    hints: {},
    pos: 0,
    inTable: false,
    effects: null,
  };
  program.functions.push(func);
  new Generator(program, func, oracle, options).run();
  return program;
}

/** Where a statement stands. */
interface Context {
  readonly depth: number;
  /** Labels that a `br` may name. */
  readonly labels: readonly Label[];
  /** Variables defined on all paths to here; grows along a list. */
  readonly defined: Set<Var>;
}

class Generator {
  private readonly refs: Var[] = [];
  private readonly numbers: Var[] = [];
  private readonly calls: Func[];
  private readonly fields: readonly FieldDesc[];
  private readonly node: ClassDesc;
  private readonly array: ArrayDesc;
  private labelCount = 0;

  constructor(
    program: Program,
    private readonly func: Func,
    private readonly oracle: Oracle,
    private readonly options: RandomOptions,
  ) {
    this.calls = CALLEES.map((name) => program.functions.find((f) => f.name === name)!);
    this.node = program.classes[1];
    this.fields = this.node.fields;
    this.array = program.arrays[0];
  }

  run(): void {
    const { func, options, oracle } = this;
    const parameters = oracle(3);
    for (let i = 0; i < options.refs; i++) {
      const variable = newVar(func, "ref", `r${i}`);
      this.refs.push(variable);
      if (i < parameters) func.params.push(variable);
    }
    this.numbers.push(newVar(func, "i32", "n0"), newVar(func, "i32", "n1"));
    const defined = new Set(func.params);
    for (const number of this.numbers) {
      func.body.push(instr("move", number, [constant("i32", 1)]));
      defined.add(number);
    }
    for (const ref of this.refs) {
      if (defined.has(ref) || oracle(3) === 0) continue;
      func.body.push(instr("move", ref, [constant("ref", null)]));
      defined.add(ref);
    }
    func.body.push(...this.list({ depth: options.depth, labels: [], defined }));
    if (canComplete(func.body)) func.body.push({ kind: "return", value: this.ref(defined), pos: 0 });
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.oracle(items.length)];
  }
  private label(): Label {
    return { name: `L${this.labelCount++}` };
  }
  private ref(defined: ReadonlySet<Var>): Operand {
    const candidates = this.refs.filter((v) => defined.has(v));
    return candidates.length === 0 || this.oracle(12) === 0 ? constant("ref", null) : this.pick(candidates);
  }

  private list(context: Context): Stmt[] {
    const out: Stmt[] = [];
    const inner = { ...context, defined: new Set(context.defined) };
    for (let count = 1 + this.oracle(this.options.length); count > 0; count--) {
      out.push(...this.stmt(inner));
      if (!canComplete(out)) break;
    }
    return out;
  }

  private stmt(context: Context): Stmt[] {
    if (context.depth > 0 && this.oracle(3) === 0) {
      return this.nested({ ...context, depth: context.depth - 1 });
    }
    if (this.oracle(10) === 0) return this.jump(context);
    return this.instr(context.defined);
  }

  private jump({ labels, defined }: Context): Stmt[] {
    const choice = this.oracle(labels.length > 0 ? 5 : 2);
    if (choice === 0) return [{ kind: "return", value: this.ref(defined), pos: 0 }];
    if (choice === 1) return [{ kind: "throw", value: this.ref(defined), pos: 0 }];
    return [{ kind: "br", label: this.pick(labels) }];
  }

  private instr(defined: Set<Var>): Stmt[] {
    const make = (op: string, args: Operand[], imm: Immediate): Stmt[] => {
      const dst = this.pick(this.refs);
      defined.add(dst);
      return [instr(op, dst, args, imm)];
    };
    const number = this.pick(this.numbers);
    switch (this.oracle(10)) {
      case 0:
        return make("move", [this.ref(defined)], null);
      case 1:
      case 2:
        return make("new", [], this.node);
      case 3:
        return make(
          "newarray",
          [this.oracle(2) === 0 ? number : constant("i32", this.pick([4, 1000]))],
          this.array,
        );
      case 4:
        return make("getfield", [this.ref(defined)], this.pick(this.fields));
      case 5:
        return [instr("setitem", null, [this.ref(defined), number, this.ref(defined)], this.array)];
      case 6:
        return [instr("i32.add_ovf", number, [number, constant("i32", 1)])];
      case 7:
        return [instr("setfield", null, [this.ref(defined), this.ref(defined)], this.pick(this.fields))];
      default:
        return make("call", [this.ref(defined)], this.pick(this.calls));
    }
  }

  private nested(context: Context): Stmt[] {
    const cond = this.pick(this.numbers);
    const label = this.label();
    const inside = { ...context, labels: [...context.labels, label] };
    switch (this.oracle(6)) {
      case 0:
        return [{ kind: "if", cond, then: this.list(context), else: this.list(context), pos: 0 }];
      case 1:
        return [{ kind: "if", cond, then: this.list(context), else: [], pos: 0 }];
      case 2:
        return [{ kind: "block", label, body: this.escaping(inside, label) }];
      case 3:
        return [this.loop(inside, label)];
      case 4:
        return [this.switch(inside, label)];
      default:
        return this.try(context);
    }
  }

  /** A list with a branch to `label` before it, so that what follows the labelled statement can be reached. */
  private escaping(context: Context, label: Label): Stmt[] {
    const cond = this.pick(this.numbers);
    return [{ kind: "if", cond, then: [{ kind: "br", label }], else: [], pos: 0 }, ...this.list(context)];
  }

  /** `block out { loop label { if n { br out } body; br label } }`, or without the last branch. */
  private loop(context: Context, label: Label): Stmt {
    const out = this.label();
    const body = this.escaping({ ...context, labels: [...context.labels, out] }, out);
    if (canComplete(body) && this.oracle(4) !== 0) body.push({ kind: "br", label });
    return { kind: "block", label: out, body: [{ kind: "loop", label, body }] };
  }

  private switch(inside: Context, label: Label): Stmt {
    const bodies = [0, 1, 2].slice(this.oracle(2)).map(() => this.list(inside));
    const cases = new Map([[0, 0], [1, bodies.length - 1], [5, this.oracle(2) - 1]]);
    return { kind: "switch", label, value: this.pick(this.numbers), cases, default: -1, bodies, pos: 0 };
  }

  private try(context: Context): Stmt[] {
    const body = this.list(context);
    const exc = this.pick(this.refs);
    const handler = this.list({ ...context, defined: new Set([...context.defined, exc]) });
    return [{ kind: "try", body, exc, handler }];
  }
}
