/** A sieve and a primality test on i64. */
import { type bool, type i32, i32ToI64, type i64, newArray, print } from "@rts";
function powerMod(base: i64, exponent: i64, modulus: i64): i64 {
  let result: i64 = 1n;
  let b = base % modulus;
  let e = exponent;
  while (e > 0n) {
    if ((e & 1n) === 1n) result = result * b % modulus;
    b = b * b % modulus;
    e >>= 1n;
  }
  return result;
}

export function main(_args: string[]): i32 {
  const limit: i32 = 2000;
  const composite: bool[] = newArray<bool>(limit, false);
  let count: i32 = 0;
  let last: i32 = 0;
  for (let i = 2; i < limit; i++) {
    if (composite[i]) continue;
    count++;
    last = i;
    for (let k = i * i; k < limit; k += i) composite[k] = true;
  }
  print(`${count} ${last}`);
  for (let i = 2; i < 60; i++) {
    const n = i32ToI64(i);
    if (powerMod(2n, n - 1n, n) === 1n) print(`${n}`);
  }
  print(`${powerMod(3n, 1000000006n, 1000000007n)}`);
  return 0;
}
