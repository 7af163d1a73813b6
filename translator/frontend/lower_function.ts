/**
 * Lowers one function body: the builder that the `lower_*.ts` files share. It holds the statement list being filled,
 * local variables, jump targets and pending `finally` blocks.
 *
 * Invariant: while `dead` is true nothing is emitted, so nothing ever follows a statement that cannot complete.
 */
import ts from "typescript";
import {
  constant,
  type Func,
  type Immediate,
  instr,
  type Label,
  newVar,
  type Operand,
  type Stmt,
  type ValueType,
  type Var,
} from "../ir/ir.ts";
import { checkSyntax } from "../checker/syntax.ts";
import { isAssignable } from "./assignable.ts";
import { checkDirectives } from "./directives.ts";
import type { Frontend } from "./context.ts";
import { type ClassInstance, isInstanceField } from "./classes.ts";
import type { FunctionNode } from "./functions.ts";
import { lowerExpression } from "./lower_expressions.ts";
import { lowerStatements } from "./lower_statements.ts";
import { F64, I32, type RType, sameType, type TypeEnv, typeText, valueOf, VOID } from "./types.ts";

/** The result of an expression. */
export interface Value {
  readonly op: Operand;
  readonly type: RType;
  /** An integer literal, which takes the kind that its context wants. */
  readonly literal?: boolean;
  /** An `i32` that plainly is not negative (a length, `x & 255`, `x >>> 1`): it is a `u32` as well. */
  readonly nonNegative?: boolean;
}

/** A local variable of the source. */
export interface Local {
  readonly variable: Var;
  readonly type: RType;
}

/** Where `break`, `continue` and labels go. */
export interface JumpScope {
  readonly kind: "jump";
  readonly names: readonly string[];
  readonly breakTo: Label;
  /** Null for a `switch` or a labelled block. */
  readonly continueTo: Label | null;
  /** A label only named breaks reach. */
  readonly namedOnly: boolean;
}

/** A `try … finally` being lowered: exits through it are noted and taken after the finally block. */
export interface FinallyScope {
  readonly kind: "finally";
  readonly end: Label;
  readonly selector: Var;
  readonly exits: Exit[];
}

/** A way out of a function's inner statement. */
export type Exit =
  | { readonly kind: "br"; readonly to: Label; readonly scope: JumpScope }
  | { readonly kind: "return"; readonly value: Var | null };

/** The lowering of one function body. */
export class FunctionLowering {
  readonly locals = new Map<ts.Symbol, Local>();
  readonly scopes: (JumpScope | FinallyScope)[] = [];
  /** Variables of the source that are assigned more than once. */
  readonly mutable = new Set<Var>();
  thisVar: Var | null = null;
  private body: Stmt[];
  private readonly used = new Set<Label>();
  private labelCount = 0;
  dead = false;
  /** The result type, found from the first `return` where an arrow function does not say. */
  resultType: RType;
  inferResult = false;
  /** False for the toolchain's own modules, which are trusted. */
  readonly isProgram: boolean;

  constructor(
    readonly fe: Frontend,
    readonly func: Func,
    readonly env: TypeEnv,
    readonly owner: ClassInstance | null,
    resultType: RType,
    readonly node: ts.Node,
  ) {
    this.resultType = resultType;
    this.isProgram = fe.roleOf(node) === "program";
    this.body = func.body;
  }

  // --- bodies ---

  /** Lowers a declared function; `types` are its parameters' where they are not written. */
  lowerBody(node: FunctionNode, types = this.fe.functions.paramTypes(node, this.env)): void {
    this.checkForm(node);
    this.bindParameters(node, types);
    if (ts.isConstructorDeclaration(node)) this.lowerConstructor(node);
    else if (node.body === undefined) {
      this.fe.report("RTS302", node.name ?? node, node.name?.getText() ?? "function");
    } else if (ts.isBlock(node.body)) lowerStatements(this, node.body.statements);
    else this.lowerReturn(lowerExpression(this, node.body, this.resultType), node.body);
    this.finish(node);
  }

