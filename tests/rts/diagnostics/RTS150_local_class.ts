export function f(): void {
  class Local { //! RTS150:3
    x: i32 = 1;
  }
  const anonymous = class {}; //! RTS150:21
  function local(): void {}
}
