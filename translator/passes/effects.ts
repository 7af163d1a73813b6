/**
 * What calls may do: raise, collect, write, recurse; over the call graph of the whole program.
 *
 * Nodes of the graph are functions and, so that it stays linear, one pseudo node for each virtual method as seen
 * from a receiver class and one for each signature of indirect calls, with edges to all possible targets. Strongly
 * connected components come out of Tarjan's algorithm callees first, so that one visit of each component suffices:
 *
 * - a component of several nodes, or a function that calls itself, is recursive; its functions raise
 *   `StackOverflowError` at entry (but for those with the hint `noStackCheck`), and share what they collect and
 *   write;
 * - elsewhere all callees are known. Every `try` catches everything, so `try` raises when its handler may.
 *
 * A collection runs hooks and finalizer triggers: what may collect writes what they write.
 */
import {
  type ArrayDesc,
  type ClassDesc,
  type Effects,
  type FieldDesc,
  findImpl,
  type Func,
  type GlobalDesc,
  type Instr,
  type MethodDesc,
  type Program,
  type Signature,
  signatureKey,
  type Stmt,
} from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import { childLists, forEachInstr } from "../ir/walk.ts";
import { forEachAddressTaken } from "./callgraph.ts";

/** What an effect analysis knows of each instruction and function of a program. */
export interface EffectInfo {
  /** Effects of the function or functions that a call instruction may run; null for other instructions. */
  ofCall(instr: Instr): Effects | null;
  /** Functions that a call instruction may run. */
  targets(instr: Instr): readonly Func[];
  raises(instr: Instr): boolean;
  collects(instr: Instr): boolean;
}

/** Sets of written things larger than this are not told apart from "any". */
const MAX_WRITES = 64;

/** Something written; null is "any". */
type Written = FieldDesc | ArrayDesc | GlobalDesc | null;

/**
 * What an instruction that is not a call writes, by opcode; opcodes that are not here write nothing. Host functions
 * write no field: they see raw memory and the units of strings alone.
 */
const WRITES: Readonly<Record<string, (instr: Instr) => Written>> = {
  "setfield": (instr) => instr.imm as FieldDesc,
  "setitem": (instr) => instr.imm as ArrayDesc,
  "arraycopy": (instr) => instr.imm as ArrayDesc,
  "arrayfill": (instr) => instr.imm as ArrayDesc,
  "setglobal": (instr) => instr.imm as GlobalDesc,
  "store.i8": () => null,
  "store.i16": () => null,
  "store.i32": () => null,
  "store.i64": () => null,
  "store.f64": () => null,
  "memory.copy": () => null,
  "memory.fill": () => null,
};

/** A node of the call graph: a function, or a set of functions that one kind of call may run. */
class Node {
  readonly succs = new Set<Node>();
  effects: Effects = { raises: false, collects: false, writes: new Set(), recursive: false };
  /** Tarjan's numbers; 0: not visited. */
  order = 0;
  low = 0;
  onStack = false;

  /** `func` is null for the pseudo nodes. */
  constructor(readonly func: Func | null) {}
}

/** Fills in the effects of every function of `program`; the result answers questions about instructions. */
export function analyzeEffects(program: Program): EffectInfo {
  const graph = new CallGraph(program);
  for (const component of components(graph.nodes())) finish(component, graph);
  addHookWrites(graph);
  graph.analyzed = true;
  for (const node of graph.nodes()) if (node.func !== null) node.func.effects = node.effects;
  return graph;
}

/** The name that filetests know. */
export { analyzeEffects as effects };

class CallGraph implements EffectInfo {
  private readonly functions = new Map<Func, Node>();
  private readonly methods = new Map<MethodDesc, Map<ClassDesc, Node>>();
  private readonly signatures = new Map<string, Node>();
  /** Node of a signature object, for there are few and they are looked up often. */
  private readonly signatureNodes = new Map<Signature, Node>();
  /** All components are finished: a method node made from now on has callees with known effects. */
  analyzed = false;
  /** Functions that a collection may run. */
  readonly hooks: readonly Node[];

  constructor(program: Program) {
    for (const func of program.functions) this.functions.set(func, new Node(func));
    for (const func of indirectTargets(program)) {
      const signature = { params: func.params.map((p) => p.type), result: func.result };
      this.signatureNode(signature).succs.add(this.funcNode(func));
    }
    for (const func of program.functions) this.addEdges(func);
    const withSignature = (signature: Signature): Func[] => this.targetsOf(this.signatureNode(signature));
    this.hooks = [...collectionHooks(program, withSignature)].map((func) => this.funcNode(func));
  }

