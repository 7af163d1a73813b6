/** substring and slice clamp and swap as JavaScript's do. */
import { type i32, print } from "@rts";
const TEXT = "0123456789";
const STARTS: i32[] = [0, 3, 10, 12, -1, -4, -20];

export function main(_args: string[]): i32 {
  for (const a of STARTS) {
    print(`${a}: [${TEXT.substring(a)}] [${TEXT.slice(a)}]`);
    let line = "";
    for (const b of STARTS) line += `[${TEXT.substring(a, b)}|${TEXT.slice(a, b)}] `;
    print(line);
  }
  print(`[${"".substring(0)}] [${"".slice(-1)}]`);
  return 0;
}
