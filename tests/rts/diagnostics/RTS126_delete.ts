export function f(a: C): void {
  delete a.x; //! RTS126:3
}
