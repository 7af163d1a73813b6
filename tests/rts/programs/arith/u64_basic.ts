/** u64 arithmetic, comparison and printing above the range of i64. */
import { type i32, print, type u64 } from "@rts";
const TOP: u64 = 18446744073709551615n;

function remainder(a: u64, b: u64): u64 {
  return a % b;
}

export function main(_args: string[]): i32 {
  const half: u64 = 9223372036854775808n;
  print(`${TOP} ${half} ${TOP - half} ${TOP / 10n} ${TOP / half} ${remainder(TOP, 1000n)}`);
  print(`${half < TOP} ${half > 1n} ${TOP >= half} ${TOP <= half} ${TOP === half}`);
  print(`${TOP >> 1n} ${TOP >> 63n} ${TOP & half} ${half | 1n} ${TOP ^ half}`);
  const parts: u64[] = [0n, 1n, half, TOP];
  for (const a of parts) {
    let line = "";
    for (const b of parts) line += `${a < b} ${a <= b} `;
    print(line);
  }
  return 0;
}
