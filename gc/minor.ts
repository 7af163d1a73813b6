/**
 * The minor collection: survivors of the nursery are copied to slots of the old generation at once, as in PyPy's
 * incminimark.
 *
 * A copied object leaves its new address in word 0. Copies whose references are still to be followed form a list that
 * links through the GC words of the originals, so the collection needs no memory besides the copies' slots, and
 * those are reserved (`nursery.ts`): it cannot fail.
 *
 * Roots: the shadow stack, the root area, remembered objects, array elements in the log or under dirty cards, registered finalizers. What
 * lies under pinned objects stays; an old object that refers to one stays remembered.
 */
import type { Addr, bool, i32, u32 } from "@rts";
import { host_panic } from "@rts/host";
import {
  loadI32,
  loadI64,
  loadU16,
  loadU32,
  loadU8,
  rawCopy,
  storeI32,
  storeI64,
  storeU32,
  storeU8,
} from "@rts/raw";
import { blocksStart, E_CARDS, E_LIST, entryOf, inBlocks, kindOf, LARGE_YOUNG } from "./blocks.ts";
import { CARD_ELEMENTS, cardBytesInUse, takeDirty } from "./cards.ts";
import { isMarked, MARKING, newbornFlags, phase } from "./colour.ts";
import { visitYoungFinalizers } from "./finalizers.ts";
import {
  arraySize,
  CARDS_LISTED,
  FORWARDED,
  KIND_DATA_ARRAY,
  KIND_REF_ARRAY,
  KIND_WEAK,
  objectSize,
  PINNED,
  TRACK_YOUNG,
} from "./header.ts";
import { freeYoungLarge, promoteLarge, takeToScan, youngLargeCount } from "./large.ts";
import { markRef, rescan } from "./mark.ts";
import { nurseryClose, nurseryReset, nurserySize, nurseryStart, poisonNursery } from "./nursery.ts";
import { pinCount, settlePins, shadowOf, visitPinned } from "./pinning.ts";
import {
  keepRemembered,
  loggedArray,
  loggedIndex,
  remembered,
  swapRemembered,
  takeLogged,
  takeRememberedOverflow,
} from "./remembered.ts";
import { allocateSlot, beginFreshOnly, endFreshOnly } from "./sizeclasses.ts";
import { poisoning, rootsEnd, rootsStart, stackStart } from "./tunables.ts";
import { walkNext, walkStart } from "./walk.ts";
import { noteYoungWeak, settleYoungWeak } from "./weakref.ts";
import { markCard } from "./cards.ts";
import { popWord } from "./wordstack.ts";

/** Originals of copies whose references are to be followed. */
let worklist: Addr = 0;
/** A reference to a pinned object was met since it was last reset. */
let sawPinned: bool = false;

/** Evacuates the nursery. `sp`: end of the shadow stack. */
export function collectNursery(sp: Addr): void {
  nurseryClose();
  worklist = 0;
  if (takeRememberedOverflow()) visitUnlisted();
  visitStack(sp);
  for (let slot: Addr = rootsStart; slot < rootsEnd; slot += 4) visitSlot(slot);
  visitRemembered();
  visitDirtyCards();
  visitLogged();
  visitYoungFinalizers();
  drain();
  swapRemembered();
  settleYoungWeak();
  freeYoungLarge();
  settlePins();
  if (poisoning) poisonNursery();
  nurseryReset();
}

/** Visits the words of the shadow stack; an odd word says how many to skip. */
function visitStack(sp: Addr): void {
  let slot: Addr = stackStart;
  while (slot < sp) {
    const word: u32 = loadU32(slot);
    if ((word & 1) !== 0) slot += ((word >>> 1) << 2) >>> 0;
    else if (word !== 0) visitSlot(slot);
    slot += 4;
  }
}

/** Follows the reference at `slot` and updates it. */
export function visitSlot(slot: Addr): void {
  const ref: Addr = loadU32(slot);
  if (((ref - nurseryStart) >>> 0) < nurserySize) storeU32(slot, forward(ref));
  else if (youngLargeCount !== 0) visitLarge(ref);
}

