export function f(a: A | B, b: string | i32 | null, c: A | null, d: null | B): void {} //! RTS116:22 RTS116:32
export class C {
  x: "a" | "b" = "a"; //! RTS116:6
  y: ((a: i32) => i32) | null = null;
  z: | A | null = null;
}
