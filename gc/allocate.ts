/**
 * The slow paths of allocation, and the collections they cause. An allocation that finds no room tries a minor
 * collection (with a step of the major one, if due), then a full collection, and throws MemoryError after that; the
 * heap is consistent then, and the program may go on.
 */
import type { Addr, bool, f64, i32, u32 } from "@rts";
import { loadI32, stackPointer, storeI32, storeU32 } from "@rts/raw";
import { runCallbacks } from "./callbacks.ts";
import { fullCollection, majorEnabled, majorStep, minorCollection, oldBytes, stepDue } from "./cycle.ts";
import { memoryError } from "./finalizers.ts";
import { align8, arraySize, LARGE_OBJECT } from "./header.ts";
import { newLarge, youngLargeBytes } from "./large.ts";
import { nurserySize, nurseryTake } from "./nursery.ts";
import { stress } from "./tunables.ts";

/** Most bytes of an array. */
const LARGEST: u32 = 3758096384;
/** In stress mode, a step of the major collection comes with one in so many allocations. */
const STRESS_STEPS: i32 = 8;
let stressCount: i32 = 0;

/**
 * `size` bytes of zeroed nursery, to which the caller writes a header; `size` is at most LARGE_OBJECT. Throws
 * MemoryError.
 */
export function gcReserve(size: i32): Addr {
  const bytes: u32 = align8(size >>> 0);
  if (stress) stressCollection(stackPointer());
  const at: Addr = nurseryTake(bytes);
  return at !== 0 ? at : reserveSlow(stackPointer(), bytes);
}

function reserveSlow(sp: Addr, bytes: u32): Addr {
  collectForSpace(sp);
  let at: Addr = nurseryTake(bytes);
  if (at !== 0) return at;
  fullCollection(sp);
  runCallbacks();
  at = nurseryTake(bytes);
  if (at === 0) throw memoryError;
  return at;
}

/**
 * A new array of type `info`: zeroed, with header and length. Throws MemoryError, also for a negative length or one
 * that no memory can hold.
 */
export function gcNewArray(info: Addr, length: i32): Addr {
  const elements: u32 = length >>> 0;
  if (length < 0 || elements > ((LARGEST >>> loadI32(info + 8)) >>> 0)) throw memoryError;
  const size: u32 = arraySize(info, elements);
  const at: Addr = size <= (LARGE_OBJECT >>> 0)
    ? gcReserve(size | 0)
    : reserveLarge(stackPointer(), info, size);
  storeU32(at, info);
  storeI32(at + 8, length);
  return at;
}

function reserveLarge(sp: Addr, info: Addr, size: u32): Addr {
  if (stress) stressCollection(sp);
  else if (tooMuchYoung(size)) collectForSpace(sp);
  let at: Addr = newLarge(info, size);
  if (at !== 0) return at;
  fullCollection(sp);
  runCallbacks();
  at = newLarge(info, size);
  if (at === 0) throw memoryError;
  return at;
}

/** Large young objects do not fill the nursery; their bytes cause minor collections all the same. */
function tooMuchYoung(size: u32): bool {
  const limit: f64 = oldBytes() / 8 > nurserySize ? oldBytes() / 8 : nurserySize;
  return youngLargeBytes * 1.0 + size > limit;
}

/** A minor collection and, if due, a step of the major one. */
function collectForSpace(sp: Addr): void {
  minorCollection(sp);
  if (stepDue()) majorStep(sp);
  runCallbacks();
}

function stressCollection(sp: Addr): void {
  minorCollection(sp);
  stressCount++;
  if (stressCount >= STRESS_STEPS && majorEnabled) {
    stressCount = 0;
    majorStep(sp);
  }
  runCallbacks();
}

/** Runs a minor collection (`generation` 0) or a full one. */
export function gcCollect(generation: i32): void {
  if (generation === 0) minorCollection(stackPointer());
  else fullCollection(stackPointer());
  runCallbacks();
}

/** A minor collection and one step of a major one, which is begun if none is under way; true when it finished one. */
export function gcCollectStep(): bool {
  const sp: Addr = stackPointer();
  minorCollection(sp);
  const finished = majorStep(sp);
  runCallbacks();
  return finished;
}
