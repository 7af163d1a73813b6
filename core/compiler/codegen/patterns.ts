/** Code of patterns. A pattern consumes the subject on top of the stack, and jumps away when it fails. */
import type { Node } from "../ast/access.ts";
import { PyError } from "../errors.ts";
import { Op } from "../opcodes.ts";
import { equalityKey } from "../optimize/equality.ts";
import { constantRepr, stringRepr } from "../unparse/mod.ts";
import { type Compiler, STORE } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { emitFailPop, isWildcard, jumpToFailPop, type PatternContext } from "./match.ts";
import { addCompare } from "./operators.ts";

/** Emits a pattern. */
export function visitPattern(c: Compiler, node: Node, pc: PatternContext): void {
  c.setPlace(node);
  switch (node.kind) {
    case "MatchValue":
      return visitValue(c, node, pc);
    case "MatchSingleton":
      c.loadConst(node.value);
      addCompare(c, "Is");
      return jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
    case "MatchSequence":
      return visitSequence(c, node, pc);
    case "MatchMapping":
      return visitMapping(c, node, pc);
    case "MatchClass":
      return visitClass(c, node, pc);
    case "MatchStar":
      return storeName(c, node.name, pc);
    case "MatchAs":
      return visitAs(c, node, pc);
    case "MatchOr":
      return visitOr(c, node, pc);
    default:
      throw new PyError("SystemError", "invalid match pattern node in AST");
  }
}

function visitSubpattern(c: Compiler, node: Node, pc: PatternContext): void {
  const allowed = pc.allowIrrefutable;
  pc.allowIrrefutable = true;
  visitPattern(c, node, pc);
  pc.allowIrrefutable = allowed;
}

function isStarWildcard(pattern: Node): boolean {
  return pattern.kind === "MatchStar" && pattern.name === null;
}

/** Moves the top of the stack below `count - 1` other values. */
function rotate(c: Compiler, count: number): void {
  if (count > 1) c.opArg(Op.ROT_N, count);
}

/** Keeps the value on top for a name, or drops it. */
function storeName(c: Compiler, name: string | null, pc: PatternContext): void {
  if (name === null) return c.op(Op.POP_TOP);
  c.checkName(name, STORE);
  checkDuplicate(c, name, pc);
  rotate(c, pc.onTop + pc.stores.length + 1);
  pc.stores.push(name);
}

function checkDuplicate(c: Compiler, name: string, pc: PatternContext): void {
  if (pc.stores.includes(name)) {
    throw c.error(`multiple assignments to name ${stringRepr(name)} in pattern`);
  }
}

function visitValue(c: Compiler, node: Node, pc: PatternContext): void {
  const kind = node.value.kind;
  if (kind !== "Constant" && kind !== "Attribute") {
    throw c.error("patterns may only match literals and attribute lookups");
  }
  visitExpr(c, node.value);
  addCompare(c, "Eq");
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
}

function visitAs(c: Compiler, node: Node, pc: PatternContext): void {
  if (node.pattern === null) {
    if (!pc.allowIrrefutable) {
      const what = node.name === null ? "wildcard" : `name capture ${stringRepr(node.name)}`;
      throw c.error(`${what} makes remaining patterns unreachable`);
    }
    return storeName(c, node.name, pc);
  }
  pc.onTop++;
  c.op(Op.DUP_TOP);
  visitPattern(c, node.pattern, pc);
  pc.onTop--;
  storeName(c, node.name, pc);
}

// Sequences

function visitSequence(c: Compiler, node: Node, pc: PatternContext): void {
  const patterns: Node[] = node.patterns;
  const star = patterns.findIndex((pattern) => pattern.kind === "MatchStar");
  if (star >= 0 && patterns.slice(star + 1).some((pattern) => pattern.kind === "MatchStar")) {
    throw c.error("multiple starred names in sequence pattern");
  }
  pc.onTop++;
  c.op(Op.MATCH_SEQUENCE);
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
  if (star < 0) checkLength(c, pc, patterns.length, "Eq");
  else if (patterns.length > 1) checkLength(c, pc, patterns.length - 1, "GtE");
  pc.onTop--;
  if (patterns.every((pattern) => isWildcard(pattern) || isStarWildcard(pattern))) c.op(Op.POP_TOP);
  else if (star >= 0 && isStarWildcard(patterns[star])) sequenceBySubscripts(c, patterns, star, pc);
  else sequenceByUnpacking(c, patterns, star, pc);
}

function checkLength(c: Compiler, pc: PatternContext, length: number, comparison: string): void {
  c.op(Op.GET_LEN);
  c.loadInt(length);
  addCompare(c, comparison);
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
}

function sequenceByUnpacking(c: Compiler, patterns: Node[], star: number, pc: PatternContext): void {
  const size = patterns.length;
  if (star >= 0) {
    const after = size - star - 1;
    if (star >= 1 << 8 || after >= 0x7fffff) {
      throw c.error("too many expressions in star-unpacking sequence pattern");
    }
    c.opArg(Op.UNPACK_EX, star + (after << 8));
  } else {
    c.opArg(Op.UNPACK_SEQUENCE, size);
  }
  pc.onTop += size;
  for (const pattern of patterns) {
    pc.onTop--;
    visitSubpattern(c, pattern, pc);
  }
}

