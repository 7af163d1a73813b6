export class C extends B implements I, J { //! RTS121:26
  x: i32 = 1;
}
