/** Arrays of objects, of null, of subclasses. */
import { type f64, type i32, print } from "@rts";
class Shape {
  area(): f64 {
    return 0;
  }
}
class Square extends Shape {
  constructor(readonly side: f64) {
    super();
  }
  override area(): f64 {
    return this.side * this.side;
  }
}

export function main(_args: string[]): i32 {
  const shapes: (Shape | null)[] = [new Square(2), null, new Shape()];
  shapes.push(new Square(0.5));
  let total: f64 = 0;
  let nulls: i32 = 0;
  for (const s of shapes) {
    if (s === null) nulls++;
    else total += s.area();
  }
  print(
    `${total} ${nulls} ${shapes[0] instanceof Square} ${shapes[1] === null} ${shapes[2] instanceof Square}`,
  );
  shapes[1] = shapes[0];
  print(`${shapes[1] === shapes[0]} ${shapes[1]!.area()}`);
  return 0;
}
