import { type i32 } from "@rts";
export function main(args: string[]): i32 {
  let n!: i32; //! RTS214:7
  if (args.length > 0) n = 1;
  return n;
}
