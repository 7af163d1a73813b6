export function f(a: C): void {
  with (a) g(); //! RTS130:3
}
