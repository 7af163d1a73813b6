/**
 * What the collector is told: constants of the layout, and tunables from the environment, with PyPy's names where PyPy
 * has them. Sizes may end in K, M or G (a B after that is ignored). docs/gc.md has the table.
 */
import { type Addr, type bool, type f64, type i32, type i64, i64ToI32, type u32 } from "@rts";
import { host_env, host_pending_copy } from "@rts/host";
import { layout, loadU16, storeU16 } from "@rts/raw";

export let prebuiltStart: Addr = 0;
export let prebuiltEnd: Addr = 0;
export let staticEnd: Addr = 0;
export let rootsStart: Addr = 0;
export let rootsEnd: Addr = 0;
export let stackStart: Addr = 0;
export let heapStart: Addr = 0;
/** Freed memory is filled with 0xdd, and the heap is checked after every collection. */
export let checking: bool = false;
/** Freed memory is filled with 0xdd. */
export let poisoning: bool = false;
/** A collection at every allocation. */
export let stress: bool = false;

/** Bytes of the nursery, a multiple of 64 KiB. */
export let nurseryBytes: u32 = 4194304;
/** The old generation may grow to this multiple of what survived before a major collection is complete. */
export let majorFactor: f64 = 1.5;
/** The goal of a major collection grows by at most this factor from one to the next. */
export let growthFactor: f64 = 1.4;
/** Most bytes of blocks and nursery together; 0: no limit but the engine's. */
export let maximumBytes: f64 = 0;
/** No major collection before the old generation has this many bytes. */
export let minimumBytes: f64 = 0;
/** Most bytes that the old generation may grow beyond what survived; 0: no limit. */
export let maxDelta: f64 = 0;
/** Bytes that a marking step looks at, before pacing. */
export let incrementStep: f64 = 1048576;
/** Milliseconds after which a step stops early; 0: never. */
export let stepMilliseconds: f64 = 4;

const SMALLEST_NURSERY: f64 = 131072;
const LARGEST_NURSERY: f64 = 268435456;
/** Longest value read from the environment, in units. */
const LONGEST_VALUE: i32 = 64;

/** Eight characters in an integer, the first in the lowest byte. Runs at translation. */
function chars(text: string): i64 {
  let value = 0n;
  for (let i = text.length - 1; i >= 0; i--) value = value * 256n + BigInt(text.charCodeAt(i));
  return value;
}
const PREFIX: i64 = chars("PYPY_GC_");
const NONE: i64 = chars("");
const NURSERY: i64 = chars("NURSERY");
const MAJOR_CO: i64 = chars("MAJOR_CO");
const LLECT: i64 = chars("LLECT");
const GROWTH: i64 = chars("GROWTH");
const MAX: i64 = chars("MAX");
const MIN: i64 = chars("MIN");
const MAX_DELT: i64 = chars("MAX_DELT");
const A: i64 = chars("A");
const INCREMEN: i64 = chars("INCREMEN");
const T_STEP: i64 = chars("T_STEP");
const STRESS: i64 = chars("STRESS");
const STEP_MS: i64 = chars("STEP_MS");

/** Reads the constants of the layout. */
export function readLayout(): void {
  staticEnd = layout("staticEnd");
  prebuiltStart = layout("prebuiltStart");
  prebuiltEnd = layout("prebuiltEnd");
  rootsStart = layout("rootsStart");
  rootsEnd = layout("rootsEnd");
  stackStart = layout("stackStart");
  heapStart = layout("heapStart");
  checking = layout("debug") !== 0;
  stress = layout("gcStress") !== 0;
}

/** Reads the tunables; `scratch` is the address of 256 free bytes. */
export function readTunables(scratch: Addr): void {
  setNurseryBytes(tunable(scratch, NURSERY, NONE, 4194304));
  majorFactor = atLeast(tunable(scratch, MAJOR_CO, LLECT, 1.5), 1.1);
  growthFactor = atLeast(tunable(scratch, GROWTH, NONE, 1.4), 1.1);
  maximumBytes = tunable(scratch, MAX, NONE, 0);
  minimumBytes = tunable(scratch, MIN, NONE, nurseryBytes * 4.0);
  maxDelta = tunable(scratch, MAX_DELT, A, 0);
  incrementStep = atLeast(tunable(scratch, INCREMEN, T_STEP, 1048576), 4096);
  stepMilliseconds = tunable(scratch, STEP_MS, NONE, 4);
  if (tunable(scratch, STRESS, NONE, 0) > 0) stress = true;
  poisoning = checking || stress;
}

function atLeast(value: f64, least: f64): f64 {
  return value < least ? least : value;
}

/** Sets the size of the nursery, rounded to a multiple of 64 KiB; effective at `gcInit`. */
function setNurseryBytes(bytes: f64): void {
  let wanted: f64 = atLeast(bytes, SMALLEST_NURSERY);
  if (wanted > LARGEST_NURSERY) wanted = LARGEST_NURSERY;
  const kept = ((Math.floor(wanted) | 0) >>> 16) << 16;
  nurseryBytes = kept >>> 0;
}

/** Sets the maximum alone: see `gcSetMaximum`. */
export function setMaximumBytes(bytes: f64): void {
  maximumBytes = bytes;
}

/** The environment's value of PYPY_GC_ and the characters of `first` and `second`, or `otherwise`. */
function tunable(scratch: Addr, first: i64, second: i64, otherwise: f64): f64 {
  let end: Addr = writeChars(scratch, PREFIX);
  end = writeChars(end, first);
  end = writeChars(end, second);
  const length = host_env(scratch, ((end - scratch) >>> 1) | 0);
  if (length <= 0 || length > LONGEST_VALUE) return otherwise;
  host_pending_copy(scratch);
  const value = parseSize(scratch, length);
  return value < 0 ? otherwise : value;
}

function writeChars(at: Addr, word: i64): Addr {
  let rest: i64 = word;
  let to: Addr = at;
  while (rest !== 0n) {
    storeU16(to, i64ToI32(rest) & 255);
    to += 2;
    rest = rest >> 8n;
  }
  return to;
}

/** The number that `units` UTF-16 units at `at` spell, such as `4M` or `1.82`; -1 when they spell none. */
export function parseSize(at: Addr, units: i32): f64 {
  let value: f64 = 0;
  let scale: f64 = 0;
  let digits = 0;
  let i = 0;
  for (; i < units; i++) {
    const unit = loadU16(at + ((i << 1) >>> 0));
    if (unit === 46 && scale === 0) {
      scale = 1;
    } else if (unit >= 48 && unit <= 57) {
      value = value * 10.0 + (unit - 48);
      scale = scale * 10.0;
      digits++;
    } else break;
  }
  if (digits === 0) return -1;
  if (scale > 1) value = value / scale;
  if (i === units) return value;
  const factor = suffixFactor(loadU16(at + ((i << 1) >>> 0)) | 32);
  const rest = units - i;
  if (factor === 0 || rest > 2) return -1;
  return rest === 2 && (loadU16(at + (((i + 1) << 1) >>> 0)) | 32) !== 98 ? -1 : value * factor;
}

/** The factor of a suffix, given as a lower-case unit; 0 for what is none. */
function suffixFactor(unit: i32): f64 {
  if (unit === 107) return 1024;
  if (unit === 109) return 1048576;
  if (unit === 103) return 1073741824;
  return unit === 98 ? 1 : 0;
}
