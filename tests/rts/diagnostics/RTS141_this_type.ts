export class C {
  m(): this { //! RTS141:8
    return this;
  }
}
export function f(this: C, a: i32): void {} //! RTS141:19
