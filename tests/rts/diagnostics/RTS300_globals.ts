import { type f64, type i32 } from "@rts";
class Local {
  n: i32 = 1;
}
export function main(_args: string[]): i32 {
  console.log("x"); //! RTS300:3
  const now: f64 = Date.now(); //! RTS300:20
  const Alias = Local; //! RTS300:17
  return now > 0 ? parseInt("1") : new Alias().n; //! RTS300:20
}
