/**
 * The write barriers and what they remember: old objects that may refer to young ones, and prebuilt objects that
 * may refer to the heap at all.
 *
 * Invariant between minor collections: an old object that refers to a young one has TRACK_YOUNG clear and is in the
 * remembered set; or it is a large array, and the element is in the log or under a dirty card. When memory for the set runs out, `rememberedOverflow` says
 * that objects with TRACK_YOUNG clear are somewhere in the heap, and the next minor collection looks for them. The
 * barriers never collect, never raise.
 */
import type { Addr, bool, i32, u32 } from "@rts";
import { loadI32, storeI32 } from "@rts/raw";
import { blocksStart } from "./blocks.ts";
import { markCard, markCards } from "./cards.ts";
import { HAS_CARDS, TRACK_YOUNG, WRITTEN } from "./header.ts";
import { popWord, pushWord } from "./wordstack.ts";

/** Descriptors of the remembered set, of its part that stays for the next time, and of written prebuilts. */
export let remembered: Addr = 0;
export let kept: Addr = 0;
export let written: Addr = 0;
/** The remembered set is incomplete. */
export let rememberedOverflow: bool = false;
/** Elements of arrays with cards written since the last minor collection: cards are for when it is full. */
let elementLog: Addr = 0;
let logCount: i32 = 0;
export let loggedArray: Addr = 0;
export let loggedIndex: u32 = 0;
/** Most elements logged between two minor collections. */
const MOST_LOGGED: i32 = 32768;
/** The list of written prebuilt objects is incomplete. */
export let writtenOverflow: bool = false;

/** `at`: four descriptors. */
export function rememberedInit(at: Addr): void {
  remembered = at;
  kept = at + 16;
  written = at + 32;
  elementLog = at + 48;
  logCount = 0;
  rememberedOverflow = false;
  writtenOverflow = false;
}

/** Before a reference is stored in the old object at `object`, whose TRACK_YOUNG is set. */
export function gcWriteBarrier(object: Addr): void {
  const flags = loadI32(object + 4);
  if ((flags & TRACK_YOUNG) === 0) return;
  if (object < blocksStart && (flags & WRITTEN) === 0) {
    storeI32(object + 4, (flags ^ TRACK_YOUNG) | WRITTEN);
    if (!pushWord(written, object)) writtenOverflow = true;
  } else {
    storeI32(object + 4, flags ^ TRACK_YOUNG);
  }
  if (!pushWord(remembered, object)) rememberedOverflow = true;
}

/** Before a reference is stored in element `index` of an array that has TRACK_YOUNG, and may have cards. */
export function gcCardBarrier(array: Addr, index: i32): void {
  if ((loadI32(array + 4) & HAS_CARDS) === 0) {
    gcWriteBarrier(array);
    return;
  }
  if (!logElement(array, index >>> 0)) markCard(array, index >>> 0);
}

/** Notes an element that is about to be written; false when the log is full. */
function logElement(array: Addr, index: u32): bool {
  if (logCount >= MOST_LOGGED || !pushWord(elementLog, index + 1)) return false;
  if (!pushWord(elementLog, array)) {
    popWord(elementLog);
    return false;
  }
  logCount++;
  return true;
}

/** Takes the next element noted since the last minor collection into `loggedArray` and `loggedIndex`; false: none. */
export function takeLogged(): bool {
  loggedArray = popWord(elementLog);
  logCount = 0;
  if (loggedArray === 0) return false;
  loggedIndex = popWord(elementLog) - 1;
  return true;
}

/** Before references are copied or filled into the elements from `start` to `end` of `array`, which has TRACK_YOUNG. */
export function gcArrayWriteBarrier(array: Addr, start: i32, end: i32): void {
  if ((loadI32(array + 4) & HAS_CARDS) === 0) gcWriteBarrier(array);
  else if (end - start > 1) markCards(array, start >>> 0, end >>> 0);
  else if (end > start) gcCardBarrier(array, start);
}

/** The next minor collection must look at the old object at `object` again; its TRACK_YOUNG is cleared. */
export function keepRemembered(object: Addr): void {
  storeI32(object + 4, loadI32(object + 4) & ~TRACK_YOUNG);
  if (!pushWord(kept, object)) rememberedOverflow = true;
}

/** The kept part becomes the remembered set; the old one is empty. */
export function swapRemembered(): void {
  const empty: Addr = remembered;
  remembered = kept;
  kept = empty;
}

/** Tells whether the set was incomplete, and forgets it. */
export function takeRememberedOverflow(): bool {
  const result = rememberedOverflow;
  rememberedOverflow = false;
  return result;
}
