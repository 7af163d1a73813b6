/**
 * Old objects of up to LARGE_OBJECT bytes: size classes, slots, and the runs they are allocated from.
 *
 * A block holds slots of one class. Free slots form runs: a run's first slot holds 0 at offset 0 (no object does),
 * the next run of the block at 4, the run's end at 8; what lies behind the first slot's header is stale. A class
 * allocates by bumping its cursor through the current run, so a block walked by anyone must not be current: call
 * {@link retireAll} first. A block that is not current is in one list of its class: available blocks, blocks without
 * a free slot, or blocks still to be swept (two lists, so that all of them move there at once).
 */
import type { Addr, bool, i32, u32 } from "@rts";
import { loadU32, loadU8, storeU32, storeU8 } from "@rts/raw";
import {
  BLOCK,
  E_LIST,
  E_NEXT,
  E_RUN,
  entryOf,
  releaseBlocks,
  SMALL,
  takeBlocks,
  touchBlocks,
} from "./blocks.ts";
import { sweepOneOf } from "./sweep.ts";
import { phase, SWEEPING } from "./colour.ts";

/** Number of classes: see {@link classesInit}. */
export const CLASSES: u32 = 53;
/** Bytes of the class records. */
export const CLASS_RECORDS_BYTES: u32 = 3392;
/** Bytes of the table from size / 8 to class. */
export const CLASS_TABLE_BYTES: u32 = 2056;

// Class record, 64 bytes: the cursor is its first word. Block lists link through E_NEXT of the block table.
const C_LIMIT: u32 = 4;
export const C_SLOT: u32 = 8;
const C_NEXT_RUN: u32 = 12;
const C_AVAILABLE: u32 = 16;
const C_UNSWEPT: u32 = 20;
const C_BLOCK: u32 = 24;
/** Bytes of a block that its slots fill. */
export const C_FILLED: u32 = 28;
/** Blocks without a free slot. */
const C_FULL: u32 = 32;
/** Blocks to be swept that had no free slot. */
const C_UNSWEPT_FULL: u32 = 36;

/** Unswept blocks looked at before an allocation takes a fresh block. */
const SWEEP_TRIES: i32 = 16;

let records: Addr = 0;
let classTable: Addr = 0;
/** Blocks put to use while {@link beginFreshOnly} is in force bear this number in their E_LIST word. */
export let freshEpoch: u32 = 1;
let freshOnly: bool = false;
/** Blocks of small objects. */
export let smallBlocks: u32 = 0;

/** Bytes taken by slots in use since the caller last read and reset it; see {@link takeSlotBytes}. */
let slotBytes: u32 = 0;

/**
 * Lays out the classes: every 8 bytes up to 128, eight steps per doubling up to 1 KiB, four up to 4 KiB, then the
 * fractions of a block from a seventh to a half.
 */
export function classesInit(recordsAt: Addr, tableAt: Addr): void {
  records = recordsAt;
  classTable = tableAt;
  slotBytes = 0;
  smallBlocks = 0;
  freshOnly = false;
  let index: u32 = 0;
  for (let size: u32 = 16; size <= 128; size += 8) index = addClass(index, size);
  for (let step: u32 = 16; step <= 64; step += step) {
    for (let i: u32 = 9; i <= 16; i++) index = addClass(index, step * i);
  }
  for (let step: u32 = 256; step <= 512; step += step) {
    for (let i: u32 = 5; i <= 8; i++) index = addClass(index, step * i);
  }
  for (let parts: u32 = 7; parts >= 2; parts--) {
    index = addClass(index, ((((BLOCK / parts) >>> 0) >>> 3) << 3) >>> 0);
  }
}

function addClass(index: u32, slot: u32): u32 {
  const record: Addr = recordOf(index);
  storeU32(record + C_SLOT, slot);
  storeU32(record + C_FILLED, ((BLOCK / slot) >>> 0) * slot);
  const previous: u32 = index === 0 ? 0 : loadU32(record - 64 + C_SLOT) + 8;
  for (let size: u32 = previous; size <= slot; size += 8) {
    storeU8(classTable + ((size >>> 3) >>> 0), index | 0);
  }
  return index + 1;
}

/** The record of class `index`. */
export function recordOf(index: u32): Addr {
  return records + ((index << 6) >>> 0);
}

/** Bytes that an object of `size` bytes takes. */
export function slotSize(size: u32): u32 {
  return loadU32(records + ((loadU8(classTable + ((size >>> 3) >>> 0)) << 6) >>> 0) + C_SLOT);
}

/**
 * A slot for an old object of `size` bytes (a multiple of 8, at most LARGE_OBJECT); contents undefined. 0 when no
 * block is free, which the reserve of the nursery rules out for objects that are in the nursery.
 */
export function allocateSlot(size: u32): Addr {
  const record: Addr = records + ((loadU8(classTable + ((size >>> 3) >>> 0)) << 6) >>> 0);
  const slot: u32 = loadU32(record + C_SLOT);
  const cursor: Addr = loadU32(record);
  if (cursor === loadU32(record + C_LIMIT)) return refillAndAllocate(record);
  storeU32(record, cursor + slot);
  slotBytes += slot;
  return cursor;
}

/** Bytes of the slots allocated since the last call. */
export function takeSlotBytes(): u32 {
  const bytes: u32 = slotBytes;
  slotBytes = 0;
  return bytes;
}

function refillAndAllocate(record: Addr): Addr {
  if (!refill(record)) return 0;
  const slot: u32 = loadU32(record + C_SLOT);
  const cursor: Addr = loadU32(record);
  storeU32(record, cursor + slot);
  slotBytes += slot;
  return cursor;
}

