export function f(a: C): void {
  eval("1"); //! RTS135:3
  a.eval();
}
