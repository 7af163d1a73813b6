import { type bool, type i32, type u32 } from "@rts";
function isSmall(n: u32): bool {
  return n < 10;
}
function count(test: (n: i32) => bool): i32 {
  return test(1) ? 1 : 0;
}
export function main(_args: string[]): i32 {
  return count(isSmall); //! RTS201:16
}
