/**
 * The nursery: bump allocation in zeroed memory.
 *
 * Memory between `nurseryFree` and `nurseryTop` is zero and free for inline allocation. `nurseryTop` is a soft
 * limit: it moves on in steps of ZERO_AHEAD, so that memory is cleared shortly before use, while it is cached, and
 * stops at the next fence (a pinned object) or the end. With every step the collector makes sure that the old
 * generation has room for the worst case of survivors, so that a minor collection cannot fail; when it cannot make
 * sure, the nursery counts as full.
 */
import type { Addr, bool, f64, u32 } from "@rts";
import { rawFill } from "@rts/raw";
import { ensureFree, setReservedBlocks } from "./blocks.ts";
import { fenceCount, fenceEnd, fenceStart } from "./pinning.ts";
import { worstBlocks } from "./sizeclasses.ts";

/** Where the next object goes; inline allocation advances it. */
export let nurseryFree: Addr = 0;
/** End of the zeroed memory for inline allocation. */
export let nurseryTop: Addr = 0;
export let nurseryStart: Addr = 0;
export let nurserySize: u32 = 0;

const ZERO_AHEAD: u32 = 65536;
const LEAST_QUOTA: u32 = 65536;

/** End of the stretch between fences in use, and the number of the fence there. */
let stretchStart: Addr = 0;
let stretchEnd: Addr = 0;
let nextFence = 0;
/** Bytes of the nursery that may hold objects, counted when zeroed. */
let granted: u32 = 0;
let zeroAhead: u32 = ZERO_AHEAD;
/** Bytes of the nursery to use before the next minor collection. */
let quota: u32 = 0;
/** Bytes of fences, part of `granted`. */
let pinnedBytes: u32 = 0;
let filled: u32 = 0;
let allocatedBefore: f64 = 0;

/** `exact`: every inline allocation must take the slow path (stress mode). */
export function nurseryInit(start: Addr, size: u32, exact: bool): void {
  nurseryStart = start;
  nurserySize = size;
  zeroAhead = exact ? 0 : ZERO_AHEAD;
  allocatedBefore = 0;
  filled = 0;
  quota = size;
  nurseryReset();
}

/**
 * Part of the nursery to use from now on: less than all while marking lags behind. At least 64 KiB beyond pinned
 * objects are used anyway, so that the largest object fits.
 */
export function setNurseryQuota(bytes: u32): void {
  quota = bytes;
}

/** Starts over after a minor collection, around the fences. */
export function nurseryReset(): void {
  allocatedBefore = allocatedBefore + filled;
  filled = 0;
  granted = 0;
  nextFence = 0;
  for (let i = 0; i < fenceCount; i++) granted += fenceEnd(i) - fenceStart(i);
  pinnedBytes = granted;
  setReservedBlocks(worstBlocks(granted));
  enterStretch(nurseryStart);
}

function enterStretch(start: Addr): void {
  stretchStart = start;
  nurseryFree = start;
  nurseryTop = start;
  stretchEnd = nextFence < fenceCount ? fenceStart(nextFence) : nurseryStart + nurserySize;
}

/** `bytes` (a multiple of 8) of zeroed nursery; 0 when there is no room left. */
export function nurseryTake(bytes: u32): Addr {
  while (nurseryTop - nurseryFree < bytes) {
    if (stretchEnd - nurseryFree >= bytes) {
      if (!extend(bytes - (nurseryTop - nurseryFree))) return 0;
    } else {
      if (nextFence >= fenceCount) return 0;
      filled += nurseryFree - stretchStart;
      nextFence++;
      enterStretch(fenceEnd(nextFence - 1));
    }
  }
  const at: Addr = nurseryFree;
  nurseryFree = at + bytes;
  return at;
}

/** Moves the soft limit on by at least `bytes`, which fit before the fence. */
function extend(bytes: u32): bool {
  let more: u32 = bytes > zeroAhead ? bytes : zeroAhead;
  if (more > stretchEnd - nurseryTop) more = stretchEnd - nurseryTop;
  if (!grant(more)) {
    more = bytes;
    if (!grant(more)) return false;
  }
  rawFill(nurseryTop, 0, more);
  nurseryTop = nurseryTop + more;
  return true;
}

function grant(bytes: u32): bool {
  if (granted + bytes > quota && granted + bytes > pinnedBytes + LEAST_QUOTA) return false;
  const worst: u32 = worstBlocks(granted + bytes);
  if (!ensureFree(worst)) return false;
  granted += bytes;
  setReservedBlocks(worst);
  return true;
}

/** Bytes allocated in the nursery since program start. */
export function nurseryAllocated(): f64 {
  return allocatedBefore + filled + (nurseryFree - stretchStart);
}

/** Closes the current stretch: nothing is allocated until {@link nurseryReset}. */
export function nurseryClose(): void {
  filled += nurseryFree - stretchStart;
  stretchStart = nurseryFree;
}

/** True for addresses inside the nursery. */
export function inNursery(address: Addr): bool {
  return ((address - nurseryStart) >>> 0) < nurserySize;
}

/** Fills the nursery outside the fences with 0xdd, as far as objects may have been there. Call before the reset. */
export function poisonNursery(): void {
  let from: Addr = nurseryStart;
  for (let i = 0; i < fenceCount; i++) {
    rawFill(from, 0xdd, fenceStart(i) - from);
    from = fenceEnd(i);
  }
  if (from < nurseryTop) rawFill(from, 0xdd, nurseryTop - from);
}
