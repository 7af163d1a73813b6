/**
 * Identity: a number that stays with an object although it moves once. A nursery object whose identity is taken gets
 * the slot it will be promoted to at once, and the identity is that address. The slot bears a header meanwhile, so
 * that it can be walked; if the object dies it is garbage like any other.
 */
import type { Addr, f64, i32, u32 } from "@rts";
import { loadI32, loadU32, storeI32, storeI64, storeU32 } from "@rts/raw";
import { memoryError } from "./finalizers.ts";
import { objectSize } from "./header.ts";
import { newbornFlags } from "./colour.ts";
import { inNursery } from "./nursery.ts";
import { shadowOf } from "./pinning.ts";
import { allocateSlot } from "./sizeclasses.ts";

/** The address at which the object will be, or is, when old. Throws MemoryError; never collects. */
export function finalAddress(object: Addr): Addr {
  if (!inNursery(object)) return object;
  const word = loadI32(object + 4);
  const reserved: Addr = shadowOf(word);
  if (reserved !== 0) return reserved;
  const size: u32 = objectSize(object);
  const slot: Addr = allocateSlot(size);
  if (slot === 0) throw memoryError;
  const end: Addr = slot + size;
  for (let at: Addr = slot; at < end; at += 8) storeI64(at, 0n);
  storeU32(slot, loadU32(object));
  storeI32(slot + 4, newbornFlags);
  storeI32(object + 4, (slot | 0) | word);
  return slot;
}

/** A hash from the object's identity. */
export function hashOf(object: Addr): i32 {
  const address: Addr = finalAddress(object);
  const mixed = Math.imul((address >>> 3) | 0, -1640531527);
  return mixed ^ (mixed >>> 15);
}

/** The object's identity as a number. */
export function idOf(object: Addr): f64 {
  return finalAddress(object);
}
