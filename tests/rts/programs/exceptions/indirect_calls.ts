/** Exceptions through function values, callbacks of sort, map and forEach. */
import { Exception, type i32, mulOvf, OverflowError, print } from "@rts";
type Step = (n: i32) => i32;

const STEPS: Step[] = [
  (n: i32): i32 => n + 1,
  (n: i32): i32 => {
    throw new Exception(`step ${n}`);
  },
  (n: i32): i32 => mulOvf(n, 1 << 20),
];

let seen: i32 = 0;

function run(step: Step, n: i32): string {
  try {
    return `${step(n)}`;
  } catch (e) {
    if (e instanceof OverflowError) return "overflow";
    return e instanceof Exception ? e.message : "?";
  }
}

export function main(_args: string[]): i32 {
  for (const s of STEPS) print(`${run(s, 1)} ${run(s, 1 << 20)}`);
  const items: i32[] = [3, 1, 2];
  try {
    items.forEach((x: i32): void => {
      seen++;
      if (x === 1) throw new Exception("in forEach");
    });
  } catch (e) {
    print(e instanceof Exception ? `${e.message} ${seen}` : "?");
  }
  try {
    print(items.map(STEPS[1]).join());
  } catch (e) {
    print(e instanceof Exception ? e.message : "?");
  }
  return 0;
}
