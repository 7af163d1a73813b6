import { type i32 } from "@rts";
declare function elsewhere(): i32; //! RTS302:18
declare class Foreign {
  n: i32;
}
export function main(_args: string[]): i32 {
  return elsewhere() + new Foreign().n; //! RTS302:28
}
