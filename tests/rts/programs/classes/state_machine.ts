/** States as objects that return the next state. */
import { type i32, print } from "@rts";
abstract class State {
  abstract next(c: string, out: string[]): State;
}
class Outside extends State {
  override next(c: string, out: string[]): State {
    if (c === '"') return INSIDE;
    out.push(c);
    return this;
  }
}
class Inside extends State {
  override next(c: string, out: string[]): State {
    if (c === '"') return OUTSIDE;
    if (c === "\\") return ESCAPED;
    out.push(c.toUpperCase());
    return this;
  }
}
class Escaped extends State {
  override next(c: string, out: string[]): State {
    out.push(`<${c}>`);
    return INSIDE;
  }
}
const OUTSIDE: State = new Outside();
const INSIDE: State = new Inside();
const ESCAPED: State = new Escaped();

export function main(_args: string[]): i32 {
  const text = 'say "hello \\"you\\"" now';
  const out: string[] = [];
  let state = OUTSIDE;
  for (let i = 0; i < text.length; i++) state = state.next(text[i], out);
  print(`${out.join("")} ${state === OUTSIDE}`);
  return 0;
}
