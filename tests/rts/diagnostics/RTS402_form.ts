import { type i32 } from "@rts";
class Base {
  get size(): i32 {
    return 1;
  }
  area(): i32 {
    return 2;
  }
}
class Derived extends Base {
  override size: i32 = 2; //! RTS402:12
  override area: () => i32 = () => 3; //! RTS402:12
}
export function main(_args: string[]): i32 {
  return new Derived().size;
}