  *nodes(): Iterable<Node> {
    yield* this.functions.values();
    for (const byClass of this.methods.values()) yield* byClass.values();
    yield* this.signatures.values();
  }

  private addEdges(func: Func): void {
    const { succs } = this.funcNode(func);
    forEachInstr(func.body, (instr) => {
      const callee = this.callee(instr);
      if (callee !== null) succs.add(callee);
    });
  }

  /** The node that a call instruction goes to; null for other instructions. */
  private callee(instr: Instr): Node | null {
    switch (instr.op) {
      case "call":
        return this.funcNode(instr.imm as Func);
      case "callvirt": {
        const method = instr.imm as MethodDesc;
        return this.methodNode(method, instr.receiver ?? method.cls);
      }
      case "callind":
        return this.signatureNode(instr.imm as Signature);
      default:
        return null;
    }
  }

  private funcNode(func: Func): Node {
    const node = this.functions.get(func);
    if (node === undefined) throw new Error(`${func.name} is called, but not a function of the program`);
    return node;
  }

  private methodNode(method: MethodDesc, cls: ClassDesc): Node {
    let byClass = this.methods.get(method);
    if (byClass === undefined) this.methods.set(method, byClass = new Map());
    let node = byClass.get(cls);
    if (node === undefined) {
      byClass.set(cls, node = new Node(null));
      this.addImpls(node, method, cls, findImpl(cls, method));
      if (this.analyzed) finish([node], this);
    }
    return node;
  }

  /** Adds what instances of `cls` and its subclasses run; `impl` is what `cls` itself inherits or defines. */
  private addImpls(node: Node, method: MethodDesc, cls: ClassDesc, impl: Func | null): void {
    if (impl !== null && !cls.abstract) node.succs.add(this.funcNode(impl));
    for (const child of cls.children) this.addImpls(node, method, child, child.impls.get(method) ?? impl);
  }

  private signatureNode(signature: Signature): Node {
    let node = this.signatureNodes.get(signature);
    if (node !== undefined) return node;
    const key = signatureKey(signature);
    node = this.signatures.get(key);
    if (node === undefined) this.signatures.set(key, node = new Node(null));
    this.signatureNodes.set(signature, node);
    return node;
  }

  ofCall(instr: Instr): Effects | null {
    return this.callee(instr)?.effects ?? null;
  }
  targets(instr: Instr): readonly Func[] {
    const node = this.callee(instr);
    if (node === null) return [];
    return node.func !== null ? [node.func] : this.targetsOf(node);
  }
  private targetsOf(node: Node): Func[] {
    return [...node.succs].map((succ) => succ.func as Func);
  }
  raises(instr: Instr): boolean {
    return this.ofCall(instr)?.raises ?? opInfo(instr.op).raises === true;
  }
  collects(instr: Instr): boolean {
    return this.ofCall(instr)?.collects ?? opInfo(instr.op).collects === true;
  }
}

/** The signature of collection hooks (`gcSetHook`). */
const HOOK: Signature = { params: ["i32", "f64"], result: null };

/** Functions that a collection may run: the hook and the triggers of finalizer queues. */
function* collectionHooks(
  program: Program,
  withSignature: (signature: Signature) => Iterable<Func>,
): Iterable<Func> {
  yield* withSignature(HOOK);
  for (const prebuilt of program.prebuilts) {
    if (prebuilt.kind !== "object" || prebuilt.cls.special !== "finalizerqueue") continue;
    for (const { value } of prebuilt.values.values()) {
      if (typeof value === "object" && value !== null && "hints" in value) yield value;
    }
  }
}

/** Adds what a collection's hooks write to all that may collect; the other effects are known. */
function addHookWrites(graph: CallGraph): void {
  const ofHooks = new Writes();
  for (const { effects } of graph.hooks) ofHooks.addAll(effects.writes);
  const written = ofHooks.result();
  if (written?.size === 0) return;
  for (const node of graph.nodes()) {
    if (!node.effects.collects) continue;
    const writes = new Writes();
    writes.addAll(node.effects.writes);
    writes.addAll(written);
    node.effects.writes = writes.result();
  }
}

/**
 * Functions that an indirect call may run: those in the table, unless they are there only for the vtables, which
 * shows in that no constant names them.
 */
