export function f(make: new (a: i32) => C): C { //! RTS152:25
  return make(1);
}
