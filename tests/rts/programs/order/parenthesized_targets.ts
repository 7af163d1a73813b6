// deno-fmt-ignore-file
/** Assignment targets in parentheses, and the values of assignments as expressions. */
import { type i32, print } from "@rts";
class P {
  v: i32 = 1;
}

export function main(_args: string[]): i32 {
  let k: i32 = 5;
  (k)++;
  const j = ++(k);
  const old = (k)--;
  let a: i32 = 0;
  let b: i32 = 0;
  a = (b) = k + 2;
  const c = (a) += 4;
  print(`${k} ${j} ${old} ${a} ${b} ${c}`);
  const p = new P();
  const q = ++(p.v);
  const r = (p.v)++;
  print(`${q} ${r} ${p.v}`);
  const xs: i32[] = [1, 2, 3];
  let i: i32 = 0;
  xs[i++] = xs[i] + i;
  const d = (xs[2]) *= 5;
  print(`${xs.join()} ${d}`);
  return 0;
}
