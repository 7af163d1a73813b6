/**
 * The heap checker of debug builds: walks everything after a collection and stops with an internal error (cause 6,
 * address, detail) at the first thing that is wrong. The nursery is empty then, but for pinned objects.
 */
import type { Addr, bool, i32, u32 } from "@rts";
import { host_panic } from "@rts/host";
import { loadI32, loadU16, loadU32, storeI32 } from "@rts/raw";
import { BLOCK, blocksStart, entryOf, inBlocks, kindOf, LARGE_OLD, SMALL } from "./blocks.ts";
import { IDLE, isMarked, MARKING, phase } from "./colour.ts";
import { CHECKED, KIND_DATA_ARRAY, KIND_QUEUE, KIND_REF_ARRAY, PINNED, TRACK_YOUNG } from "./header.ts";
import { markStack } from "./mark.ts";
import { inNursery } from "./nursery.ts";
import { kept, remembered } from "./remembered.ts";
import { C_SLOT, recordOfBlock } from "./sizeclasses.ts";
import { prebuiltEnd, prebuiltStart, rootsEnd, rootsStart, stackStart } from "./tunables.ts";
import { walkNext, walkStart } from "./walk.ts";
import { wordBelow } from "./wordstack.ts";

/** Details of the panic. */
export const BAD_HEADER: i32 = 1;
export const BAD_REFERENCE: i32 = 2;
export const BAD_REMEMBERED: i32 = 3;
export const BAD_COLOUR: i32 = 4;

/** Checks the whole heap. `sp`: end of the shadow stack. */
export function checkHeap(sp: Addr): void {
  checkRoots(sp);
  flagGrey(true);
  walkStart(true);
  for (;;) {
    const object: Addr = walkNext();
    if (object === 0) break;
    if (object < blocksStart || phase === MARKING || isMarked(object)) checkObject(object);
    else if (phase === IDLE) host_panic(6, object | 0, BAD_COLOUR);
  }
  flagGrey(false);
  checkRememberedSet(remembered);
  checkRememberedSet(kept);
}

function checkRoots(sp: Addr): void {
  let slot: Addr = stackStart;
  while (slot < sp) {
    const word: u32 = loadU32(slot);
    if ((word & 1) !== 0) slot += ((word >>> 1) << 2) >>> 0;
    else checkReference(slot, word);
    slot += 4;
  }
  for (let root: Addr = rootsStart; root < rootsEnd; root += 4) checkReference(root, loadU32(root));
}

/** Sets or clears CHECKED in what waits on the mark stack. */
function flagGrey(on: bool): void {
  for (let at: Addr = wordBelow(markStack, 0); at !== 0; at = wordBelow(markStack, at)) {
    const word: u32 = loadU32(at);
    const object: Addr = (word & 1) !== 0 ? word - 1 : word;
    const flags = loadI32(object + 4);
    storeI32(object + 4, on ? flags | CHECKED : flags & ~CHECKED);
    if ((word & 1) !== 0) at = wordBelow(markStack, at);
  }
}

function checkRememberedSet(stack: Addr): void {
  for (let at: Addr = wordBelow(stack, 0); at !== 0; at = wordBelow(stack, at)) {
    const object: Addr = loadU32(at);
    if (!isObject(object)) host_panic(6, object | 0, BAD_REMEMBERED);
    if ((loadI32(object + 4) & TRACK_YOUNG) !== 0) host_panic(6, object | 0, BAD_REMEMBERED);
  }
}

/** Tells whether `address` can be an object: prebuilt, pinned, or at a slot or a large object's start. */
function isObject(address: Addr): bool {
  if ((address & 7) !== 0) return false;
  if (address >= prebuiltStart && address < prebuiltEnd) return hasHeader(address);
  if (inNursery(address)) return (loadI32(address + 4) & PINNED) !== 0 && hasHeader(address);
  if (!inBlocks(address)) return false;
  const block: Addr = address - (address & 32767);
  const kind = kindOf(block);
  if (kind === LARGE_OLD) return address === block && hasHeader(address);
  if (kind !== SMALL) return false;
  const slot: u32 = loadU32(recordOfBlock(block) + C_SLOT);
  return (address - block) % slot === 0 && hasHeader(address);
}

function hasHeader(object: Addr): bool {
  const info: Addr = loadU32(object);
  if (info === 0 || (info & 3) !== 0 || info >= blocksStart) return false;
  const kind = loadI32(info);
  return kind >= 0 && kind <= KIND_QUEUE && loadU32(info + 4) <= BLOCK;
}

function checkReference(holder: Addr, ref: Addr): void {
  if (ref !== 0 && !isObject(ref)) host_panic(6, holder | 0, BAD_REFERENCE);
}

function checkObject(object: Addr): void {
  if (!hasHeader(object)) host_panic(6, object | 0, BAD_HEADER);
  const info: Addr = loadU32(object);
  const kind = loadI32(info);
  if (kind === KIND_DATA_ARRAY) return;
  const complete = isComplete(object);
  if (kind === KIND_REF_ARRAY) {
    const length: u32 = loadU32(object + 8);
    for (let i: u32 = 0; i < length; i++) {
      checkField(object, object + loadU32(info + 4) + ((i << 2) >>> 0), complete);
    }
    return;
  }
  const end: Addr = loadU32(info + 12) + ((loadI32(info + 8) << 1) >>> 0);
  for (let offset: Addr = loadU32(info + 12); offset < end; offset += 2) {
    checkField(object, object + (loadU16(offset) >>> 0), complete);
  }
}

/** True when everything the object refers to must be marked. */
function isComplete(object: Addr): bool {
  if (object < blocksStart) return false;
  return isMarked(object) && (loadI32(object + 4) & CHECKED) === 0;
}

function checkField(object: Addr, slot: Addr, complete: bool): void {
  const ref: Addr = loadU32(slot);
  checkReference(object, ref);
  if (inNursery(ref)) {
    const tracked = (loadI32(object + 4) & TRACK_YOUNG) !== 0;
    if (tracked && loadU32(entryOf(object) + 20) === 0) host_panic(6, object | 0, BAD_REMEMBERED);
    return;
  }
  if (complete && ref >= blocksStart && !isMarked(ref)) host_panic(6, object | 0, BAD_COLOUR);
}
