/** Objects made at top level with fields of every kind, and changed at run time. */
import {
  type bool,
  type f64,
  type i16,
  type i32,
  type i64,
  type i8,
  print,
  type u16,
  type u32,
  type u64,
  type u8,
} from "@rts";
class Record {
  a: u8 = 200;
  b: i8 = -100;
  c: u16 = 50000;
  d: i16 = -20000;
  e: i32 = -5;
  f: u32 = 4000000000;
  g: i64 = -6000000000n;
  h: u64 = 18000000000000000000n;
  i: f64 = 0.1;
  j: bool = true;
  k: string = "text é";
  l: string | null = null;
  m: i32[] = [1, 2, 3];
  n: Record | null = null;
  o: (x: i32) => i32 = (x: i32): i32 => x + 1;
  text(): string {
    return `${this.a} ${this.b} ${this.c} ${this.d} ${this.e} ${this.f} ${this.g} ${this.h} ${this.i} ${this.j} ` +
      `${this.k} ${this.l ?? "null"} ${this.m.join("+")} ${this.n === null} ${this.o(this.e)}`;
  }
}
const first: Record = new Record();
const second: Record = new Record();
second.n = first;
second.k = "second";
second.l = "set";
second.o = (x: i32): i32 => x * 2;
first.m.push(4);

export function main(_args: string[]): i32 {
  print(first.text());
  print(second.text());
  first.e = 7;
  second.n!.m.push(5);
  second.i = -0.0;
  print(first.text());
  print(second.text());
  return 0;
}
