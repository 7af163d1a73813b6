/** An exported `let` is seen changed by its importers. */
import { type i32, print } from "@rts";
import { bump, counter, label, relabel } from "./lib/exported_let.ts";

export function main(_args: string[]): i32 {
  print(`${counter} ${label}`);
  bump(5);
  relabel("changed");
  print(`${counter} ${label}`);
  for (let i = 0; i < 3; i++) bump(i);
  print(`${counter}`);
  return 0;
}
