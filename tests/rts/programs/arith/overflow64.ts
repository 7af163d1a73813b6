/** addOvf64, subOvf64 and mulOvf64 throw OverflowError at the ends of i64. */
import { addOvf64, type i32, type i64, mulOvf64, OverflowError, print, subOvf64 } from "@rts";
function tryAll(a: i64, b: i64, which: i32): string {
  try {
    switch (which) {
      case 0:
        return `${addOvf64(a, b)}`;
      case 1:
        return `${subOvf64(a, b)}`;
      default:
        return `${mulOvf64(a, b)}`;
    }
  } catch (e) {
    if (e instanceof OverflowError) return "overflow";
    throw e;
  }
}

export function main(_args: string[]): i32 {
  const values: i64[] = [
    0n,
    1n,
    -1n,
    3037000500n,
    -3037000500n,
    4294967296n,
    9223372036854775807n,
    -9223372036854775808n,
  ];
  for (const a of values) {
    for (const b of values) print(`${tryAll(a, b, 0)} ${tryAll(a, b, 1)} ${tryAll(a, b, 2)}`);
  }
  return 0;
}
