/**
 * Pinned nursery objects: a small table, and the gaps between them that the nursery allocates in.
 *
 * A pinned object stays in the nursery while it is reachable. An old object that refers to one stays remembered
 * (`minor.ts`). After a minor collection the survivors' places are fixed as the nursery's fences, in address order;
 * unpinning removes an object from the table but leaves the fence until the next minor collection.
 */
import type { Addr, bool, i32, u32 } from "@rts";
import { loadI32, loadU32, storeI32, storeU32 } from "@rts/raw";
import { FORWARDED, objectSize, PINNED } from "./header.ts";

/** Most objects pinned at a time, with the default nursery. */
export const MAX_PINS: i32 = 64;
/** Bytes of the table: entries of address, count of pins, seen; then the fences (start, end). */
export const PIN_TABLE_BYTES: u32 = 2048;
const ENTRY: u32 = 16;

let pinTable: Addr = 0;
let maxPins: i32 = MAX_PINS;
export let pinCount: i32 = 0;
let fences: Addr = 0;
export let fenceCount: i32 = 0;

/** `limit`: most objects pinned at a time, at most MAX_PINS. */
export function pinningInit(at: Addr, limit: i32): void {
  pinTable = at;
  fences = at + ENTRY * 64;
  maxPins = limit < MAX_PINS ? limit : MAX_PINS;
  pinCount = 0;
  fenceCount = 0;
}

function pinEntry(index: i32): Addr {
  return pinTable + ((index << 4) >>> 0);
}

function findPin(object: Addr): Addr {
  for (let i: i32 = 0; i < pinCount; i++) {
    if (loadU32(pinEntry(i)) === object) return pinEntry(i);
  }
  return 0;
}

/** Pins the nursery object at `object`; nested pins count. False when the table is full. */
export function pinYoung(object: Addr): bool {
  const word = loadI32(object + 4);
  if ((word & PINNED) !== 0) {
    const found: Addr = findPin(object);
    storeI32(found + 4, loadI32(found + 4) + 1);
    return true;
  }
  if (pinCount >= maxPins) return false;
  storeI32(object + 4, word | PINNED);
  const entry: Addr = pinEntry(pinCount);
  storeU32(entry, object);
  storeI32(entry + 4, 1);
  storeI32(entry + 8, 0);
  pinCount++;
  return true;
}

/** Undoes one {@link pinYoung}. */
export function unpinYoung(object: Addr): void {
  const entry: Addr = findPin(object);
  if (entry === 0) return;
  const count = loadI32(entry + 4) - 1;
  storeI32(entry + 4, count);
  if (count !== 0) return;
  storeI32(object + 4, loadI32(object + 4) ^ PINNED);
  removePin(entry);
}

function removePin(entry: Addr): void {
  pinCount--;
  const last: Addr = pinEntry(pinCount);
  storeU32(entry, loadU32(last));
  storeI32(entry + 4, loadI32(last + 4));
  storeI32(entry + 8, loadI32(last + 8));
}

/** The minor collection reached the pinned object at `object`. */
export function visitPinned(object: Addr): void {
  storeI32(findPin(object) + 8, 1);
}

/** Tells whether the minor collection under way reached the pinned object at `object`. */
export function isPinSeen(object: Addr): bool {
  return loadI32(findPin(object) + 8) !== 0;
}

/** End of a minor collection: drops unreached pins and sets the fences around the others. */
export function settlePins(): void {
  for (let i: i32 = pinCount - 1; i >= 0; i--) {
    const entry: Addr = pinEntry(i);
    if (loadI32(entry + 8) === 0) removePin(entry);
    else storeI32(entry + 8, 0);
  }
  fenceCount = 0;
  for (let i: i32 = 0; i < pinCount; i++) insertFence(loadU32(pinEntry(i)));
}

function insertFence(object: Addr): void {
  let place: Addr = fences + ((fenceCount << 3) >>> 0);
  while (place > fences && loadU32(place - 8) > object) {
    storeU32(place, loadU32(place - 8));
    storeU32(place + 4, loadU32(place - 4));
    place = place - 8;
  }
  storeU32(place, object);
  storeU32(place + 4, object + objectSize(object));
  fenceCount++;
}

/** Start and end of fence `index`, in address order. */
export function fenceStart(index: i32): Addr {
  return loadU32(fences + ((index << 3) >>> 0));
}
export function fenceEnd(index: i32): Addr {
  return loadU32(fences + ((index << 3) >>> 0) + 4);
}
/** Address of the pinned object number `index`. */
export function pinnedObject(index: i32): Addr {
  return loadU32(pinEntry(index));
}
/** The old slot reserved for a nursery object's identity, by its GC word; 0 for none. */
export function shadowOf(word: i32): Addr {
  return (word & FORWARDED) !== 0 ? 0 : ((word >>> 3) << 3) >>> 0;
}
