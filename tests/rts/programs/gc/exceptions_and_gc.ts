/** A pending exception and its contents survive collections in finally. */
import { Exception, gcCollect, type i32, print } from "@rts";
class Payload extends Exception {
  readonly data: i32[] = [1, 2, 3];
  constructor(readonly detail: string) {
    super("payload of " + detail);
  }
}

function fail(n: i32): i32 {
  try {
    if (n === 0) throw new Payload(`level ${n}`);
    return fail(n - 1);
  } finally {
    const junk: string[] = [];
    for (let i = 0; i < 10; i++) junk.push(`junk ${i}`);
    gcCollect(0);
  }
}

export function main(_args: string[]): i32 {
  for (let n = 0; n < 4; n++) {
    try {
      fail(n);
    } catch (e) {
      gcCollect(1);
      if (e instanceof Payload) print(`${e.message} ${e.detail} ${e.data.join()}`);
    }
  }
  return 0;
}
