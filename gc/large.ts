/**
 * Large objects: each in a range of blocks of its own, at the range's start; the card table of an array of references
 * follows the object. They never move.
 *
 * A new one is young: GC word 0, in the young list. A minor collection that reaches it makes it old in place; those
 * not reached are freed. The lists are doubly linked through the block table.
 */
import type { Addr, bool, f64, i32, u32 } from "@rts";
import { loadI32, loadU32, rawFill, storeI32, storeU32, storeU8 } from "@rts/raw";
import {
  blocksFor,
  E_CARDS,
  E_LIST,
  E_NEXT,
  E_PREV,
  E_SIZE,
  entryOf,
  LARGE_OLD,
  releaseBlocks,
  takeLarge,
} from "./blocks.ts";
import { isMarked, newbornFlags } from "./colour.ts";
import { CARDS_LISTED, HAS_CARDS, hasReferences, KIND_REF_ARRAY } from "./header.ts";
import { cardBytes, unlistCards } from "./cards.ts";

/** Number of young large objects: while 0, addresses outside the nursery need no second look. */
export let youngLargeCount: i32 = 0;
/** Bytes of young large objects. */
export let youngLargeBytes: u32 = 0;
/** Bytes of large objects allocated since program start. */
export let largeAllocated: f64 = 0;
/** Bytes of old large objects. */
export let largeBytes: f64 = 0;
let youngHead: Addr = 0;
let oldHead: Addr = 0;
let unsweptHead: Addr = 0;
/** Promoted, references not yet followed; linked through E_LIST. */
let toScan: Addr = 0;
let poison: bool = false;

export function largeInit(poisonFreed: bool): void {
  poison = poisonFreed;
  youngLargeCount = 0;
  youngLargeBytes = 0;
  largeAllocated = 0;
  largeBytes = 0;
  youngHead = 0;
  oldHead = 0;
  unsweptHead = 0;
  toScan = 0;
}

/** A new array of `size` bytes (a multiple of 8, more than LARGE_OBJECT), zeroed, header written, without length; 0: no memory. */
export function newLarge(info: Addr, size: u32): Addr {
  const cards: u32 = loadI32(info) === KIND_REF_ARRAY ? cardBytes(info, size) : 0;
  const object: Addr = takeLarge(blocksFor(size + cards));
  if (object === 0) return 0;
  const entry: Addr = entryOf(object);
  storeU32(entry + E_SIZE, size);
  storeU32(entry + E_CARDS, cards === 0 ? 0 : object + size);
  storeU32(entry + E_LIST, 0);
  youngHead = pushLarge(youngHead, object);
  youngLargeCount++;
  youngLargeBytes += size;
  largeAllocated = largeAllocated + size;
  storeU32(object, info);
  return object;
}

function pushLarge(head: Addr, object: Addr): Addr {
  const entry: Addr = entryOf(object);
  storeU32(entry + E_NEXT, head);
  storeU32(entry + E_PREV, 0);
  if (head !== 0) storeU32(entryOf(head) + E_PREV, object);
  return object;
}

/** The head of the list after `object` left it. */
function unlinkLarge(head: Addr, object: Addr): Addr {
  const entry: Addr = entryOf(object);
  const next: Addr = loadU32(entry + E_NEXT);
  const prev: Addr = loadU32(entry + E_PREV);
  if (next !== 0) storeU32(entryOf(next) + E_PREV, prev);
  if (prev === 0) return next;
  storeU32(entryOf(prev) + E_NEXT, next);
  return head;
}

/** Makes the young large object at `object` old; if it can hold references, it is queued for {@link takeToScan}. */
export function promoteLarge(object: Addr): void {
  youngHead = unlinkLarge(youngHead, object);
  oldHead = pushLarge(oldHead, object);
  const entry: Addr = entryOf(object);
  const size: u32 = loadU32(entry + E_SIZE);
  youngLargeCount--;
  youngLargeBytes -= size;
  largeBytes = largeBytes + size;
  storeU8(entry, LARGE_OLD);
  storeI32(object + 4, loadU32(entry + E_CARDS) === 0 ? newbornFlags : newbornFlags | HAS_CARDS);
  if (!hasReferences(loadU32(object))) return;
  storeU32(entry + E_LIST, toScan);
  toScan = object;
}

/** A promoted large object whose references are to be followed; 0 when there is none. */
export function takeToScan(): Addr {
  const object: Addr = toScan;
  if (object === 0) return 0;
  const entry: Addr = entryOf(object);
  toScan = loadU32(entry + E_LIST);
  storeU32(entry + E_LIST, 0);
  return object;
}

/** Frees the young large objects that the minor collection did not reach. */
export function freeYoungLarge(): void {
  while (youngHead !== 0) {
    const object: Addr = youngHead;
    youngHead = loadU32(entryOf(object) + E_NEXT);
    freeLarge(object);
  }
  youngLargeCount = 0;
  youngLargeBytes = 0;
}

function freeLarge(object: Addr): void {
  if ((loadI32(object + 4) & CARDS_LISTED) !== 0) unlistCards(object);
  if (poison) rawFill(object, 0xdd, loadU32(entryOf(object) + E_SIZE));
  releaseBlocks(object);
}

/** Marking ended: all old large objects wait for {@link sweepLarge}. */
export function beginLargeSweep(): void {
  unsweptHead = oldHead;
  oldHead = 0;
}

/** Frees or keeps the next unswept large object; its bytes when freed, 8 when kept, 0 when none is left. */
export function sweepLarge(): u32 {
  const object: Addr = unsweptHead;
  if (object === 0) return 0;
  unsweptHead = unlinkLarge(unsweptHead, object);
  if (isMarked(object)) {
    oldHead = pushLarge(oldHead, object);
    return 8;
  }
  const size: u32 = loadU32(entryOf(object) + E_SIZE);
  largeBytes = largeBytes - size;
  freeLarge(object);
  return size;
}
