export class C {
  accessor x: i32 = 1; //! RTS156:3
}
