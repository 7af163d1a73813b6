export function f(a: number, b: bigint[]): i32 { //! RTS114:22 RTS114:33
  const c: Map<number, i64> = new Map<number, i64>(); //! RTS114:16 RTS114:39
  return 1;
}
