/** The default clause in the middle, and a switch without one. */
import { type i32, print } from "@rts";
function f(n: i32): string {
  let text = "";
  switch (n) {
    case 1:
      text += "1";
      /* falls through */
    default:
      text += "d";
      /* falls through */
    case 2:
      text += "2";
      break;
    case 3:
      text += "3";
  }
  return text;
}

function g(n: i32): i32 {
  let result: i32 = 0;
  switch (n & 3) {
    case 1:
      result = 10;
      break;
    case 3: {
      const inner = n * 2;
      result = inner;
    }
  }
  return result;
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 5; i++) print(`${f(i)} ${g(i)}`);
  switch (f(1)) {
    default:
  }
  return 0;
}
