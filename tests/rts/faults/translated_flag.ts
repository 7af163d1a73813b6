// stdout: true
// stdout: collections true
/** weAreTranslated, and statistics that only a real collector has. */
import { gcCollect, GcStat, gcStat, type i32, print, weAreTranslated } from "@rts";
export function main(_args: string[]): i32 {
  print(`${weAreTranslated()}`);
  const before = gcStat(GcStat.MajorCollections);
  gcCollect(1);
  print(`collections ${gcStat(GcStat.MajorCollections) > before && gcStat(GcStat.HeapBytes) > 0}`);
  return 0;
}
