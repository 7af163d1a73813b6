/**
 * Binds names to variables, decides slots, and finds the variables that closures capture.
 *
 * Names declared at the top level of a program are globals, visible everywhere; all others are locals, visible
 * from their declaration to the end of their block. Locals of blocks that are not nested share slots.
 */
import type { bool, i32 } from "@rts";
import {
  type AssignStmt,
  type Binary,
  type Block,
  type BreakStmt,
  type CallExpr,
  Capture,
  ClassStmt,
  type ContinueStmt,
  type Expr,
  type ExprStmt,
  type FieldExpr,
  FnStmt,
  type ForStmt,
  type FunctionDef,
  type FunctionExpr,
  type Identifier,
  type IfStmt,
  type IndexExpr,
  LetStmt,
  type ListExpr,
  type Literal,
  type Logical,
  type MapExpr,
  type MethodCall,
  type Name,
  type Node,
  Place,
  Reference,
  type ReturnStmt,
  type Stmt,
  type SuperCall,
  type ThrowStmt,
  type TryStmt,
  type Unary,
  Variable,
  Visitor,
  type WhileStmt,
} from "./ast.ts";
import { Global } from "./code.ts";
import { GuestSyntaxError } from "./errors.ts";

/** The globals of a program by name; what it does not declare is looked up among the builtins. */
export class Globals {
  private readonly own: Map<string, Global> = new Map<string, Global>();

  constructor(private readonly builtins: Map<string, Global>) {}

  /** The global `name` of the program, created on first sight. */
  declare(name: string): Global {
    const known = this.own.get(name) ?? null;
    if (known !== null) return known;
    const global = new Global(name);
    this.own.set(name, global);
    return global;
  }
  /** The program's own global `name`, or null. */
  findOwn(name: string): Global | null {
    return this.own.get(name) ?? null;
  }
  /** The global or builtin `name`, or null. */
  find(name: string): Global | null {
    const own = this.findOwn(name);
    return own !== null ? own : this.builtins.get(name) ?? null;
  }
}

/** The locals of one function while it is being resolved. */
class FunctionScope {
  /** Visible locals, innermost last. */
  readonly visible: Variable[] = [];
  /** Where the innermost block begins in `visible`. */
  blockStart: i32 = 0;
  blockDepth: i32 = 0;
  nextSlot: i32 = 0;
  loopDepth: i32 = 0;

  constructor(readonly def: FunctionDef, readonly parent: FunctionScope | null) {}

  find(name: string): Variable | null {
    for (let i = this.visible.length - 1; i >= 0; i--) {
      if (this.visible[i].name === name) return this.visible[i];
    }
    return null;
  }

  declaredInBlock(name: string): bool {
    for (let i = this.blockStart; i < this.visible.length; i++) {
      if (this.visible[i].name === name) return true;
    }
    return false;
  }

  declare(name: string): Variable {
    const variable = new Variable(name, Place.Local, this.def, this.nextSlot, null);
    this.nextSlot++;
    if (this.nextSlot > this.def.localCount) this.def.localCount = this.nextSlot;
    this.visible.push(variable);
    return variable;
  }

  /** Forgets the locals from `start` of `visible` on; their slots are free again. */
  close(start: i32): void {
    if (start < this.visible.length) this.nextSlot = this.visible[start].slot;
    this.visible.length = start;
  }

  /** Index of `variable` among the cells of this function; adds it, through the functions between. */
  capture(variable: Variable): i32 {
    const captures = this.def.captures;
    for (let i = 0; i < captures.length; i++) {
      if (captures[i].variable === variable) return i;
    }
    const direct = this.parent!.def === variable.owner;
    const source = direct ? variable.slot : ~this.parent!.capture(variable);
    captures.push(new Capture(variable, source));
    return captures.length - 1;
  }
}

/** Resolves `main` in place. Throws {@link GuestSyntaxError}. */
export function resolve(file: string, main: FunctionDef, globals: Globals): void {
  new Resolver(file, main, globals).run();
}

class Resolver extends Visitor {
  private scope: FunctionScope;
  /** The class whose methods are being resolved. */
  private inClass: ClassStmt | null = null;

  constructor(readonly file: string, readonly main: FunctionDef, readonly globals: Globals) {
    super();
    this.scope = new FunctionScope(main, null);
  }

  run(): void {
    for (const stmt of this.main.body) this.declareGlobal(stmt);
    this.statements(this.main.body);
  }

  private fail(message: string, node: Node): void {
    throw new GuestSyntaxError(this.file, node.line, node.column, message);
  }

  // Declarations.

  /** Top-level names exist before anything is resolved: functions refer to later ones. */
  private declareGlobal(stmt: Stmt): void {
    let name: Identifier | null = null;
    if (stmt instanceof LetStmt) name = stmt.name;
    else if (stmt instanceof FnStmt) name = stmt.name;
    else if (stmt instanceof ClassStmt) name = stmt.name;
    if (name === null) return;
    if (this.globals.findOwn(name.text) !== null) this.fail(`'${name.text}' is declared twice`, name);
    this.globals.declare(name.text);
  }

  private atTopLevel(): bool {
    return this.scope.parent === null && this.scope.blockDepth === 0;
  }

  private declare(name: Identifier): Variable {
    if (this.atTopLevel()) {
      return new Variable(name.text, Place.Global, this.main, 0, this.globals.declare(name.text));
    }
    if (this.scope.declaredInBlock(name.text)) this.fail(`'${name.text}' is declared twice`, name);
    return this.scope.declare(name.text);
  }

  private openBlock(): i32 {
    const outer = this.scope.blockStart;
    this.scope.blockStart = this.scope.visible.length;
    this.scope.blockDepth++;
    return outer;
  }

