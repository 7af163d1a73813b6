export function f(a: { [K in "a" | "b"]: i32 }): void {} //! RTS118:22
