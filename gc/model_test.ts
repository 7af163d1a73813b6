/**
 * Random operations on the heap against a model of the object graph, compared after each collection.
 */
import { assert, assertEquals } from "@std/assert";
import { MemoryError } from "@rts";
import { loadI32, loadU32, storeU32 } from "@rts/raw";
import { nextDead, registerFinalizer } from "./finalizers.ts";
import { hashOf, idOf } from "./identity.ts";
import { gcCollect, gcCollectStep, gcPin, gcUnpin } from "./mod.ts";
import { inNursery } from "./nursery.ts";
import {
  checkNode,
  fillNode,
  newArray,
  newObject,
  type Node,
  type Options,
  prebuiltPair,
  prebuiltQueue,
  pushRoot,
  rootWord,
  setField,
  setItem,
  slotAddress,
  slotsOf,
  startHeap,
  type TypeName,
  TYPES,
} from "./testing.ts";

const STACK_ROOTS = 24;
const GLOBAL_ROOTS = 8;
const PREBUILT_ROOTS = 6;
/** Weights of the types allocated. */
const CHOICES: TypeName[] = [
  "pair",
  "pair",
  "pair",
  "wide",
  "leaf",
  "tiny",
  "bytes",
  "doubles",
  "refs",
  "refs",
  "weak",
];

/** A full collection, and a minor one for pinned objects that only garbage referred to. */
function collectAll(): void {
  gcCollect(1);
  gcCollect(0);
}

class Machine {
  private state: number;
  private lastId = 0;
  /** Operations that found no memory. */
  failures = 0;
  /** Model objects that roots hold; by index: stack, globals, fields of prebuilt pairs. */
  private readonly roots: (Node | null)[] = [];
  private readonly rootAt: number[] = [];
  private readonly registered: Node[] = [];
  private readonly byId = new Map<number, Node>();
  private readonly pinned: Node[] = [];
  /** Came back from the dead because another object did. */
  private readonly returned = new Set<Node>();

  constructor(seed: number, options: Options) {
    this.state = seed;
    startHeap(options);
    for (let i = 0; i < STACK_ROOTS; i++) {
      if (i % 5 === 4) {
        pushRoot((2 << 1) | 1);
        pushRoot(0x12345678);
        pushRoot(7);
      }
      this.rootAt.push(pushRoot(0));
    }
    for (let i = 0; i < GLOBAL_ROOTS; i++) this.rootAt.push(rootWord(i));
    for (let i = 0; i < PREBUILT_ROOTS; i++) this.rootAt.push(prebuiltPair(i * 3) + 8);
    this.roots = this.rootAt.map(() => null);
  }

