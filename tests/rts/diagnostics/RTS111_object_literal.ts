export function f(): void {
  g({ a: 1, b: [1], c: `x` }); //! RTS111:5
  const empty = {}; //! RTS111:17
  const nested = { a, in: { b: 2 }, m() {} }; //! RTS111:18 RTS111:27
}
