export function f(): void {
  namespace Inner { //! RTS138:3
    export const x = 1;
  }
}
