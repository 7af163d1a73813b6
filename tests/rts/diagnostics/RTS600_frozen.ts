import { type f64, type i32, type u8 } from "@rts";
class Point {
  x: i32 = 1;
}
class Other {
  x: f64 = 2.5;
}
const shared = [1, 2];
const pattern = /x/; //! RTS600:7
const literal: Point = { x: 3 }; //! RTS600:7
const other: Point = new Other(); //! RTS600:7
const large: i32 = 2 ** 40; //! RTS600:7
const byte: u8[] = [300]; //! RTS600:7
const ints: i32[] = shared;
const doubles: f64[] = shared; //! RTS600:7
const rounded: (n: f64) => f64 = Math.floor; //! RTS600:7
export function main(_args: string[]): i32 {
  pattern;
  return literal.x + other.x + large + byte[0] + ints[0] + (doubles[0] > rounded(1.5) ? 1 : 0);
}
