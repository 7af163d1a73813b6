/** Fixed arrays computed at module top level. */
import { type f64, type FixedArray, type i32, newFixedArray, print } from "@rts";
class Op {
  uses: i32 = 0;
  constructor(readonly name: string, readonly arity: i32) {}
}

const OPS: FixedArray<Op> = newFixedArray<Op>(3, new Op("nop", 0));
OPS[1] = new Op("neg", 1);
OPS[2] = new Op("add", 2);
const COUNTS: FixedArray<f64> = newFixedArray<f64>(4, 0.25);
const NAMES: FixedArray<string | null> = newFixedArray<string | null>(2, null);
NAMES[1] = "second";

export function main(_args: string[]): i32 {
  for (const op of OPS) op.uses++;
  for (const op of OPS) print(`${op.name} ${op.arity} ${op.uses}`);
  OPS[0] = OPS[1];
  OPS[0].uses += 5;
  print(`${OPS[1].uses} ${OPS[0] === OPS[1]}`);
  COUNTS[2] *= 3;
  print(`${COUNTS[0] + COUNTS[2]} ${NAMES[0] ?? "none"} ${NAMES[1] ?? "none"}`);
  return 0;
}
