export function f(): void {
  const a = [1, 2] as const; //! RTS146:13
  const b = a as C;
}
