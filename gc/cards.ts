/**
 * Card marking: a large old array of references has a bit for each 128 elements, so that writing elements of a big
 * array does not make the next minor collection look at all of it. Cards are set when the log of written elements
 * (`remembered.ts`) is full. Arrays with a card set are in a list that links through the block table.
 */
import type { Addr, i32, u32 } from "@rts";
import { loadI32, loadU32, loadU8, storeI32, storeU32, storeU8 } from "@rts/raw";
import { E_CARDS, E_LIST, entryOf } from "./blocks.ts";
import { align8, CARDS_LISTED } from "./header.ts";

/** Elements of a card. */
export const CARD_ELEMENTS: u32 = 128;

/** Arrays with a dirty card. */
export let dirtyHead: Addr = 0;

export function cardsInit(): void {
  dirtyHead = 0;
}

/** Bytes of the card table of an array of references that takes `size` bytes: a multiple of 8. */
export function cardBytes(info: Addr, size: u32): u32 {
  const elements: u32 = ((size - loadU32(info + 4)) >>> 2) >>> 0;
  return align8(((elements >>> 10) >>> 0) + 1);
}

/** Sets the card of element `index` of `array`, which has cards. */
export function markCard(array: Addr, index: u32): void {
  const entry: Addr = entryOf(array);
  const at: Addr = loadU32(entry + E_CARDS) + ((index >>> 10) >>> 0);
  storeU8(at, loadU8(at) | (1 << ((index >>> 7) & 7)));
  const flags = loadI32(array + 4);
  if ((flags & CARDS_LISTED) !== 0) return;
  storeI32(array + 4, flags | CARDS_LISTED);
  storeU32(entry + E_LIST, dirtyHead);
  dirtyHead = array;
}

/** Sets the cards of the elements from `start` to `end` of `array`; `start` is less than `end`. */
export function markCards(array: Addr, start: u32, end: u32): void {
  const first: u32 = start - (start & 127);
  for (let index: u32 = first; index < end; index += CARD_ELEMENTS) markCard(array, index);
}

/** Takes the whole list; its arrays stay linked through E_LIST. */
export function takeDirty(): Addr {
  const head: Addr = dirtyHead;
  dirtyHead = 0;
  return head;
}

/** Removes an array that is about to be freed from the list. */
export function unlistCards(array: Addr): void {
  const next: Addr = loadU32(entryOf(array) + E_LIST);
  if (dirtyHead === array) {
    dirtyHead = next;
    return;
  }
  for (let other: Addr = dirtyHead; other !== 0; other = loadU32(entryOf(other) + E_LIST)) {
    if (loadU32(entryOf(other) + E_LIST) === array) {
      storeU32(entryOf(other) + E_LIST, next);
      return;
    }
  }
}

/** Number of card bytes in use for `length` elements. */
export function cardBytesInUse(length: i32): u32 {
  return (((length + 1023) >>> 10) >>> 0);
}
