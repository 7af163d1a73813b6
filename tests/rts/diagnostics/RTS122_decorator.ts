@sealed //! RTS122:1
export class C {
  @field x: i32 = 1; //! RTS122:3
  @logged("m") //! RTS122:3
  m(): void {}
}
