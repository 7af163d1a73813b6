/** instanceof narrows; null is an instance of nothing. */
import { type bool, type i32, print } from "@rts";
class Value {}
class Int extends Value {
  constructor(readonly n: i32) {
    super();
  }
}
class Str extends Value {
  constructor(readonly s: string) {
    super();
  }
}
class BigInt2 extends Int {}

function show(v: Value | null): string {
  if (v === null) return "null";
  if (v instanceof BigInt2) return `big ${v.n}`;
  if (v instanceof Int) return `int ${v.n}`;
  if (v instanceof Str && v.s.length > 0) return `str ${v.s}`;
  return v instanceof Str ? "empty" : "value";
}

function isInt(v: Value | null): bool {
  return v instanceof Int;
}

export function main(_args: string[]): i32 {
  const values: (Value | null)[] = [new Int(1), new Str("s"), new Str(""), new Value(), null, new BigInt2(7)];
  for (const v of values) print(`${show(v)} ${isInt(v)} ${!(v instanceof Str)}`);
  return 0;
}
