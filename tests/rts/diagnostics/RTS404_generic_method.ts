import { type i32 } from "@rts";
class Base {
  same<T>(x: T): T {
    return x;
  }
}
class Derived extends Base {
  override same<T>(x: T): T {
    return x;
  }
}
export function main(_args: string[]): i32 {
  const base: Base = new Derived();
  return base.same<i32>(1); //! RTS404:10
}
