export function f(a: bool, b: C | null): void {
  a &&= g(); //! RTS144:5
  a ||= g(); //! RTS144:5
  b ??= new C(); //! RTS144:5
  b = b ?? new C();
}
