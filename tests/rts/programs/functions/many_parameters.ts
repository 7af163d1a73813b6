/** Many parameters and many live variables. */
import { type bool, type f64, type i32, type i64, print } from "@rts";
function many(a: i32, b: f64, c: string, d: i64, e: bool, f: i32[], g: i32, h: i32, i: i32, j: f64): string {
  const k = a + g + h + i;
  const l = b + j;
  const m = c + c;
  const n = d + 1n;
  const o = !e;
  const p = f.concat([k]);
  const q = m + `${l}`;
  return `${a} ${b} ${c} ${d} ${e} ${f.join()} ${g} ${h} ${i} ${j} ${k} ${l} ${m} ${n} ${o} ${p.join()} ${q}`;
}

export function main(_args: string[]): i32 {
  print(many(1, 2.5, "c", 4n, true, [6, 7], 8, 9, 10, 0.125));
  let line = "";
  for (let i = 0; i < 3; i++) line = many(i, i / 2, line.substring(0, 3), BigInt(i), i > 1, [i], i, i, i, i);
  print(line);
  return 0;
}
