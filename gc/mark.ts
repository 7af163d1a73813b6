/**
 * Marking: what is reachable from roots is marked, in steps between minor collections.
 *
 * Invariant at the end of every minor collection while marking: a marked object whose references were not all
 * followed is on the mark stack (an array with the index to go on at), and every other marked object refers to
 * marked ones only. A write to a marked object makes it remembered; the next minor collection puts it on the mark
 * stack again ({@link rescan}), before the next step. The shadow stack and the root area are scanned at the start
 * and again at the end, without barrier in between.
 *
 * When the mark stack finds no memory, objects are marked without being pushed and `overflow` is set; once the stack
 * is empty, all marked objects are scanned again.
 */
import type { Addr, bool, f64, i32, u32 } from "@rts";
import { loadI32, loadU16, loadU32, storeI32 } from "@rts/raw";
import { blocksStart } from "./blocks.ts";
import { currentMark, isMarked } from "./colour.ts";
import { KIND_DATA_ARRAY, KIND_REF_ARRAY, MARK, objectSize } from "./header.ts";
import { pinCount, pinnedObject, shadowOf } from "./pinning.ts";
import { written, writtenOverflow } from "./remembered.ts";
import { prebuiltEnd, prebuiltStart, rootsEnd, rootsStart, stackStart } from "./tunables.ts";
import { walkNext, walkStart } from "./walk.ts";
import { isEmptyStack, popWord, pushWord, wordBelow } from "./wordstack.ts";

/** Elements of an array scanned at a time. */
const SLICE: u32 = 1024;

/** Descriptor of the mark stack: objects, and index, array + 1 for the rest of an array. */
export let markStack: Addr = 0;
let overflow: bool = false;
/** Bytes of objects without references that were marked since {@link takeLeafBytes}. */
let leafBytes: f64 = 0;

export function markInit(stackAt: Addr): void {
  markStack = stackAt;
  overflow = false;
  leafBytes = 0;
}

/** Bytes of objects without references marked since the last call. */
export function takeLeafBytes(): f64 {
  const bytes = leafBytes;
  leafBytes = 0;
  return bytes;
}

/** Marks what a reference refers to, and queues it when it has references of its own. */
export function markRef(ref: Addr): void {
  if (ref < blocksStart) return;
  const flags = loadI32(ref + 4);
  if ((flags & MARK) === currentMark) return;
  storeI32(ref + 4, flags ^ MARK);
  const info: Addr = loadU32(ref);
  const kind = loadI32(info);
  if (kind === KIND_DATA_ARRAY || (kind !== KIND_REF_ARRAY && loadI32(info + 8) === 0)) {
    leafBytes = leafBytes + objectSize(ref);
    return;
  }
  if (!pushWord(markStack, ref)) overflow = true;
}

/** A marked or prebuilt object was written: its references will be followed again. */
export function rescan(object: Addr): void {
  if (!pushWord(markStack, object)) overflow = true;
}

/** Marks from the shadow stack, whose end is `sp`, from the root area, and reserved slots of pinned objects. */
export function markRoots(sp: Addr): void {
  let slot: Addr = stackStart;
  while (slot < sp) {
    const word: u32 = loadU32(slot);
    if ((word & 1) !== 0) slot += ((word >>> 1) << 2) >>> 0;
    else if (word !== 0) markRef(word);
    slot += 4;
  }
  for (let root: Addr = rootsStart; root < rootsEnd; root += 4) markRef(loadU32(root));
  for (let i: i32 = 0; i < pinCount; i++) markShadow(pinnedObject(i));
}

function markShadow(object: Addr): void {
  const shadow: Addr = shadowOf(loadI32(object + 4));
  if (shadow !== 0 && !isMarked(shadow)) storeI32(shadow + 4, loadI32(shadow + 4) ^ MARK);
}

/** Queues the prebuilt objects that were ever written. */
export function markWritten(): void {
  if (writtenOverflow) {
    for (let object: Addr = prebuiltStart; object < prebuiltEnd; object += objectSize(object)) rescan(object);
    return;
  }
  for (let at: Addr = wordBelow(written, 0); at !== 0; at = wordBelow(written, at)) rescan(loadU32(at));
}

/** Scans objects until about `budget` bytes were looked at; the rest of the budget, 0 when it was used up. */
export function markDrain(budget: u32): u32 {
  let rest: u32 = budget;
  for (;;) {
    const word: Addr = popWord(markStack);
    if (word === 0) {
      if (!overflow) return rest;
      overflow = false;
      rescanAll();
    } else {
      const work: u32 = (word & 1) !== 0 ? scanSlice(word - 1, popWord(markStack)) : scan(word);
      if (work >= rest) return 0;
      rest -= work;
    }
  }
}

/** True when nothing is left to scan. */
export function markDone(): bool {
  return !overflow && isEmptyStack(markStack);
}

/** Follows the references of an object; the bytes looked at. */
function scan(object: Addr): u32 {
  const info: Addr = loadU32(object);
  const kind = loadI32(info);
  if (kind === KIND_REF_ARRAY) return scanSlice(object, 0);
  if (kind === KIND_DATA_ARRAY) return 16;
  const end: Addr = loadU32(info + 12) + ((loadI32(info + 8) << 1) >>> 0);
  for (let offset: Addr = loadU32(info + 12); offset < end; offset += 2) {
    markRef(loadU32(object + (loadU16(offset) >>> 0)));
  }
  return loadU32(info + 4);
}

/** Follows a slice of an array's references from index `start` and queues the rest. */
function scanSlice(array: Addr, start: u32): u32 {
  const length: u32 = loadU32(array + 8);
  let end: u32 = length;
  if (length - start > SLICE) {
    end = start + SLICE;
    queueRest(array, end);
  }
  const base: Addr = array + loadU32(loadU32(array) + 4);
  const last: Addr = base + ((end << 2) >>> 0);
  for (let slot: Addr = base + ((start << 2) >>> 0); slot < last; slot += 4) markRef(loadU32(slot));
  return 16 + (((end - start) << 2) >>> 0);
}

function queueRest(array: Addr, index: u32): void {
  if (!pushWord(markStack, index)) {
    overflow = true;
  } else if (!pushWord(markStack, array + 1)) {
    popWord(markStack);
    overflow = true;
  }
}

/** After an overflow: every marked object is scanned again, for some were never scanned. */
function rescanAll(): void {
  for (let object: Addr = prebuiltStart; object < prebuiltEnd; object += objectSize(object)) scanAll(object);
  walkStart(false);
  for (;;) {
    const object: Addr = walkNext();
    if (object === 0) return;
    if (isMarked(object)) scanAll(object);
  }
}

function scanAll(object: Addr): void {
  const info: Addr = loadU32(object);
  if (loadI32(info) !== KIND_REF_ARRAY) {
    scan(object);
    return;
  }
  const first: Addr = object + loadU32(info + 4);
  const last: Addr = first + ((loadI32(object + 8) << 2) >>> 0);
  for (let slot: Addr = first; slot < last; slot += 4) markRef(loadU32(slot));
}
