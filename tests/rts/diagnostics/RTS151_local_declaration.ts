export function f(): void {
  enum Color { Red } //! RTS151:3
  interface I { x: i32 } //! RTS151:3
  type Alias = i32[];
}
