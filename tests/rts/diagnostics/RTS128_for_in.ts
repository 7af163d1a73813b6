export function f(a: C): void {
  for (const k in a) g(k); //! RTS128:3
  for (const v of a.list) g(v);
}
