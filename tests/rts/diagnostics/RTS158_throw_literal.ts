export function f(n: i32): void {
  if (n === 0) throw "text"; //! RTS158:16
  if (n === 1) throw 1; //! RTS158:16
  if (n === 2) throw null; //! RTS158:16
  if (n === 3) throw `${n}`; //! RTS158:16
  throw new Exception("fine");
}
