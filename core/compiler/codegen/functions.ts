/** Code of functions, lambdas and classes. */
import { docstringOf, type Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import { unparse } from "../unparse/mod.ts";
import { visitBody } from "./bodies.ts";
import { callHelper } from "./calls.ts";
import { type Compiler, LOAD, STORE } from "./compiler.ts";
import { visitExpr, visitExprs } from "./expressions.ts";
import { visitStmt } from "./statements.ts";
import { SCOPE_ASYNC_FUNCTION, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_LAMBDA } from "./unit.ts";

const HAS_DEFAULTS = 1;
const HAS_KEYWORD_DEFAULTS = 2;
const HAS_ANNOTATIONS = 4;

/** Emits a function definition. */
export function visitFunctionDef(c: Compiler, node: Node): void {
  const scope = node.kind === "AsyncFunctionDef" ? SCOPE_ASYNC_FUNCTION : SCOPE_FUNCTION;
  checkParameters(c, node.args);
  visitExprs(c, node.decorator_list);
  let flags = visitDefaults(c, node.args);
  if (visitAnnotations(c, node)) flags |= HAS_ANNOTATIONS;
  c.enterScope(node.name, scope, node, firstLine(node));
  const docstring = c.options.optimize < 2 ? docstringOf(node.body) : null;
  c.u.consts.add(docstring ?? { type: "None" });
  setArgumentCounts(c, node.args);
  for (let i = docstring === null ? 0 : 1; i < node.body.length; i++) visitStmt(c, node.body[i]);
  const qualname = c.u.qualname;
  const code = c.exitScope(true);
  c.makeClosure(code, flags, qualname);
  for (let i = 0; i < node.decorator_list.length; i++) c.opArg(Op.CALL_FUNCTION, 1);
  c.nameOp(node.name, STORE);
}

/** Emits a lambda. */
export function visitLambda(c: Compiler, node: Node): void {
  checkParameters(c, node.args);
  const flags = visitDefaults(c, node.args);
  c.enterScope("<lambda>", SCOPE_LAMBDA, node, node.lineno);
  // The first constant of a function is its docstring.
  c.u.consts.add({ type: "None" });
  setArgumentCounts(c, node.args);
  visitExpr(c, node.body);
  const isGenerator = c.u.entry.generator;
  if (!isGenerator) c.op(Op.RETURN_VALUE);
  const qualname = c.u.qualname;
  c.makeClosure(c.exitScope(!isGenerator), flags, qualname);
}

/** Emits a class definition. */
export function visitClassDef(c: Compiler, node: Node): void {
  visitExprs(c, node.decorator_list);
  c.enterScope(node.name, SCOPE_CLASS, node, firstLine(node));
  c.u.privateName = node.name;
  c.nameOp("__name__", LOAD);
  c.nameOp("__module__", STORE);
  c.loadString(c.u.qualname);
  c.nameOp("__qualname__", STORE);
  visitBody(c, node.body);
  c.u.line = -1;
  if (c.u.entry.needsClassClosure) {
    c.opArg(Op.LOAD_CLOSURE, c.u.cellvars.indexOf("__class__"));
    c.op(Op.DUP_TOP);
    c.nameOp("__classcell__", STORE);
  } else {
    c.loadNone();
  }
  c.op(Op.RETURN_VALUE);
  const code = c.exitScope(true);
  c.op(Op.LOAD_BUILD_CLASS);
  c.makeClosure(code, 0, node.name);
  c.loadString(node.name);
  callHelper(c, 2, node.bases, node.keywords);
  for (let i = 0; i < node.decorator_list.length; i++) c.opArg(Op.CALL_FUNCTION, 1);
  c.nameOp(node.name, STORE);
}

function firstLine(node: Node): number {
  return node.decorator_list.length > 0 ? node.decorator_list[0].lineno : node.lineno;
}

function setArgumentCounts(c: Compiler, args: Node): void {
  c.u.argcount = args.args.length;
  c.u.posonlyargcount = args.posonlyargs.length;
  c.u.kwonlyargcount = args.kwonlyargs.length;
}

function checkParameters(c: Compiler, args: Node): void {
  for (const arg of args.posonlyargs) c.checkName(arg.arg, STORE);
  for (const arg of args.args) c.checkName(arg.arg, STORE);
  if (args.vararg !== null) c.checkName(args.vararg.arg, STORE);
  for (const arg of args.kwonlyargs) c.checkName(arg.arg, STORE);
  if (args.kwarg !== null) c.checkName(args.kwarg.arg, STORE);
}

/** Pushes the defaults as a tuple and a dictionary, as far as there are any; returns the flags. */
function visitDefaults(c: Compiler, args: Node): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    visitExprs(c, args.defaults);
    c.opArg(Op.BUILD_TUPLE, args.defaults.length);
    flags |= HAS_DEFAULTS;
  }
  const names: string[] = [];
  for (let i = 0; i < args.kwonlyargs.length; i++) {
    const value = args.kw_defaults[i];
    if (value === null || value === undefined) continue;
    names.push(c.mangle(args.kwonlyargs[i].arg));
    visitExpr(c, value);
  }
  if (names.length === 0) return flags;
  c.loadNames(names);
  c.opArg(Op.BUILD_CONST_KEY_MAP, names.length);
  return flags | HAS_KEYWORD_DEFAULTS;
}

/** Pushes the annotations as a tuple of names and values, if there are any. */
function visitAnnotations(c: Compiler, node: Node): boolean {
  const args = node.args;
  let count = 0;
  const visit = (name: string, annotation: Node | null) => {
    if (annotation === null) return;
    c.loadString(c.mangle(name));
    visitAnnotation(c, annotation);
    count += 2;
  };
  for (const arg of args.args) visit(arg.arg, arg.annotation);
  for (const arg of args.posonlyargs) visit(arg.arg, arg.annotation);
  if (args.vararg !== null) visit(args.vararg.arg, args.vararg.annotation);
  for (const arg of args.kwonlyargs) visit(arg.arg, arg.annotation);
  if (args.kwarg !== null) visit(args.kwarg.arg, args.kwarg.annotation);
  visit("return", node.returns);
  if (count > 0) c.opArg(Op.BUILD_TUPLE, count);
  return count > 0;
}

/** Emits the value of an annotation, or its text where they are postponed. */
export function visitAnnotation(c: Compiler, node: Node): void {
  if (c.futureAnnotations) c.loadString(unparse(node));
  else visitExpr(c, node);
}
