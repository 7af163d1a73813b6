/** Procedures, early returns, results that are ignored. */
import { type i32, print } from "@rts";
let log: string = "";

function note(text: string): i32 {
  log += text;
  return log.length;
}

function early(n: i32): void {
  if (n < 0) return;
  note(`${n}`);
  if (n > 5) {
    note("big");
    return;
  }
  note("small");
}

export function main(_args: string[]): i32 {
  note("a");
  early(-1);
  early(3);
  early(9);
  new Effect(4);
  print(log);
  return 0;
}

class Effect {
  constructor(n: i32) {
    note(`<${n}>`);
  }
}
