export function f(s: string): bool {
  return /a+/.test(s); //! RTS110:10
}
