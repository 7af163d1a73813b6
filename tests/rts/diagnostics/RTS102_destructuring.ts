export function f(p: Pair, [a, b]: i32[]): i32 { //! RTS102:28
  const { x, y } = p; //! RTS102:9
  let [c, ...d] = [x, y]; //! RTS102:7
  //! RTS102:3
  [a, b] = [b, a];
  ({ x: c } = p); //! RTS102:4
  for (const [k, v] of p.entries()) c += k + v; //! RTS102:14
  try {
    g();
  } catch ({ message }) { //! RTS102:12
    g();
  }
  return a + b + c + d.length;
}
