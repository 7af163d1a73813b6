export function f(a: Base): a is C { //! RTS145:29
  return a instanceof C;
}
export function g(a: bool): asserts a {} //! RTS145:29
