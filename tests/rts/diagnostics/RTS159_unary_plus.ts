export function f(a: i32): i32 {
  return +a + -a; //! RTS159:10
}
