/**
 * The heap's memory beyond the nursery, in blocks of 32 KiB: a table with one entry a block, free ranges that
 * coalesce, growth of the linear memory, and pages given back to the system.
 *
 * A range of blocks is free, a block of small objects, a large object, a chunk of the collector's own lists, or
 * foreign (someone else grew the memory). Only the entries of its first and last block say so; entries in between
 * are stale. Invariants: no two free ranges touch; `freeBlocks` and `usedBlocks` count all that is not foreign;
 * a block that may hold anything but zeros has its dirty byte set, and `residentBlocks` counts those.
 *
 * `reservedBlocks` free blocks are kept for the next minor collection, which must not fail half way
 * (`nursery.ts` sets it).
 */
import type { Addr, bool, f64, i32, u32 } from "@rts";
import {
  loadU32,
  loadU8,
  memoryDiscard,
  memoryGrow,
  memoryPages,
  rawFill,
  storeU32,
  storeU8,
} from "@rts/raw";

/** Bytes of a block. */
export const BLOCK: u32 = 32768;
const BLOCK_SHIFT: i32 = 15;
/** Bytes of a table entry. */
const ENTRY_SHIFT: i32 = 5;
/** Bytes of the table: entries for 4 GiB. Only what is used is ever touched. */
export const BLOCK_TABLE_BYTES: u32 = 4194304;
const BINS: u32 = 18;
/** Bytes of the bins. */
export const BINS_BYTES: u32 = 72;
/** The last page of a 4 GiB memory stays unused, so that end addresses fit `u32`. */
const LAST_PAGE: i32 = 65535;
const GROWTH_BLOCKS: u32 = 128;

/** What an entry describes (byte 0). */
export const FREE: i32 = 1;
const FREE_END: i32 = 2;
const INNER: i32 = 3;
export const SMALL: i32 = 4;
export const LARGE_YOUNG: i32 = 5;
export const LARGE_OLD: i32 = 6;
export const CHUNK: i32 = 7;
const FOREIGN: i32 = 8;

// Entry: 0 kind, 1 dirty, 2 size class; then words:
/** Length of the range in blocks. */
export const E_LENGTH: u32 = 4;
/** Links of the list the range is in, as block addresses. */
export const E_NEXT: u32 = 8;
export const E_PREV: u32 = 12;
/** Small: first free run. Large: bytes of the object. */
export const E_RUN: u32 = 16;
export const E_SIZE: u32 = 16;
/** Large: address of the card table, 0 for none. */
export const E_CARDS: u32 = 20;
/** Large: link of the list of arrays with dirty cards, or of those to scan. */
export const E_LIST: u32 = 24;

let table: Addr = 0;
let bins: Addr = 0;
/** Objects below are prebuilt or in the nursery; old heap objects are at or above. */
export let blocksStart: Addr = 0;
let blocksEnd: Addr = 0;
export let usedBlocks: u32 = 0;
export let freeBlocks: u32 = 0;
export let residentBlocks: u32 = 0;
export let peakBlocks: u32 = 0;
export let reservedBlocks: u32 = 0;
let maximumBlocks: u32 = 131072;

/** The table entry of the block that holds `address`. */
export function entryOf(address: Addr): Addr {
  return table + (((address >>> BLOCK_SHIFT) << ENTRY_SHIFT) >>> 0);
}
/** Kind of the block that holds `address`, if it is the first of its range. */
export function kindOf(address: Addr): i32 {
  return loadU8(entryOf(address));
}
/** Bytes of `count` blocks. */
export function bytesOf(count: u32): u32 {
  return (count << BLOCK_SHIFT) >>> 0;
}
/** Blocks that `bytes` take. */
export function blocksFor(bytes: u32): u32 {
  return ((bytes >>> BLOCK_SHIFT) >>> 0) + ((bytes & 32767) !== 0 ? 1 : 0);
}
/** Bytes of the heap that hold, or recently held, anything. */
export function residentBytes(): f64 {
  return (residentBlocks >>> 0) * 32768.0;
}

/** Takes over the memory from `start` (multiple of BLOCK, inside the memory). The tables are zero. */
export function blocksInit(tableAt: Addr, binsAt: Addr, start: Addr): void {
  table = tableAt;
  bins = binsAt;
  blocksStart = start;
  blocksEnd = start;
  usedBlocks = 0;
  freeBlocks = 0;
  residentBlocks = 0;
  peakBlocks = 0;
  reservedBlocks = 0;
  maximumBlocks = 131072;
  const end: Addr = memoryEnd();
  if (end > start) appendRange(start, ((end - start) >>> BLOCK_SHIFT) >>> 0);
}

/** Sets how many blocks may be in use. */
export function setMaximumBlocks(count: u32): void {
  maximumBlocks = count;
}
/** Sets how many free blocks belong to the next minor collection. */
export function setReservedBlocks(count: u32): void {
  reservedBlocks = count;
}