  /** The body of a variant: binds the given parameters, computes the others, and calls `target`. */
  lowerDefaults(node: FunctionNode, given: number, target: Func): void {
    const shift = this.owner !== null ? 1 : 0;
    if (shift === 1) this.thisVar = this.func.params[0];
    const types = this.fe.functions.paramTypes(node, this.env);
    const args: Operand[] = shift === 1 ? [this.self()] : [];
    node.parameters.forEach((p, i) => {
      const variable = i < given ? this.func.params[i + shift] : this.defaultValue(p, types[i]);
      for (const symbol of this.parameterSymbols(p, node)) {
        this.locals.set(symbol, { variable, type: types[i] });
      }
      args.push(variable);
    });
    const dst = target.result === null ? null : this.temp(target.result, "r");
    this.emit("call", dst, args, target, node);
    this.push({ kind: "return", value: dst, pos: this.fe.position(node) });
  }
  private defaultValue(p: ts.ParameterDeclaration, type: RType): Var {
    const variable = this.temp(valueOf(type) ?? "i32", p.name.getText());
    const initializer = p.initializer as ts.Expression;
    this.emit(
      "move",
      variable,
      [this.coerce(lowerExpression(this, initializer, type), type, initializer)],
      null,
      p,
    );
    return variable;
  }

  /** Reports syntax outside RTS. The toolchain's own modules are trusted, to keep translation short. */
  checkForm(node: ts.Node): void {
    if (this.fe.roleOf(node) === "program") {
      const file = node.getSourceFile();
      checkSyntax(node, file, (found) => this.fe.reportSyntax(file, found));
      checkDirectives(this.fe, node);
    }
  }

  /** Binds parameter symbols to the IR function's parameters. */
  bindParameters(node: FunctionNode, types: readonly RType[]): void {
    const shift = this.owner !== null ? 1 : 0;
    if (shift === 1) this.thisVar = this.func.params[0];
    node.parameters.forEach((p, i) => {
      const variable = this.func.params[i + shift];
      this.mutable.add(variable);
      for (const symbol of this.parameterSymbols(p, node)) {
        this.locals.set(symbol, { variable, type: types[i] });
      }
    });
  }

  /** A parameter property has two symbols: names in the constructor mean the parameter. */
  private parameterSymbols(p: ts.ParameterDeclaration, node: FunctionNode): ts.Symbol[] {
    if (ts.isParameterPropertyDeclaration(p, node) && ts.isIdentifier(p.name)) {
      return this.fe.checker.getSymbolsOfParameterPropertyDeclaration(p, p.name.text);
    }
    const symbol = this.fe.checker.getSymbolAtLocation(p.name);
    return symbol === undefined ? [] : [symbol];
  }

  private lowerConstructor(node: ts.ConstructorDeclaration): void {
    const owner = this.owner as ClassInstance;
    const statements = [...(node.body?.statements ?? [])];
    const superAt = statements.findIndex((s) =>
      ts.isExpressionStatement(s) && ts.isCallExpression(s.expression) &&
      s.expression.expression.kind === ts.SyntaxKind.SuperKeyword
    );
    if (owner.parent !== null) lowerStatements(this, statements.slice(0, superAt + 1));
    this.initializeFields(owner);
    for (const p of node.parameters) {
      if (!ts.isParameterPropertyDeclaration(p, node)) continue;
      const local = this.locals.get(this.fe.checker.getSymbolAtLocation(p.name) as ts.Symbol) as Local;
      const field = this.fe.classes.field(owner, p.name.getText());
      this.emit("setfield", null, [this.self(), local.variable], field.desc, p);
    }
    lowerStatements(this, statements.slice(superAt + 1));
  }

  /** The constructor of a class that declares none but has initializers: calls the parent's, then runs them. */
  lowerImplicitConstructor(parent: Func | null): void {
    this.thisVar = this.func.params[0];
    if (parent !== null) this.emit("call", null, [...this.func.params], parent, this.node);
    this.initializeFields(this.owner as ClassInstance);
    this.finish(this.node);
  }

