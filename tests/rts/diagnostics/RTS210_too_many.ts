import { type i32 } from "@rts";
export function main(_args: string[]): i32 {
  const items: i32[] = [];
  items.push(1, 2); //! RTS210:17
  return items.concat([3], [4]).length; //! RTS210:28
}
