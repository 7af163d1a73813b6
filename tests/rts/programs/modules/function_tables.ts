/** Prebuilt tables of functions: arrays, maps, fields, arrays of objects with functions. */
import { type f64, type i32, print } from "@rts";
type Op = (a: f64, b: f64) => f64;

class Entry {
  calls: i32 = 0;
  constructor(readonly name: string, readonly op: Op, readonly arity: i32 = 2) {}
}

function add(a: f64, b: f64): f64 {
  return a + b;
}

class Ops {
  static sub(a: f64, b: f64): f64 {
    return a - b;
  }
}

const ENTRIES: Entry[] = [
  new Entry("add", add),
  new Entry("sub", Ops.sub),
  new Entry("mul", (a: f64, b: f64): f64 => a * b),
  new Entry("neg", (a: f64, _b: f64): f64 => -a, 1),
  new Entry("hyp", function (a: f64, b: f64): f64 {
    return Math.sqrt(a * a + b * b);
  }),
];
const BY_NAME: Map<string, Entry> = new Map(ENTRIES.map((e) => [e.name, e]));
const DISPATCH: (Op | null)[] = [null, ...ENTRIES.map((e) => e.op)];

function call(name: string, a: f64, b: f64): f64 {
  const e = BY_NAME.get(name)!;
  e.calls++;
  return e.op(a, b);
}

export function main(_args: string[]): i32 {
  print(
    `${call("add", 1, 2)} ${call("sub", 1, 2)} ${call("mul", 3, 4)} ${call("neg", 5, 0)} ${
      call("hyp", 3, 4)
    }`,
  );
  call("add", 0, 0);
  for (const e of ENTRIES) print(`${e.name} ${e.calls} ${e.arity}`);
  let nulls: i32 = 0;
  for (const op of DISPATCH) {
    if (op === null) nulls++;
    else print(`${op(6, 2)} ${op === add}`);
  }
  print(`${nulls}`);
  return 0;
}
