export function f(): i32 {
  const a = new C().arguments;
  return arguments.length; //! RTS136:10
}
