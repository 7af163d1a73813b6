export function f(a: Base): C {
  return <C> a; //! RTS154:10
}
