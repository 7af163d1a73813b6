// gcstress: no
/** Arrays of arrays that grow unevenly. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const rows: i32[][] = [];
  for (let i = 0; i < 300; i++) rows.push([]);
  let state: i32 = 1;
  for (let i = 0; i < 60000; i++) {
    state = ((Math.imul(state, 1103515245) + 12345) | 0) & 0x7fffffff;
    rows[(state >> 8) % 300].push(i);
    if (i % 5000 === 0) rows[i % 300] = [];
  }
  let total: i32 = 0;
  let longest: i32 = 0;
  for (const row of rows) {
    total += row.length;
    longest = Math.max(longest, row.length);
    for (let i = 1; i < row.length; i++) if (row[i] <= row[i - 1]) print("out of order");
  }
  print(`${total} ${longest}`);
  return 0;
}
