export function f(a: i32): i32 {
  for (let i = 0, j = 1; i < j; i++, j--) g();
  for (a = 1, g(), h(); a < 3; a++, g(), h());
  g(), h(); //! RTS131:3
  a = (g(), h(), 1); //! RTS131:8
  for (; g(), a < 3;) h(); //! RTS131:10
  return a;
}
