import { type i32 } from "@rts";
class Counter {
  static start: i32 = 4;
  static first(): i32 {
    return this.start; //! RTS303:12
  }
  n: i32 = 1;
  later(): i32 {
    const f = (): i32 => this.n; //! RTS303:26
    return f();
  }
}
export function main(_args: string[]): i32 {
  return Counter.first() + new Counter().later();
}
