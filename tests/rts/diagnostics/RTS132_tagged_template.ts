export function f(a: i32): string {
  return tag`a ${a}` + `b ${a}`; //! RTS132:10
}
