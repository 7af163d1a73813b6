export function* f(): Generator<i32> { //! RTS108:16
  yield 1;
}
export class C {
  *items(): Generator<i32> { //! RTS108:3
    yield 2;
  }
}
