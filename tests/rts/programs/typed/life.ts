/** Conway's life on Uint8Array. */
import { type i32, print } from "@rts";
const WIDTH: i32 = 12;
const HEIGHT: i32 = 8;

function neighbours(cells: Uint8Array, x: i32, y: i32): i32 {
  let count: i32 = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (dx === 0 && dy === 0) continue;
      count += cells[((y + dy + HEIGHT) % HEIGHT) * WIDTH + (x + dx + WIDTH) % WIDTH];
    }
  }
  return count;
}

function step(cells: Uint8Array): Uint8Array {
  const next = new Uint8Array(cells.length);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const n = neighbours(cells, x, y);
      next[y * WIDTH + x] = n === 3 || n === 2 && cells[y * WIDTH + x] === 1 ? 1 : 0;
    }
  }
  return next;
}

export function main(_args: string[]): i32 {
  let cells: Uint8Array = new Uint8Array(WIDTH * HEIGHT);
  for (const at of [1, 14, 24, 25, 26]) cells[at] = 1;
  for (let i = 0; i < 10; i++) cells = step(cells);
  for (let y = 0; y < HEIGHT; y++) {
    let line = "";
    for (let x = 0; x < WIDTH; x++) line += cells[y * WIDTH + x] === 1 ? "#" : ".";
    print(line);
  }
  return 0;
}