/** Where `*_` drops items, those before and behind are taken one by one. */
function sequenceBySubscripts(c: Compiler, patterns: Node[], star: number, pc: PatternContext): void {
  pc.onTop++;
  for (let i = 0; i < patterns.length; i++) {
    if (i === star || isWildcard(patterns[i])) continue;
    c.op(Op.DUP_TOP);
    if (i < star) {
      c.loadInt(i);
    } else {
      c.op(Op.GET_LEN);
      c.loadInt(patterns.length - i);
      c.op(Op.BINARY_SUBTRACT);
    }
    c.op(Op.BINARY_SUBSCR);
    visitSubpattern(c, patterns[i], pc);
  }
  pc.onTop--;
  c.op(Op.POP_TOP);
}

/** Matches the items of the tuple on top against patterns. */
function matchItems(c: Compiler, patterns: Node[], pc: PatternContext): void {
  for (let i = 0; i < patterns.length; i++) {
    if (isWildcard(patterns[i])) continue;
    c.op(Op.DUP_TOP);
    c.loadInt(i);
    c.op(Op.BINARY_SUBSCR);
    visitSubpattern(c, patterns[i], pc);
  }
}

// Mappings and classes

function visitMapping(c: Compiler, node: Node, pc: PatternContext): void {
  const size = node.keys.length;
  pc.onTop++;
  c.op(Op.MATCH_MAPPING);
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
  if (size === 0 && node.rest === null) {
    pc.onTop--;
    return c.op(Op.POP_TOP);
  }
  if (size > 0) checkLength(c, pc, size, "GtE");
  visitKeys(c, node);
  c.opArg(Op.BUILD_TUPLE, size);
  c.op(Op.MATCH_KEYS);
  pc.onTop += 2;
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
  matchItems(c, node.patterns, pc);
  pc.onTop -= 2;
  c.op(Op.POP_TOP);
  if (node.rest !== null) {
    c.op(Op.COPY_DICT_WITHOUT_KEYS);
    storeName(c, node.rest, pc);
  } else {
    c.op(Op.POP_TOP);
  }
  pc.onTop--;
  c.op(Op.POP_TOP);
}

function visitKeys(c: Compiler, node: Node): void {
  const seen: Set<string> = new Set();
  for (let i = 0; i < node.keys.length; i++) {
    const key = node.keys[i];
    if (key === null) {
      c.setPlace(node.patterns[i]);
      throw c.error("can't use NULL keys in MatchMapping (set 'rest' parameter instead)");
    }
    if (key.kind === "Constant") {
      const text = equalityKey(key.value);
      if (seen.has(text)) {
        throw c.error(`mapping pattern checks duplicate key (${constantRepr(key.value)})`);
      }
      seen.add(text);
    } else if (key.kind !== "Attribute") {
      throw c.error("mapping pattern keys may only match literals and attribute lookups");
    }
    visitExpr(c, key);
  }
}

function visitClass(c: Compiler, node: Node, pc: PatternContext): void {
  checkAttributes(c, node);
  c.setPlace(node);
  visitExpr(c, node.cls);
  c.loadNames(node.kwd_attrs);
  c.opArg(Op.MATCH_CLASS, node.patterns.length);
  pc.onTop++;
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
  matchItems(c, node.patterns.concat(node.kwd_patterns), pc);
  pc.onTop--;
  c.op(Op.POP_TOP);
}

function checkAttributes(c: Compiler, node: Node): void {
  const names: string[] = node.kwd_attrs;
  for (let i = 0; i < names.length; i++) {
    c.setPlace(node.kwd_patterns[i]);
    c.checkName(names[i]!, STORE);
    const again = names.indexOf(names[i]!, i + 1);
    if (again < 0) continue;
    c.setPlace(node.kwd_patterns[again]);
    throw c.error(`attribute name repeated in class pattern: ${names[i]}`);
  }
}

// Alternatives

function visitOr(c: Compiler, node: Node, pc: PatternContext): void {
  const end = c.newBlock();
  const last = node.patterns.length - 1;
  // The names of the first alternative, in the order in which all must leave their values.
  let control: string[] = [];
  for (let i = 0; i <= last; i++) {
    const alternative = node.patterns[i];
    c.setPlace(alternative);
    const allowIrrefutable = i === last && pc.allowIrrefutable;
    const own: PatternContext = { stores: [], allowIrrefutable, failPop: [], onTop: 0 };
    c.op(Op.DUP_TOP);
    visitPattern(c, alternative, own);
    if (i === 0) control = own.stores;
    else reorderStores(c, own.stores, control);
    c.jump(Op.JUMP_FORWARD, end);
    c.nextBlock();
    emitFailPop(c, own);
  }
  c.op(Op.POP_TOP);
  jumpToFailPop(c, pc, Op.JUMP_FORWARD);
  c.useNextBlock(end);
  // Below the captured values lies the copy of the subject, and what the outer pattern keeps.
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(c, rotations);
    checkDuplicate(c, name, pc);
    pc.stores.push(name);
  }
  c.op(Op.POP_TOP);
}

/** Brings the captured values into the order of the first alternative. */
function reorderStores(c: Compiler, stores: string[], control: string[]): void {
  if (stores.length !== control.length) throw c.error("alternative patterns bind different names");
  for (let wanted = control.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(control[wanted]!);
    if (found < 0) throw c.error("alternative patterns bind different names");
    if (found === wanted) continue;
    const count = found + 1;
    const moved = stores.splice(0, count);
    stores.splice(wanted - found, 0, ...moved);
    for (let i = 0; i < count; i++) rotate(c, wanted + 1);
  }
}
