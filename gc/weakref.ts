/**
 * Weak references: objects of kind KIND_WEAK, target at offset 8, not followed; the word at offset 12 belongs to the
 * collector and links its lists. A target is set when the object is constructed and never changed by programs.
 *
 * A weak reference that survives its first minor collection joins the old list, unless its target died (it is
 * cleared and forgotten) or is pinned in the nursery (it stays in the young list). At the end of marking, garbage
 * leaves the lists and references to garbage are cleared.
 */
import type { Addr, u32 } from "@rts";
import { loadI32, loadU32, storeU32 } from "@rts/raw";
import { blocksStart, inBlocks, kindOf, LARGE_YOUNG } from "./blocks.ts";
import { isMarked } from "./colour.ts";
import { FORWARDED, PINNED } from "./header.ts";
import { inNursery } from "./nursery.ts";
import { isPinSeen } from "./pinning.ts";

const TARGET: u32 = 8;
const LINK: u32 = 12;

let youngHead: Addr = 0;
let oldHead: Addr = 0;
/** Old ones that the marking which is about to end did not reach. */
let unreached: Addr = 0;

export function weakInit(): void {
  youngHead = 0;
  oldHead = 0;
  unreached = 0;
}

/** A weak reference was copied to the old generation, to `weak`. */
export function noteYoungWeak(weak: Addr): void {
  storeU32(weak + LINK, youngHead);
  youngHead = weak;
}

/** After the nursery was evacuated, before large objects are freed and pins settled. */
export function settleYoungWeak(): void {
  let weak: Addr = youngHead;
  youngHead = 0;
  while (weak !== 0) {
    const next: Addr = loadU32(weak + LINK);
    settle(weak, loadU32(weak + TARGET));
    weak = next;
  }
}

function settle(weak: Addr, target: Addr): void {
  if (target === 0) return;
  if (inNursery(target)) {
    const word = loadI32(target + 4);
    if ((word & FORWARDED) !== 0) {
      storeU32(weak + TARGET, loadU32(target));
    } else if ((word & PINNED) !== 0 && isPinSeen(target)) {
      noteYoungWeak(weak);
      return;
    } else {
      storeU32(weak + TARGET, 0);
      return;
    }
  } else if (inBlocks(target) && kindOf(target) === LARGE_YOUNG) {
    storeU32(weak + TARGET, 0);
    return;
  }
  keepOld(weak);
}

/**
 * Marking found all that is reachable, so unmarked targets are cleared; in dead weak references too, for a finalizer
 * may bring them back. Those wait apart, so that nobody need look at the others again.
 */
export function clearDeadWeak(): void {
  const before: Addr = unreached;
  unreached = 0;
  const old: Addr = oldHead;
  oldHead = 0;
  clearDead(before);
  clearDead(old);
}

function clearDead(first: Addr): void {
  let weak: Addr = first;
  while (weak !== 0) {
    const next: Addr = loadU32(weak + LINK);
    const target: Addr = loadU32(weak + TARGET);
    if (target >= blocksStart && !isMarked(target)) {
      storeU32(weak + TARGET, 0);
    } else if (isMarked(weak)) {
      keepOld(weak);
    } else {
      storeU32(weak + LINK, unreached);
      unreached = weak;
    }
    weak = next;
  }
}

/** Marking is over: forgets the weak references that sweeping will free. */
export function dropDeadWeak(): void {
  let weak: Addr = unreached;
  unreached = 0;
  while (weak !== 0) {
    const next: Addr = loadU32(weak + LINK);
    if (isMarked(weak)) keepOld(weak);
    weak = next;
  }
  weak = youngHead;
  youngHead = 0;
  while (weak !== 0) {
    const next: Addr = loadU32(weak + LINK);
    if (isMarked(weak)) noteYoungWeak(weak);
    weak = next;
  }
}

function keepOld(weak: Addr): void {
  storeU32(weak + LINK, oldHead);
  oldHead = weak;
}
