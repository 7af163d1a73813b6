/** Variables assigned in try are visible after it with the value they had at the throw. */
import { addOvf, Exception, type f64, type i32, OverflowError, print } from "@rts";
function f(limit: i32): string {
  let a: i32 = 0;
  let b: string = "start";
  let c: f64 = 0.5;
  try {
    a = 1;
    b = "middle";
    if (limit === 0) throw new Exception("0");
    c = 2.5;
    a = addOvf(limit, 2147483640);
    b = "end";
  } catch (e) {
    c *= 2;
    b += e instanceof OverflowError ? "/overflow" : "/other";
  }
  return `${a} ${b} ${c}`;
}

export function main(_args: string[]): i32 {
  print(f(0));
  print(f(5));
  print(f(50));
  return 0;
}
