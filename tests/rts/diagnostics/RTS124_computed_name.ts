export class C {
  ["x"]: i32 = 1; //! RTS124:3
  [NAME](): void {} //! RTS124:3
}
