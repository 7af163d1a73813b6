export function f(): void {
  void g(); //! RTS143:3
}
