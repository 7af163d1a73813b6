import { type i32 } from "@rts";
export function product(a: i32, b: i32): i32 {
  return (a * b) | 0; //! RTS205:11
}
