export function f(a: import("./other.ts").C): void {} //! RTS153:22