  private initializeFields(owner: ClassInstance): void {
    for (const [name, member] of this.fe.classes.members(owner.type.decl)) {
      if (!ts.isPropertyDeclaration(member) || !isInstanceField(member)) continue;
      if (member.initializer === undefined) continue;
      this.checkForm(member);
      const field = this.fe.classes.field(owner, name);
      const value = lowerExpression(this, member.initializer, field.type);
      this.emit("setfield", null, [this.self(), this.coerce(value, field.type, member)], field.desc, member);
    }
  }

  private self(): Var {
    return this.thisVar as Var;
  }

  /** Ends the body: the end of a function with a result cannot be reached. */
  finish(node: ts.Node): void {
    if (this.dead) return;
    if (this.func.result !== null) this.push({ kind: "unreachable", pos: this.fe.position(node) });
  }

  // --- emission ---

  /** Appends a statement unless this place cannot be reached. */
  push(stmt: Stmt): void {
    if (this.dead) return;
    this.body.push(stmt);
    if (stmt.kind === "br") this.used.add(stmt.label);
    if (
      stmt.kind === "br" || stmt.kind === "return" || stmt.kind === "throw" || stmt.kind === "unreachable"
    ) {
      this.dead = true;
    }
  }
  /** Appends an instruction. */
  emit(op: string, dst: Var | null, args: Operand[], imm: Immediate, node: ts.Node): void {
    if (!this.dead) this.body.push(instr(op, dst, args, imm, this.fe.position(node)));
  }
  /** Appends an instruction whose result is a fresh variable. */
  compute(op: string, type: ValueType, args: Operand[], imm: Immediate, node: ts.Node, name = "t"): Var {
    const dst = this.temp(type, name);
    this.emit(op, dst, args, imm, node);
    return dst;
  }
  temp(type: ValueType, name = "t"): Var {
    return newVar(this.func, type, name);
  }
  label(name: string): Label {
    return { name: `${name}${this.labelCount++}` };
  }
  /** Jumps. */
  br(label: Label): void {
    this.push({ kind: "br", label });
  }

  /** Assigns; an instruction that just computed `value` into a temporary writes `target` at once. */
  move(target: Var, value: Operand, node: ts.Node): void {
    if (this.dead || value === target) return;
    const last = this.body[this.body.length - 1];
    const retarget = last !== undefined && last.kind === "instr" && last.dst === value &&
      value.kind === "var" && !this.mutable.has(value) && value.id === this.func.vars.length - 1;
    if (retarget) {
      (last as { dst: Var | null }).dst = target;
      this.func.vars.pop();
    } else this.emit("move", target, [value], null, node);
  }

  /** Lowers into a new statement list and returns it; `dead` afterwards is as before. */
  collect(fill: () => void): { body: Stmt[]; completes: boolean } {
    const outer = this.body;
    const wasDead = this.dead;
    const body: Stmt[] = [];
    this.body = body;
    fill();
    const completes = !this.dead;
    this.body = outer;
    this.dead = wasDead;
    return { body, completes };
  }

  /** Appends to a list that {@link collect} returned. */
  extend(body: Stmt[], fill: () => void): void {
    const outer = this.body;
    this.body = body;
    fill();
    this.body = outer;
  }
  /** An `if` of lists already lowered. */
  pushIf(cond: Operand, then: Stmt[], otherwise: Stmt[], node: ts.Node): void {
    this.push({ kind: "if", cond, then, else: otherwise, pos: this.fe.position(node) });
  }

