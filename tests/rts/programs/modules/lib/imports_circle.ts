/** Subclasses of a class of the module that imports this one. */
import type { f64 } from "@rts";
import { Shape } from "./imports_base.ts";

export class Circle extends Shape {
  constructor(private readonly r: f64) {
    super();
  }
  override area(): f64 {
    return 3 * this.r * this.r;
  }
  override name(): string {
    return "circle of " + super.name();
  }
}

export class Square extends Shape {
  constructor(private readonly side: f64) {
    super();
  }
  override area(): f64 {
    return this.side * this.side;
  }
}

export function area(s: Shape): f64 {
  return s.area();
}
