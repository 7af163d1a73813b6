export function f(a: i32, b: i32): bool {
  if (a == b) return true; //! RTS107:9
  return a != b && a !== 1 || b === 2; //! RTS107:12
}
