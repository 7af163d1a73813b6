export class C {
  [name: string]: i32; //! RTS142:3
}
