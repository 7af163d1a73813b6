export function f(a: symbol): void { //! RTS140:22
  g(Symbol("x")); //! RTS140:5
}
