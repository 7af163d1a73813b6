/** Static methods as values. */
import { type bool, type i32, print } from "@rts";
class Parser {
  static digit(c: i32): bool {
    return c >= 48 && c <= 57;
  }
  static letter(c: i32): bool {
    return c >= 97 && c <= 122 || c >= 65 && c <= 90;
  }
}

type Test = (c: i32) => bool;
const TESTS: Test[] = [Parser.digit, Parser.letter];

function span(text: string, from: i32, test: Test): i32 {
  let i = from;
  while (i < text.length && test(text.charCodeAt(i))) i++;
  return i;
}

export function main(_args: string[]): i32 {
  const text = "abc123def45;";
  let i: i32 = 0;
  let which: i32 = 1;
  while (i < text.length) {
    const end = span(text, i, TESTS[which]);
    print(`${which} [${text.substring(i, end)}]`);
    if (end === i) break;
    i = end;
    which = 1 - which;
  }
  print(`${span("99", 0, Parser.digit)} ${TESTS[0] === Parser.digit}`);
  return 0;
}
