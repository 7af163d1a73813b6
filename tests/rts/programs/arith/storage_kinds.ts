/** Fields of every storage kind: stores keep the value, loads extend it. */
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
  a: u8 = 0;
  b: i8 = 0;
  c: u16 = 0;
  d: i16 = 0;
  e: i32 = 0;
  f: u32 = 0;
  g: i64 = 0n;
  h: u64 = 0n;
  i: f64 = 0;
  j: bool = false;
  k: string = "";

  text(): string {
    return `${this.a} ${this.b} ${this.c} ${this.d} ${this.e} ${this.f} ${this.g} ${this.h} ${this.i} ${this.j} ${this.k}`;
  }
}

export function main(_args: string[]): i32 {
  const r = new Record();
  print(r.text());
  r.a = 255;
  r.b = -128;
  r.c = 65535;
  r.d = -32768;
  r.e = -2147483648;
  r.f = 4294967295;
  r.g = -9223372036854775808n;
  r.h = 18446744073709551615n;
  r.i = -1.5e-300;
  r.j = true;
  r.k = "end";
  print(r.text());
  r.a -= 5;
  r.b++;
  r.c >>= 4;
  r.d += 100;
  const sum: i32 = r.a + r.b + r.c + r.d;
  print(`${sum} ${r.text()}`);
  return 0;
}
