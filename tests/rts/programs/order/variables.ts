/** A variable's value is read when its operand is evaluated. */
import { type i32, print } from "@rts";
function set(): i32 {
  g = 100;
  return 1;
}
let g: i32 = 1;

class Cell {
  value: i32 = 5;
}

function change(c: Cell): i32 {
  c.value = 50;
  return 1;
}

export function main(_args: string[]): i32 {
  let i: i32 = 1;
  const a = i + i++ + i + ++i * i--;
  print(`${a} ${i}`);
  print(`${g + set()} ${g}`);
  g = 1;
  print(`${set() + g}`);
  const c = new Cell();
  print(`${c.value + change(c) + c.value}`);
  let k: i32 = 3;
  const list: i32[] = [k++, k, k--, k];
  print(`${list.join()} ${(k = 9) + k} ${k}`);
  let x: i32 = 2;
  x = x++ + x;
  print(`${x}`);
  return 0;
}
