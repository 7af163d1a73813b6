/** A sparse switch with negative and extreme labels. */
import { type i32, print } from "@rts";
const SPECIAL: i32 = 4242;

function f(n: i32): i32 {
  switch (n) {
    case -2147483648:
      return 1;
    case -1000:
      return 2;
    case -1:
      return 3;
    case 0:
      return 4;
    case 1000000:
      return 5;
    case 2147483647:
      return 6;
    case SPECIAL:
      return 7;
    case 1 << 20:
      return 8;
  }
  return -1;
}

export function main(_args: string[]): i32 {
  const values: i32[] = [
    -2147483648,
    -2147483647,
    -1000,
    -1,
    0,
    1,
    4242,
    1000000,
    1048576,
    2147483647,
    2147483646,
  ];
  for (const v of values) print(`${v} ${f(v)}`);
  return 0;
}
