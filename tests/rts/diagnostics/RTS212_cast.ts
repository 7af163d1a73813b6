import { type f64, type i32 } from "@rts";
class Left {
  n: i32 = 1;
}
class Right {
  n: i32 = 2;
}
export function main(_args: string[]): i32 {
  const items: i32[] = [1];
  const doubles = items as f64[]; //! RTS212:19
  const right = new Left() as Right; //! RTS212:17
  return doubles.length + right.n;
}
