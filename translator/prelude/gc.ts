/**
 * What programs ask of the garbage collector. Untranslated, JavaScript's collector rules, and these functions
 * do the nearest harmless thing; translated, they are functions of `gc/`.
 */
import type { bool, f64, i32 } from "./kinds.ts";

/** Runs a full collection. `generation` 0 is a minor one, others are full. */
export function gcCollect(_generation: i32): void {}

/** Does one step of an incremental collection; true when that step finished a cycle. */
export function gcCollectStep(): bool {
  return true;
}
/** Turns automatic major collections off; minor ones go on. */
export function gcDisable(): void {}
/** Turns automatic major collections on. */
export function gcEnable(): void {}
/** Tells whether automatic major collections are on. */
export function gcIsEnabled(): bool {
  return true;
}
/** Tells the collector about `bytes` held outside the heap on behalf of objects in it. */
export function gcAddMemoryPressure(_bytes: i32): void {}

/** The statistics {@link gcStat} reports, by number. */
export const enum GcStat {
  /** Minor collections so far. */
  MinorCollections = 0,
  /** Finished major collections. */
  MajorCollections = 1,
  /** Bytes of live old objects after the last major collection, plus what was promoted since. */
  OldBytes = 2,
  /** Bytes the heap takes of the linear memory: arenas, large objects, nursery. */
  HeapBytes = 3,
  /** Highest value of HeapBytes. */
  PeakBytes = 4,
  /** Time in collections, in milliseconds. */
  TimeMs = 5,
  /** Longest minor pause, in milliseconds. */
  MaxMinorMs = 6,
  /** Longest incremental step, in milliseconds. */
  MaxStepMs = 7,
  /** Bytes promoted from the nursery. */
  PromotedBytes = 8,
  /** Bytes reported by gcAddMemoryPressure since the last major collection. */
  PressureBytes = 9,
  /** Bytes allocated so far. */
  AllocatedBytes = 10,
}
/** One statistic of the collector; 0 untranslated. */
export function gcStat(_which: GcStat): f64 {
  return 0;
}

/** Installs a function called after each minor (`kind` 0) collection, step (1) and finished cycle (2), with its time. */
export function gcSetHook(_hook: ((kind: i32, milliseconds: f64) => void) | null): void {}

/** Keeps `object` where it is until {@link unpin}; false when too many are pinned. Only for objects without references. */
export function pin(_object: object): bool {
  return true;
}
/** Ends {@link pin}. */
export function unpin(_object: object): void {}

const hashes = new WeakMap<object, number>();
let lastHash = 0;
/** A hash that stays with the object for its life. Objects may share one. */
export function identityHash(object: object): i32 {
  let hash = hashes.get(object);
  if (hash === undefined) {
    lastHash = (Math.imul(lastHash, 1103515245) + 12345) & 0x7fffffff;
    hash = lastHash;
    hashes.set(object, hash);
  }
  return hash;
}
/** A number that no other live object has, stable for the object's life: translated, its final address. */
export function objectId(object: object): f64 {
  let id = ids.get(object);
  if (id === undefined) {
    id = lastId += 8;
    ids.set(object, id);
  }
  return id;
}
const ids = new WeakMap<object, number>();
let lastId = 1024;

/** A reference that does not keep its target alive. */
export class WeakReference<T extends object> {
  private readonly target: WeakRef<T>;
  constructor(target: T) {
    this.target = new WeakRef(target);
  }
  /** The target, or null once it was collected. */
  get(): T | null {
    return this.target.deref() ?? null;
  }
}

/**
 * Objects registered here are handed out once after they became unreachable, in the order of registration
 * (RPython's `rgc.FinalizerQueue`). `trigger` runs at the end of a collection that found some; it must not
 * allocate, and usually sets a flag. Create queues at module top level. Untranslated, nothing is ever handed out.
 */
export class FinalizerQueue<T extends object> {
  constructor(readonly trigger: () => void) {}
  register(_object: T): void {}
  /** The next dead object, alive again through the result; null when there is none. */
  nextDead(): T | null {
    return null;
  }
}