function visitLarge(ref: Addr): void {
  if (inBlocks(ref) && kindOf(ref) === LARGE_YOUNG) promoteLarge(ref);
}

/** The new address of the nursery object at `object`, which is copied when it was not yet. */
export function forward(object: Addr): Addr {
  const word = loadI32(object + 4);
  if (word !== 0) {
    if ((word & FORWARDED) !== 0) return loadU32(object);
    return forwardSpecial(object, word);
  }
  const info: Addr = loadU32(object);
  const kind = loadI32(info);
  let size: u32 = loadU32(info + 4);
  if (kind === KIND_DATA_ARRAY || kind === KIND_REF_ARRAY) size = arraySize(info, loadU32(object + 8));
  const to: Addr = allocateSlot(size);
  if (to === 0) host_panic(7, object | 0, size | 0);
  evacuate(object, to, info, kind, size);
  return to;
}

/** Pinned objects stay; an object whose identity was taken goes to the slot that was reserved for it. */
function forwardSpecial(object: Addr, word: i32): Addr {
  if ((word & PINNED) !== 0) {
    sawPinned = true;
    visitPinned(object);
    return object;
  }
  const to: Addr = shadowOf(word);
  const info: Addr = loadU32(object);
  evacuate(object, to, info, loadI32(info), objectSize(object));
  return to;
}

/** Copies `size` bytes to the slot `to`, leaves the forwarding mark and queues what has references. */
function evacuate(object: Addr, to: Addr, info: Addr, kind: i32, size: u32): void {
  if (size <= 128) {
    const end: Addr = object + size;
    let target: Addr = to + 8;
    for (let source: Addr = object + 8; source < end; source += 8) {
      storeI64(target, loadI64(source));
      target += 8;
    }
  } else {
    rawCopy(to + 8, object + 8, size - 8);
  }
  storeU32(to, info);
  storeI32(to + 4, newbornFlags);
  storeU32(object, to);
  if (kind === KIND_REF_ARRAY || (kind !== KIND_DATA_ARRAY && loadI32(info + 8) !== 0)) {
    storeI32(object + 4, (worklist | 0) | FORWARDED);
    worklist = object;
  } else {
    storeI32(object + 4, FORWARDED);
  }
  if (kind === KIND_WEAK) noteYoungWeak(to);
}

/** Follows the references of all copies, until none is left. */
function drain(): void {
  for (;;) {
    while (worklist !== 0) {
      const original: Addr = worklist;
      worklist = ((loadI32(original + 4) >>> 3) << 3) >>> 0;
      traceWatched(loadU32(original));
    }
    const large: Addr = takeToScan();
    if (large === 0) return;
    traceWatched(large);
  }
}

/** Traces an old object and keeps it remembered if it refers to a pinned one. */
function traceWatched(object: Addr): void {
  if (pinCount === 0) {
    traceObject(object);
    return;
  }
  sawPinned = false;
  traceObject(object);
  if (sawPinned) keepRemembered(object);
}

/** Follows all references of the old object at `object`. */
function traceObject(object: Addr): void {
  const info: Addr = loadU32(object);
  const kind = loadI32(info);
  if (kind === KIND_REF_ARRAY) {
    const first: Addr = object + loadU32(info + 4);
    traceRange(first, first + ((loadI32(object + 8) << 2) >>> 0));
    return;
  }
  if (kind === KIND_DATA_ARRAY) return;
  const start: Addr = nurseryStart;
  const size: u32 = nurserySize;
  const end: Addr = loadU32(info + 12) + ((loadI32(info + 8) << 1) >>> 0);
  for (let offset: Addr = loadU32(info + 12); offset < end; offset += 2) {
    const slot: Addr = object + (loadU16(offset) >>> 0);
    const ref: Addr = loadU32(slot);
    if (((ref - start) >>> 0) < size) storeU32(slot, forward(ref));
    else if (youngLargeCount !== 0) visitLarge(ref);
  }
}

