/** Recursion a few thousand deep, with live references in every frame. */
import { type i32, print } from "@rts";
class Cell {
  constructor(readonly n: i32, readonly next: Cell | null) {}
}

function build(n: i32): Cell | null {
  if (n === 0) return null;
  const rest = build(n - 1);
  return new Cell(n, rest);
}

function sum(c: Cell | null): i32 {
  return c === null ? 0 : c.n + sum(c.next);
}

function depth(n: i32, text: string): i32 {
  if (n === 0) return text.length;
  const own = text + "";
  return depth(n - 1, own) + (own.length === 3 ? 1 : 0);
}

export function main(_args: string[]): i32 {
  print(`${sum(build(2000))} ${depth(3000, "abc")}`);
  return 0;
}