/** Until {@link endFreshOnly}, blocks that exist (all retired) are left alone: someone is walking them. */
export function beginFreshOnly(): void {
  freshOnly = true;
}
/** Ends {@link beginFreshOnly}. */
export function endFreshOnly(): void {
  freshOnly = false;
  freshEpoch++;
}

/** Gives the class another run: of its block, of another block, of one swept now, or a fresh block. */
function refill(record: Addr): bool {
  const run: Addr = loadU32(record + C_NEXT_RUN);
  if (run !== 0) {
    useRun(record, run);
    return true;
  }
  const block: Addr = loadU32(record + C_BLOCK);
  if (block !== 0) makeFull(record, block);
  storeU32(record + C_BLOCK, 0);
  if (freshOnly) return useFresh(record);
  if (useAvailable(record)) return true;
  if (phase === SWEEPING) {
    for (let tries: i32 = 0; tries < SWEEP_TRIES; tries++) {
      if (!sweepOneOf(record)) break;
      if (useAvailable(record)) return true;
    }
  }
  return useFresh(record);
}

function useRun(record: Addr, run: Addr): void {
  storeU32(record, run);
  storeU32(record + C_LIMIT, loadU32(run + 8));
  storeU32(record + C_NEXT_RUN, loadU32(run + 4));
}

function useAvailable(record: Addr): bool {
  const block: Addr = loadU32(record + C_AVAILABLE);
  if (block === 0) return false;
  const entry: Addr = entryOf(block);
  storeU32(record + C_AVAILABLE, loadU32(entry + E_NEXT));
  storeU32(record + C_BLOCK, block);
  useRun(record, loadU32(entry + E_RUN));
  return true;
}

function useFresh(record: Addr): bool {
  const block: Addr = takeBlocks(1, SMALL);
  if (block === 0) return false;
  smallBlocks++;
  touchBlocks(block, 1, false);
  const entry: Addr = entryOf(block);
  storeU8(entry + 2, ((record - records) >>> 6) | 0);
  storeU32(entry + E_LIST, freshOnly ? freshEpoch : 0);
  storeU32(record + C_BLOCK, block);
  storeU32(record, block);
  storeU32(record + C_LIMIT, block + loadU32(record + C_FILLED));
  storeU32(record + C_NEXT_RUN, 0);
  return true;
}

/** Writes the header of the free run [start, end). */
export function writeRun(start: Addr, end: Addr, next: Addr): void {
  storeU32(start, 0);
  storeU32(start + 4, next);
  storeU32(start + 8, end);
}

/** Puts a block with the free run `run` into its class's list of available blocks. */
export function makeAvailable(record: Addr, block: Addr, run: Addr): void {
  const entry: Addr = entryOf(block);
  storeU32(entry + E_RUN, run);
  storeU32(entry + E_NEXT, loadU32(record + C_AVAILABLE));
  storeU32(record + C_AVAILABLE, block);
}

/** Puts a block without a free slot into its class's list of such. */
export function makeFull(record: Addr, block: Addr): void {
  storeU32(entryOf(block) + E_NEXT, loadU32(record + C_FULL));
  storeU32(record + C_FULL, block);
}

/** The record of the class of the block of small objects at `block`. */
export function recordOfBlock(block: Addr): Addr {
  return recordOf(loadU8(entryOf(block) + 2) >>> 0);
}

/** Ends allocation in all current blocks, so that every block can be walked. */
export function retireAll(): void {
  for (let index: u32 = 0; index < CLASSES; index++) retire(recordOf(index));
}

function retire(record: Addr): void {
  const block: Addr = loadU32(record + C_BLOCK);
  if (block === 0) return;
  const cursor: Addr = loadU32(record);
  const limit: Addr = loadU32(record + C_LIMIT);
  let run: Addr = loadU32(record + C_NEXT_RUN);
  if (cursor < limit) {
    writeRun(cursor, limit, run);
    run = cursor;
  }
  if (run !== 0) makeAvailable(record, block, run);
  else makeFull(record, block);
  storeU32(record, 0);
  storeU32(record + C_LIMIT, 0);
  storeU32(record + C_NEXT_RUN, 0);
  storeU32(record + C_BLOCK, 0);
}

/** Every block waits to be swept from now on; none did before. */
export function beginSweepLists(): void {
  retireAll();
  for (let index: u32 = 0; index < CLASSES; index++) {
    const record: Addr = recordOf(index);
    storeU32(record + C_UNSWEPT, loadU32(record + C_AVAILABLE));
    storeU32(record + C_UNSWEPT_FULL, loadU32(record + C_FULL));
    storeU32(record + C_AVAILABLE, 0);
    storeU32(record + C_FULL, 0);
  }
}

/** Takes a block of a class that waits to be swept off its list; 0 when there is none. */
export function takeUnswept(record: Addr): Addr {
  const list: Addr = loadU32(record + C_UNSWEPT) !== 0 ? record + C_UNSWEPT : record + C_UNSWEPT_FULL;
  const block: Addr = loadU32(list);
  if (block !== 0) storeU32(list, loadU32(entryOf(block) + E_NEXT));
  return block;
}

/** Frees a block of small objects that is in no list. */
export function releaseSmall(block: Addr): void {
  smallBlocks--;
  releaseBlocks(block);
}

/** Worst case of the blocks that survivors of `bytes` in the nursery can take: slots of twice the size, a block a class. */
export function worstBlocks(bytes: u32): u32 {
  return ((bytes >>> 14) >>> 0) + CLASSES + 1;
}
