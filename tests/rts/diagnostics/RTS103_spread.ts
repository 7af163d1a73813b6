export function f(a: i32[], b: i32[]): i32[] {
  g(...a); //! RTS103:5
  new C(...b); //! RTS103:9
  return [...a, 1, ...b]; //! RTS103:11 RTS103:20
}
