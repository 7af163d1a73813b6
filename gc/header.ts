/**
 * Objects as the collector sees them: header, flags of the GC word, type infos, sizes.
 *
 * The GC word (offset 4) means different things for young and old objects; which of the two an object is follows
 * from its address alone (`nursery.ts`), save that young large objects have a GC word of 0.
 *
 * Nursery object: bit 1 PINNED, bit 2 FORWARDED. Above the three low bits: 0; or the address of the old slot that
 * was reserved because the object's identity was taken; or, once FORWARDED, the link of the minor collection's
 * worklist (word 0 then holds the new address).
 *
 * Old object: the flags below that say so. All old objects have TRACK_YOUNG set except those in the remembered
 * set and written since.
 */
import type { Addr, i32, u32 } from "@rts";
import { loadI32, loadU32 } from "@rts/raw";

/** Old: a reference must not be stored before the object is remembered. Tested by translated code. */
export const TRACK_YOUNG: i32 = 1;
/** Old large array of references: it has a card table. Tested by translated code. */
export const HAS_CARDS: i32 = 2;
/** Nursery: `pin` is in force. */
export const PINNED: i32 = 2;
/** Nursery: word 0 is the new address. */
export const FORWARDED: i32 = 4;
/** Old: the colour; the object is marked when the bit equals `currentMark` of `colour.ts`. */
export const MARK: i32 = 8;
/** Old with cards: in the list of arrays with dirty cards. */
export const CARDS_LISTED: i32 = 16;
/** Prebuilt: was written since program start, so it may refer to the heap. */
export const WRITTEN: i32 = 32;
/** Used by the heap checker while it runs. */
export const CHECKED: i32 = 64;

/** Kinds of type infos. */
export const KIND_OBJECT: i32 = 0;
export const KIND_DATA_ARRAY: i32 = 1;
export const KIND_REF_ARRAY: i32 = 2;
export const KIND_WEAK: i32 = 3;
export const KIND_QUEUE: i32 = 4;

/** Largest object, in bytes, that lives in the nursery and in size-class blocks. */
export const LARGE_OBJECT: i32 = 16384;

/** Rounds up to a multiple of 8. */
export function align8(bytes: u32): u32 {
  return (((bytes + 7) >>> 3) << 3) >>> 0;
}

/** True for type infos of arrays. */
export function isArrayKind(kind: i32): boolean {
  return kind === KIND_DATA_ARRAY || kind === KIND_REF_ARRAY;
}

/** Bytes of an array of type `info` and `length` elements; the caller knows that they fit. */
export function arraySize(info: Addr, length: u32): u32 {
  return align8(loadU32(info + 4) + ((length << loadI32(info + 8)) >>> 0));
}

/** Bytes of the object at `object`, whose word 0 is a type info. */
export function objectSize(object: Addr): u32 {
  const info: Addr = loadU32(object);
  if (isArrayKind(loadI32(info))) return arraySize(info, loadU32(object + 8));
  return loadU32(info + 4);
}

/** True when objects of type `info` can hold references that the collector follows. */
export function hasReferences(info: Addr): boolean {
  const kind = loadI32(info);
  if (kind === KIND_REF_ARRAY) return true;
  return kind !== KIND_DATA_ARRAY && loadI32(info + 8) !== 0;
}
