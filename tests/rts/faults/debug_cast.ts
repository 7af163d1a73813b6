// profile: debug
// exit: 70
// stderr: debug_cast.ts:13:11
/** A cast to a class that the object is not of. */
import { type i32, print } from "@rts";
class Base {}
class Left extends Base {
  n: i32 = 1;
}
class Right extends Base {}

function force(b: Base): i32 {
  return (b as Left).n;
}

export function main(_args: string[]): i32 {
  print(`${force(new Left()) + force(new Right())}`);
  return 0;
}
