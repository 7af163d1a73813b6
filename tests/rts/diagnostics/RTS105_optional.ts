export function f(a: i32, b?: i32): i32 { //! RTS105:27
  return a;
}
export class C {
  x?: string; //! RTS105:3
  y!: string;
  m?(): void; //! RTS105:3 RTS125:3
  n(b: i32 = 1): i32 {
    return b;
  }
}
