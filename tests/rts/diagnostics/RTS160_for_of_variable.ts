export function f(items: i32[]): void {
  let x: i32 = 0;
  for (x of items) g(x); //! RTS160:3
  for (const y of items) g(y);
}
