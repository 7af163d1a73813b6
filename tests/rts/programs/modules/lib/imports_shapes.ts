/** Passes the base class on, with helpers that know a subclass. */
import type { f64, i32 } from "@rts";
import { Square } from "./imports_circle.ts";
import { Shape } from "./imports_base.ts";

export { Shape };

let count: i32 = 0;
export const history: f64[] = [];

export function makeSquare(side: f64): Shape {
  count++;
  history.push(side);
  return new Square(side);
}

export function made(): i32 {
  return count;
}

export function total(shapes: Shape[]): f64 {
  let sum: f64 = 0;
  for (const s of shapes) sum += s.area();
  return sum;
}
