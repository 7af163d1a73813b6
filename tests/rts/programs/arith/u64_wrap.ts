/** wrapU64 wraps sums, differences, products, complements. */
import { type i32, i32ToI64, i64ToU64, print, type u64, wrapU64 } from "@rts";
export function main(_args: string[]): i32 {
  const top: u64 = 18446744073709551615n;
  const one: u64 = 1n;
  print(`${wrapU64(top + one)} ${wrapU64(0n - one)} ${wrapU64(top * top)} ${wrapU64(top + top)}`);
  let hash: u64 = 14695981039346656037n;
  for (let i = 0; i < 8; i++) {
    hash = wrapU64((hash ^ u32Of(i)) * 1099511628211n);
    print(`${hash}`);
  }
  return 0;
}

function u32Of(i: i32): u64 {
  return i64ToU64(i32ToI64(i));
}
