/** A state machine written as a loop over a switch, as a translator's output would be. */
import { type i32, print } from "@rts";
function run(input: string): string {
  let state: i32 = 0;
  let i: i32 = 0;
  let out = "";
  for (;;) {
    switch (state) {
      case 0:
        if (i >= input.length) return out;
        state = input[i] === "(" ? 1 : input[i] === "#" ? 3 : 2;
        continue;
      case 1:
        out += "[";
        i++;
        state = 0;
        break;
      case 2:
        out += input[i++];
        state = i < input.length && input[i] !== "#" ? 0 : 3;
        continue;
      case 3:
        if (i >= input.length) return out + "$";
        i++;
        state = 0;
        break;
      default:
        return "lost";
    }
    out += ".";
  }
}

export function main(_args: string[]): i32 {
  print(run("a(b#c"));
  print(run(""));
  print(run("((##"));
  return 0;
}
