export function f(a: A & B): void {} //! RTS115:22