function indirectTargets(program: Program): Func[] {
  const virtual = new Set<Func>();
  for (const cls of program.classes) for (const impl of cls.impls.values()) virtual.add(impl);
  const named = new Set<Func>();
  forEachAddressTaken(program, (func) => named.add(func));
  return program.functions.filter((func) => func.inTable && (named.has(func) || !virtual.has(func)));
}

/** Tarjan's strongly connected components, callees before callers; iterative, for call chains are deep. */
function* components(nodes: Iterable<Node>): Iterable<Node[]> {
  let count = 0;
  const open: Node[] = [];
  const visit = (node: Node): { node: Node; rest: Iterator<Node> } => {
    node.order = node.low = ++count;
    node.onStack = true;
    open.push(node);
    return { node, rest: node.succs.values() };
  };
  for (const root of nodes) {
    if (root.order !== 0) continue;
    const path = [visit(root)];
    while (path.length > 0) {
      const { node, rest } = path[path.length - 1];
      const next = rest.next();
      if (!next.done) {
        const succ = next.value;
        if (succ.order === 0) path.push(visit(succ));
        else if (succ.onStack) node.low = Math.min(node.low, succ.order);
        continue;
      }
      path.pop();
      if (path.length > 0) {
        const caller = path[path.length - 1].node;
        caller.low = Math.min(caller.low, node.low);
      }
      if (node.low === node.order) yield close(node, open);
    }
  }
}

/** Takes the component whose root is `node` off the stack of open nodes. */
function close(node: Node, open: Node[]): Node[] {
  const component = open.splice(open.lastIndexOf(node));
  for (const member of component) member.onStack = false;
  return component;
}

/** Sets the effects of a component; all its callees outside have theirs. */
function finish(component: Node[], graph: CallGraph): void {
  const recursive = component.length > 1 || component[0].succs.has(component[0]);
  const writes = new Writes();
  let collects = false;
  for (const node of component) {
    if (node.func !== null) collects = localEffects(node.func, writes) || collects;
    for (const { effects } of node.succs) {
      collects ||= effects.collects;
      writes.addAll(effects.writes);
    }
  }
  const shared = { collects, writes: writes.result() };
  for (const node of component) {
    const checks = recursive && node.func?.hints.noStackCheck !== true;
    node.effects = { ...shared, recursive: checks, raises: recursive };
  }
  if (!recursive) component[0].effects.raises = nodeRaises(component[0], graph);
}

function nodeRaises(node: Node, graph: CallGraph): boolean {
  if (node.func !== null) return bodyRaises(node.func.body, graph);
  for (const { effects } of node.succs) if (effects.raises) return true;
  return false;
}

/** Tells whether an exception may leave `body`, before exception lowering or after it. */
export function bodyRaises(body: readonly Stmt[], info: EffectInfo): boolean {
  return body.some((stmt) => {
    if (stmt.kind === "instr") return instrRaises(stmt, info);
    if (stmt.kind === "throw") return true;
    if (stmt.kind === "try") return bodyRaises(stmt.body, info) && bodyRaises(stmt.handler, info);
    return childLists(stmt).some((list) => bodyRaises(list, info));
  });
}

/** Lowered code raises where it goes to no handler of its own, and where it sets the pending exception. */
function instrRaises(instr: Instr, info: EffectInfo): boolean {
  if (instr.op === "exc.set") return instr.args[0].kind === "var" || instr.args[0].value !== null;
  return info.raises(instr) && (instr.onRaise === undefined || instr.onRaise === "return");
}

/** Adds what the instructions of `func` write themselves; the result tells whether one collects. */
function localEffects(func: Func, writes: Writes): boolean {
  let collects = false;
  forEachInstr(func.body, (instr) => {
    if (opInfo(instr.op).collects === true && instr.op !== "callind") collects = true;
    const written = WRITES[instr.op];
    if (written !== undefined) writes.add(written(instr));
  });
  return collects;
}

/** A set of written things that becomes "any" when it grows too large. */
class Writes {
  private set: Set<FieldDesc | ArrayDesc | GlobalDesc> | null = new Set();

  add(written: Written): void {
    if (this.set === null) return;
    if (written === null || this.set.add(written).size > MAX_WRITES) this.set = null;
  }
  addAll(written: Effects["writes"]): void {
    if (written === null) this.set = null;
    else for (const one of written) this.add(one);
  }
  result(): Effects["writes"] {
    return this.set;
  }
}
