import { type f64, type i32 } from "@rts";
class Point {
  x: i32 = 1;
}
class Other {
  x: f64 = 2.5;
}
class Box<T> {
  constructor(readonly value: T) {}
}
function sum(items: f64[]): f64 {
  return items[0];
}
function xOf(point: Point): i32 {
  return point.x;
}
function open(box: Box<i32>): i32 {
  return box.value;
}
export function main(_args: string[]): i32 {
  const items: i32[] = [1];
  sum(items); //! RTS201:7
  xOf(new Other()); //! RTS201:7
  const box = new Box<f64>(1.5);
  return open(box); //! RTS201:15
}
