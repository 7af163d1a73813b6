/** Code of comprehensions and generator expressions: functions of one argument, the outermost iterator. */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import type { Block } from "./blocks.ts";
import type { Compiler } from "./compiler.ts";
import { awaitTop, visitExpr } from "./expressions.ts";
import { jumpIf } from "./jumps.ts";
import { FB_ASYNC_COMPREHENSION, SCOPE_ASYNC_FUNCTION, SCOPE_COMPREHENSION } from "./unit.ts";

/** What sorts of comprehensions differ in. */
interface Sort {
  name: string;
  /** Makes the empty result; null for generators. */
  build: number | null;
  /** Adds an element to the result. */
  add: number;
}

const SORTS: Readonly<Record<string, Sort>> = {
  ListComp: { name: "<listcomp>", build: Op.BUILD_LIST, add: Op.LIST_APPEND },
  SetComp: { name: "<setcomp>", build: Op.BUILD_SET, add: Op.SET_ADD },
  DictComp: { name: "<dictcomp>", build: Op.BUILD_MAP, add: Op.MAP_ADD },
  GeneratorExp: { name: "<genexpr>", build: null, add: 0 },
};

/** Emits a comprehension: the making of its function and the call. */
export function visitComprehension(c: Compiler, node: Node): void {
  const sort = SORTS[node.kind]!;
  const outermost = node.generators[0];
  const inAsync = c.u.scope === SCOPE_ASYNC_FUNCTION ||
    (c.u.scope === SCOPE_COMPREHENSION && c.u.entry.coroutine);
  const topLevelAwait = c.isTopLevelAwait;
  c.enterScope(sort.name, SCOPE_COMPREHENSION, node, node.lineno);
  c.setPlace(node);
  const isAsync = c.u.entry.coroutine;
  if (isAsync && !inAsync && sort.build !== null && !topLevelAwait) {
    throw c.error("asynchronous comprehension outside of an asynchronous function");
  }
  if (sort.build !== null) c.opArg(sort.build, 0);
  visitGenerator(c, node, sort, 0, 0);
  if (sort.build !== null) c.op(Op.RETURN_VALUE);
  const qualname = c.u.qualname;
  const code = c.exitScope(true);
  if (topLevelAwait && isAsync) c.u.entry.coroutine = true;
  c.makeClosure(code, 0, qualname);
  visitExpr(c, outermost.iter);
  c.op(outermost.is_async ? Op.GET_AITER : Op.GET_ITER);
  c.opArg(Op.CALL_FUNCTION, 1);
  if (isAsync && sort.build !== null) awaitTop(c);
}

function visitGenerator(c: Compiler, node: Node, sort: Sort, index: number, depth: number): void {
  if (node.generators[index].is_async) visitAsync(c, node, sort, index, depth);
  else visitSync(c, node, sort, index, depth);
}

function visitSync(c: Compiler, node: Node, sort: Sort, index: number, depth: number): void {
  const generator = node.generators[index];
  const start = c.newBlock();
  const ifCleanup = c.newBlock();
  const anchor = c.newBlock();
  const loops = pushIterator(c, generator, index);
  if (loops) {
    depth++;
    c.useNextBlock(start);
    c.jump(Op.FOR_ITER, anchor);
    c.nextBlock();
  }
  visitExpr(c, generator.target);
  visitBody(c, node, sort, index, depth, ifCleanup);
  c.useNextBlock(ifCleanup);
  if (loops) {
    c.jump(Op.JUMP_ABSOLUTE, start);
    c.useNextBlock(anchor);
  }
}

/** Leaves the iterator; or, for the idiom `for y in [x]`, the one value that would come of it. */
function pushIterator(c: Compiler, generator: Node, index: number): boolean {
  if (index === 0) {
    c.u.argcount = 1;
    c.opArg(Op.LOAD_FAST, 0);
    return true;
  }
  const iterable = generator.iter;
  const isSequence = iterable.kind === "List" || iterable.kind === "Tuple";
  if (isSequence && iterable.elts.length === 1 && iterable.elts[0].kind !== "Starred") {
    visitExpr(c, iterable.elts[0]);
    return false;
  }
  visitExpr(c, iterable);
  c.op(Op.GET_ITER);
  return true;
}

function visitAsync(c: Compiler, node: Node, sort: Sort, index: number, depth: number): void {
  const generator = node.generators[index];
  const start = c.newBlock();
  const except = c.newBlock();
  const ifCleanup = c.newBlock();
  if (index === 0) {
    c.u.argcount = 1;
    c.opArg(Op.LOAD_FAST, 0);
  } else {
    visitExpr(c, generator.iter);
    c.op(Op.GET_AITER);
  }
  c.useNextBlock(start);
  // The interpreter keeps a block of its own here.
  c.pushFrameBlock(FB_ASYNC_COMPREHENSION, start, null, null);
  c.jump(Op.SETUP_FINALLY, except);
  c.op(Op.GET_ANEXT);
  c.loadNone();
  c.op(Op.YIELD_FROM);
  c.op(Op.POP_BLOCK);
  visitExpr(c, generator.target);
  visitBody(c, node, sort, index, depth + 1, ifCleanup);
  c.useNextBlock(ifCleanup);
  c.jump(Op.JUMP_ABSOLUTE, start);
  c.popFrameBlock();
  c.useNextBlock(except);
  c.op(Op.END_ASYNC_FOR);
}

/** Conditions, then the next generator or the element. */
function visitBody(
  c: Compiler,
  node: Node,
  sort: Sort,
  index: number,
  depth: number,
  ifCleanup: Block,
): void {
  for (const condition of node.generators[index].ifs) {
    jumpIf(c, condition, ifCleanup, false);
    c.nextBlock();
  }
  if (index + 1 < node.generators.length) return visitGenerator(c, node, sort, index + 1, depth);
  if (node.kind === "DictComp") {
    visitExpr(c, node.key);
    visitExpr(c, node.value);
  } else {
    visitExpr(c, node.elt);
  }
  if (sort.build !== null) return c.opArg(sort.add, depth + 1);
  c.op(Op.YIELD_VALUE);
  c.op(Op.POP_TOP);
}
