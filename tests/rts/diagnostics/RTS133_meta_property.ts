export class C {
  constructor() {
    g(new.target); //! RTS133:7
    g(import.meta.url); //! RTS133:7
  }
}
