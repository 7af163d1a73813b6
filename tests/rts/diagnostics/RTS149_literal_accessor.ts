export function f(): void {
  const a = { //! RTS111:13
    get x(): i32 { //! RTS149:5
      return 1;
    },
    set x(v: i32) {}, //! RTS149:5
  };
}
export class C {
  get x(): i32 {
    return 1;
  }
}
