/**
 * Collects the code of one function: instructions with their lines, and the tables they index, without
 * duplicates. The size of the operand stack is computed from the opcode table when the code is finished.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import type { Capture, FunctionDef } from "./ast.ts";
import { Code, Global, Handler, Site } from "./code.ts";
import type { W_Root } from "./root.ts";
import { maxStackDepth } from "./stack_depth.ts";
import { NIL } from "./values.ts";

/** The code of `def` under construction. */
export class CodeBuilder {
  private readonly ops: i32[] = [];
  private readonly lines: i32[] = [];
  private readonly constants: W_Root[] = [];
  private readonly globals: Global[] = [];
  private readonly sites: Site[] = [];
  private readonly children: (Code | null)[] = [];
  private readonly handlers: Handler[] = [];

  constructor(readonly file: string, readonly def: FunctionDef) {}

  /** Where the next instruction will stand. */
  position(): i32 {
    return this.ops.length;
  }

  private put(element: i32, line: i32): void {
    this.ops.push(element);
    this.lines.push(line);
  }
  emit(op: i32, line: i32): void {
    this.put(op, line);
  }
  emit1(op: i32, operand: i32, line: i32): void {
    this.put(op, line);
    this.put(operand, line);
  }
  emit2(op: i32, first: i32, second: i32, line: i32): void {
    this.emit1(op, first, line);
    this.put(second, line);
  }

  /** Makes the last operand of the instruction that ends at `end` the current position. */
  patch(end: i32): void {
    this.ops[end - 1] = this.ops.length;
  }

  /** Index of a constant. Only constants of the same class and value are shared. */
  constant(w_value: W_Root): i32 {
    for (let i = 0; i < this.constants.length; i++) {
      const w_known = this.constants[i];
      if (w_known.getClass() === w_value.getClass() && w_known.equals(w_value)) return i;
    }
    this.constants.push(w_value);
    return this.constants.length - 1;
  }
  /** Index of a global. */
  global(global: Global): i32 {
    const known = this.globals.indexOf(global);
    if (known >= 0) return known;
    this.globals.push(global);
    return this.globals.length - 1;
  }
  /** Index of a new site. */
  site(name: i32): i32 {
    this.sites.push(new Site(name));
    return this.sites.length - 1;
  }
  /** Index of a nested function. */
  child(code: Code): i32 {
    this.children.push(code);
    return this.children.length - 1;
  }
  /** Errors in `[start, end)` go to the current position. Inner handlers must come first. */
  handler(start: i32, end: i32): void {
    this.handlers.push(new Handler(start, end, this.ops.length));
  }

  /** The finished code. */
  finish(): Code {
    const def = this.def;
    const ops = toInt32Array(this.ops);
    const handlers = toFixed<Handler>(this.handlers, new Handler(0, 0, 0));
    return new Code(
      def.name,
      this.file,
      def.parameterVariables.length,
      def.isMethod,
      def.localCount,
      def.localCount + maxStackDepth(ops, handlers),
      ops,
      toInt32Array(this.lines),
      toFixed<W_Root>(this.constants, NIL),
      toFixed<Global>(this.globals, new Global("")),
      toFixed<Site>(this.sites, new Site(0)),
      toFixed<Code | null>(this.children, null),
      captureSources(def.captures),
      handlers,
    );
  }
}

/** `items` at their final length; `filler` is never seen. */
function toFixed<T>(items: T[], filler: T): FixedArray<T> {
  const fixed = newFixedArray<T>(items.length, filler);
  for (let i = 0; i < items.length; i++) fixed[i] = items[i];
  return fixed;
}

function toInt32Array(items: i32[]): Int32Array {
  const out = new Int32Array(items.length);
  for (let i = 0; i < items.length; i++) out[i] = items[i];
  return out;
}

function captureSources(captures: Capture[]): Int32Array {
  const out = new Int32Array(captures.length);
  for (let i = 0; i < captures.length; i++) out[i] = captures[i].source;
  return out;
}

/** Code without instructions, for frames that only hold arguments in `frameSize` slots. */
export function blankCode(name: string, frameSize: i32): Code {
  const empty = new Int32Array(0);
  return new Code(
    name,
    "",
    0,
    false,
    0,
    frameSize,
    empty,
    empty,
    toFixed<W_Root>([], NIL),
    toFixed<Global>([], new Global("")),
    toFixed<Site>([], new Site(0)),
    toFixed<Code | null>([], null),
    empty,
    toFixed<Handler>([], new Handler(0, 0, 0)),
  );
}
