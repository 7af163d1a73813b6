/** A dense switch with fall-through and default. */
import { type i32, print } from "@rts";
function f(n: i32): string {
  let text = "";
  switch (n) {
    case 0:
      text += "zero";
      /* falls through */
    case 1:
      text += " one";
      break;
    case 2:
    case 3:
      text += "two or three";
      break;
    case 4:
      return "four";
    default:
      text += "default";
      /* falls through */
    case 6:
      text += " six";
  }
  return text + ".";
}

export function main(_args: string[]): i32 {
  for (let i = -1; i < 9; i++) print(`${i} ${f(i)}`);
  return 0;
}
