import { type i32 } from "@rts";
let total: i32 = 0;
export function main(_args: string[]): i32 {
  (total as i32) = 3; //! RTS216:4
  return total;
}
