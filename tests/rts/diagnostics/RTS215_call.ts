import { type i32 } from "@rts";
class Callable {
  n: i32 = 1;
}
export function main(_args: string[]): i32 {
  const c = new Callable();
  return c(); //! RTS215:10
}
