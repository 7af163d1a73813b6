/** A generator of random numbers as an object, and a bank of them. */
import { type f64, type i32, print, type u32 } from "@rts";
class Random {
  private state: u32;
  constructor(seed: u32) {
    this.state = seed;
  }
  next(): u32 {
    let x = this.state;
    x = (x ^ (x << 13)) >>> 0;
    x = (x ^ (x >>> 17)) >>> 0;
    x = (x ^ (x << 5)) >>> 0;
    this.state = x;
    return x;
  }
  below(n: i32): i32 {
    return (this.next() >>> 1) % n;
  }
  real(): f64 {
    return this.next() / 4294967296;
  }
}

export function main(_args: string[]): i32 {
  const bank: Random[] = [new Random(1), new Random(2463534242), new Random(4294967295)];
  for (let round = 0; round < 4; round++) {
    for (const r of bank) print(`${r.next()} ${r.below(100)} ${r.real()}`);
  }
  return 0;
}
