/** Does nothing: its resident set is what the others' have in common. */
import { type f64, type i32, parseI32, print } from "@rts";

/** `n` as it is. */
export function run(n: i32): f64 {
  return n;
}

export function defaultSize(): i32 {
  return 1;
}

export function main(args: string[]): i32 {
  print(`checksum: ${run(args.length > 0 ? parseI32(args[0]) : defaultSize())}`);
  return 0;
}
