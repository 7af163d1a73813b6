/**
 * The major collection as a sequence of phases, and how fast it goes.
 *
 * IDLE until the old generation reaches `threshold`; then MARKING and SWEEPING in steps, one after each minor
 * collection, with an empty nursery (but for pinned objects, which have no references). Marking is paced so that it
 * ends about when the old generation reaches `goal`: what is promoted pays for what is still to be traced.
 */
import type { Addr, bool, f64, u32 } from "@rts";
import { host_clock } from "@rts/host";
import { blocksStart, discardFree } from "./blocks.ts";
import {
  beginMarkingColours,
  beginSweepingColours,
  endSweepingColours,
  IDLE,
  MARKING,
  phase,
} from "./colour.ts";
import { markDead, queueDead } from "./finalizers.ts";
import { largeBytes } from "./large.ts";
import { markDone, markDrain, markRoots, markWritten, takeLeafBytes } from "./mark.ts";
import { collectNursery, filterRemembered } from "./minor.ts";
import { nurserySize, setNurseryQuota } from "./nursery.ts";
import { majorCount, noteCycle, noteFull, noteMinor, noteStep } from "./stats.ts";
import { takeSlotBytes } from "./sizeclasses.ts";
import { beginSweep, sweepSome, takeFreedBytes, unsweptBlocks } from "./sweep.ts";
import {
  checking,
  growthFactor,
  incrementStep,
  majorFactor,
  maxDelta,
  maximumBytes,
  minimumBytes,
  stepMilliseconds,
} from "./tunables.ts";
import { checkHeap } from "./heapcheck.ts";
import { clearDeadWeak, dropDeadWeak } from "./weakref.ts";

/** Bytes traced, or blocks swept, between looks at the clock. */
const TRACE_SLICE: f64 = 32768;
const SWEEP_SLICE: u32 = 16;
/** Blocks that a step sweeps at least. */
const SWEEP_LEAST: f64 = 512;
const ALL: u32 = 4294967295;
/** Bytes that addresses reach. */
const ADDRESSES: f64 = 4294967296;
/** Blocks that a step gives back to the system. */
const DISCARD_SLICE: u32 = 128;
/** Part of the nursery to use between sweeping steps: the sooner memory is swept, the less is added. */
const SWEEPING_NURSERY: f64 = 0.25;
/** When marking lags behind, at least this part of the nursery is used between steps. */
const LEAST_NURSERY: f64 = 0.0625;
/**
 * Marking starts when this part of the way from what survived to the goal is done. What dies after it was marked
 * stays until the next time: the shorter marking takes, in promoted bytes, the less that is.
 */
const START: f64 = 0.7;

/** Bytes in slots of small old objects, garbage not yet swept included. */
let smallBytes: f64 = 0;
/** Bytes held outside on behalf of objects, reported since the last major collection. */
export let pressure: f64 = 0;
/** Marking starts when the old generation and the pressure reach it. */
let threshold: f64 = 0;
/** Marking should be complete when the old generation reaches it. */
let goal: f64 = 0;
/** Estimate of the bytes that marking still has to look at. */
let toTrace: f64 = 0;
/** Bytes promoted since the last step. */
let debt: f64 = 0;
/** Bytes promoted since marking ended. */
let promotedSinceMark: f64 = 0;
/** A step left the end of marking to the next. */
let endPutOff: bool = false;
/** Free blocks are still to be given back after the last major collection. */
let discarding: bool = false;
/** Part of the nursery that is used between minor collections. */
let nurseryPart: f64 = 1;
/** Automatic major collections. */
export let majorEnabled: bool = true;

export function cycleInit(): void {
  smallBytes = 0;
  pressure = 0;
  debt = 0;
  promotedSinceMark = 0;
  discarding = false;
  nurseryPart = 1;
  majorEnabled = true;
  goal = 0;
  setGoal();
}

/** Bytes of old objects, garbage not yet swept included. */
export function oldBytes(): f64 {
  return smallBytes + largeBytes;
}
/** Adds to the pressure; negative bytes take it back. */
export function addPressure(bytes: f64): void {
  pressure = pressure + bytes;
  if (pressure < 0) pressure = 0;
}
/** Switches automatic major collections. */
export function setMajorEnabled(enabled: bool): void {
  majorEnabled = enabled;
  useNursery(1);
}

/** A minor collection, with its time and what it promoted. `sp`: end of the shadow stack. */
export function minorCollection(sp: Addr): void {
  const start = host_clock();
  const largeBefore = largeBytes;
  collectNursery(sp);
  const slots: f64 = takeSlotBytes();
  const promoted: f64 = slots + (largeBytes - largeBefore);
  smallBytes = smallBytes + slots - takeFreedBytes();
  debt = debt + promoted;
  if (phase === MARKING) toTrace = toTrace + promoted;
  promotedSinceMark = promotedSinceMark + promoted;
  noteMinor(host_clock() - start, promoted);
  if (checking) checkHeap(sp);
}

/** True when a step is due after a minor collection. */
export function stepDue(): bool {
  if (!majorEnabled) return false;
  return phase !== IDLE || discarding || oldBytes() + pressure >= threshold;
}

/** One step, the nursery being empty; true when it finished a major collection. */
export function majorStep(sp: Addr): bool {
  const start = host_clock();
  const before = majorCount();
  if (discarding && oldBytes() + pressure < threshold) {
    discarding = !discardFree(blocksToKeep(), DISCARD_SLICE);
  } else {
    if (phase === IDLE) startMarking(sp);
    if (phase === MARKING) stepMarking(sp, start);
    else stepSweeping(start);
  }
  debt = 0;
  noteStep(host_clock() - start);
  if (checking) checkHeap(sp);
  return majorCount() !== before;
}

