/**
 * The phase of the major collection and the colours of old objects.
 *
 * An old object is marked when its MARK bit equals `currentMark`. The meaning flips when marking starts, so that
 * nobody has to clear bits. Outside marking, every live old object is marked, newly promoted ones included. During
 * marking, promoted objects start unmarked: whatever refers to them is scanned later or scanned again.
 */
import type { Addr, i32 } from "@rts";
import { loadI32 } from "@rts/raw";
import { MARK, TRACK_YOUNG } from "./header.ts";

export const IDLE: i32 = 0;
export const MARKING: i32 = 1;
export const SWEEPING: i32 = 2;

/** IDLE, MARKING or SWEEPING. */
export let phase: i32 = IDLE;
/** MARK or 0. */
export let currentMark: i32 = 0;
/** GC word of an object that becomes old now. */
export let newbornFlags: i32 = TRACK_YOUNG;

/** Forgets the last run; part of `gcInit`. */
export function colourInit(): void {
  phase = IDLE;
  currentMark = 0;
  newbornFlags = TRACK_YOUNG;
}
/** All old objects become unmarked. */
export function beginMarkingColours(): void {
  newbornFlags = TRACK_YOUNG | currentMark;
  currentMark = currentMark ^ MARK;
  phase = MARKING;
}
/** Unmarked objects are garbage from here on; newborn ones are live. */
export function beginSweepingColours(): void {
  newbornFlags = TRACK_YOUNG | currentMark;
  phase = SWEEPING;
}
/** No garbage is left in the old generation, as far as marking found it. */
export function endSweepingColours(): void {
  phase = IDLE;
}
/** Tells whether the old object at `object` is marked. */
export function isMarked(object: Addr): boolean {
  return (loadI32(object + 4) & MARK) === currentMark;
}
