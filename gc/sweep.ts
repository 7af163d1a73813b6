/**
 * Sweeping of the old generation, block by block: garbage becomes free runs, empty blocks become free. Steps between
 * minor collections sweep some blocks; an allocation that finds its class without free slots sweeps blocks of that
 * class first (`sizeclasses.ts`).
 */
import type { Addr, bool, f64, u32 } from "@rts";
import { loadI32, loadU32, rawFill, storeU32 } from "@rts/raw";
import { BLOCK } from "./blocks.ts";
import { currentMark } from "./colour.ts";
import { MARK } from "./header.ts";
import { beginLargeSweep, sweepLarge } from "./large.ts";
import {
  beginSweepLists,
  C_FILLED,
  C_SLOT,
  CLASSES,
  makeAvailable,
  makeFull,
  recordOf,
  releaseSmall,
  smallBlocks,
  takeUnswept,
  writeRun,
} from "./sizeclasses.ts";

/** Blocks of small objects still to be swept. */
export let unsweptBlocks: u32 = 0;
/** Bytes of slots freed since {@link takeFreedBytes}. */
let freedBytes: f64 = 0;
let sweepClass: u32 = 0;
let largeDone: bool = true;
let poison: bool = false;

export function sweepInit(poisonFreed: bool): void {
  poison = poisonFreed;
  unsweptBlocks = 0;
  freedBytes = 0;
  largeDone = true;
}

/** Marking is complete: every block and every large object waits to be swept. */
export function beginSweep(): void {
  beginSweepLists();
  beginLargeSweep();
  largeDone = false;
  sweepClass = 0;
  unsweptBlocks = smallBlocks;
}

/** Sweeps about `blocks` blocks' worth; true when nothing is left. */
export function sweepSome(blocks: u32): bool {
  let rest: u32 = blocks;
  while (!largeDone) {
    const bytes: u32 = sweepLarge();
    if (bytes === 0) largeDone = true;
    if (rest === 0) return false;
    rest--;
  }
  while (sweepClass < CLASSES) {
    if (sweepOneOf(recordOf(sweepClass))) {
      if (rest === 0) return false;
      rest--;
    } else {
      sweepClass++;
    }
  }
  return true;
}

/** Bytes of slots freed since the last call. */
export function takeFreedBytes(): f64 {
  const bytes = freedBytes;
  freedBytes = 0;
  return bytes;
}

/** Sweeps one block of a class; false when none is left. */
export function sweepOneOf(record: Addr): bool {
  const block: Addr = takeUnswept(record);
  if (block === 0) return false;
  unsweptBlocks--;
  sweepBlock(record, block);
  return true;
}

/** Rebuilds the runs of a block: old runs and garbage that touch become one. */
function sweepBlock(record: Addr, block: Addr): void {
  const slotBytes: u32 = loadU32(record + C_SLOT);
  const end: Addr = block + loadU32(record + C_FILLED);
  const mark = currentMark;
  let first: Addr = 0;
  let last: Addr = 0;
  let run: Addr = 0;
  let freed: u32 = 0;
  let slot: Addr = block;
  while (slot < end) {
    if (loadU32(slot) === 0) {
      if (run === 0) run = slot;
      slot = loadU32(slot + 8);
    } else if ((loadI32(slot + 4) & MARK) === mark) {
      if (run !== 0) {
        closeRun(run, slot, last);
        if (first === 0) first = run;
        last = run;
        run = 0;
      }
      slot += slotBytes;
    } else {
      if (run === 0) run = slot;
      freed += slotBytes;
      slot += slotBytes;
    }
  }
  freedBytes = freedBytes + freed;
  if (run === block) {
    if (poison) rawFill(block, 0xdd, BLOCK);
    releaseSmall(block);
    return;
  }
  if (run !== 0) {
    closeRun(run, end, last);
    if (first === 0) first = run;
  }
  if (first !== 0) makeAvailable(record, block, first);
  else makeFull(record, block);
}

/** Ends the free run [run, end), after the run `last` of the same block (0: the first). */
function closeRun(run: Addr, end: Addr, last: Addr): void {
  if (poison) rawFill(run, 0xdd, end - run);
  writeRun(run, end, 0);
  if (last !== 0) storeU32(last + 4, run);
}
