/** Eight queens by backtracking. */
import { type i32, print } from "@rts";
function solve(row: i32, columns: i32, left: i32, right: i32, size: i32): i32 {
  if (row === size) return 1;
  let count: i32 = 0;
  let free = ((1 << size) - 1) & ~(columns | left | right);
  while (free !== 0) {
    const bit = free & -free;
    free ^= bit;
    count += solve(row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1, size);
  }
  return count;
}

export function main(_args: string[]): i32 {
  for (let size = 1; size <= 8; size++) print(`${size} ${solve(0, 0, 0, 0, size)}`);
  return 0;
}
