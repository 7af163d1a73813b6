/** Deeply nested loops with conditions. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  let count: i32 = 0;
  for (let a = 1; a < 30; a++) {
    for (let b = a; b < 30; b++) {
      for (let c = b; c < 30; c++) {
        if (a * a + b * b === c * c) {
          count++;
          print(`${a} ${b} ${c}`);
        }
      }
    }
  }
  print(`${count}`);
  let spiral = "";
  let x: i32 = 0;
  let y: i32 = 0;
  let dx: i32 = 0;
  let dy: i32 = -1;
  for (let i = 0; i < 12; i++) {
    spiral += `${x},${y} `;
    if (x === y || x < 0 && x === -y || x > 0 && x === 1 - y) {
      const saved = dx;
      dx = -dy;
      dy = saved;
    }
    x += dx;
    y += dy;
  }
  print(spiral);
  return 0;
}
