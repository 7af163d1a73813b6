export function f(g: <T>(x: T) => T): void { //! RTS155:22
  const h = <T>(x: T): T => x; //! RTS155:13
  const k = function <T>(x: T): T { //! RTS155:13
    return x;
  };
  function generic<T>(x: T): T {
    return x;
  }
}
