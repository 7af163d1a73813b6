/** A virtual method with three implementations, one of them inherited further. */
import { type f64, type i32, print } from "@rts";
abstract class Shape {
  abstract area(): f64;
  scaled(by: f64): f64 {
    return this.area() * by;
  }
}
class Circle extends Shape {
  constructor(readonly r: f64) {
    super();
  }
  override area(): f64 {
    return 3 * this.r * this.r;
  }
}
class Rect extends Shape {
  constructor(readonly w: f64, readonly h: f64) {
    super();
  }
  override area(): f64 {
    return this.w * this.h;
  }
}
class Square extends Rect {
  constructor(w: f64) {
    super(w, w);
  }
}
class Empty extends Shape {
  override area(): f64 {
    return 0;
  }
}

export function main(_args: string[]): i32 {
  const shapes: Shape[] = [new Circle(2), new Rect(2, 3), new Square(1.5), new Empty()];
  let total: f64 = 0;
  for (let i = 0; i < 40; i++) total += shapes[(i * 7) % 4].scaled(0.5);
  print(`${total}`);
  for (const s of shapes) print(`${s.area()} ${s instanceof Rect}`);
  return 0;
}
