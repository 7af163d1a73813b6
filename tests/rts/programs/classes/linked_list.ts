/** A linked list with null ends, reversed in place. */
import { type i32, print } from "@rts";
class Cell {
  constructor(public value: i32, public next: Cell | null) {}
}

function show(list: Cell | null): string {
  let text = "";
  let cell = list;
  while (cell !== null) {
    text += `${cell.value} `;
    cell = cell.next;
  }
  return text;
}

function reverse(list: Cell | null): Cell | null {
  let result: Cell | null = null;
  let cell = list;
  while (cell !== null) {
    const next: Cell | null = cell.next;
    cell.next = result;
    result = cell;
    cell = next;
  }
  return result;
}

export function main(_args: string[]): i32 {
  let list: Cell | null = null;
  for (let i = 0; i < 10; i++) list = new Cell(i * i, list);
  print(show(list));
  list = reverse(list);
  print(show(list));
  list!.next!.next = null;
  print(show(list) + show(null) + "end");
  return 0;
}
