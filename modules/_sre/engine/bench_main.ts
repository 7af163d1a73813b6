/**
 * Times the engine: the file that is named holds lines `P` and `S` as for `trial.ts`, and `B name microseconds
 * matches`, the time and the number of matches of the Python to compare with.
 */
import { clock, type f64, type i32, parseI32, print, readTextFile } from "@rts";
import { Trials } from "./trial.ts";

/** The milliseconds of the best of several turns. */
function best(trials: Trials, matches: i32): f64 {
  let least: f64 = 1e9;
  const from = clock();
  for (let turn: i32 = 0; turn < 3 || (turn < 40 && clock() - from < 300); turn++) {
    const before = clock();
    const found = trials.countMatches();
    least = Math.min(least, clock() - before);
    if (found !== matches) print(`${found} matches, not ${matches}`);
  }
  return least;
}

export function main(args: string[]): i32 {
  const trials = new Trials();
  let sum: f64 = 0;
  let count: i32 = 0;
  for (const line of readTextFile(args[0]).split("\n")) {
    if (!line.startsWith("B")) {
      if (line.length > 0) trials.run(line);
      continue;
    }
    const words = line.split(" ");
    const ms = best(trials, parseI32(words[3]));
    const ratio: f64 = 1000 * ms / parseI32(words[2]);
    print(`${words[1].padEnd(10)} ${ms.toFixed(2).padStart(8)} ms  ${ratio.toFixed(2)} of the other`);
    sum += Math.log(ratio);
    count++;
  }
  print(`geometric mean ${Math.exp(sum / count).toFixed(2)}`);
  return 0;
}