/** A complete major collection: the one under way, which may leave garbage, is finished first. */
export function fullCollection(sp: Addr): void {
  minorCollection(sp);
  const start = host_clock();
  if (phase !== IDLE) finish(sp);
  startMarking(sp);
  finish(sp);
  discardFree(blocksToKeep(), ALL);
  discarding = false;
  noteFull(host_clock() - start);
  if (checking) checkHeap(sp);
}

function finish(sp: Addr): void {
  while (phase === MARKING) {
    markDrain(ALL);
    tryEndMarking(sp);
  }
  sweepSome(ALL);
  endSweeping();
}

function startMarking(sp: Addr): void {
  endPutOff = false;
  beginMarkingColours();
  takeLeafBytes();
  toTrace = oldBytes();
  markRoots(sp);
  markWritten();
  markDead();
}

/** The promoted bytes' share of what is still to be traced. */
function markingShare(): f64 {
  let room: f64 = goal - oldBytes();
  if (room < debt) room = debt;
  return room > 0 && toTrace > 0 ? debt * toTrace / room : 0;
}

/** How much a step marks for `share`: within bounds around the tunable. */
function markingBudget(share: f64): f64 {
  let budget: f64 = share;
  if (budget < incrementStep * 0.5) budget = incrementStep * 0.5;
  if (budget > incrementStep * 8.0) budget = incrementStep * 8.0;
  return budget;
}

/** One step, and the part of the nursery to use until the next: less when the step could not do its share. */
function stepMarking(sp: Addr, start: f64): void {
  const share: f64 = markingShare();
  const before: f64 = toTrace;
  traceFor(sp, start, markingBudget(share));
  toTrace = toTrace - takeLeafBytes();
  if (phase !== MARKING) useNursery(1);
  else if (share > 0) useNursery(nurseryPart * (before - toTrace) / share);
}

/** Sets the part of the nursery to use until the next minor collection. */
function useNursery(part: f64): void {
  nurseryPart = part;
  if (part > 1) nurseryPart = 1;
  if (part < LEAST_NURSERY) nurseryPart = LEAST_NURSERY;
  setNurseryQuota((Math.floor(nurserySize * nurseryPart) | 0) >>> 0);
}

function traceFor(sp: Addr, start: f64, work: f64): void {
  let budget: f64 = work;
  while (budget > 0) {
    const slice: f64 = budget < TRACE_SLICE ? budget : TRACE_SLICE;
    const given: u32 = (Math.ceil(slice) | 0) >>> 0;
    const left: u32 = markDrain(given);
    toTrace = toTrace - (given - left);
    budget = budget - (given - left);
    if (left !== 0 && (putOffEnd(start) || tryEndMarking(sp))) return;
    if (stepMilliseconds > 0 && host_clock() - start > stepMilliseconds) return;
  }
}

/**
 * What ends marking goes through lists without a break. A step that has done a lot already leaves that to the next,
 * once in a collection, for the next may have done as much by then.
 */
function putOffEnd(start: f64): bool {
  if (endPutOff || stepMilliseconds <= 0 || host_clock() - start < stepMilliseconds / 4) return false;
  endPutOff = true;
  return true;
}

/** The mark stack is empty: looks at the roots again; true when all is marked and sweeping began. */
function tryEndMarking(sp: Addr): bool {
  markRoots(sp);
  markDead();
  if (!markDone()) return false;
  clearDeadWeak();
  queueDead();
  if (!markDone()) return false;
  dropDeadWeak();
  filterRemembered();
  beginSweepingColours();
  beginSweep();
  promotedSinceMark = 0;
  return true;
}

function stepSweeping(start: f64): void {
  let rest: f64 = SWEEP_LEAST + unsweptBlocks / 32;
  while (rest > 0) {
    if (sweepSome(SWEEP_SLICE)) {
      endSweeping();
      return;
    }
    rest = rest - SWEEP_SLICE;
    if (stepMilliseconds > 0 && host_clock() - start > stepMilliseconds) break;
  }
  smallBytes = smallBytes - takeFreedBytes();
  useNursery(SWEEPING_NURSERY);
}

function endSweeping(): void {
  endSweepingColours();
  useNursery(1);
  smallBytes = smallBytes - takeFreedBytes();
  pressure = 0;
  setGoal();
  discarding = true;
  noteCycle();
}

/** Free blocks that stay resident: what the old generation will need before the next major collection, at most. */
function blocksToKeep(): u32 {
  const room: f64 = (goal - oldBytes()) / 65536;
  return (Math.ceil(room < 0 ? 0 : room) | 0) >>> 0;
}

/**
 * What the old generation should not exceed: something less than the maximum or the 4 GiB of addresses, so that a
 * major collection ends before an allocation fails and makes a full one, which is no step, necessary.
 */
function limit(): f64 {
  const most: f64 = maximumBytes > 0 ? maximumBytes : ADDRESSES - blocksStart;
  return most * 0.96;
}

/**
 * Sets threshold and goal from what marking found alive. What was promoted since does not count: as much may have
 * died since, and a heap that stays the same size must not creep up.
 */
function setGoal(): void {
  const live = oldBytes() - promotedSinceMark;
  let next: f64 = live * majorFactor;
  if (maxDelta > 0 && next > live + maxDelta) next = live + maxDelta;
  if (goal > 0 && next > goal * growthFactor) next = goal * growthFactor;
  if (next < live * 1.1) next = live * 1.1;
  const most = limit();
  if (next > most) next = most < live * 1.02 ? live * 1.02 : most;
  threshold = live + (next - live) * START;
  goal = next;
  if (threshold >= minimumBytes) return;
  threshold = minimumBytes;
  if (goal < threshold * 1.1) goal = threshold * 1.1;
}
