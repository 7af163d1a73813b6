export class C {
  #x: i32 = 1; //! RTS123:3
  #m(): i32 { //! RTS123:3
    return this.#x; //! RTS123:17
  }
}
