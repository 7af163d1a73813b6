import { type i32 } from "@rts";
export function f(n: i32): i32 {
  while (n) { //! RTS206:10
    if (!n) return 1; //! RTS206:10
  }
  return 0;
}
export function main(args: string[]): i32 {
  const first: string | null = args.length > 0 ? args[0] : null;
  return first && args.length > 1 ? 1 : 0; //! RTS206:10
}
