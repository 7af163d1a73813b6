// args: first second=2 --third ünïcode
/** Program arguments. */
import { type i32, print } from "@rts";
export function main(args: string[]): i32 {
  print(`${args.length}`);
  for (const a of args) print(`${a} ${a.length} ${a.toUpperCase().startsWith("F")}`);
  args.push("more");
  print(args.slice(2).join("|"));
  return 0;
}
