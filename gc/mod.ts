/**
 * The garbage collector: generational, moving once, with an incremental old generation. It is RTS, translated together
 * with the program whose heap it manages; docs/gc.md tells how it works, docs/translator.md what translated code
 * and collector expect of each other.
 *
 * @example A program asks for a full collection:
 * ```ts
 * import { gcCollect } from "@rts";
 * gcCollect(1);
 * ```
 * @module
 */
import { addressOf, memoryGrow, memoryPages, objectAt, rawFill } from "@rts/raw";
import type { Addr, bool, f64, i32, u32 } from "@rts";
import { host_panic } from "@rts/host";
import { BINS_BYTES, BLOCK_TABLE_BYTES, blocksInit, setMaximumBlocks } from "./blocks.ts";
import { callbacksInit } from "./callbacks.ts";
import { cardsInit } from "./cards.ts";
import { colourInit } from "./colour.ts";
import { addPressure, cycleInit, majorEnabled, setMajorEnabled } from "./cycle.ts";
import { finalizersInit, nextDead, registerFinalizer } from "./finalizers.ts";
import { hashOf, idOf } from "./identity.ts";
import { largeInit } from "./large.ts";
import { markInit, markStack } from "./mark.ts";
import { inNursery, nurseryInit } from "./nursery.ts";
import { PIN_TABLE_BYTES, pinningInit, pinYoung, unpinYoung } from "./pinning.ts";
import { remembered, rememberedInit } from "./remembered.ts";
import { CLASS_RECORDS_BYTES, CLASS_TABLE_BYTES, classesInit } from "./sizeclasses.ts";
import { statsInit } from "./stats.ts";
import { sweepInit } from "./sweep.ts";
import {
  heapStart,
  maximumBytes,
  nurseryBytes,
  poisoning,
  readLayout,
  readTunables,
  setMaximumBytes,
  stress,
} from "./tunables.ts";
import { weakInit } from "./weakref.ts";
import { prepareStack } from "./wordstack.ts";

export { nurseryFree, nurseryTop } from "./nursery.ts";
export { gcCollect, gcCollectStep, gcNewArray, gcReserve } from "./allocate.ts";
export { gcArrayWriteBarrier, gcCardBarrier, gcWriteBarrier } from "./remembered.ts";
export { gcSetHook } from "./callbacks.ts";
export { gcStat } from "./stats.ts";
export { LARGE_OBJECT } from "./header.ts";

/** Room for what lies before the block table, which is a multiple of 32 KiB. */
const CONTROL_BYTES: u32 = 32768;

/**
 * Program start: lays out the heap from `layout("heapStart")` and reads the tunables. The memory from there on is
 * zero.
 */
export function gcInit(): void {
  readLayout();
  const base: Addr = (((heapStart + 65535) >>> 16) << 16) >>> 0;
  ensureMemory(base + CONTROL_BYTES);
  readTunables(base);
  const nursery: Addr = base + CONTROL_BYTES + BLOCK_TABLE_BYTES;
  ensureMemory(nursery + nurseryBytes);
  rawFill(base, 0, 256);
  initTables(base);
  blocksInit(base + CONTROL_BYTES, base, nursery + nurseryBytes);
  if (!prepareStack(markStack) || !prepareStack(remembered)) host_panic(7, 0, 0);
  applyMaximum();
  nurseryInit(nursery, nurseryBytes, stress);
  cycleInit();
}

/** Sets up the parts, whose tables lie one after the other from `base`. */
function initTables(base: Addr): void {
  let at: Addr = base + BINS_BYTES;
  classesInit(at, at + CLASS_RECORDS_BYTES);
  at += CLASS_RECORDS_BYTES + CLASS_TABLE_BYTES;
  pinningInit(at, pinLimit());
  at += PIN_TABLE_BYTES;
  rememberedInit(at);
  markInit(at + 64);
  colourInit();
  cardsInit();
  largeInit(poisoning);
  sweepInit(poisoning);
  weakInit();
  finalizersInit();
  statsInit();
  callbacksInit();
}

/** So few that there is always a gap for the largest object. */
function pinLimit(): i32 {
  return (nurseryBytes >>> 16) | 0;
}

function ensureMemory(end: Addr): void {
  const pages = ((((end - 1) >>> 16) + 1) | 0) - memoryPages();
  if (pages > 0 && memoryGrow(pages) < 0) host_panic(7, pages, 0);
}

/** Limits the heap (nursery and blocks) to `bytes`; 0: no limit but the engine's. */
export function gcSetMaximum(bytes: f64): void {
  setMaximumBytes(bytes);
  applyMaximum();
}

function applyMaximum(): void {
  let blocks: f64 = maximumBytes > 0 ? (maximumBytes - nurseryBytes) / 32768 : 131072;
  if (blocks < 0) blocks = 0;
  if (blocks > 131072) blocks = 131072;
  setMaximumBlocks((Math.floor(blocks) | 0) >>> 0);
}

/** Turns automatic major collections off; minor ones go on. */
export function gcDisable(): void {
  setMajorEnabled(false);
}
/** Turns automatic major collections on. */
export function gcEnable(): void {
  setMajorEnabled(true);
}
/** Tells whether automatic major collections are on. */
export function gcIsEnabled(): bool {
  return majorEnabled;
}
/** Tells the collector about `bytes` held outside the heap on behalf of objects in it. */
export function gcAddMemoryPressure(bytes: i32): void {
  addPressure(bytes);
}

/** Keeps the object at `address` in place until {@link gcUnpin}; false when too many are pinned. No references in it. */
export function gcPin(address: Addr): bool {
  return inNursery(address) ? pinYoung(address) : true;
}
/** Ends {@link gcPin}. */
export function gcUnpin(address: Addr): void {
  if (inNursery(address)) unpinYoung(address);
}

/** {@link gcPin} for programs. */
export function pin(object: object): bool {
  return gcPin(addressOf(object));
}
/** {@link gcUnpin} for programs. */
export function unpin(object: object): void {
  gcUnpin(addressOf(object));
}
/** A hash that stays with the object. Throws MemoryError; does not collect. */
export function identityHash(object: object): i32 {
  return hashOf(addressOf(object));
}
/** The object's final address. Throws MemoryError; does not collect. */
export function objectId(object: object): f64 {
  return idOf(addressOf(object));
}
/** `FinalizerQueue.register`. Throws MemoryError; does not collect. */
export function gcRegisterFinalizer(queue: object, object: object): void {
  registerFinalizer(addressOf(queue), addressOf(object));
}
/** `FinalizerQueue.nextDead`. */
export function gcNextDead(queue: object): object | null {
  const found: Addr = nextDead(addressOf(queue));
  return found === 0 ? null : objectAt<object>(found);
}
