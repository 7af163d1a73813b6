/** Lowers statements. */
import ts from "typescript";
import { constant, type Label, type Operand, type Stmt, type Var } from "../ir/ir.ts";
import type { FinallyScope, FunctionLowering, JumpScope } from "./lower_function.ts";
import { effect, lowerExpression } from "./lower_expressions.ts";
import { lowerCondition } from "./lower_conditions.ts";
import { stringEquals } from "./lower_operators.ts";
import { callMethod } from "./lower_calls.ts";
import type { ClassType } from "./classes.ts";
import { I32, nonNull, readAs, type RType, storageOf, typeText, valueOf } from "./types.ts";

type F = FunctionLowering;

/** Lowers a list of statements; function declarations among them are lowered where they are called. */
export function lowerStatements(f: F, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    if (f.dead) return;
    lowerStatement(f, statement, []);
  }
}

function lowerStatement(f: F, node: ts.Statement, names: readonly string[]): void {
  const lower = STATEMENTS[node.kind];
  if (lower === undefined) f.fe.report("RTS100", node, `a ${ts.SyntaxKind[node.kind]}`);
  else lower(f, node, names);
}

type Lowering = (f: F, node: never, names: readonly string[]) => void;

const STATEMENTS: Partial<
  Record<ts.SyntaxKind, (f: F, node: ts.Statement, names: readonly string[]) => void>
> = {};
function on(kind: ts.SyntaxKind, lower: Lowering): void {
  STATEMENTS[kind] = lower as (f: F, node: ts.Statement, names: readonly string[]) => void;
}

on(ts.SyntaxKind.Block, (f, node: ts.Block) => lowerStatements(f, node.statements));
on(ts.SyntaxKind.EmptyStatement, () => {});
on(ts.SyntaxKind.FunctionDeclaration, () => {});
on(ts.SyntaxKind.InterfaceDeclaration, () => {});
on(ts.SyntaxKind.TypeAliasDeclaration, () => {});
on(ts.SyntaxKind.ExpressionStatement, (f, node: ts.ExpressionStatement) => effect(f, node.expression));
on(ts.SyntaxKind.VariableStatement, (f, node: ts.VariableStatement) => declare(f, node.declarationList));
on(ts.SyntaxKind.IfStatement, (f, node: ts.IfStatement) => lowerIf(f, node));
on(ts.SyntaxKind.ReturnStatement, (f, node: ts.ReturnStatement) => {
  if (node.expression === undefined) return f.lowerReturn(null, node);
  const value = lowerExpression(f, node.expression, f.inferResult ? null : f.resultType);
  f.lowerReturn(value.type.k === "void" || value.type.k === "never" ? null : value, node.expression);
});
on(ts.SyntaxKind.ThrowStatement, (f, node: ts.ThrowStatement) => {
  const value = lowerExpression(f, node.expression, null);
  if (valueOf(value.type) !== "ref") f.mismatch({ k: "object" }, value.type, node.expression);
  f.push({ kind: "throw", value: value.op, pos: f.fe.position(node) });
});
on(ts.SyntaxKind.LabeledStatement, (f, node: ts.LabeledStatement, names) => {
  const all = [...names, node.label.text];
  if (isLoopOrSwitch(node.statement)) return lowerStatement(f, node.statement, all);
  const end = f.label("end");
  withScope(f, { kind: "jump", names: all, breakTo: end, continueTo: null, namedOnly: true }, () => {
    f.block(end, () => lowerStatement(f, node.statement, []));
  });
});
on(ts.SyntaxKind.BreakStatement, (f, node: ts.BreakStatement) => jump(f, node, false));
on(ts.SyntaxKind.ContinueStatement, (f, node: ts.ContinueStatement) => jump(f, node, true));

function isLoopOrSwitch(node: ts.Statement): boolean {
  return ts.isIterationStatement(node, true) || ts.isSwitchStatement(node);
}

function withScope(f: F, scope: JumpScope | FinallyScope, fill: () => void): void {
  f.scopes.push(scope);
  fill();
  f.scopes.pop();
}

function jump(f: F, node: ts.BreakOrContinueStatement, toStart: boolean): void {
  const name = node.label?.text;
  for (let i = f.scopes.length - 1; i >= 0; i--) {
    const scope = f.scopes[i];
    if (scope.kind !== "jump") continue;
    if (
      name !== undefined
        ? !scope.names.includes(name)
        : scope.namedOnly || (toStart && scope.continueTo === null)
    ) continue;
    const to = toStart ? scope.continueTo : scope.breakTo;
    if (to !== null) return f.exit({ kind: "br", to, scope });
  }
  f.fe.report("RTS100", node, "a jump without target");
}

