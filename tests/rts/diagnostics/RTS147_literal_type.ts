export function f(a: 1, b: "x", c: null, d: true): void {} //! RTS147:22 RTS147:28 RTS147:36 RTS147:45
