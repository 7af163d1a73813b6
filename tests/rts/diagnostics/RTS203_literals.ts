import { type i32, type i64, type u32, type u8 } from "@rts";
export function main(_args: string[]): i32 {
  const a: i32 = 3000000000; //! RTS203:18
  const b: u32 = -1; //! RTS203:18
  const c: i64 = 99999999999999999999n; //! RTS203:18
  const d: u8[] = [256]; //! RTS203:20
  return a + d[0] + (b > 3 && c > 3n ? 1 : 0);
}
