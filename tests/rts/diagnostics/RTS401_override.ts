import { type f64, type i32 } from "@rts";
class Base {
  size: f64 = 1;
  area(): f64 {
    return 1;
  }
  add(a: i32, b: i32): i32 {
    return a + b;
  }
}
class Derived extends Base {
  override size: i32 = 2; //! RTS401:12
  override area(): i32 { //! RTS401:12
    return 2;
  }
  override add(a: i32): i32 { //! RTS401:12
    return a;
  }
}
export function main(_args: string[]): i32 {
  const base: Base = new Derived();
  return base.add(1, 2) + (base.area() > base.size ? 1 : 0);
}
