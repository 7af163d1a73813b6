export function f(a: keyof C, b: readonly i32[], c: C["x"], d: typeof f): void {} //! RTS119:22 RTS119:53 RTS119:64
export class C {
  readonly x: `a${string}` = "a"; //! RTS119:15
}
