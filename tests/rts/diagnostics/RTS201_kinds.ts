import { type f64, type i32, type u32 } from "@rts";
export function narrow(d: f64): i32 {
  return d; //! RTS201:10
}
export function sign(n: i32): u32 {
  return n; //! RTS201:10
}
export function cast(d: f64): i32 {
  return d as i32; //! RTS201:10
}
export function text(n: i32): i32 {
  const words: string[] = ["a"];
  return "b" + words === "b" ? n : 0; //! RTS201:10
}
