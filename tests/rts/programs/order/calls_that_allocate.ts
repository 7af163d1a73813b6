/** References evaluated before a sibling that allocates stay valid. */
import { type i32, print } from "@rts";
class Box {
  constructor(readonly text: string, readonly n: i32) {}
  join(o: Box, p: Box): Box {
    return new Box(this.text + o.text + p.text, this.n + o.n + p.n);
  }
}

function make(n: i32): Box {
  const junk: string[] = [];
  for (let i = 0; i < 5; i++) junk.push(`junk ${i}`);
  return new Box(`b${n}${junk[4].length}`, n);
}

function pick(a: Box, b: string, c: Box, d: string): string {
  return a.text + b + c.text + d;
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 3; i++) {
    print(pick(make(i), make(i + 1).text + make(i + 2).text, make(i + 3), "x" + i));
    const j = make(1).join(make(2), make(3).join(make(4), make(5)));
    print(`${j.text} ${j.n}`);
  }
  const boxes: Box[] = [make(7), make(8).join(make(9), make(10))];
  print(boxes[0].text + boxes[1].text);
  print(("a" + make(1).n) + ("b" + make(2).n) + [make(3).text, make(4).text].join("+"));
  return 0;
}
