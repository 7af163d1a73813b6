import { type i32 } from "@rts"; //! RTS601:1
function fail(): i32 {
  throw new Error("on purpose");
}
const value: i32 = fail();
export function main(_args: string[]): i32 {
  return value;
}