/** Declares the variables of a `let` or `const`. */
function declare(f: F, list: ts.VariableDeclarationList): void {
  for (const declaration of list.declarations) {
    if (!ts.isIdentifier(declaration.name)) {
      f.fe.report("RTS102", declaration.name);
      continue;
    }
    declareVariable(f, declaration, (list.flags & ts.NodeFlags.Const) === 0);
  }
}

function declareVariable(f: F, node: ts.VariableDeclaration, mutable: boolean): void {
  const written = node.type ? f.fe.types.resolve(node.type, f.env) : null;
  const symbol = f.fe.checker.getSymbolAtLocation(node.name) as ts.Symbol;
  const name = (node.name as ts.Identifier).text;
  if (node.exclamationToken !== undefined && f.isProgram) f.fe.report("RTS214", node, name);
  if (node.initializer === undefined) {
    if (written === null) return f.fe.report("RTS202", node, name);
    const type = readAs(written);
    const variable = f.temp(valueOf(type) ?? "i32", name);
    f.mutable.add(variable);
    f.locals.set(symbol, { variable, type });
    return f.emit("move", variable, [zero(type)], null, node);
  }
  const value = lowerExpression(f, node.initializer, written);
  const type = readAs(written ?? f.settle(value, node.initializer).type);
  if (type.k === "null" || type.k === "void") {
    if (type.k === "null") return f.fe.report("RTS202", node, name);
    return f.mismatch({ k: "object" }, type, node.initializer);
  }
  const op = f.coerce(value, type, node.initializer);
  const variable = f.temp(valueOf(type) ?? "i32", name);
  if (mutable) f.mutable.add(variable);
  f.locals.set(symbol, { variable, type });
  f.emit("move", variable, [op], null, node);
}

/** The zero of a type. */
export function zero(type: RType): Operand {
  const value = valueOf(type) ?? "i32";
  return constant(value, value === "ref" ? null : value === "i64" ? 0n : 0);
}

function lowerIf(f: F, node: ts.IfStatement): void {
  const otherwise = node.elseStatement;
  lowerCondition(
    f,
    node.expression,
    () => lowerStatement(f, node.thenStatement, []),
    otherwise === undefined ? null : () => lowerStatement(f, otherwise, []),
  );
}

/** The common form of loops: `test` and `update` may be absent. */
function lowerLoop(
  f: F,
  names: readonly string[],
  test: ts.Expression | undefined,
  body: () => void,
  update: (() => void) | null,
  testFirst = true,
): void {
  const end = f.label("break");
  const head = f.label("loop");
  const next = f.label("continue");
  const scope: JumpScope = { kind: "jump", names, breakTo: end, continueTo: next, namedOnly: false };
  const leaveUnless = (expression: ts.Expression) => lowerCondition(f, expression, () => {}, () => f.br(end));
  f.block(end, () => {
    f.loop(head, () => {
      if (test !== undefined && testFirst) leaveUnless(test);
      withScope(f, scope, () => f.block(next, body));
      if (update !== null) update();
      if (test !== undefined && !testFirst && !f.dead) leaveUnless(test);
    });
  });
}

on(
  ts.SyntaxKind.WhileStatement,
  (f, node: ts.WhileStatement, names) =>
    lowerLoop(
      f,
      names,
      isTrue(node.expression) ? undefined : node.expression,
      () => lowerStatement(f, node.statement, []),
      null,
    ),
);
on(
  ts.SyntaxKind.DoStatement,
  (f, node: ts.DoStatement, names) =>
    lowerLoop(f, names, node.expression, () => lowerStatement(f, node.statement, []), null, false),
);
on(ts.SyntaxKind.ForStatement, (f, node: ts.ForStatement, names) => {
  const init = node.initializer;
  if (init !== undefined) {
    if (ts.isVariableDeclarationList(init)) declare(f, init);
    else effect(f, init);
  }
  const update = node.incrementor;
  lowerLoop(
    f,
    names,
    node.condition,
    () => lowerStatement(f, node.statement, []),
    update === undefined ? null : () => effect(f, update),
  );
});
on(ts.SyntaxKind.ForOfStatement, (f, node: ts.ForOfStatement, names) => lowerForOf(f, node, names));

