import { type i32, type i64, type u32, type u64 } from "@rts";
export function mixed(a: i32, b: u32): i32 {
  return a + b; //! RTS204:10
}
export function wide(a: i64, b: u64): i64 {
  return a * b; //! RTS204:10
}
export function shift(a: u64): u64 {
  return a >>> 1n; //! RTS204:10
}