function memoryEnd(): Addr {
  const pages = memoryPages();
  return ((pages > LAST_PAGE ? LAST_PAGE : pages) << 16) >>> 0;
}

function appendRange(start: Addr, count: u32): void {
  blocksEnd = start + bytesOf(count);
  if (count === 0) return;
  freeBlocks += count;
  insertFree(start, count);
}

/** Grows the memory by at least `count` blocks, more when the engine lets us. False when it refuses. */
export function growBlocks(count: u32): bool {
  const total: u32 = usedBlocks + freeBlocks;
  let want: u32 = count > GROWTH_BLOCKS ? count : GROWTH_BLOCKS;
  if (want < ((total >>> 4) >>> 0)) want = (total >>> 4) >>> 0;
  if (growExactly(want)) return true;
  return want !== count && growExactly(count);
}

function growExactly(count: u32): bool {
  const pages = ((count + 1) >>> 1) | 0;
  if (pages > LAST_PAGE - memoryPages()) return false;
  const before = memoryGrow(pages);
  if (before < 0) return false;
  const start: Addr = (before << 16) >>> 0;
  if (start > blocksEnd) markForeign(start);
  appendRange(start, (pages << 1) >>> 0);
  return true;
}

function markForeign(end: Addr): void {
  const entry: Addr = entryOf(blocksEnd);
  storeU8(entry, FOREIGN);
  storeU32(entry + E_LENGTH, ((end - blocksEnd) >>> BLOCK_SHIFT) >>> 0);
  storeU8(entryOf(end - BLOCK), FOREIGN);
  blocksEnd = end;
}

/** Makes sure that `count` blocks are free and may be used. False when the maximum or the engine forbids. */
export function ensureFree(count: u32): bool {
  if (usedBlocks + count > maximumBlocks) return false;
  if (count <= freeBlocks) return true;
  return growBlocks(count - freeBlocks);
}

function binOf(count: u32): u32 {
  return (31 - Math.clz32(count | 0)) >>> 0;
}

function insertFree(start: Addr, count: u32): void {
  let from: Addr = start;
  let length: u32 = count;
  if (from > blocksStart) {
    const before: Addr = entryOf(from - BLOCK);
    const kind = loadU8(before);
    if (kind === FREE_END || kind === FREE) {
      const left: u32 = kind === FREE ? 1 : loadU32(before + E_LENGTH);
      from = from - bytesOf(left);
      length += left;
      unlinkFree(from);
    }
  }
  const after: Addr = start + bytesOf(count);
  if (after < blocksEnd && kindOf(after) === FREE) {
    length += loadU32(entryOf(after) + E_LENGTH);
    unlinkFree(after);
  }
  linkFree(from, length);
}

function linkFree(start: Addr, length: u32): void {
  const last: Addr = entryOf(start + bytesOf(length - 1));
  storeU8(last, FREE_END);
  storeU32(last + E_LENGTH, length);
  const entry: Addr = entryOf(start);
  storeU8(entry, FREE);
  storeU32(entry + E_LENGTH, length);
  const bin: Addr = bins + ((binOf(length) << 2) >>> 0);
  const head: Addr = loadU32(bin);
  storeU32(entry + E_NEXT, head);
  storeU32(entry + E_PREV, 0);
  if (head !== 0) storeU32(entryOf(head) + E_PREV, start);
  storeU32(bin, start);
}

function unlinkFree(start: Addr): void {
  const entry: Addr = entryOf(start);
  const next: Addr = loadU32(entry + E_NEXT);
  const prev: Addr = loadU32(entry + E_PREV);
  if (next !== 0) storeU32(entryOf(next) + E_PREV, prev);
  if (prev !== 0) storeU32(entryOf(prev) + E_NEXT, next);
  else storeU32(bins + ((binOf(loadU32(entry + E_LENGTH)) << 2) >>> 0), next);
}

/** A free range of at least `count` blocks, the smallest bin first; 0 when there is none. */
function findFree(count: u32): Addr {
  let bin: u32 = binOf(count);
  let candidate: Addr = loadU32(bins + ((bin << 2) >>> 0));
  while (candidate !== 0) {
    const entry: Addr = entryOf(candidate);
    if (loadU32(entry + E_LENGTH) >= count) return candidate;
    candidate = loadU32(entry + E_NEXT);
  }
  for (bin = bin + 1; bin < BINS; bin++) {
    const head: Addr = loadU32(bins + ((bin << 2) >>> 0));
    if (head !== 0) return head;
  }
  return 0;
}

/**
 * Takes `count` adjacent free blocks for a range of `kind` and returns the address, 0 when there are none.
 * Neither grows the memory nor looks at the reserve. Contents are undefined where blocks are dirty.
 */
