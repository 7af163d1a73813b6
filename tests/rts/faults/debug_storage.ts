// profile: debug
// exit: 70
// stdout: 255
// stderr: debug_storage.ts:10:14
/** A value that does not fit its field. */
import { type i32, print, type u8 } from "@rts";
class Cell {
  n: u8 = 0;
  set(value: i32): void {
    this.n = value;
    print(`${this.n}`);
  }
}

export function main(_args: string[]): i32 {
  const cell = new Cell();
  cell.set(255);
  cell.set(256);
  return 0;
}
