/**
 * Incremental steps beside a big heap: builds `n` MiB of live linked objects, then goes on allocating and
 * replacing a part of them, and prints the steps of the incremental collector and the minor pauses: all objects
 * live long, so these copy the whole nursery.
 */
import {
  clock,
  Exception,
  type f64,
  type FixedArray,
  gcSetHook,
  GcStat,
  gcStat,
  type i32,
  newFixedArray,
  parseI32,
  print,
} from "@rts";
import { Pauses } from "./lib/pauses.ts";

/** 24 bytes with its header. */
class Node {
  constructor(readonly left: Node | null, readonly right: Node | null, readonly value: i32) {}

  count(): i32 {
    const left = this.left;
    const right = this.right;
    return 1 + (left === null ? 0 : left.count()) + (right === null ? 0 : right.count());
  }
}

const MINOR: i32 = 0;
const STEP: i32 = 1;
const CYCLE: i32 = 2;
/** A tree of depth 12 has 8191 nodes, 192 KiB: 16 of them are 3 MiB. */
const DEPTH: i32 = 12;
const NODES_PER_TREE: i32 = 8191;

const steps = new Pauses("step", 1 << 16);
const minors = new Pauses("minor pause", 1 << 16);
let cycles: i32 = 0;

function onCollection(kind: i32, milliseconds: f64): void {
  if (kind === MINOR) minors.add(milliseconds);
  else if (kind === STEP) steps.add(milliseconds);
  else if (kind === CYCLE) cycles++;
}

function build(depth: i32, value: i32): Node {
  if (depth === 0) return new Node(null, null, value);
  return new Node(build(depth - 1, value), build(depth - 1, value), value);
}

/** Replaces every third tree, `rounds` times. */
function churn(trees: FixedArray<Node | null>, rounds: i32): void {
  for (let round = 0; round < rounds; round++) {
    for (let i = round % 3; i < trees.length; i += 3) trees[i] = build(DEPTH, round);
  }
}

/** `n` MiB of trees (at least one tree), of which a third is replaced three times; nodes counted at the end. */
export function run(n: i32): f64 {
  const trees = newFixedArray<Node | null>(Math.max(1, treesIn(n)), null);
  for (let i = 0; i < trees.length; i++) trees[i] = build(DEPTH, i);
  churn(trees, 3);
  let nodes: f64 = 0;
  for (const tree of trees) nodes += tree!.count();
  if (nodes !== trees.length * (NODES_PER_TREE + 0.0)) throw new Exception(`gc_steps: ${nodes} nodes`);
  return nodes;
}

/** Trees in `mib` MiB. */
function treesIn(mib: i32): i32 {
  return ((mib * 16) / 3) | 0;
}

export function defaultSize(): i32 {
  return 1024;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  steps.clear();
  minors.clear();
  cycles = 0;
  gcSetHook(onCollection);
  const start = clock();
  const nodes = run(size);
  const total = clock() - start;
  gcSetHook(null);
  print(`checksum: ${nodes}`);
  print(`live heap: ${size} MiB`);
  print(`wall time: ${total.toFixed(1)} ms`);
  print(`cycles: ${cycles}`);
  steps.report();
  minors.report();
  print(`heap peak: ${(gcStat(GcStat.PeakBytes) / 1048576).toFixed(1)} MiB`);
  print(`time in collections: ${gcStat(GcStat.TimeMs).toFixed(1)} ms`);
  return 0;
}
