export function f(first: i32, ...rest: i32[]): i32 { //! RTS104:31
  return first + rest.length;
}
export class C {
  constructor(...items: string[]) {} //! RTS104:15
  m(g: (...all: i32[]) => void): void { //! RTS104:9
    g(1);
  }
}
