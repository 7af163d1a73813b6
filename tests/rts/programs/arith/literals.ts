/** Literals: bases, separators, exponents, bigints. */
import { type i32, type i64, print } from "@rts";
const BIG: i64 = 0xffn;

export function main(_args: string[]): i32 {
  print(`${0x7fffffff} ${0b1011} ${0o777} ${1_000_000} ${1.5e3} ${2e-3} ${.5} ${-0x10}`);
  print(`${BIG} ${1_000n} ${-1n} ${0b11n} ${0o17n}`);
  const a = 3;
  const b = 3.0;
  const c = 1e3;
  print(`${a / 2} ${b / 2} ${c}`);
  let d = 10;
  d = (d / 4) | 0;
  print(`${d}`);
  return 0;
}
