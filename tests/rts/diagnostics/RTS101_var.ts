export function f(): i32 {
  var a: i32 = 1; //! RTS101:3
  for (var i = 0; i < 3; i++) a += i; //! RTS101:8
  let b = a;
  const c = b;
  return c;
}