  /** `if (cond) then else otherwise`. */
  if(cond: Operand, node: ts.Node, then: () => void, otherwise: () => void = () => {}): void {
    if (this.dead) return;
    const a = this.collect(then);
    const b = this.collect(otherwise);
    this.push({ kind: "if", cond, then: a.body, else: b.body, pos: this.fe.position(node) });
    this.dead = !a.completes && !b.completes;
  }
  /** A block whose body is filled in later. */
  pushBlock(label: Label, body: Stmt[]): void {
    this.push({ kind: "block", label, body });
  }
  /** A block that `br label` leaves. */
  block(label: Label, fill: () => void): void {
    if (this.dead) return;
    const { body, completes } = this.collect(fill);
    if (!this.used.has(label)) this.body.push(...body);
    else this.body.push({ kind: "block", label, body });
    this.dead = !completes && !this.used.has(label);
  }
  /** An endless loop; the body leaves it by `br` to outer labels. */
  loop(label: Label, fill: () => void): void {
    if (this.dead) return;
    const { body } = this.collect(() => {
      fill();
      this.br(label);
    });
    this.body.push({ kind: "loop", label, body });
    this.dead = true;
  }
  /** True when some reachable `br` goes to the label. */
  isUsed(label: Label): boolean {
    return this.used.has(label);
  }

  /** Takes a way out, through pending finally blocks. */
  exit(exit: Exit): void {
    if (this.dead) return;
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const scope = this.scopes[i];
      if (scope === (exit.kind === "br" ? exit.scope : null)) break;
      if (scope.kind !== "finally") continue;
      let number = scope.exits.findIndex((e) => sameExit(e, exit));
      if (number < 0) number = scope.exits.push(exit) - 1;
      this.emit("move", scope.selector, [constant("i32", number + 2)], null, this.node);
      this.br(scope.end);
      return;
    }
    if (exit.kind === "br") this.br(exit.to);
    else this.push({ kind: "return", value: exit.value, pos: this.func.pos });
  }

  /** Returns a value, or nothing for null. */
  lowerReturn(value: Value | null, node: ts.Node): void {
    if (value !== null && this.inferResult) {
      this.inferResult = false;
      this.resultType = value.literal ? I32 : value.type;
      (this.func as { result: ValueType | null }).result = valueOf(this.resultType);
    }
    if (value === null || this.func.result === null) return this.exit({ kind: "return", value: null });
    const op = this.coerce(value, this.resultType, node);
    if (this.scopes.some((scope) => scope.kind === "finally")) {
      const result = this.temp(this.func.result, "result");
      // Set at entry: to the verifier, the dispatch after the finally block may come here from any exit.
      const zero = constant(
        this.func.result,
        this.func.result === "i64" ? 0n : this.func.result === "ref" ? null : 0,
      );
      this.func.body.unshift(instr("move", result, [zero], null, this.func.pos));
      this.emit("move", result, [op], null, node);
      return this.exit({ kind: "return", value: result });
    }
    this.push({ kind: "return", value: op, pos: this.fe.position(node) });
  }

  // --- values ---

  /** A constant. */
  const(type: RType, value: number | bigint): Value {
    return { op: constant(valueOf(type) ?? "i32", value), type };
  }

  /** Converts implicitly, or reports that `value` is not a `target`. */
  coerce(value: Value, target: RType, node: ts.Node): Operand {
    const from = value.type;
    if (value.literal && target.k === "kind") return this.literalAs(value, target, node);
    if (from.k === "null") return constant(valueOf(target) ?? "ref", valueOf(target) === "i32" ? 0 : null);
    if (from.k === "kind" && target.k === "kind") {
      if (from.name === target.name) return value.op;
      if (target.name === "f64" && (from.name === "i32" || from.name === "u32")) {
        return this.toF64(value, node);
      }
      if (target.name === "u32" && from.name === "i32" && value.nonNegative) return value.op;
      if (
        valueOf(target) === "i32" && from.name === "i32" && target.name !== "bool" && target.name !== "u32"
      ) {
        this.storageCheck(value.op, target, node);
        return value.op; // into storage of 8 or 16 bits
      }
      this.mismatch(target, from, node);
      return constant(valueOf(target) ?? "i32", valueOf(target) === "i64" ? 0n : 0);
    }
    const fromValue = valueOf(from);
    if (from.k !== "never" && fromValue !== valueOf(target)) this.mismatch(target, from, node);
    else if (this.isProgram && !isAssignable(this.fe, from, target)) this.mismatch(target, from, node);
    return value.op;
  }

  mismatch(target: RType, from: RType, node: ts.Node): void {
    this.fe.report("RTS201", node, typeText(target), typeText(from));
  }

  private literalAs(value: Value, target: RType & { k: "kind" }, node: ts.Node): Operand {
    const number = (value.op as { value: number }).value;
    const range = LITERAL_RANGES[target.name];
    if (range === undefined) {
      this.mismatch(target, value.type, node);
      return value.op;
    }
    if (number < range[0] || number > range[1]) this.fe.report("RTS203", node, String(number), target.name);
    return constant(valueOf(target) ?? "i32", target.name === "f64" ? number : number | 0);
  }

  /** Converts `i32` or `u32` to `f64`. */
  toF64(value: Value, node: ts.Node): Operand {
    if (value.literal) return constant("f64", (value.op as { value: number }).value);
    if (sameType(value.type, F64)) return value.op;
    const unsigned = value.type.k === "kind" && value.type.name === "u32";
    return this.compute(unsigned ? "f64.convert_i32_u" : "f64.convert_i32_s", "f64", [value.op], null, node);
  }

  /** The value as a definite type: a literal without context is `i32`. */
  settle(value: Value, node: ts.Node): Value {
    return value.literal ? { op: this.coerce(value, I32, node), type: I32 } : value;
  }

  /** Copies a variable that a later operand may assign. */
  stable(value: Value, later: readonly ts.Node[], node: ts.Node): Value {
    const { op } = value;
    if (op.kind !== "var" || !this.mutable.has(op) || !later.some(mayAssign)) return value;
    return { ...value, op: this.compute("move", op.type, [op], null, node) };
  }

  /** Nothing: the value of a call without result. */
  nothing(type: RType = VOID): Value {
    return { op: constant("i32", 0), type };
  }

  /** Stops the program in debug when a value does not fit the storage of 8 or 16 bits that it goes to. */
  storageCheck(value: Operand, target: RType, node: ts.Node): void {
    const least = target.k === "kind" ? STORAGE_LEAST[target.name] : undefined;
    if (
      least === undefined || target.k !== "kind" || !this.fe.options.debug || this.dead || !this.isProgram
    ) return;
    this.fe.note(node, target.name as "u8");
    const most = target.name.endsWith("16") ? 0xffff : 0xff;
    const offset = least === 0
      ? value
      : this.compute("i32.sub", "i32", [value, constant("i32", least)], null, node);
    const fits = this.compute("i32.le_u", "i32", [offset, constant("i32", most)], null, node);
    this.emit("check.true", null, [fits], "integer overflow", node);
  }

  /** Stops the program in debug when `cond`, that a divisor is not 0, is false. */
  divisorCheck(cond: () => Operand, node: ts.Node): void {
    if (!this.fe.options.debug || this.dead) return;
    this.fe.note(node, "divisor");
    this.emit("check.true", null, [cond()], "division by zero", node);
  }
}

