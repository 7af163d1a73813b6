export function f(a: [i32, string]): (i32 | null)[] { //! RTS112:22
  const b: [x: i32, y?: i32] = g(); //! RTS112:12
  return [];
}
