/**
 * Resolved trees to code. Statements leave the operand stack as they found it, expressions add one value: so the
 * stack is empty at statement boundaries, where handlers and loops are.
 */
import type { i32 } from "@rts";
import {
  type AssignStmt,
  type Binary,
  type Block,
  type BreakStmt,
  type CallExpr,
  type ClassStmt,
  type ContinueStmt,
  type Expr,
  type ExprStmt,
  FieldExpr,
  type FnStmt,
  type ForStmt,
  type FunctionDef,
  type FunctionExpr,
  type IfStmt,
  IndexExpr,
  type LetStmt,
  type ListExpr,
  type Literal,
  type Logical,
  type MapExpr,
  type MethodCall,
  Name,
  Place,
  type Reference,
  type ReturnStmt,
  type Stmt,
  type SuperCall,
  type ThrowStmt,
  type TryStmt,
  type Unary,
  type Variable,
  Visitor,
  type WhileStmt,
} from "./ast.ts";
import type { Code } from "./code.ts";
import { CodeBuilder } from "./code_builder.ts";
import { NAMES } from "./names.ts";
import { Op } from "./opcodes.ts";
import { parseProgram } from "./parser.ts";
import { type Globals, resolve } from "./resolver.ts";
import { FALSE, NIL, TRUE, W_Str } from "./values.ts";

/** The code of the program `text`, which declares its globals in `globals`. Throws {@link GuestSyntaxError}. */
export function compileProgram(file: string, text: string, globals: Globals): Code {
  const main = parseProgram(file, text);
  resolve(file, main, globals);
  return compileFunction(file, main);
}

function compileFunction(file: string, def: FunctionDef): Code {
  return new Compiler(new CodeBuilder(file, def)).run();
}

/** A loop being compiled. */
class Loop {
  /** Ends of the jumps out of it, to be patched. */
  readonly breaks: i32[] = [];
  constructor(readonly start: i32, readonly outer: Loop | null) {}
}

class Compiler extends Visitor {
  private loop: Loop | null = null;

  constructor(private readonly builder: CodeBuilder) {
    super();
  }

  run(): Code {
    const def = this.builder.def;
    for (const parameter of def.parameterVariables) {
      if (!parameter.captured) continue;
      this.builder.emit1(Op.LoadLocal, parameter.slot, def.line);
      this.builder.emit1(Op.NewCell, parameter.slot, def.line);
    }
    this.statements(def.body);
    this.builder.emit(Op.Nil, def.line);
    this.builder.emit(Op.Return, def.line);
    return this.builder.finish();
  }

  // Jumps.

  /** Emits a forward jump; patch the result. */
  private jump(op: i32, line: i32): i32 {
    this.builder.emit1(op, 0, line);
    return this.builder.position();
  }

  private loopBody(loop: Loop, body: Stmt, line: i32): void {
    this.loop = loop;
    body.accept(this);
    this.loop = loop.outer;
    this.builder.emit1(Op.JumpBack, loop.start, line);
  }

  // Variables.

  private load(reference: Reference, line: i32): void {
    const variable = reference.variable;
    if (variable.place === Place.Global) {
      this.builder.emit1(Op.LoadGlobal, this.builder.global(variable.global!), line);
    } else if (reference.captured >= 0) {
      this.builder.emit1(Op.LoadCaptured, reference.captured, line);
    } else {
      this.builder.emit1(variable.captured ? Op.LoadCell : Op.LoadLocal, variable.slot, line);
    }
  }

  private store(reference: Reference, line: i32): void {
    const variable = reference.variable;
    if (variable.place === Place.Global) {
      this.builder.emit1(Op.StoreGlobal, this.builder.global(variable.global!), line);
    } else if (reference.captured >= 0) {
      this.builder.emit1(Op.StoreCaptured, reference.captured, line);
    } else {
      this.builder.emit1(variable.captured ? Op.StoreCell : Op.StoreLocal, variable.slot, line);
    }
  }

  /** Pops the first value of a declared variable. */
  private define(variable: Variable, line: i32): void {
    if (variable.place === Place.Global) {
      this.builder.emit1(Op.StoreGlobal, this.builder.global(variable.global!), line);
    } else {
      this.builder.emit1(variable.captured ? Op.NewCell : Op.StoreLocal, variable.slot, line);
    }
  }

