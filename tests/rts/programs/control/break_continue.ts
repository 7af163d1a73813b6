/** break and continue in each kind of loop. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  let line = "";
  for (let i = 0; i < 10; i++) {
    if (i === 2) continue;
    if (i === 6) break;
    line += i;
  }
  let n: i32 = 0;
  while (n < 10) {
    n++;
    if (n % 2 === 0) continue;
    if (n > 7) break;
    line += `w${n}`;
  }
  n = 0;
  do {
    n++;
    if (n === 2) continue;
    if (n === 5) break;
    line += `d${n}`;
  } while (n < 8);
  do {
    n++;
    if (n > 0) continue;
  } while (n < 10);
  for (const x of [1, 2, 3, 4]) {
    if (x === 1) continue;
    if (x === 4) break;
    line += `o${x}`;
  }
  print(`${line} ${n}`);
  return 0;
}
