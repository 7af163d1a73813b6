/** JitDriver's calls change no results. */
import { type FixedArray, type i32, JitDriver, newFixedArray, print } from "@rts";
const driver: JitDriver = new JitDriver({
  name: "toy",
  greens: ["pc", "code"],
  reds: ["acc", "frame"],
  virtualizable: "frame",
});

/** @virtualizable locals[*] */
class Frame {
  readonly locals: FixedArray<i32> = newFixedArray<i32>(4, 0);
}

function run(code: string, frame: Frame): i32 {
  let acc: i32 = 0;
  let pc: i32 = 0;
  while (pc < code.length) {
    driver.jitMergePoint(pc, code, acc, frame);
    const op = code[pc];
    pc++;
    if (op === "+") acc++;
    else if (op === "s") frame.locals[0] = acc;
    else if (op === "l") acc += frame.locals[0];
    else if (op === "j") {
      if (acc < 100) {
        pc = 0;
        driver.canEnterJit(pc, code, acc, frame);
      }
    }
  }
  return acc;
}

export function main(_args: string[]): i32 {
  print(`${run("++sl+j", new Frame())} ${run("+++", new Frame())}`);
  return 0;
}
