export function f<T>(a: T extends string ? i32 : f64): void {} //! RTS117:25
