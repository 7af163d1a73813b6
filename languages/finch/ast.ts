/**
 * Syntax trees. The parser builds them, the resolver binds their names to {@link Variable}s, the compiler reads
 * both. A pass over the tree is a {@link Visitor}.
 */
import type { bool, i32 } from "@rts";
import type { Global } from "./code.ts";
import type { W_Root } from "./root.ts";

/** Where a variable lives. */
export enum Place {
  Global,
  Local,
}

/** A declared variable. The resolver decides the slot, and finds out whether closures capture it. */
export class Variable {
  /** Then its slot holds a cell. */
  captured: bool = false;

  constructor(
    readonly name: string,
    readonly place: Place,
    /** The function whose frame holds it. */
    readonly owner: FunctionDef,
    /** Of a local. */
    readonly slot: i32,
    readonly global: Global | null,
  ) {}
}

/** A variable that a function takes from the function around it; `source` as in `Code.captures`. */
export class Capture {
  constructor(readonly variable: Variable, readonly source: i32) {}
}

/** A function, method, or the main program. */
export class FunctionDef {
  /** Parameters in slot order, `self` first in methods; set by the resolver. */
  readonly parameterVariables: Variable[] = [];
  readonly captures: Capture[] = [];
  localCount: i32 = 0;

  constructor(
    readonly name: string,
    readonly parameters: Identifier[],
    readonly body: Stmt[],
    readonly isMethod: bool,
    readonly line: i32,
  ) {}
}

/** Any node. */
export abstract class Node {
  constructor(readonly line: i32, readonly column: i32) {}
}

export abstract class Expr extends Node {
  abstract accept(visitor: Visitor): void;
}

export abstract class Stmt extends Node {
  abstract accept(visitor: Visitor): void;
}

/** A name with its place, as a declaration or a parameter has it. */
export class Identifier extends Node {
  constructor(readonly text: string, line: i32, column: i32) {
    super(line, column);
  }
}

/** A variable as one function sees it: its own local or global, or, with `captured` not -1, one of its cells. */
export class Reference {
  constructor(readonly variable: Variable, readonly captured: i32) {}
}

/** A constant. */
export class Literal extends Expr {
  constructor(readonly w_value: W_Root, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitLiteral(this);
  }
}

/** A variable that is read. The resolver sets `reference`. */
export class Name extends Expr {
  reference: Reference | null = null;
  constructor(readonly text: string, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitName(this);
  }
}

/** `-x`, `not x`. */
export class Unary extends Expr {
  constructor(readonly op: i32, readonly operand: Expr, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitUnary(this);
  }
}

/** An operator that evaluates both sides. */
export class Binary extends Expr {
  constructor(readonly op: i32, readonly left: Expr, readonly right: Expr, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitBinary(this);
  }
}

/** `and`, `or`. */
export class Logical extends Expr {
  constructor(readonly isAnd: bool, readonly left: Expr, readonly right: Expr, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitLogical(this);
  }
}

/** `f(…)`. */
export class CallExpr extends Expr {
  constructor(readonly callee: Expr, readonly args: Expr[], line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitCallExpr(this);
  }
}

/** `x.m(…)`. */
export class MethodCall extends Expr {
  constructor(readonly object: Expr, readonly name: string, readonly args: Expr[], line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitMethodCall(this);
  }
}

/** `super.m(…)`. `self` is the receiver, as a variable. */
export class SuperCall extends Expr {
  constructor(readonly self: Name, readonly name: string, readonly args: Expr[], line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitSuperCall(this);
  }
}

/** `x.f`. */
export class FieldExpr extends Expr {
  constructor(readonly object: Expr, readonly name: string, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitFieldExpr(this);
  }
}

/** `x[i]`. */
export class IndexExpr extends Expr {
  constructor(readonly object: Expr, readonly index: Expr, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitIndexExpr(this);
  }
}

/** `[…]`. */
export class ListExpr extends Expr {
  constructor(readonly items: Expr[], line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitListExpr(this);
  }
}

/** `{k: v, …}`. */
export class MapExpr extends Expr {
  constructor(readonly keys: Expr[], readonly values: Expr[], line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitMapExpr(this);
  }
}

/** `fn (…) {…}`. */
export class FunctionExpr extends Expr {
  constructor(readonly def: FunctionDef, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitFunctionExpr(this);
  }
}

