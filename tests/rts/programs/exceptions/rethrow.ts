/** Rethrown exceptions are the same object; handlers may throw others. */
import { Exception, type i32, print } from "@rts";
class Wrapped extends Exception {
  constructor(message: string, readonly cause: Exception) {
    super(message);
  }
}

let original: Exception | null = null;

function level0(): void {
  original = new Exception("deep");
  throw original;
}

function level1(): void {
  try {
    level0();
  } catch (e) {
    throw e;
  }
}

function level2(): void {
  try {
    level1();
  } catch (e) {
    if (e instanceof Exception) throw new Wrapped("wrapped " + e.message, e);
    throw e;
  }
}

export function main(_args: string[]): i32 {
  try {
    level2();
  } catch (e) {
    if (e instanceof Wrapped) print(`${e.message} ${e.cause.message} ${e.cause === original}`);
  }
  try {
    level1();
    print("not reached");
  } catch (e) {
    print(`${e === original}`);
  }
  return 0;
}
