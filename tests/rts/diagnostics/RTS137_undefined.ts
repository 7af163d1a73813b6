export function f(a: i32 | undefined, b: C | null | undefined): void { //! RTS137:28 RTS137:53
  if (b === undefined) g(b.undefined); //! RTS137:13
  let x: undefined; //! RTS137:10
}
