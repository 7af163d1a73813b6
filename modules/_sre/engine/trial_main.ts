/** Answers the trials of the file that is named (see `trial.ts`). */
import { type i32, print, readTextFile } from "@rts";
import { Trials } from "./trial.ts";

export function main(args: string[]): i32 {
  const trials = new Trials();
  for (const line of readTextFile(args[0]).split("\n")) if (line.length > 0) trials.run(line);
  print(trials.answers.join("\n"));
  return 0;
}
