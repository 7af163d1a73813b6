import { type i64 } from "@rts";
export function low(n: i64): i64 {
  return BigInt.asIntN(32, n); //! RTS218:24
}
