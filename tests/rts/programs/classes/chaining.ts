/** Methods that return their object, and objects made and used in one expression. */
import { type i32, print } from "@rts";
class Builder {
  private parts: string[] = [];
  add(part: string): Builder {
    this.parts.push(part);
    return this;
  }
  times(n: i32): Builder {
    const last = this.parts[this.parts.length - 1];
    for (let i = 1; i < n; i++) this.parts.push(last);
    return this;
  }
  build(): string {
    return this.parts.join("");
  }
}
class Point {
  constructor(readonly x: i32, readonly y: i32) {}
  plus(o: Point): Point {
    return new Point(this.x + o.x, this.y + o.y);
  }
}

export function main(_args: string[]): i32 {
  print(new Builder().add("a").times(3).add("b").times(2).build());
  const p = new Point(1, 2).plus(new Point(3, 4)).plus(new Point(-10, 5));
  print(`${p.x} ${p.y} ${new Point(7, 8).x}`);
  return 0;
}
