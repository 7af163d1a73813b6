import { type f64, type i32 } from "@rts";
interface Shape {
  area: f64;
}
export function main(_args: string[]): i32 {
  const shape: Shape | null = null; //! RTS200:16
  const n: i32 | null = null; //! RTS200:12
  return shape === null && n === null ? 0 : 1;
}
