/** Statistics and hooks: only what holds in every mode is printed. */
import { type f64, gcCollect, gcSetHook, GcStat, gcStat, type i32, print } from "@rts";
let hooked: i32 = 0;
let total: f64 = 0;

function onCollection(_kind: i32, milliseconds: f64): void {
  hooked++;
  total += milliseconds;
}

export function main(_args: string[]): i32 {
  const before = gcStat(GcStat.MinorCollections) + gcStat(GcStat.MajorCollections);
  gcSetHook(onCollection);
  gcCollect(0);
  gcCollect(1);
  const after = gcStat(GcStat.MinorCollections) + gcStat(GcStat.MajorCollections);
  print(`${after >= before} ${hooked >= 0} ${total >= 0}`);
  gcSetHook(null);
  gcCollect(1);
  print(`${gcStat(GcStat.HeapBytes) >= 0} ${gcStat(GcStat.OldBytes) >= 0} ${gcStat(GcStat.TimeMs) >= 0}`);
  print(`${gcStat(GcStat.PeakBytes) >= gcStat(GcStat.HeapBytes)} ${gcStat(GcStat.MaxMinorMs) >= 0}`);
  print(
    `${gcStat(GcStat.MaxStepMs) >= 0} ${gcStat(GcStat.PromotedBytes) >= 0} ${
      gcStat(GcStat.PressureBytes) >= 0
    }`,
  );
  print(`${gcStat(GcStat.AllocatedBytes) >= 0}`);
  return 0;
}