export function takeBlocks(count: u32, kind: i32): Addr {
  const start: Addr = findFree(count);
  if (start === 0) return 0;
  const entry: Addr = entryOf(start);
  const length: u32 = loadU32(entry + E_LENGTH);
  unlinkFree(start);
  if (length > count) linkFree(start + bytesOf(count), length - count);
  storeU8(entryOf(start + bytesOf(count - 1)), INNER);
  storeU8(entry, kind);
  storeU32(entry + E_LENGTH, count);
  freeBlocks -= count;
  usedBlocks += count;
  return start;
}

/** Marks the blocks of a taken range dirty; with `zero`, clears those that were dirty before. */
export function touchBlocks(start: Addr, count: u32, zero: bool): void {
  const end: Addr = start + bytesOf(count);
  let run: Addr = start;
  for (let block: Addr = start; block < end; block += BLOCK) {
    const entry: Addr = entryOf(block);
    if (loadU8(entry + 1) !== 0) continue;
    storeU8(entry + 1, 1);
    residentBlocks++;
    if (zero && run < block) rawFill(run, 0, block - run);
    run = block + BLOCK;
  }
  if (zero && run < end) rawFill(run, 0, end - run);
  if (residentBlocks > peakBlocks) peakBlocks = residentBlocks;
}

/** Frees the range that starts at `start`. */
export function releaseBlocks(start: Addr): void {
  const count: u32 = loadU32(entryOf(start) + E_LENGTH);
  freeBlocks += count;
  usedBlocks -= count;
  insertFree(start, count);
}

/** One block for the collector's own lists, 0 when that would eat into the reserve and the memory cannot grow. */
export function takeChunk(): Addr {
  if (freeBlocks <= reservedBlocks && !growBlocks(1)) return 0;
  const chunk: Addr = takeBlocks(1, CHUNK);
  if (chunk !== 0) touchBlocks(chunk, 1, false);
  return chunk;
}

/** Adjacent blocks for a large object, zeroed; 0 when the maximum, the reserve or the engine forbid. */
export function takeLarge(count: u32): Addr {
  if (count > maximumBlocks || usedBlocks + count + reservedBlocks > maximumBlocks) return 0;
  let start: Addr = 0;
  if (freeBlocks >= count + reservedBlocks) start = takeBlocks(count, LARGE_YOUNG);
  if (start === 0 && growBlocks(count)) start = takeBlocks(count, LARGE_YOUNG);
  if (start !== 0) touchBlocks(start, count, true);
  return start;
}

/** First range of the heap, for walking with {@link rangeAfter}; 0 when the heap is empty. */
export function firstRange(): Addr {
  return blocksStart < blocksEnd ? blocksStart : 0;
}
/** The range after the one at `start`, 0 at the end. */
export function rangeAfter(start: Addr): Addr {
  const next: Addr = start + bytesOf(loadU32(entryOf(start) + E_LENGTH));
  return next < blocksEnd ? next : 0;
}
/** True when `address` lies in memory managed here. */
export function inBlocks(address: Addr): bool {
  return address >= blocksStart && address < blocksEnd;
}

/**
 * Gives pages of about `most` free blocks back, big ranges first, as long as more than `keep` free blocks are resident;
 * true when there is no more to give.
 */
export function discardFree(keep: u32, most: u32): bool {
  const target: u32 = residentBlocks > most ? residentBlocks - most : 0;
  for (let bin: u32 = BINS; bin > 0; bin--) {
    let range: Addr = loadU32(bins + (((bin - 1) << 2) >>> 0));
    while (range !== 0) {
      if (residentBlocks <= usedBlocks + keep) return true;
      if (residentBlocks <= target) return false;
      discardRange(range, most);
      range = loadU32(entryOf(range) + E_NEXT);
    }
  }
  return true;
}

/** Gives back up to `most` dirty blocks of the free range at `start`. */
function discardRange(start: Addr, most: u32): void {
  const end: Addr = firstDirtyEnd(start, most);
  let dirty: Addr = start;
  for (let block: Addr = start; block < end; block += BLOCK) {
    const entry: Addr = entryOf(block);
    if (loadU8(entry + 1) !== 0) {
      storeU8(entry + 1, 0);
      residentBlocks--;
    } else {
      if (dirty < block) memoryDiscard(dirty, block - dirty);
      dirty = block + BLOCK;
    }
  }
  if (dirty < end) memoryDiscard(dirty, end - dirty);
}

/** End of the part of the range at `start` with `most` dirty blocks. */
function firstDirtyEnd(start: Addr, most: u32): Addr {
  const end: Addr = start + bytesOf(loadU32(entryOf(start) + E_LENGTH));
  let rest: u32 = most;
  for (let block: Addr = start; block < end; block += BLOCK) {
    if (rest === 0) return block;
    if (loadU8(entryOf(block) + 1) !== 0) rest--;
  }
  return end;
}
