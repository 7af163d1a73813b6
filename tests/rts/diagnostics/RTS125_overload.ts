export function f(a: i32): i32; //! RTS125:1
export function f(a: string): i32; //! RTS125:1
export function f(a: i32): i32 {
  return a;
}
export abstract class C {
  constructor(a: i32); //! RTS125:3
  constructor(a: string) {}
  m(a: i32): void; //! RTS125:3
  m(a: string): void {}
  abstract n(a: i32): void;
}
export declare function ambient(): void;
