export function f(): i32[] {
  return [1, , 2]; //! RTS148:13
}
