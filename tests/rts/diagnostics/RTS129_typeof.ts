export function f(a: C): bool {
  return typeof a === "object"; //! RTS129:10
}