function isTrue(node: ts.Expression): boolean {
  return node.kind === ts.SyntaxKind.TrueKeyword;
}

function lowerForOf(f: F, node: ts.ForOfStatement, names: readonly string[]): void {
  const source = iterated(node.expression);
  const value = lowerExpression(f, source.object, null);
  const type = value.type;
  const elem = f.fe.types.arrayElement(type);
  if (source.method === null && elem !== null) {
    return forOfArray(f, node, names, value.op, type as ClassType, elem);
  }
  if (source.method === null && type.k === "fixed") return forOfFixed(f, node, names, value.op, type.elem);
  if (type.k === "class" && isRuntime(f, type, "Map") && source.method !== null) {
    const values = source.method === "values";
    return forOfTable(
      f,
      node,
      names,
      value.op,
      type,
      values ? "valueAt" : "keyAt",
      type.args[values ? 1 : 0],
    );
  }
  if (type.k === "class" && isRuntime(f, type, "Set")) {
    return forOfTable(f, node, names, value.op, type, "keyAt", type.args[0]);
  }
  f.fe.report("RTS208", node.expression, "for … of", typeText(type));
}

function isRuntime(f: F, type: ClassType, name: string): boolean {
  return type.decl === f.fe.types.runtimeClass(name);
}

/** `x`, or `x` and the method of `x.keys()` or `x.values()`. */
function iterated(node: ts.Expression): { object: ts.Expression; method: string | null } {
  if (
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.arguments.length === 0
  ) {
    const method = node.expression.name.text;
    if (method === "keys" || method === "values") return { object: node.expression.expression, method };
  }
  return { object: node, method: null };
}

/** Binds the loop variable of a `for … of` to a value. */
function bindLoopVariable(f: F, node: ts.ForOfStatement, value: Operand, type: RType): void {
  const read = readAs(type);
  const init = node.initializer;
  if (!ts.isVariableDeclarationList(init)) {
    return f.fe.report("RTS160", init);
  }
  const name = init.declarations[0].name;
  if (!ts.isIdentifier(name)) return f.fe.report("RTS102", name);
  const variable = f.temp(valueOf(read) ?? "i32", name.text);
  f.mutable.add(variable);
  f.locals.set(f.fe.checker.getSymbolAtLocation(name) as ts.Symbol, { variable, type: read });
  f.emit("move", variable, [value], null, init);
}

/** Counts an index from 0 while it is below `length()`. */
function countLoop(
  f: F,
  node: ts.ForOfStatement,
  names: readonly string[],
  length: () => Operand,
  bind: (index: Var) => void,
): void {
  const index = f.temp("i32", "index");
  f.mutable.add(index);
  f.emit("move", index, [constant("i32", 0)], null, node);
  const end = f.label("break");
  const next = f.label("continue");
  const scope: JumpScope = { kind: "jump", names, breakTo: end, continueTo: next, namedOnly: false };
  f.block(end, () => {
    f.loop(f.label("loop"), () => {
      const more = f.compute("i32.lt_s", "i32", [index, length()], null, node);
      f.if(more, node, () => {}, () => f.br(end));
      withScope(f, scope, () =>
        f.block(next, () => {
          bind(index);
          lowerStatement(f, node.statement, []);
        }));
      f.emit("i32.add", index, [index, constant("i32", 1)], null, node);
    });
  });
}

function forOfArray(
  f: F,
  node: ts.ForOfStatement,
  names: readonly string[],
  array: Operand,
  type: ClassType,
  elem: RType,
): void {
  const instance = f.fe.classes.get(type);
  const length = f.fe.classes.field(instance, "length").desc;
  const items = f.fe.classes.field(instance, "items").desc;
  const read = valueOf(readAs(elem)) ?? "i32";
  const held = f.compute("move", "ref", [array], null, node, "array");
  countLoop(f, node, names, () => f.compute("getfield", "i32", [held], length, node), (index) => {
    const store = f.compute("getfield", "ref", [held], items, node);
    bindLoopVariable(
      f,
      node,
      f.compute("getitem", read, [store, index], f.fe.arrayDesc(storageOf(elem)), node),
      elem,
    );
  });
}

