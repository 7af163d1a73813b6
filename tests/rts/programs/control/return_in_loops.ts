/** Returns from inside nested loops and switches. */
import { type i32, print } from "@rts";
function find(grid: i32[][], wanted: i32): string {
  for (let y = 0; y < grid.length; y++) {
    let x: i32 = 0;
    for (const cell of grid[y]) {
      switch (cell - wanted) {
        case 0:
          return `${x},${y}`;
        case 1:
          if (x === 0) return "just above";
      }
      x++;
    }
  }
  return "missing";
}

function firstDivisor(n: i32): i32 {
  let d: i32 = 2;
  while (true) {
    if (n % d === 0) return d;
    if (++d * d > n) return n;
  }
}

export function main(_args: string[]): i32 {
  const grid: i32[][] = [[1, 2], [3, 4, 5], []];
  for (let i = 0; i < 7; i++) print(find(grid, i));
  for (let n = 90; n < 98; n++) print(`${n} ${firstDivisor(n)}`);
  return 0;
}
