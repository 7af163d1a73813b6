/** The result is computed before finally runs. */
import { type i32, print } from "@rts";
let n: i32 = 1;

class Cell {
  value: i32 = 1;
}

function f(): i32 {
  try {
    return n;
  } finally {
    n += 10;
  }
}

function g(c: Cell): i32 {
  let local: i32 = 5;
  try {
    return local + c.value;
  } finally {
    local = 1000;
    c.value = 2000;
  }
}

function h(c: Cell): Cell {
  try {
    return c;
  } finally {
    c.value++;
  }
}

export function main(_args: string[]): i32 {
  print(`${f()} ${n} ${f()} ${n}`);
  const c = new Cell();
  print(`${g(c)} ${c.value} ${h(c).value}`);
  return 0;
}
