/** Exceptions as ordinary objects: in arrays, fields, compared, thrown again later. */
import { Exception, type i32, print } from "@rts";
class Coded extends Exception {
  uses: i32 = 0;
  constructor(readonly code: i32) {
    super(`code ${code}`);
  }
  override toString(): string {
    return `<${this.code}>`;
  }
}

const PREBUILT: Coded = new Coded(99);
const collected: Exception[] = [];

function raise(n: i32): void {
  if (n === 2) throw PREBUILT;
  throw new Coded(n);
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 4; i++) {
    try {
      raise(i);
    } catch (e) {
      if (e instanceof Coded) {
        e.uses++;
        collected.push(e);
      }
    }
  }
  for (const e of collected) print(`${e.toString()} ${e.message} ${e === PREBUILT}`);
  try {
    throw collected[2];
  } catch (e) {
    print(`${e === PREBUILT} ${PREBUILT.uses}`);
  }
  return 0;
}
