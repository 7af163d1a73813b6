/** Overflow promotes to a wider representation, as Python's int does. */
import { type i32, i32ToI64, type i64, mulOvf, OverflowError, print } from "@rts";
abstract class W_Int {
  abstract show(): string;
}
class W_Small extends W_Int {
  constructor(readonly n: i32) {
    super();
  }
  override show(): string {
    return `${this.n}`;
  }
}
class W_Long extends W_Int {
  constructor(readonly n: i64) {
    super();
  }
  override show(): string {
    return `${this.n}L`;
  }
}

function widen(w: W_Int): i64 {
  if (w instanceof W_Small) return i32ToI64(w.n);
  return (w as W_Long).n;
}

function multiply(a: W_Int, b: W_Int): W_Int {
  if (a instanceof W_Small && b instanceof W_Small) {
    try {
      return new W_Small(mulOvf(a.n, b.n));
    } catch (e) {
      if (!(e instanceof OverflowError)) throw e;
    }
  }
  return new W_Long(widen(a) * widen(b));
}

export function main(_args: string[]): i32 {
  let w: W_Int = new W_Small(1);
  for (let i = 1; i <= 20; i++) {
    w = multiply(w, new W_Small(i));
    print(w.show());
  }
  return 0;
}
