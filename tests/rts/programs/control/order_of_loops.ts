/** Conditions and updates with side effects. */
import { type i32, print } from "@rts";
let log: string = "";

function limit(): i32 {
  log += "L";
  return 2;
}

function step(i: i32): i32 {
  log += `s${i}`;
  return i + 1;
}

function list(): i32[] {
  log += "A";
  return [7, 8];
}

export function main(_args: string[]): i32 {
  for (let i = step(-1); i < limit(); i = step(i)) log += ".";
  for (const x of list()) log += x;
  print(log);
  let n: i32 = 5;
  let text = "";
  while (n-- > 0) text += n;
  print(`${text} ${n}`);
  do text += "x"; while (++n < 3);
  print(`${text} ${n}`);
  switch (step(10)) {
    case 11:
      print(log.substring(log.length - 3));
  }
  return 0;
}