  /** Gives a function or class that its own code may capture a cell before the closures are made. */
  private predefine(variable: Variable, line: i32): void {
    if (variable.place !== Place.Local || !variable.captured) return;
    this.builder.emit(Op.Nil, line);
    this.builder.emit1(Op.NewCell, variable.slot, line);
  }

  /** Pops the value of a variable that {@link predefine} prepared. */
  private complete(variable: Variable, line: i32): void {
    if (variable.place === Place.Local && variable.captured) {
      this.builder.emit1(Op.StoreCell, variable.slot, line);
    } else {
      this.define(variable, line);
    }
  }

  // Expressions.

  private expressions(nodes: Expr[]): void {
    for (const node of nodes) node.accept(this);
  }

  private closure(def: FunctionDef, line: i32): void {
    const code = compileFunction(this.builder.file, def);
    this.builder.emit1(Op.MakeClosure, this.builder.child(code), line);
  }

  override visitLiteral(node: Literal): void {
    const w_value = node.w_value;
    if (w_value === NIL) this.builder.emit(Op.Nil, node.line);
    else if (w_value === TRUE) this.builder.emit(Op.True, node.line);
    else if (w_value === FALSE) this.builder.emit(Op.False, node.line);
    else this.builder.emit1(Op.Const, this.builder.constant(w_value), node.line);
  }
  override visitName(node: Name): void {
    this.load(node.reference!, node.line);
  }
  override visitUnary(node: Unary): void {
    node.operand.accept(this);
    this.builder.emit(node.op, node.line);
  }
  override visitBinary(node: Binary): void {
    node.left.accept(this);
    node.right.accept(this);
    this.builder.emit(node.op, node.line);
  }
  override visitLogical(node: Logical): void {
    node.left.accept(this);
    const end = this.jump(node.isAnd ? Op.AndJump : Op.OrJump, node.line);
    node.right.accept(this);
    this.builder.patch(end);
  }
  override visitCallExpr(node: CallExpr): void {
    node.callee.accept(this);
    this.expressions(node.args);
    this.builder.emit1(Op.Call, node.args.length, node.line);
  }
  override visitMethodCall(node: MethodCall): void {
    node.object.accept(this);
    this.expressions(node.args);
    const site = this.builder.site(NAMES.intern(node.name));
    this.builder.emit2(Op.CallMethod, site, node.args.length, node.line);
  }
  override visitSuperCall(node: SuperCall): void {
    node.self.accept(this);
    this.expressions(node.args);
    const site = this.builder.site(NAMES.intern(node.name));
    this.builder.emit2(Op.CallSuper, site, node.args.length, node.line);
  }
  override visitFieldExpr(node: FieldExpr): void {
    node.object.accept(this);
    this.builder.emit1(Op.GetField, this.builder.site(NAMES.intern(node.name)), node.line);
  }
  override visitIndexExpr(node: IndexExpr): void {
    node.object.accept(this);
    node.index.accept(this);
    this.builder.emit(Op.GetItem, node.line);
  }
  override visitListExpr(node: ListExpr): void {
    this.expressions(node.items);
    this.builder.emit1(Op.MakeList, node.items.length, node.line);
  }
  override visitMapExpr(node: MapExpr): void {
    for (let i = 0; i < node.keys.length; i++) {
      node.keys[i].accept(this);
      node.values[i].accept(this);
    }
    this.builder.emit1(Op.MakeMap, node.keys.length, node.line);
  }
  override visitFunctionExpr(node: FunctionExpr): void {
    this.closure(node.def, node.line);
  }

  // Statements.

  private statements(nodes: Stmt[]): void {
    for (const node of nodes) node.accept(this);
  }

