import { type i32 } from "@rts";
export function f(a: i32): i32 {
  // @ts-ignore: not checked //! RTS161:6
  return a + nothing; //! RTS300:14
}
