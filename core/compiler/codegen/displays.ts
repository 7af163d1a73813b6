/** Code of list, tuple, set and dict displays, and of unpacking into targets. */
import type { Node } from "../ast/access.ts";
import type { ConstantValue } from "../ast/nodes.ts";
import { Op } from "../opcodes.ts";
import { uniqueItems } from "../optimize/equality.ts";
import type { Compiler } from "./compiler.ts";
import { visitExpr, visitExprs } from "./expressions.ts";

/** Above this many values on the stack, collections are built piecemeal. */
export const STACK_USE_GUIDELINE = 30;

function allConstant(list: readonly Node[], begin: number, end: number): boolean {
  for (let i = begin; i < end; i++) if (list[i] === null || list[i].kind !== "Constant") return false;
  return true;
}

/** Emits a tuple or list display. */
export function visitDisplay(c: Compiler, elements: Node[], build: number): void {
  const isTuple = build === Op.BUILD_TUPLE;
  unpackInto(c, elements, 0, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND, isTuple);
}

/** Emits a set display. */
export function visitSet(c: Compiler, node: Node): void {
  unpackInto(c, node.elts, 0, Op.BUILD_SET, Op.SET_ADD, Op.SET_UPDATE, false);
}

/** Collects elements, some of them possibly starred, and `pushed` values on the stack into one collection. */
export function unpackInto(
  c: Compiler,
  elements: Node[],
  pushed: number,
  build: number,
  add: number,
  extend: number,
  tuple: boolean,
): void {
  const count = elements.length;
  if (count > 2 && allConstant(elements, 0, count)) {
    return constantCollection(c, elements, pushed, build, extend, tuple);
  }
  const big = count + pushed > STACK_USE_GUIDELINE;
  if (!big && elements.every((element) => element.kind !== "Starred")) {
    visitExprs(c, elements);
    return c.opArg(tuple ? Op.BUILD_TUPLE : build, count + pushed);
  }
  let built = big;
  if (big) c.opArg(build, pushed);
  for (let i = 0; i < count; i++) {
    const element = elements[i];
    if (element.kind === "Starred") {
      if (!built) c.opArg(build, i + pushed);
      built = true;
      visitExpr(c, element.value);
      c.opArg(extend, 1);
    } else {
      visitExpr(c, element);
      if (built) c.opArg(add, 1);
    }
  }
  if (tuple) c.op(Op.LIST_TO_TUPLE);
}

function constantCollection(
  c: Compiler,
  elements: Node[],
  pushed: number,
  build: number,
  extend: number,
  tuple: boolean,
): void {
  const items: ConstantValue[] = elements.map((element) => element.value);
  if (tuple) return c.loadConst({ type: "tuple", items });
  c.opArg(build, pushed);
  if (build === Op.BUILD_SET) c.loadConst({ type: "frozenset", items: uniqueItems(items) });
  else c.loadConst({ type: "tuple", items });
  c.opArg(extend, 1);
}

/** Emits a dict display: runs of items, merged with what `**` unpacks. */
export function visitDict(c: Compiler, node: Node): void {
  const { keys, values } = node;
  let haveDict = false;
  let elements = 0;
  const flush = (begin: number, end: number) => {
    subDict(c, node, begin, end);
    if (haveDict) c.opArg(Op.DICT_UPDATE, 1);
    haveDict = true;
    elements = 0;
  };
  for (let i = 0; i < values.length; i++) {
    if (keys[i] === null) {
      if (elements > 0) flush(i - elements, i);
      if (!haveDict) c.opArg(Op.BUILD_MAP, 0);
      haveDict = true;
      visitExpr(c, values[i]);
      c.opArg(Op.DICT_UPDATE, 1);
    } else if (elements * 2 > STACK_USE_GUIDELINE) {
      flush(i - elements, i + 1);
    } else {
      elements++;
    }
  }
  if (elements > 0) flush(values.length - elements, values.length);
  if (!haveDict) c.opArg(Op.BUILD_MAP, 0);
}

function subDict(c: Compiler, node: Node, begin: number, end: number): void {
  const { keys, values } = node;
  const count = end - begin;
  const big = count * 2 > STACK_USE_GUIDELINE;
  if (count > 1 && !big && allConstant(keys, begin, end)) {
    for (let i = begin; i < end; i++) visitExpr(c, values[i]);
    c.loadConst({ type: "tuple", items: keys.slice(begin, end).map((key: Node) => key.value) });
    return c.opArg(Op.BUILD_CONST_KEY_MAP, count);
  }
  if (big) c.opArg(Op.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    visitExpr(c, keys[i]);
    visitExpr(c, values[i]);
    if (big) c.opArg(Op.MAP_ADD, 1);
  }
  if (!big) c.opArg(Op.BUILD_MAP, count);
}

/** Emits the unpacking of a value into as many as there are targets. */
export function unpackTargets(c: Compiler, targets: readonly Node[]): void {
  const count = targets.length;
  let seenStar = false;
  for (let i = 0; i < count; i++) {
    if (targets[i].kind !== "Starred") continue;
    if (seenStar) throw c.error("multiple starred expressions in assignment");
    if (i >= 1 << 8 || count - i - 1 >= 0x7fffff) {
      throw c.error("too many expressions in star-unpacking assignment");
    }
    c.opArg(Op.UNPACK_EX, i + ((count - i - 1) << 8));
    seenStar = true;
  }
  if (!seenStar) c.opArg(Op.UNPACK_SEQUENCE, count);
}
