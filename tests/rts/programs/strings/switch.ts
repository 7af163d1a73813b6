/** switch on strings. */
import { type i32, print } from "@rts";
function precedence(op: string): i32 {
  switch (op) {
    case "||":
      return 1;
    case "&&":
      return 2;
    case "+":
    case "-":
      return 5;
    case "*":
    case "/":
    case "%":
      return 6;
    case "":
      return -1;
    default:
      return 0;
  }
}

export function main(_args: string[]): i32 {
  const ops: string[] = ["||", "&&", "+", "-", "*", "/", "%", "", "^", "+" + "", "|" + "|", "++"];
  for (const op of ops) print(`${op} ${precedence(op)}`);
  return 0;
}