/** The least value of each storage kind. */
const STORAGE_LEAST: Readonly<Record<string, number | undefined>> = { u8: 0, i8: -128, u16: 0, i16: -32768 };

/** Bounds of a literal in each kind. */
const LITERAL_RANGES: Readonly<Record<string, readonly [number, number] | undefined>> = {
  i32: [-2147483648, 2147483647],
  u32: [0, 4294967295],
  f64: [-Infinity, Infinity],
  u8: [0, 255],
  i8: [-128, 127],
  u16: [0, 65535],
  i16: [-32768, 32767],
};

function sameExit(a: Exit, b: Exit): boolean {
  return a.kind === "br" && b.kind === "br" && a.to === b.to;
}

const assigning = new WeakMap<ts.Node, boolean>();
/** True when evaluating `node` may assign a variable of the function. */
export function mayAssign(node: ts.Node): boolean {
  let result = assigning.get(node);
  if (result === undefined) assigning.set(node, result = computeMayAssign(node));
  return result;
}
function computeMayAssign(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) return true;
  }
  if (ts.isPostfixUnaryExpression(node)) return true;
  if (ts.isPrefixUnaryExpression(node)) {
    if (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken) {
      return true;
    }
  }
  return ts.forEachChild(node, (child) => mayAssign(child) || undefined) ?? false;
}
