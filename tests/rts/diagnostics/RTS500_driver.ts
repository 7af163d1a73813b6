import { type i32, JitDriver } from "@rts";
function driver(): JitDriver {
  return new JitDriver({ greens: ["pc"], reds: [] });
}
let current = driver();
class Holder {
  constructor(readonly driver: JitDriver) {}
}
export function loop(pc: i32): i32 {
  const local: JitDriver = current;
  local.jitMergePoint(pc); //! RTS500:3
  return pc;
}
