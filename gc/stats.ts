/**
 * Statistics, and the hook that programs may install to learn of collections. Times are in milliseconds, sizes in bytes.
 */
import type { f64, i32 } from "@rts";
import { GcStat } from "@rts";
import { BLOCK, peakBlocks, residentBytes } from "./blocks.ts";
import { oldBytes, pressure } from "./cycle.ts";
import { largeAllocated } from "./large.ts";
import { nurseryAllocated, nurserySize } from "./nursery.ts";

let minorCollections: f64 = 0;
let majorCollections: f64 = 0;
let totalMs: f64 = 0;
let maxMinorMs: f64 = 0;
let maxStepMs: f64 = 0;
let promotedBytes: f64 = 0;

/** Times that the hook was not told yet; -1: none. */
let pendingMinor: f64 = -1;
let pendingStep: f64 = -1;
let pendingCycle: f64 = -1;
/** Time in the steps of the cycle under way. */
let cycleMs: f64 = 0;

export function statsInit(): void {
  minorCollections = 0;
  majorCollections = 0;
  totalMs = 0;
  maxMinorMs = 0;
  maxStepMs = 0;
  promotedBytes = 0;
  pendingMinor = -1;
  pendingStep = -1;
  pendingCycle = -1;
  cycleMs = 0;
}

/** A minor collection took `ms` and promoted `bytes`. */
export function noteMinor(ms: f64, bytes: f64): void {
  minorCollections = minorCollections + 1;
  promotedBytes = promotedBytes + bytes;
  totalMs = totalMs + ms;
  if (ms > maxMinorMs) maxMinorMs = ms;
  pendingMinor = ms;
}
/** An incremental step took `ms`. */
export function noteStep(ms: f64): void {
  cycleMs = cycleMs + ms;
  totalMs = totalMs + ms;
  if (ms > maxStepMs) maxStepMs = ms;
  pendingStep = ms;
}
/** Part of a full collection took `ms`: no pause that the budget of a step should bound. */
export function noteFull(ms: f64): void {
  cycleMs = cycleMs + ms;
  totalMs = totalMs + ms;
}
/** A major collection is complete. */
export function noteCycle(): void {
  majorCollections = majorCollections + 1;
  pendingCycle = cycleMs;
  cycleMs = 0;
}

/** Takes the pending time of hook kind 0, 1 or 2; -1 when there is none. */
export function takePending(kind: i32): f64 {
  let ms: f64 = -1;
  if (kind === 0) {
    ms = pendingMinor;
    pendingMinor = -1;
  } else if (kind === 1) {
    ms = pendingStep;
    pendingStep = -1;
  } else {
    ms = pendingCycle;
    pendingCycle = -1;
  }
  return ms;
}

/** Major collections finished so far. */
export function majorCount(): f64 {
  return majorCollections;
}

/** The statistic `which`; 0 for an unknown one. */
export function gcStat(which: GcStat): f64 {
  switch (which) {
    case GcStat.MinorCollections:
      return minorCollections;
    case GcStat.MajorCollections:
      return majorCollections;
    case GcStat.OldBytes:
      return oldBytes();
    case GcStat.HeapBytes:
      return residentBytes() + nurserySize;
    case GcStat.PeakBytes:
      return peakBlocks * 1.0 * BLOCK + nurserySize;
    case GcStat.TimeMs:
      return totalMs;
    case GcStat.MaxMinorMs:
      return maxMinorMs;
    case GcStat.MaxStepMs:
      return maxStepMs;
    case GcStat.PromotedBytes:
      return promotedBytes;
    case GcStat.PressureBytes:
      return pressure;
    case GcStat.AllocatedBytes:
      return nurseryAllocated() + largeAllocated;
    default:
      return 0;
  }
}