/** Follows the references in [from, to). */
function traceRange(from: Addr, to: Addr): void {
  const start: Addr = nurseryStart;
  const size: u32 = nurserySize;
  for (let slot: Addr = from; slot < to; slot += 4) {
    const ref: Addr = loadU32(slot);
    if (((ref - start) >>> 0) < size) storeU32(slot, forward(ref));
    else if (youngLargeCount !== 0) visitLarge(ref);
  }
}

/** Visits the remembered objects, which are watched again from then on. */
function visitRemembered(): void {
  for (;;) {
    const object: Addr = popWord(remembered);
    if (object === 0) break;
    visitRememberedObject(object);
  }
}

function visitRememberedObject(object: Addr): void {
  const flags = loadI32(object + 4);
  if ((flags & TRACK_YOUNG) !== 0) return;
  storeI32(object + 4, flags | TRACK_YOUNG);
  if (phase === MARKING && (object < blocksStart || isMarked(object))) rescan(object);
  traceWatched(object);
}

/**
 * The remembered set was incomplete: every old object with TRACK_YOUNG clear is visited. Nothing was promoted yet, so
 * the reserve is whole although promotion uses fresh blocks only until the walk is over.
 */
function visitUnlisted(): void {
  walkStart(true);
  beginFreshOnly();
  for (;;) {
    const object: Addr = walkNext();
    if (object === 0) break;
    if (kindOf(object) !== LARGE_YOUNG) visitRememberedObject(object);
  }
  endFreshOnly();
}

/** Visits the elements under dirty cards. */
function visitDirtyCards(): void {
  let array: Addr = takeDirty();
  while (array !== 0) {
    const next: Addr = loadU32(entryOf(array) + E_LIST);
    storeI32(array + 4, loadI32(array + 4) ^ CARDS_LISTED);
    visitCards(array);
    array = next;
  }
}

/** Visits the elements in the log; while marking, what a marked array refers to is marked. */
function visitLogged(): void {
  while (takeLogged()) {
    const array: Addr = loggedArray;
    const slot: Addr = array + loadU32(loadU32(array) + 4) + ((loggedIndex << 2) >>> 0);
    sawPinned = false;
    visitSlot(slot);
    if (sawPinned) markCard(array, loggedIndex);
    if (phase === MARKING && isMarked(array)) markRef(loadU32(slot));
  }
}

function visitCards(array: Addr): void {
  const cards: Addr = loadU32(entryOf(array) + E_CARDS);
  const end: Addr = cards + cardBytesInUse(loadI32(array + 8));
  let index: u32 = 0;
  for (let at: Addr = cards; at < end; at++) {
    const bits = loadU8(at);
    if (bits !== 0) {
      storeU8(at, 0);
      for (let bit = 0; bit < 8; bit++) {
        if ((bits & (1 << bit)) !== 0) visitCard(array, index + CARD_ELEMENTS * (bit >>> 0));
      }
    }
    index += CARD_ELEMENTS * 8;
  }
}

/** Visits the elements of one card; while marking, what a marked array refers to is marked. */
function visitCard(array: Addr, first: u32): void {
  const length: u32 = loadU32(array + 8);
  const last: u32 = length - first < CARD_ELEMENTS ? length : first + CARD_ELEMENTS;
  const base: Addr = array + loadU32(loadU32(array) + 4);
  const from: Addr = base + ((first << 2) >>> 0);
  const to: Addr = base + ((last << 2) >>> 0);
  sawPinned = false;
  traceRange(from, to);
  if (sawPinned) markCard(array, first);
  if (phase !== MARKING || !isMarked(array)) return;
  for (let slot: Addr = from; slot < to; slot += 4) markRef(loadU32(slot));
}

/** Marking ended: drops garbage from what stayed remembered because of pinned objects. */
export function filterRemembered(): void {
  for (;;) {
    const object: Addr = popWord(remembered);
    if (object === 0) break;
    if (object < blocksStart || isMarked(object)) keepRemembered(object);
  }
  swapRemembered();
}
