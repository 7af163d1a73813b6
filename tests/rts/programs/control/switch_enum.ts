/** switch on an enum, and enums as values. */
import { type i32, print } from "@rts";
enum Color {
  Red,
  Green = 5,
  Blue,
  None = -1,
}
enum Flag {
  A = 1 << 0,
  B = 1 << 1,
  AB = A | B,
}

class Pixel {
  constructor(public color: Color) {}
}

function name(c: Color): string {
  switch (c) {
    case Color.Red:
      return "red";
    case Color.Green:
      return "green";
    case Color.Blue:
      return "blue";
    case Color.None:
      return "none";
  }
}

export function main(_args: string[]): i32 {
  const colors: Color[] = [Color.Red, Color.Green, Color.Blue, Color.None];
  for (const c of colors) print(`${c} ${name(c)}`);
  const p = new Pixel(Color.Green);
  print(`${p.color === Color.Green} ${p.color < Color.Blue} ${name(p.color)}`);
  p.color = Color.None;
  print(`${name(p.color)} ${Flag.AB} ${Flag.AB & Flag.B} ${(Flag.A | 4) === 5}`);
  const n: i32 = Color.Blue;
  print(`${n + 1}`);
  return 0;
}
