/**
 * Walks all objects of the old generation, and optionally the prebuilt ones, in address order. One walk at a time;
 * nothing may be allocated or freed in the old generation meanwhile, save by who knows that new objects may or may
 * not be met. Unswept garbage is met as well.
 */
import type { Addr, bool, u32 } from "@rts";
import { loadU32 } from "@rts/raw";
import { E_LIST, entryOf, firstRange, kindOf, LARGE_OLD, LARGE_YOUNG, rangeAfter, SMALL } from "./blocks.ts";
import { objectSize } from "./header.ts";
import { C_FILLED, C_SLOT, freshEpoch, recordOfBlock, retireAll } from "./sizeclasses.ts";
import { prebuiltEnd, prebuiltStart } from "./tunables.ts";

let prebuilt: Addr = 0;
let range: Addr = 0;
/** Inside a block of small objects: next slot, end, slot size. */
let slot: Addr = 0;
let slotsEnd: Addr = 0;
let slotBytes: u32 = 0;

/** Starts over; with `prebuilts`, prebuilt objects come first. */
export function walkStart(prebuilts: bool): void {
  retireAll();
  prebuilt = prebuilts ? prebuiltStart : prebuiltEnd;
  range = firstRange();
  slot = 0;
  slotsEnd = 0;
}

/** The next object, 0 at the end. */
export function walkNext(): Addr {
  if (prebuilt < prebuiltEnd) {
    const object: Addr = prebuilt;
    prebuilt = object + objectSize(object);
    return object;
  }
  for (;;) {
    while (slot < slotsEnd) {
      const at: Addr = slot;
      if (loadU32(at) === 0) {
        slot = loadU32(at + 8);
      } else {
        slot = at + slotBytes;
        return at;
      }
    }
    if (range === 0) return 0;
    const here: Addr = range;
    range = rangeAfter(here);
    const kind = kindOf(here);
    if (kind === LARGE_OLD || kind === LARGE_YOUNG) return here;
    if (kind === SMALL && loadU32(entryOf(here) + E_LIST) !== freshEpoch) {
      const record: Addr = recordOfBlock(here);
      slot = here;
      slotsEnd = here + loadU32(record + C_FILLED);
      slotBytes = loadU32(record + C_SLOT);
    }
  }
}