function forOfFixed(
  f: F,
  node: ts.ForOfStatement,
  names: readonly string[],
  array: Operand,
  elem: RType,
): void {
  const desc = f.fe.arrayDesc(storageOf(elem));
  const read = valueOf(readAs(elem)) ?? "i32";
  const held = f.compute("move", "ref", [array], null, node, "array");
  countLoop(f, node, names, () => f.compute("arraylen", "i32", [held], desc, node), (index) => {
    bindLoopVariable(f, node, f.compute("getitem", read, [held, index], desc, node), elem);
  });
}

/** Loops over the entries of a runtime map or set. */
function forOfTable(
  f: F,
  node: ts.ForOfStatement,
  names: readonly string[],
  table: Operand,
  type: ClassType,
  read: string,
  elem: RType,
): void {
  const held = { op: f.compute("move", "ref", [table], null, node, "table"), type };
  const index = f.temp("i32", "entry");
  f.mutable.add(index);
  f.move(index, callMethod(f, held, "firstIndex", [], node).op, node);
  const end = f.label("break");
  const next = f.label("continue");
  const scope: JumpScope = { kind: "jump", names, breakTo: end, continueTo: next, namedOnly: false };
  f.block(end, () => {
    f.loop(f.label("loop"), () => {
      f.if(f.compute("i32.lt_s", "i32", [index, constant("i32", 0)], null, node), node, () => f.br(end));
      withScope(f, scope, () =>
        f.block(next, () => {
          bindLoopVariable(f, node, callMethod(f, held, read, [{ op: index, type: I32 }], node).op, elem);
          lowerStatement(f, node.statement, []);
        }));
      f.move(index, callMethod(f, held, "nextIndex", [{ op: index, type: I32 }], node).op, node);
    });
  });
}

// --- switch ---

on(ts.SyntaxKind.SwitchStatement, (f, node: ts.SwitchStatement, names) => {
  const end = f.label("switch");
  const value = f.settle(lowerExpression(f, node.expression, null), node.expression);
  const clauses = node.caseBlock.clauses;
  const fallback = clauses.findIndex((clause) => ts.isDefaultClause(clause));
  const keys = clauses.map((clause) => ts.isCaseClause(clause) ? constantCase(f, clause, value.type) : null);
  const direct = valueOf(value.type) === "i32" &&
    clauses.every((c, i) => ts.isDefaultClause(c) || keys[i] !== null);
  const selector = direct ? value.op : caseIndex(f, node, value.op, value.type);
  const cases = new Map<number, number>();
  clauses.forEach((clause, i) => {
    if (!ts.isCaseClause(clause)) return;
    const key = direct ? keys[i] as number : i;
    if (!cases.has(key)) cases.set(key, i);
  });
  const scope: JumpScope = { kind: "jump", names, breakTo: end, continueTo: null, namedOnly: false };
  withScope(f, scope, () => emitSwitch(f, node, end, selector, cases, fallback));
});

function emitSwitch(
  f: F,
  node: ts.SwitchStatement,
  end: Label,
  value: Operand,
  cases: Map<number, number>,
  fallback: number,
): void {
  if (f.dead) return;
  const bodies: Stmt[][] = [];
  let completes = true;
  for (const clause of node.caseBlock.clauses) {
    const lowered = f.collect(() => lowerStatements(f, clause.statements));
    bodies.push(lowered.body);
    completes = lowered.completes;
  }
  f.push({ kind: "switch", label: end, value, cases, default: fallback, bodies, pos: f.fe.position(node) });
  f.dead = !completes && fallback >= 0 && !f.isUsed(end);
}

/** The integer of a case label that is a constant; null otherwise. */
function constantCase(f: F, clause: ts.CaseClause, type: RType): number | null {
  if (valueOf(type) !== "i32") return null;
  let result: number | null = null;
  f.collect(() => {
    const value = lowerExpression(f, clause.expression, type);
    if (value.op.kind === "const" && typeof value.op.value === "number") result = value.op.value | 0;
  });
  return result;
}

