import { type i32 } from "@rts";
abstract class Shape {
  abstract sides: i32; //! RTS403:12
}
class Square extends Shape {
  sides: i32 = 4;
}
export function main(_args: string[]): i32 {
  return new Square().sides;
}
