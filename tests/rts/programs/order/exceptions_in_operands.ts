/** An exception in an operand leaves the rest unevaluated and assignments undone. */
import { Exception, type i32, print } from "@rts";
let log: string = "";

function n(v: i32): i32 {
  log += `${v} `;
  if (v < 0) throw new Exception(`negative ${v}`);
  return v;
}

class Cell {
  value: i32 = 7;
}

export function main(_args: string[]): i32 {
  const cell = new Cell();
  const items: i32[] = [1, 2];
  let x: i32 = 5;
  for (let round = 0; round < 5; round++) {
    try {
      if (round === 0) x = n(1) + n(-1) + n(2);
      if (round === 1) cell.value = n(-2);
      if (round === 2) items[n(0)] += n(-3);
      if (round === 3) items.push(n(-4));
      x += n(3) * n(round - 5);
    } catch (e) {
      log += e instanceof Exception ? `[${e.message}] ` : "?";
    }
  }
  print(log);
  print(`${x} ${cell.value} ${items.join()}`);
  return 0;
}
