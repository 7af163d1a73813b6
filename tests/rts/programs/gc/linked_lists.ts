// gcstress: no
/** Long lists that survive collections while garbage is made. */
import { gcCollect, type i32, print } from "@rts";
class Cell {
  constructor(public value: i32, public next: Cell | null) {}
}

function sum(list: Cell | null): i32 {
  let total: i32 = 0;
  for (let c = list; c !== null; c = c.next) total = (total + c.value) | 0;
  return total;
}

export function main(_args: string[]): i32 {
  let keep: Cell | null = null;
  for (let i = 0; i < 50000; i++) {
    keep = new Cell(i, keep);
    for (let k = 0; k < 3; k++) new Cell(k, keep);
  }
  print(`${sum(keep)}`);
  let c = keep;
  while (c !== null && c.next !== null) {
    c.next = c.next.next;
    c = c.next;
  }
  gcCollect(1);
  print(`${sum(keep)}`);
  keep = null;
  gcCollect(1);
  for (let i = 0; i < 50000; i++) keep = new Cell(-i, i % 100 === 0 ? null : keep);
  print(`${sum(keep)}`);
  return 0;
}
