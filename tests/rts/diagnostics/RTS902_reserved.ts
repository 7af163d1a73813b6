import { type i32 } from "@rts";
export function gcInit(): void {} //! RTS902:17
export function main(_args: string[]): i32 {
  return 0;
}
