/** break, continue and return from switches inside loops. */
import { type i32, print } from "@rts";
function f(codes: i32[]): string {
  let text = "";
  loop: for (let i = 0; i < codes.length; i++) {
    switch (codes[i]) {
      case 0:
        continue;
      case 1:
        text += "a";
        break;
      case 2:
        switch (i) {
          case 2:
            text += "inner";
            break;
          default:
            continue loop;
        }
        break;
      case 3:
        break loop;
      case 4:
        return text + "!";
    }
    text += ",";
  }
  return text;
}

export function main(_args: string[]): i32 {
  print(f([1, 0, 2, 2, 1]));
  print(f([1, 1, 3, 1]));
  print(f([0, 4, 1]));
  print(f([9, 8]));
  return 0;
}
