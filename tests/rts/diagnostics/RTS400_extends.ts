import { type i32 } from "@rts";
class Failure extends Error { //! RTS400:23
  code: i32 = 1;
}
export function main(_args: string[]): i32 {
  return new Failure().code;
}
