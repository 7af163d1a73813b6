import { type i32 } from "@rts";
export function main(_args: string[]): i32 {
  const items: i32[] = [2, 1];
  items.sort(); //! RTS211:3
  return Math.max() > 0 ? items[0] : 0; //! RTS211:10
}
