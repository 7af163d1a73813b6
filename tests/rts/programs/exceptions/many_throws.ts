// gcstress: no
/** Many throws in a loop, as an interpreter's exceptions would be. */
import { Exception, type i32, print } from "@rts";
class StopIteration extends Exception {
  constructor(readonly value: i32) {
    super("stop");
  }
}
class Counter {
  private at: i32 = 0;
  constructor(private readonly end: i32) {}
  next(): i32 {
    if (this.at >= this.end) throw new StopIteration(this.at);
    return this.at++;
  }
}

function drain(c: Counter): i32 {
  let sum: i32 = 0;
  try {
    while (true) sum += c.next();
  } catch (e) {
    if (e instanceof StopIteration) return sum + e.value;
    throw e;
  }
}

export function main(_args: string[]): i32 {
  let total: i32 = 0;
  for (let i = 0; i < 2000; i++) total += drain(new Counter(i % 7));
  print(`${total}`);
  return 0;
}
