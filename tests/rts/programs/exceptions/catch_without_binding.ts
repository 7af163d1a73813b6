/** catch without a name, empty handlers, a throw in a nested function. */
import { Exception, type i32, print } from "@rts";
function risky(n: i32): i32 {
  function inner(m: i32): i32 {
    if (m > 2) throw new Exception("inner");
    return m;
  }
  return inner(n) * 2;
}

function safe(n: i32): i32 {
  try {
    return risky(n);
  } catch {
    return -1;
  }
}

export function main(_args: string[]): i32 {
  let total: i32 = 0;
  for (let i = 0; i < 5; i++) {
    total += safe(i);
    try {
      total += risky(i);
    } catch {
      // counted by what is missing from the total
    }
  }
  print(`${total}`);
  return 0;
}