/** Compares with each label in turn; the index of the first equal one, or of none. */
function caseIndex(f: F, node: ts.SwitchStatement, value: Operand, type: RType): Operand {
  const index = f.temp("i32", "case");
  f.mutable.add(index);
  f.emit("move", index, [constant("i32", -1)], null, node);
  const found = f.label("found");
  f.block(found, () => {
    node.caseBlock.clauses.forEach((clause, i) => {
      if (!ts.isCaseClause(clause)) return;
      const key = lowerExpression(f, clause.expression, type);
      const equal = nonNull(type).k === "string"
        ? stringEquals(f, { op: value, type }, key, clause)
        : f.compute(EQUAL[valueOf(type) ?? "i32"], "i32", [value, f.coerce(key, type, clause)], null, clause);
      f.if(equal, clause, () => {
        f.emit("move", index, [constant("i32", i)], null, clause);
        f.br(found);
      });
    });
  });
  return index;
}

const EQUAL = { i32: "i32.eq", i64: "i64.eq", f64: "f64.eq", ref: "ref.eq" } as const;

// --- exceptions ---

on(ts.SyntaxKind.TryStatement, (f, node: ts.TryStatement) => {
  if (node.finallyBlock === undefined) return lowerTryCatch(f, node);
  lowerTryFinally(f, node, node.finallyBlock);
});

function exceptionType(f: F): RType {
  return {
    k: "class",
    decl: f.fe.exported("prelude/exceptions.ts", "Exception") as ts.ClassDeclaration,
    args: [],
  };
}

function lowerTryCatch(f: F, node: ts.TryStatement): void {
  const clause = node.catchClause;
  if (clause === undefined) return lowerStatements(f, node.tryBlock.statements);
  if (f.dead) return;
  const exc = f.temp("ref", "exc");
  const body = f.collect(() => lowerStatements(f, node.tryBlock.statements));
  const handler = f.collect(() => {
    const name = clause.variableDeclaration?.name;
    if (name !== undefined && ts.isIdentifier(name)) {
      f.mutable.add(exc);
      f.locals.set(f.fe.checker.getSymbolAtLocation(name) as ts.Symbol, {
        variable: exc,
        type: exceptionType(f),
      });
    }
    lowerStatements(f, clause.block.statements);
  });
  f.push({ kind: "try", body: body.body, exc, handler: handler.body });
  f.dead = !body.completes && !handler.completes;
}

/**
 * One copy of the finally block serves every way through it: `selector` says how it was reached (0: normally, 1: by an
 * exception, n + 2: by exit n), and what to do after it.
 */
function lowerTryFinally(f: F, node: ts.TryStatement, finallyBlock: ts.Block): void {
  if (f.dead) return;
  const selector = f.temp("i32", "finally");
  const pending = f.temp("ref", "pending");
  f.mutable.add(selector).add(pending);
  f.emit("move", selector, [constant("i32", 0)], null, node);
  f.emit("move", pending, [constant("ref", null)], null, node);
  const scope: FinallyScope = { kind: "finally", end: f.label("finally"), selector, exits: [] };
  f.block(scope.end, () => {
    const exc = f.temp("ref", "exc");
    const body = f.collect(() => withScope(f, scope, () => lowerTryCatch(f, node)));
    const handler = f.collect(() => {
      f.emit("move", selector, [constant("i32", 1)], null, node);
      f.emit("move", pending, [exc], null, node);
      f.br(scope.end);
    });
    f.push({ kind: "try", body: body.body, exc, handler: handler.body });
    f.dead = !body.completes;
  });
  // The handler's `br` makes the end reachable even where the body always leaves.
  f.dead = false;
  lowerStatements(f, finallyBlock.statements);
  if (f.dead) return;
  const thrown = f.compute("i32.eq", "i32", [selector, constant("i32", 1)], null, node);
  f.if(thrown, node, () => f.push({ kind: "throw", value: pending, pos: f.fe.position(node) }));
  scope.exits.forEach((exit, i) => {
    const taken = f.compute("i32.eq", "i32", [selector, constant("i32", i + 2)], null, node);
    f.if(taken, node, () => f.exit(exit));
  });
  deadAfterFinally(f, node, scope);
}

/** Where the try statement cannot complete normally, what follows it cannot be reached. */
function deadAfterFinally(f: F, node: ts.TryStatement, scope: FinallyScope): void {
  const completes = canCompleteNormally(node.tryBlock) ||
    (node.catchClause && canCompleteNormally(node.catchClause.block));
  if (!completes && scope.exits.length > 0) f.push({ kind: "unreachable", pos: f.fe.position(node) });
}
function canCompleteNormally(block: ts.Block): boolean {
  const last = block.statements.at(-1);
  return last === undefined ||
    !(ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isBreakOrContinueStatement(last));
}
