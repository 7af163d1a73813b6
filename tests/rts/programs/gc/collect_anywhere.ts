/** Collections between every step of expressions with live references. */
import { gcCollect, type i32, print } from "@rts";
class P {
  constructor(readonly a: string, readonly b: P | null) {}
}

function collected(text: string): string {
  gcCollect(0);
  return text + "!";
}

function make(text: string, b: P | null): P {
  gcCollect(1);
  return new P(collected(text), b);
}

export function main(_args: string[]): i32 {
  const p = make("a", make("b", make("c", null)));
  print(p.a + p.b!.a + p.b!.b!.a);
  const parts: string[] = [collected("x"), collected("y") + collected("z"), `${collected("t")}${p.a}`];
  print(parts.join(collected(",")));
  let text = "";
  for (let i = 0; i < 5; i++) text = collected(text + i);
  print(text);
  return 0;
}
