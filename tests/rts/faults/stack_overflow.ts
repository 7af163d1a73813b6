// stdout: caught 1
// stdout: caught 2
// stdout: caught 3
// stdout: 55
// gcstress: no
/** A stack overflow is caught and the program goes on. */
import { type i32, print, StackOverflowError } from "@rts";
let depth: i32 = 0;

function down(n: i32): i32 {
  depth++;
  return n + down(n + 1);
}

function sum(n: i32): i32 {
  return n === 0 ? 0 : n + sum(n - 1);
}

export function main(_args: string[]): i32 {
  for (let i = 1; i <= 3; i++) {
    try {
      print(`${down(0)}`);
    } catch (e) {
      print(e instanceof StackOverflowError && depth > 1000 ? `caught ${i}` : "?");
    }
  }
  print(`${sum(10)}`);
  return 0;
}
