/** Several modules that import each other. */
import { type i32, print } from "@rts";
import { area, Circle } from "./lib/imports_circle.ts";
import { makeSquare, type Shape, total } from "./lib/imports_shapes.ts";
import * as shapes from "./lib/imports_shapes.ts";
import unit, { SIDES as sideCount } from "./lib/imports_default.ts";

export function main(_args: string[]): i32 {
  const all: Shape[] = [new Circle(2), makeSquare(3), unit];
  print(`${total(all)} ${area(all[0])} ${sideCount}`);
  for (const s of all) print(`${s.name()} ${s.area()}`);
  print(`${shapes.made()} ${shapes.total([unit])} ${all[0] instanceof shapes.Shape}`);
  shapes.makeSquare(1);
  print(`${shapes.made()} ${shapes.history.join()}`);
  return 0;
}