  random(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) | 0;
    return (this.state >>> 8) % limit;
  }

  run(operations: number): void {
    for (let i = 0; i < operations; i++) this.attempt(this.random(100));
    this.collect(collectAll, true);
    this.roots.forEach((_, index) => this.setRoot(index, null, 0));
    for (const node of [...this.pinned]) this.unpin(node);
    this.collect(collectAll, true);
  }

  /** One operation; it may fail for lack of memory, as a whole. */
  private attempt(dice: number): void {
    try {
      this.operate(dice);
    } catch (error) {
      if (!(error instanceof MemoryError)) throw error;
      this.failures++;
      if (this.failures % 4 === 0) this.setRoot(this.random(this.roots.length), null, 0);
    }
  }

  private operate(dice: number): void {
    if (dice < 45) this.allocate();
    else if (dice < 75) this.write();
    else if (dice < 85) this.setRoot(this.random(this.roots.length), null, 0);
    else if (dice < 88) this.identity();
    else if (dice < 90) this.register();
    else if (dice < 92) this.pinSome();
    else if (dice < 94) this.collect(() => gcCollect(0), false);
    else if (dice < 98) this.collect(gcCollectStep, false);
    else if (dice === 98) this.collect(collectAll, true);
    else this.takeDead(this.random(3));
  }

  private collect(run: () => unknown, full: boolean): void {
    run();
    this.compare(full);
  }

  private setRoot(index: number, node: Node | null, address: number): void {
    this.roots[index] = node;
    const at = this.rootAt[index]!;
    if (index >= STACK_ROOTS + GLOBAL_ROOTS) setField(at - 8, 8, address);
    else storeU32(at, address);
  }

  private allocate(): void {
    const type = CHOICES[this.random(CHOICES.length)]!;
    const { kind } = TYPES[type];
    const length = kind === 1 || kind === 2 ? this.lengthFor(type) : 0;
    const address = kind === 1 || kind === 2 ? newArray(type, length) : newObject(type);
    const node: Node = {
      type,
      id: ++this.lastId,
      length,
      refs: new Map(),
      target: null,
      uncertain: false,
      hash: 0,
      objectId: 0,
      pinnedAt: 0,
    };
    fillNode(node, address);
    const count = Math.min(slotsOf(node), 6);
    for (let i = 0; i < count; i++) this.link(node, address, this.random(slotsOf(node)));
    if (type === "weak") this.aimWeak(node, address);
    this.byId.set(node.id, node);
    this.setRoot(this.random(this.roots.length), node, address);
  }

  private lengthFor(type: TypeName): number {
    const dice = this.random(40);
    if (dice === 0) return (TYPES[type].shift === 0 ? 30000 : 5000) + this.random(20000);
    return dice < 4 ? this.random(3000) : this.random(20);
  }

  private aimWeak(node: Node, address: number): void {
    const found = this.walk();
    if (found === null) return;
    node.target = found.node;
    storeU32(address + 8, found.address);
  }

  /** A random object reachable from a root, with its address. */
  private walk(): { node: Node; address: number } | null {
    const index = this.random(this.roots.length);
    let node = this.roots[index];
    if (node === null || node === undefined) return null;
    let address = loadU32(this.rootAt[index]!);
    for (let steps = this.random(8); steps > 0 && node.refs.size > 0; steps--) {
      const keys = [...node.refs.keys()];
      const key: number = keys[this.random(keys.length)]!;
      address = loadU32(slotAddress(node, address, key));
      node = node.refs.get(key)!;
    }
    return { node, address };
  }

  private link(node: Node, address: number, index: number): void {
    const found = this.random(8) === 0 ? null : this.walk();
    if (found === null) node.refs.delete(index);
    else node.refs.set(index, found.node);
    const value = found === null ? 0 : found.address;
    if (node.type === "refs") setItem(address, index, value);
    else setField(address, TYPES[node.type].refs[index]!, value);
  }

  private write(): void {
    const found = this.walk();
    if (found === null || slotsOf(found.node) === 0) return;
    this.link(found.node, found.address, this.random(slotsOf(found.node)));
  }

  private identity(): void {
    const found = this.walk();
    if (found === null) return;
    const hash = hashOf(found.address);
    const id = idOf(found.address);
    if (found.node.objectId === 0) {
      found.node.hash = hash;
      found.node.objectId = id;
    }
    assertEquals([hash, id], [found.node.hash, found.node.objectId]);
  }

  private register(): void {
    const found = this.walk();
    if (found === null || TYPES[found.node.type].id === 0 || this.registered.includes(found.node)) return;
    if (found.node.pinnedAt !== 0) return; // would stay alive
    registerFinalizer(prebuiltQueue(), found.address);
    this.registered.push(found.node);
  }

  private pinSome(): void {
    if (this.pinned.length > 3) this.unpin(this.pinned[this.random(this.pinned.length)]!);
    const found = this.walk();
    if (found === null || slotsOf(found.node) !== 0 || found.node.type === "weak") return;
    if (this.registered.includes(found.node)) return;
    if (found.node.pinnedAt !== 0 || !inNursery(found.address) || !gcPin(found.address)) return;
    found.node.pinnedAt = found.address;
    this.pinned.push(found.node);
  }

  private unpin(node: Node): void {
    this.pinned.splice(this.pinned.indexOf(node), 1);
    if (this.reachable(true).has(node)) gcUnpin(node.pinnedAt);
    node.pinnedAt = 0;
  }

  /** What the model says is alive; with `finalizable`, what registered objects keep alive as well. */
  private reachable(finalizable: boolean, more: readonly Node[] = []): Set<Node> {
    const seen = new Set<Node>();
    const work = this.roots.filter((node) => node !== null);
    work.push(...more);
    if (finalizable) work.push(...this.registered);
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      work.push(...node.refs.values());
    }
    return seen;
  }

  /** Compares the heap with the model; after a full collection weak references must be cleared. */
  private compare(full: boolean): void {
    const addresses = new Map<Node, number>();
    const owners = new Map<number, Node>();
    const work: [Node | null, number][] = this.roots.map((node, i) => [node, loadU32(this.rootAt[i]!)]);
    for (let item = work.pop(); item !== undefined; item = work.pop()) {
      const [node, address] = item;
      if (node === null) {
        assertEquals(address, 0);
        continue;
      }
      const known = addresses.get(node);
      assert(known === undefined || known === address, "one object, one address");
      if (known !== undefined) continue;
      assert(!owners.has(address), "one address, one object");
      addresses.set(node, address);
      owners.set(address, node);
      checkNode(node, address);
      this.expand(node, address, work);
    }
    for (const node of this.pinned) if (!addresses.has(node)) this.forgetPin(node);
    const before = [...this.reachable(false)];
    this.compareWeak(addresses);
    if (!full) return;
    const alive = this.reachable(false, [...before, ...this.takeDead(1 << 30)]);
    for (const node of addresses.keys()) {
      assert(node.target === null || alive.has(node.target), "weak references to garbage are cleared");
    }
    for (const node of this.registered) assert(alive.has(node), "all dead are handed out");
  }

  /** An unreachable pinned object may be gone. */
  private forgetPin(node: Node): void {
    node.pinnedAt = 0;
    this.pinned.splice(this.pinned.indexOf(node), 1);
  }

  private expand(node: Node, address: number, work: [Node | null, number][]): void {
    const count = slotsOf(node);
    for (let i = 0; i < count; i++) {
      const value = loadU32(slotAddress(node, address, i));
      const target = node.refs.get(i);
      if (target !== undefined) work.push([target, value]);
      else assert(value === 0, "null reference");
    }
    if (node.objectId !== 0) assertEquals(idOf(address), node.objectId);
  }

  private compareWeak(addresses: Map<Node, number>): void {
    for (const [node, address] of addresses) {
      if (node.type !== "weak") continue;
      const value = loadU32(address + 8);
      if (node.uncertain && value === 0) node.target = null;
      node.uncertain = false;
      if (node.target === null) {
        assertEquals(value, 0);
        continue;
      }
      const expected = addresses.get(node.target);
      if (expected !== undefined) assertEquals(value, expected);
      else if (value === 0) node.target = null;
    }
  }

  /** Takes objects out of the queue: unreachable ones. */
  private takeDead(most: number): Node[] {
    const handed: Node[] = [];
    for (let i = 0; i < most; i++) {
      const address = nextDead(prebuiltQueue());
      if (address === 0) break;
      const type = (Object.keys(TYPES) as TypeName[])[(loadU32(address) - 1024) / 64]!;
      const node = this.byId.get(loadI32(address + TYPES[type].id))!;
      const index = this.registered.indexOf(node);
      assert(index >= 0, "handed out once, and registered");
      assert(this.returned.has(node) || !this.reachable(false).has(node), "handed out when dead");
      checkNode(node, address);
      this.registered.splice(index, 1);
      handed.push(node);
      if (this.random(2) === 0) this.resurrect(node, address);
    }
    return handed;
  }

  /** Brings a dead object back into the graph; weak references in and into its subgraph may be cleared. */
  private resurrect(node: Node, address: number): void {
    const before = this.reachable(false);
    const index = this.random(STACK_ROOTS);
    this.setRoot(index, node, address);
    const after = this.reachable(false);
    for (const other of after) if (!before.has(other)) this.returned.add(other);
    for (const other of this.byId.values()) {
      const back = (node: Node) => after.has(node) && !before.has(node);
      if (other.target !== null && (back(other) || back(other.target))) other.uncertain = true;
    }
  }
}

for (const seed of (Deno.env.get("SEEDS") ?? "1,2,3,4,5,6").split(",").map(Number)) {
  Deno.test(`random operations, seed ${seed}`, () => new Machine(seed, {}).run(1500));
}
Deno.test("random operations beyond 2 GiB", () => new Machine(7, { heapStart: 0x8fff0000 }).run(1000));
Deno.test("random operations where the engine refuses memory", () => {
  // Tables, nursery, reserve, and a little: the collector's own lists often find no memory.
  for (const pages of [98, 102, 105, 106, 108]) {
    const machine = new Machine(pages, { maximumPages: pages });
    machine.run(1200);
    assert(machine.failures > 0 || pages > 105);
  }
});
Deno.test("random operations in stress mode", () => new Machine(99, { stress: true }).run(250));
