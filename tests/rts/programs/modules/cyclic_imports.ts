/** Two modules whose functions call each other. */
import { type i32, print } from "@rts";
import { evenSteps, isEven } from "./lib/cyclic_even.ts";
import { isOdd, oddSteps } from "./lib/cyclic_odd.ts";

export function main(_args: string[]): i32 {
  print(`${isEven(10)} ${isOdd(10)} ${isEven(7)} ${isOdd(7)}`);
  print(`${evenSteps()} ${oddSteps()}`);
  return 0;
}
