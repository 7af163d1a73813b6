import { type f64, type i32 } from "@rts";
class Counter {
  count: i32 = 1;
  next(): i32 {
    return this.count;
  }
}
export function main(_args: string[]): i32 {
  const numbers: i32[] = [1];
  const d: f64 = 1.5;
  const next = new Counter().next; //! RTS208:16
  for (const unit of "abc") d.toPrecision(unit.length); //! RTS208:22
  d.toPrecision(3); //! RTS208:3
  numbers.flat(); //! RTS208:3
  return next();
}
