/** An exception unwinds a thousand frames, some with finally. */
import { Exception, type i32, print } from "@rts";
let finals: i32 = 0;

function down(n: i32): i32 {
  if (n === 0) throw new Exception("bottom");
  if (n % 10 !== 0) return down(n - 1) + 1;
  try {
    return down(n - 1) + 1;
  } finally {
    finals++;
  }
}

export function main(_args: string[]): i32 {
  for (let round = 0; round < 3; round++) {
    try {
      print(`${down(1000)}`);
    } catch (e) {
      print(e instanceof Exception ? `${e.message} ${finals}` : "?");
    }
  }
  return 0;
}