/** `let x = …`. The resolver sets `variable`, as in all declarations. */
export class LetStmt extends Stmt {
  variable: Variable | null = null;
  constructor(readonly name: Identifier, readonly value: Expr, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitLetStmt(this);
  }
}

/** `fn f(…) {…}`. */
export class FnStmt extends Stmt {
  variable: Variable | null = null;
  constructor(readonly name: Identifier, readonly def: FunctionDef, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitFnStmt(this);
  }
}

/** `class C : P {…}`. */
export class ClassStmt extends Stmt {
  variable: Variable | null = null;
  constructor(
    readonly name: Identifier,
    readonly parent: Name | null,
    readonly methods: FunctionDef[],
    line: i32,
    column: i32,
  ) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitClassStmt(this);
  }
}

export class IfStmt extends Stmt {
  constructor(
    readonly condition: Expr,
    readonly then: Stmt,
    readonly otherwise: Stmt | null,
    line: i32,
    column: i32,
  ) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitIfStmt(this);
  }
}

export class WhileStmt extends Stmt {
  constructor(readonly condition: Expr, readonly body: Stmt, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitWhileStmt(this);
  }
}

/** `for x in …`. `iterator` is the hidden variable that holds the iterator. */
export class ForStmt extends Stmt {
  variable: Variable | null = null;
  iterator: Variable | null = null;
  constructor(
    readonly name: Identifier,
    readonly iterable: Expr,
    readonly body: Stmt,
    line: i32,
    column: i32,
  ) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitForStmt(this);
  }
}

export class BreakStmt extends Stmt {
  constructor(line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitBreakStmt(this);
  }
}

export class ContinueStmt extends Stmt {
  constructor(line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitContinueStmt(this);
  }
}

export class ReturnStmt extends Stmt {
  constructor(readonly value: Expr | null, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitReturnStmt(this);
  }
}

export class ThrowStmt extends Stmt {
  constructor(readonly value: Expr, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitThrowStmt(this);
  }
}

/** `try {…} catch e {…}`. */
export class TryStmt extends Stmt {
  variable: Variable | null = null;
  constructor(
    readonly body: Stmt,
    readonly name: Identifier,
    readonly handler: Stmt,
    line: i32,
    column: i32,
  ) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitTryStmt(this);
  }
}

export class Block extends Stmt {
  constructor(readonly statements: Stmt[], line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitBlock(this);
  }
}

/** An expression for its effect. */
export class ExprStmt extends Stmt {
  constructor(readonly value: Expr, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitExprStmt(this);
  }
}

/** `target = value`; with `op` not -1, `target op= value`. */
export class AssignStmt extends Stmt {
  constructor(readonly target: Expr, readonly op: i32, readonly value: Expr, line: i32, column: i32) {
    super(line, column);
  }
  override accept(visitor: Visitor): void {
    visitor.visitAssignStmt(this);
  }
}

/** One pass over trees. */
export abstract class Visitor {
  abstract visitLiteral(node: Literal): void;
  abstract visitName(node: Name): void;
  abstract visitUnary(node: Unary): void;
  abstract visitBinary(node: Binary): void;
  abstract visitLogical(node: Logical): void;
  abstract visitCallExpr(node: CallExpr): void;
  abstract visitMethodCall(node: MethodCall): void;
  abstract visitSuperCall(node: SuperCall): void;
  abstract visitFieldExpr(node: FieldExpr): void;
  abstract visitIndexExpr(node: IndexExpr): void;
  abstract visitListExpr(node: ListExpr): void;
  abstract visitMapExpr(node: MapExpr): void;
  abstract visitFunctionExpr(node: FunctionExpr): void;
  abstract visitLetStmt(node: LetStmt): void;
  abstract visitFnStmt(node: FnStmt): void;
  abstract visitClassStmt(node: ClassStmt): void;
  abstract visitIfStmt(node: IfStmt): void;
  abstract visitWhileStmt(node: WhileStmt): void;
  abstract visitForStmt(node: ForStmt): void;
  abstract visitBreakStmt(node: BreakStmt): void;
  abstract visitContinueStmt(node: ContinueStmt): void;
  abstract visitReturnStmt(node: ReturnStmt): void;
  abstract visitThrowStmt(node: ThrowStmt): void;
  abstract visitTryStmt(node: TryStmt): void;
  abstract visitBlock(node: Block): void;
  abstract visitExprStmt(node: ExprStmt): void;
  abstract visitAssignStmt(node: AssignStmt): void;
}