  private closeBlock(outer: i32): void {
    this.scope.close(this.scope.blockStart);
    this.scope.blockStart = outer;
    this.scope.blockDepth--;
  }

  private resolveFunction(def: FunctionDef): void {
    const scope = new FunctionScope(def, this.scope);
    this.scope = scope;
    if (def.isMethod) def.parameterVariables.push(scope.declare("self"));
    for (const parameter of def.parameters) {
      if (scope.declaredInBlock(parameter.text)) {
        this.fail(`'${parameter.text}' is declared twice`, parameter);
      }
      def.parameterVariables.push(scope.declare(parameter.text));
    }
    this.statements(def.body);
    this.scope = scope.parent!;
  }

  // Names.

  private reference(name: string, node: Node): Reference {
    const local = this.scope.find(name);
    if (local !== null) return new Reference(local, -1);
    for (let outer = this.scope.parent; outer !== null; outer = outer.parent) {
      const variable = outer.find(name);
      if (variable !== null) {
        variable.captured = true;
        return new Reference(variable, this.scope.capture(variable));
      }
    }
    const global = this.globals.find(name);
    if (global === null) this.fail(`'${name}' is not defined`, node);
    return new Reference(new Variable(name, Place.Global, this.main, 0, global), -1);
  }

  override visitName(node: Name): void {
    if (node.text === "self" && this.inClass === null) this.fail("'self' outside a class", node);
    node.reference = this.reference(node.text, node);
  }

  override visitSuperCall(node: SuperCall): void {
    const cls = this.inClass;
    if (cls === null || cls.parent === null) this.fail("'super' outside a class with a parent", node);
    node.self.accept(this);
    this.expressions(node.args);
  }

  // Expressions.

  private expressions(nodes: Expr[]): void {
    for (const node of nodes) node.accept(this);
  }

  override visitLiteral(_node: Literal): void {}
  override visitUnary(node: Unary): void {
    node.operand.accept(this);
  }
  override visitBinary(node: Binary): void {
    node.left.accept(this);
    node.right.accept(this);
  }
  override visitLogical(node: Logical): void {
    node.left.accept(this);
    node.right.accept(this);
  }
  override visitCallExpr(node: CallExpr): void {
    node.callee.accept(this);
    this.expressions(node.args);
  }
  override visitMethodCall(node: MethodCall): void {
    node.object.accept(this);
    this.expressions(node.args);
  }
  override visitFieldExpr(node: FieldExpr): void {
    node.object.accept(this);
  }
  override visitIndexExpr(node: IndexExpr): void {
    node.object.accept(this);
    node.index.accept(this);
  }
  override visitListExpr(node: ListExpr): void {
    this.expressions(node.items);
  }
  override visitMapExpr(node: MapExpr): void {
    for (let i = 0; i < node.keys.length; i++) {
      node.keys[i].accept(this);
      node.values[i].accept(this);
    }
  }
  override visitFunctionExpr(node: FunctionExpr): void {
    this.resolveFunction(node.def);
  }

  // Statements.

  private statements(nodes: Stmt[]): void {
    for (const node of nodes) node.accept(this);
  }

  override visitLetStmt(node: LetStmt): void {
    node.value.accept(this);
    node.variable = this.declare(node.name);
  }
  override visitFnStmt(node: FnStmt): void {
    node.variable = this.declare(node.name);
    this.resolveFunction(node.def);
  }
  override visitClassStmt(node: ClassStmt): void {
    if (node.parent !== null) node.parent.accept(this);
    node.variable = this.declare(node.name);
    const outer = this.inClass;
    this.inClass = node;
    for (const method of node.methods) this.resolveFunction(method);
    this.inClass = outer;
  }
  override visitIfStmt(node: IfStmt): void {
    node.condition.accept(this);
    node.then.accept(this);
    if (node.otherwise !== null) node.otherwise.accept(this);
  }
  override visitWhileStmt(node: WhileStmt): void {
    node.condition.accept(this);
    this.loopBody(node.body);
  }
  override visitForStmt(node: ForStmt): void {
    node.iterable.accept(this);
    const outer = this.openBlock();
    node.iterator = this.scope.declare("");
    node.variable = this.scope.declare(node.name.text);
    this.loopBody(node.body);
    this.closeBlock(outer);
  }
  private loopBody(body: Stmt): void {
    this.scope.loopDepth++;
    body.accept(this);
    this.scope.loopDepth--;
  }
  override visitBreakStmt(node: BreakStmt): void {
    if (this.scope.loopDepth === 0) this.fail("'break' outside a loop", node);
  }
  override visitContinueStmt(node: ContinueStmt): void {
    if (this.scope.loopDepth === 0) this.fail("'continue' outside a loop", node);
  }
  override visitReturnStmt(node: ReturnStmt): void {
    if (this.scope.parent === null) this.fail("'return' outside a function", node);
    if (node.value !== null) node.value.accept(this);
  }
  override visitThrowStmt(node: ThrowStmt): void {
    node.value.accept(this);
  }
  override visitTryStmt(node: TryStmt): void {
    node.body.accept(this);
    const outer = this.openBlock();
    node.variable = this.scope.declare(node.name.text);
    node.handler.accept(this);
    this.closeBlock(outer);
  }
  override visitBlock(node: Block): void {
    const outer = this.openBlock();
    this.statements(node.statements);
    this.closeBlock(outer);
  }
  override visitExprStmt(node: ExprStmt): void {
    node.value.accept(this);
  }
  override visitAssignStmt(node: AssignStmt): void {
    node.target.accept(this);
    node.value.accept(this);
  }
}
