export function f(): void {
  using a = open(); //! RTS157:3
}
