// exit: 255
// args: 250 3 2
/** An exit code computed from the arguments. */
import { type i32, parseI32, print } from "@rts";
export function main(args: string[]): i32 {
  let sum: i32 = 0;
  for (const a of args) sum += parseI32(a);
  print(`${args.length} ${args.join(",")}`);
  return sum;
}
