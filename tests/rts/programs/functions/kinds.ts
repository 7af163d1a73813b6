/** Functions of every kind of parameter and result through values. */
import { type bool, type f64, type i32, type i64, print, type u32 } from "@rts";
type Mixed = (a: i32, b: i64, c: f64, d: bool, e: string, f: u32) => string;

function first(a: i32, b: i64, c: f64, d: bool, e: string, f: u32): string {
  return `${a} ${b} ${c} ${d} ${e} ${f}`;
}

const CONSTANTS: Mixed[] = [
  first,
  (a: i32, b: i64, c: f64, d: bool, e: string, f: u32): string => e + (d ? c : -c) + BigInt(a) * b + f,
];

const nothing: (() => void)[] = [(): void => print("one"), (): void => print("two")];
const real: () => f64 = (): f64 => 0.125;
const long: (x: i64) => i64 = (x: i64): i64 => x * x;
const flag: (x: f64) => bool = (x: f64): bool => x > 0.5;
const unsigned: (x: u32) => u32 = (x: u32): u32 => x >>> 1;

export function main(_args: string[]): i32 {
  for (const f of CONSTANTS) print(f(-1, 5n, 0.5, true, "s", 4294967295));
  for (const f of nothing) f();
  print(`${real()} ${long(3000000000n)} ${flag(0.75)} ${unsigned(4294967295)}`);
  return 0;
}