  override visitLetStmt(node: LetStmt): void {
    node.value.accept(this);
    this.define(node.variable!, node.line);
  }
  override visitFnStmt(node: FnStmt): void {
    this.predefine(node.variable!, node.line);
    this.closure(node.def, node.line);
    this.complete(node.variable!, node.line);
  }
  override visitClassStmt(node: ClassStmt): void {
    if (node.parent === null) this.builder.emit(Op.Nil, node.line);
    else node.parent.accept(this);
    this.predefine(node.variable!, node.line);
    this.builder.emit1(Op.MakeClass, this.builder.constant(new W_Str(node.name.text)), node.line);
    for (const method of node.methods) {
      this.closure(method, method.line);
      this.builder.emit1(Op.AddMethod, this.builder.site(NAMES.intern(method.name)), method.line);
    }
    this.complete(node.variable!, node.line);
  }
  override visitIfStmt(node: IfStmt): void {
    node.condition.accept(this);
    const skip = this.jump(Op.JumpIfFalse, node.line);
    node.then.accept(this);
    if (node.otherwise === null) {
      this.builder.patch(skip);
      return;
    }
    const end = this.jump(Op.Jump, node.line);
    this.builder.patch(skip);
    node.otherwise.accept(this);
    this.builder.patch(end);
  }
  override visitWhileStmt(node: WhileStmt): void {
    const loop = new Loop(this.builder.position(), this.loop);
    node.condition.accept(this);
    const end = this.jump(Op.JumpIfFalse, node.line);
    this.loopBody(loop, node.body, node.line);
    this.builder.patch(end);
    for (const jump of loop.breaks) this.builder.patch(jump);
  }
  override visitForStmt(node: ForStmt): void {
    const iterator = node.iterator!.slot;
    node.iterable.accept(this);
    this.builder.emit(Op.Iterate, node.line);
    this.builder.emit1(Op.StoreLocal, iterator, node.line);
    const loop = new Loop(this.builder.position(), this.loop);
    this.builder.emit2(Op.Next, iterator, 0, node.line);
    const end = this.builder.position();
    this.define(node.variable!, node.line);
    this.loopBody(loop, node.body, node.line);
    this.builder.patch(end);
    for (const jump of loop.breaks) this.builder.patch(jump);
    this.builder.emit1(Op.ClearLocal, iterator, node.line);
  }
  override visitBreakStmt(node: BreakStmt): void {
    this.loop!.breaks.push(this.jump(Op.Jump, node.line));
  }
  override visitContinueStmt(node: ContinueStmt): void {
    this.builder.emit1(Op.JumpBack, this.loop!.start, node.line);
  }
  override visitReturnStmt(node: ReturnStmt): void {
    if (node.value === null) this.builder.emit(Op.Nil, node.line);
    else node.value.accept(this);
    this.builder.emit(Op.Return, node.line);
  }
  override visitThrowStmt(node: ThrowStmt): void {
    node.value.accept(this);
    this.builder.emit(Op.Throw, node.line);
  }
  override visitTryStmt(node: TryStmt): void {
    const start = this.builder.position();
    node.body.accept(this);
    const end = this.builder.position();
    const skip = this.jump(Op.Jump, node.line);
    this.builder.handler(start, end);
    this.define(node.variable!, node.line);
    node.handler.accept(this);
    this.builder.patch(skip);
  }
  override visitBlock(node: Block): void {
    this.statements(node.statements);
  }
  override visitExprStmt(node: ExprStmt): void {
    node.value.accept(this);
    this.builder.emit(Op.Pop, node.line);
  }

  override visitAssignStmt(node: AssignStmt): void {
    const target = node.target;
    if (target instanceof Name) this.assignName(node, target);
    else if (target instanceof FieldExpr) this.assignField(node, target);
    else if (target instanceof IndexExpr) this.assignItem(node, target);
  }

  private assignName(node: AssignStmt, target: Name): void {
    if (node.op >= 0) this.load(target.reference!, node.line);
    this.newValue(node);
    this.store(target.reference!, node.line);
  }

  private assignField(node: AssignStmt, target: FieldExpr): void {
    const name = NAMES.intern(target.name);
    target.object.accept(this);
    if (node.op >= 0) {
      this.builder.emit(Op.Dup, node.line);
      this.builder.emit1(Op.GetField, this.builder.site(name), node.line);
    }
    this.newValue(node);
    this.builder.emit1(Op.SetField, this.builder.site(name), node.line);
  }

  private assignItem(node: AssignStmt, target: IndexExpr): void {
    target.object.accept(this);
    target.index.accept(this);
    if (node.op >= 0) {
      this.builder.emit(Op.Dup2, node.line);
      this.builder.emit(Op.GetItem, node.line);
    }
    this.newValue(node);
    this.builder.emit(Op.SetItem, node.line);
  }

  /** Emits the right side, and for `op=` the operator on the old value below it. */
  private newValue(node: AssignStmt): void {
    node.value.accept(this);
    if (node.op >= 0) this.builder.emit(node.op, node.line);
  }
}
