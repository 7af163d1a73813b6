import { type i32 } from "@rts";
class Base {
  get size(): i32 {
    return 1;
  }
}
class Derived extends Base {
  override get size(): i32 {
    return super.size + 1; //! RTS405:12
  }
}
export function main(_args: string[]): i32 {
  return new Derived().size;
}
