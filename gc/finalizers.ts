/**
 * Finalizer queues (kind KIND_QUEUE): objects registered with one are handed out, in the order of registration,
 * after a major collection found them unreachable; being in the queue keeps them alive.
 *
 * A queue object has the slot of its trigger at offset 8 and, at offset 12, the address of its record (0 before the
 * first registration). Records and the nodes of the lists lie in the collector's chunks. Registrations since the
 * last minor collection are in the young list, whose objects minor collections keep alive, as PyPy's do. A queue is
 * never forgotten: programs create them at module top level.
 */
import type { Addr, bool, i32, u32 } from "@rts";
import { MemoryError } from "@rts";
import { callSlot, loadI32, loadU32, storeI32, storeU32 } from "@rts/raw";
import { BLOCK, blocksStart, takeChunk } from "./blocks.ts";
import { isMarked } from "./colour.ts";
import { markRef } from "./mark.ts";
import { visitSlot } from "./minor.ts";
import { inNursery } from "./nursery.ts";

/** Thrown here and by the allocator; exists before memory runs out. */
export const memoryError = new MemoryError("out of memory");

// Node: object, record, next. Record: next record, head and tail of the dead, trigger; two nodes' size.
const N_RECORD: u32 = 4;
const N_NEXT: u32 = 8;
const NODE: u32 = 16;
const R_HEAD: u32 = 4;
const R_TAIL: u32 = 8;
const R_TRIGGER: u32 = 12;
/** Set while the trigger is due. */
const R_DUE: u32 = 16;
const RECORD: u32 = 32;

let youngFirst: Addr = 0;
let youngLast: Addr = 0;
let oldFirst: Addr = 0;
let oldLast: Addr = 0;
let freeNodes: Addr = 0;
let firstRecord: Addr = 0;
let chunkFree: Addr = 0;
let chunkEnd: Addr = 0;

export function finalizersInit(): void {
  youngFirst = 0;
  youngLast = 0;
  oldFirst = 0;
  oldLast = 0;
  freeNodes = 0;
  firstRecord = 0;
  chunkFree = 0;
  chunkEnd = 0;
}

/** `bytes` of the collector's own memory; 0 when there is none. */
function carve(bytes: u32): Addr {
  if (chunkEnd - chunkFree < bytes) {
    const chunk: Addr = takeChunk();
    if (chunk === 0) return 0;
    chunkFree = chunk;
    chunkEnd = chunk + BLOCK;
  }
  const at: Addr = chunkFree;
  chunkFree = at + bytes;
  return at;
}

function takeNode(): Addr {
  const node: Addr = freeNodes;
  if (node === 0) return carve(NODE);
  freeNodes = loadU32(node + N_NEXT);
  return node;
}

function recordFor(queue: Addr): Addr {
  let record: Addr = loadU32(queue + 12);
  if (record !== 0) return record;
  record = carve(RECORD);
  if (record === 0) throw memoryError;
  storeU32(record, firstRecord);
  storeU32(record + R_HEAD, 0);
  storeU32(record + R_TAIL, 0);
  storeI32(record + R_TRIGGER, loadI32(queue + 8));
  storeI32(record + R_DUE, 0);
  firstRecord = record;
  storeU32(queue + 12, record);
  return record;
}

/** Registers `object` with `queue`. Throws MemoryError; never collects. */
export function registerFinalizer(queue: Addr, object: Addr): void {
  const record: Addr = recordFor(queue);
  const node: Addr = takeNode();
  if (node === 0) throw memoryError;
  storeU32(node, object);
  storeU32(node + N_RECORD, record);
  appendYoung(node);
}

/** The next dead object of `queue`, which is forgotten here; 0 when there is none. */
export function nextDead(queue: Addr): Addr {
  const record: Addr = loadU32(queue + 12);
  if (record === 0) return 0;
  const node: Addr = loadU32(record + R_HEAD);
  if (node === 0) return 0;
  storeU32(record + R_HEAD, loadU32(node + N_NEXT));
  storeU32(node + N_NEXT, freeNodes);
  freeNodes = node;
  return loadU32(node);
}

function appendYoung(node: Addr): void {
  storeU32(node + N_NEXT, 0);
  if (youngFirst === 0) youngFirst = node;
  else storeU32(youngLast + N_NEXT, node);
  youngLast = node;
}

function appendOld(node: Addr): void {
  storeU32(node + N_NEXT, 0);
  if (oldFirst === 0) oldFirst = node;
  else storeU32(oldLast + N_NEXT, node);
  oldLast = node;
}

function appendDead(record: Addr, node: Addr): void {
  storeU32(node + N_NEXT, 0);
  if (loadU32(record + R_HEAD) === 0) storeU32(record + R_HEAD, node);
  else storeU32(loadU32(record + R_TAIL) + N_NEXT, node);
  storeU32(record + R_TAIL, node);
  storeI32(record + R_DUE, 1);
}

/** Minor collection: newly registered objects are roots; those not pinned in the nursery become old. */
export function visitYoungFinalizers(): void {
  let node: Addr = youngFirst;
  youngFirst = 0;
  while (node !== 0) {
    const next: Addr = loadU32(node + N_NEXT);
    visitSlot(node);
    if (inNursery(loadU32(node))) appendYoung(node);
    else appendOld(node);
    node = next;
  }
}

/** Marking: objects that wait to be handed out are roots. */
export function markDead(): void {
  for (let record: Addr = firstRecord; record !== 0; record = loadU32(record)) {
    for (let node: Addr = loadU32(record + R_HEAD); node !== 0; node = loadU32(node + N_NEXT)) {
      markRef(loadU32(node));
    }
  }
}

/** Marking found all that is reachable: queues registered objects that are not, and marks them. */
export function queueDead(): void {
  let node: Addr = oldFirst;
  oldFirst = 0;
  const firstDead: Addr = splitDead(node);
  for (node = firstDead; node !== 0;) {
    const next: Addr = loadU32(node + N_NEXT);
    appendDead(loadU32(node + N_RECORD), node);
    markRef(loadU32(node));
    node = next;
  }
}

/** Keeps the live nodes of a list, and returns the others, linked: all colours are read before any changes. */
function splitDead(first: Addr): Addr {
  let dead: Addr = 0;
  let last: Addr = 0;
  for (let node: Addr = first; node !== 0;) {
    const next: Addr = loadU32(node + N_NEXT);
    const object: Addr = loadU32(node);
    if (object < blocksStart || isMarked(object)) {
      appendOld(node);
    } else {
      if (dead === 0) dead = node;
      else storeU32(last + N_NEXT, node);
      storeU32(node + N_NEXT, 0);
      last = node;
    }
    node = next;
  }
  return dead;
}

/** The next trigger that is due, and is no longer then: a table slot; -1 when there is none. */
export function takeDueTrigger(): i32 {
  for (let record: Addr = firstRecord; record !== 0; record = loadU32(record)) {
    if (loadI32(record + R_DUE) !== 0) {
      storeI32(record + R_DUE, 0);
      return loadI32(record + R_TRIGGER);
    }
  }
  return -1;
}

/** Calls the triggers that are due; true when there was one. */
export function callTriggers(): bool {
  let any: bool = false;
  for (let slot = takeDueTrigger(); slot !== -1; slot = takeDueTrigger()) {
    callSlot(slot);
    any = true;
  }
  return any;
}
