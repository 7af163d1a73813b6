export function f(a: C): bool {
  for (let i = 0; i < 3; i++) g(a instanceof C);
  return "x" in a; //! RTS127:14
}
