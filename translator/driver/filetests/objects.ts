/** Inline allocation with its slow path, a field store without a barrier, a virtual call. */
import type { i32 } from "@rts";

abstract class Shape {
  abstract area(): i32;
}
class Square extends Shape {
  constructor(readonly side: i32) {
    super();
  }
  override area(): i32 {
    return this.side * this.side;
  }
}
class Box extends Shape {
  constructor(readonly inner: Shape, readonly factor: i32) {
    super();
  }
  override area(): i32 {
    return this.inner.area() * this.factor;
  }
}

export function measure(n: i32): i32 {
  let shape: Shape = new Square(n);
  for (let i = 0; i < n; i++) shape = new Box(shape, i);
  return shape.area();
}
