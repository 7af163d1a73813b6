export function f(a: C): C {
  return a satisfies C; //! RTS139:10
}
