/** Statements: blocks, loops, conditions, switches, returns. */
import type { Label } from "../ir/ir.ts";
import { condition } from "./arithmetic.ts";
import { panic } from "./checks.ts";
import type { FunctionEmitter } from "./function.ts";
import { Op, Type } from "./opcodes.ts";
import type { Tree, Value } from "./tree.ts";

/** Emits a list of statements. */
export function statements(f: FunctionEmitter, list: readonly Tree[]): void {
  for (const tree of list) statement(f, tree);
}

function statement(f: FunctionEmitter, tree: Tree): void {
  switch (tree.kind) {
    case "eval":
      return f.evaluate(tree.node, tree.dst);
    case "if":
      return ifStatement(f, tree);
    case "block":
    case "loop":
      if (!f.tree.targets.has(tree.label)) return statements(f, tree.body);
      return f.within(tree.kind === "loop" ? Op.loop : Op.block, tree.label, () => statements(f, tree.body));
    case "br":
      return f.code.opU(Op.br, f.depth(tree.label));
    case "switch":
      return switchStatement(f, tree);
    case "return":
      if (tree.value !== null) f.value(tree.value);
      f.code.mark(tree.pos);
      return f.code.op(Op.return);
    case "unreachable":
      if (f.context.options.debug === true) return panic(f, "unreachable", tree.pos);
      f.code.mark(tree.pos);
      return f.code.op(Op.unreachable);
  }
}

/** The label of a list that only branches there; null for others. */
function branchOnly(list: readonly Tree[]): Label | null {
  return list.length === 1 && list[0].kind === "br" ? list[0].label : null;
}

function ifStatement(f: FunctionEmitter, tree: Tree & { kind: "if" }): void {
  f.code.mark(tree.pos);
  const [then, otherwise] = [branchOnly(tree.then), branchOnly(tree.else)];
  if (then !== null) {
    condition(f, tree.cond, false);
    f.code.opU(Op.brIf, f.depth(then));
    return statements(f, tree.else);
  }
  if (otherwise !== null) {
    condition(f, tree.cond, true);
    f.code.opU(Op.brIf, f.depth(otherwise));
    return statements(f, tree.then);
  }
  const negate = tree.then.length === 0;
  const [first, second] = negate ? [tree.else, tree.then] : [tree.then, tree.else];
  condition(f, tree.cond, negate);
  f.within(Op.if, null, () => {
    statements(f, first);
    if (second.length === 0) return;
    f.code.op(Op.else);
    statements(f, second);
  });
}

// --- switch ---

/** A table may have this many times as many entries as there are cases, and a few more. */
const TABLE_DENSITY = 4;
const TABLE_SLACK = 8;
/** Fewer cases than this are compared one by one. */
const MIN_TABLE = 3;

/**
 * The bodies, one block around another, so that leaving the block of a body goes to its start:
 * `block label; block b1; block b0; dispatch; end; body0; end; body1; end`.
 */
function switchStatement(f: FunctionEmitter, tree: Tree & { kind: "switch" }): void {
  const starts = tree.bodies.map((_, i) => ({ name: `case${i}` }));
  const nest = (index: number): void => {
    if (index < 0) return dispatch(f, tree, starts);
    f.within(Op.block, starts[index], () => nest(index - 1));
    statements(f, tree.bodies[index]);
  };
  f.within(Op.block, tree.label, () => nest(tree.bodies.length - 1));
}

function dispatch(f: FunctionEmitter, tree: Tree & { kind: "switch" }, starts: readonly Label[]): void {
  const target = (index: number): Label => index < 0 ? tree.label : starts[index];
  const keys = [...tree.cases.keys()].sort((a, b) => a - b);
  f.code.mark(tree.pos);
  const [low, high] = [keys[0], keys[keys.length - 1]];
  const dense = keys.length >= MIN_TABLE && high - low < keys.length * TABLE_DENSITY + TABLE_SLACK;
  if (dense) {
    const labels: Label[] = [];
    for (let key = low; key <= high; key++) labels.push(target(tree.cases.get(key) ?? tree.default));
    return jumpTable(f, tree.value, low, labels, target(tree.default));
  }
  const value = repeatable(f, tree.value);
  compareKeys(f, value, keys, (key) => target(tree.cases.get(key)!));
  f.code.opU(Op.br, f.depth(target(tree.default)));
}

function jumpTable(f: FunctionEmitter, value: Value, low: number, labels: Label[], other: Label): void {
  f.value(value);
  if (low < 0 || low > 3) { // a few entries cost less than the subtraction
    f.code.i32Const(low);
    f.code.op(Op.i32Sub);
  } else {
    for (let i = 0; i < low; i++) labels.unshift(other);
  }
  f.code.op(Op.brTable);
  f.code.u32(labels.length);
  for (const label of labels) f.code.u32(f.depth(label));
  f.code.u32(f.depth(other));
}

/** Pushes `value` as often as needed. */
function repeatable(f: FunctionEmitter, value: Value): () => void {
  if (value.kind !== "node") return () => f.value(value);
  const local = f.scratch(Type.i32);
  f.value(value);
  f.code.localSet(local);
  return () => f.code.localGet(local);
}

/** Branches to the label of the key that `value` is, by halving; falls through for none. */
function compareKeys(
  f: FunctionEmitter,
  value: () => void,
  keys: readonly number[],
  target: (key: number) => Label,
): void {
  if (keys.length <= 4) {
    for (const key of keys) {
      value();
      if (key === 0) {
        f.code.op(Op.i32Eqz);
      } else {
        f.code.i32Const(key);
        f.code.op(Op.i32Eq);
      }
      f.code.opU(Op.brIf, f.depth(target(key)));
    }
    return;
  }
  const middle = keys.length >> 1;
  value();
  f.code.i32Const(keys[middle]);
  f.code.op(Op.i32LtS);
  f.within(Op.if, null, () => {
    compareKeys(f, value, keys.slice(0, middle), target);
    f.code.op(Op.else);
    compareKeys(f, value, keys.slice(middle), target);
  });
}
