/** throw and catch through calls; the message; classes of exceptions. */
import { Exception, type i32, print } from "@rts";
class ParseError extends Exception {
  constructor(message: string, readonly at: i32) {
    super(message);
  }
}

function digit(text: string, at: i32): i32 {
  const c = text.charCodeAt(at);
  if (c < 48 || c > 57) throw new ParseError(`bad digit '${text[at]}'`, at);
  return c - 48;
}

function parse(text: string): i32 {
  let value: i32 = 0;
  for (let i = 0; i < text.length; i++) value = value * 10 + digit(text, i);
  return value;
}

export function main(_args: string[]): i32 {
  const texts: string[] = ["123", "4x5", "", "-1"];
  for (const t of texts) {
    try {
      print(`${parse(t)}`);
    } catch (e) {
      if (e instanceof ParseError) print(`${e.message} at ${e.at} ${e.toString()}`);
      else throw e;
    }
  }
  return 0;
}
