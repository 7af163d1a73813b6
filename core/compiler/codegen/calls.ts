/** Code of calls, and of the bases and keywords of class definitions, which are arguments of a call. */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import { checkCaller } from "./checks.ts";
import { type Compiler, STORE } from "./compiler.ts";
import { STACK_USE_GUIDELINE, unpackInto } from "./displays.ts";
import { visitExpr, visitExprs } from "./expressions.ts";

/** Emits a call expression. */
export function visitCall(c: Compiler, node: Node): void {
  if (isMethodCall(node)) return visitMethodCall(c, node);
  checkCaller(c, node.func);
  visitExpr(c, node.func);
  callHelper(c, 0, node.args, node.keywords);
}

/** Whether the method can be looked up without binding it to the object. */
function isMethodCall(node: Node): boolean {
  const func = node.func;
  if (func.kind !== "Attribute" || func.ctx !== "Load" || node.keywords.length > 0) return false;
  return node.args.length < STACK_USE_GUIDELINE && !hasStarred(node.args);
}

function hasStarred(args: readonly Node[]): boolean {
  for (let i = 0; i < args.length; i++) if (args[i].kind === "Starred") return true;
  return false;
}

function visitMethodCall(c: Compiler, node: Node): void {
  visitExpr(c, node.func.value);
  const line = c.u.line;
  c.u.line = node.func.end_lineno;
  c.opName(Op.LOAD_METHOD, node.func.attr);
  visitExprs(c, node.args);
  c.opArg(Op.CALL_METHOD, node.args.length);
  c.u.line = line;
}

/** Emits arguments and the call, when `pushed` arguments are on the stack already. */
export function callHelper(c: Compiler, pushed: number, args: Node[], keywords: Node[]): void {
  checkKeywords(c, keywords);
  const tooMany = args.length + keywords.length * 2 > STACK_USE_GUIDELINE;
  if (tooMany || hasStarred(args) || keywords.some((keyword) => keyword.arg === null)) {
    return callWithUnpacking(c, pushed, args, keywords);
  }
  visitExprs(c, args);
  if (keywords.length === 0) return c.opArg(Op.CALL_FUNCTION, pushed + args.length);
  for (const keyword of keywords) visitExpr(c, keyword.value);
  c.loadNames(keywords.map((keyword) => keyword.arg));
  c.opArg(Op.CALL_FUNCTION_KW, pushed + args.length + keywords.length);
}

function checkKeywords(c: Compiler, keywords: Node[]): void {
  for (let i = 0; i < keywords.length; i++) {
    const name = keywords[i].arg;
    if (name === null) continue;
    c.checkName(name, STORE);
    for (let j = i + 1; j < keywords.length; j++) {
      if (keywords[j].arg !== name) continue;
      c.setPlace(keywords[j]);
      throw c.error(`keyword argument repeated: ${name}`);
    }
  }
}

function callWithUnpacking(c: Compiler, pushed: number, args: Node[], keywords: Node[]): void {
  if (pushed === 0 && args.length === 1 && args[0].kind === "Starred") visitExpr(c, args[0].value);
  else unpackInto(c, args, pushed, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND, true);
  if (keywords.length > 0) mergeKeywords(c, keywords);
  c.opArg(Op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}

/** Leaves one dictionary of all keyword arguments. */
function mergeKeywords(c: Compiler, keywords: Node[]): void {
  let haveDict = false;
  let start = 0;
  for (let i = 0; i <= keywords.length; i++) {
    const atEnd = i === keywords.length;
    if (!atEnd && keywords[i].arg !== null) continue;
    if (start < i) {
      keywordDict(c, keywords, start, i);
      if (haveDict) c.opArg(Op.DICT_MERGE, 1);
      haveDict = true;
    }
    start = i + 1;
    if (atEnd) return;
    if (!haveDict) c.opArg(Op.BUILD_MAP, 0);
    haveDict = true;
    visitExpr(c, keywords[i].value);
    c.opArg(Op.DICT_MERGE, 1);
  }
}

function keywordDict(c: Compiler, keywords: Node[], begin: number, end: number): void {
  const count = end - begin;
  const big = count * 2 > STACK_USE_GUIDELINE;
  if (count > 1 && !big) {
    for (let i = begin; i < end; i++) visitExpr(c, keywords[i].value);
    c.loadNames(keywords.slice(begin, end).map((keyword) => keyword.arg));
    return c.opArg(Op.BUILD_CONST_KEY_MAP, count);
  }
  if (big) c.opNoLine(Op.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    c.loadString(keywords[i].arg);
    visitExpr(c, keywords[i].value);
    if (big) c.opNoLine(Op.MAP_ADD, 1);
  }
  if (!big) c.opArg(Op.BUILD_MAP, count);
}
