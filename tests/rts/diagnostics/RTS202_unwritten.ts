import { type i32 } from "@rts";
function twice(n: i32) { //! RTS202:10
  return n * 2;
}
export function main(_args: string[]): i32 {
  let later; //! RTS202:7
  later = 3;
  const nothing = null; //! RTS202:9
  return twice(later) + (nothing === null ? 0 : 1);
}
