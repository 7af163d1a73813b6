/** A virtual method with eight implementations, megamorphic. */
import { type i32, print } from "@rts";
abstract class Op {
  abstract apply(a: i32, b: i32): i32;
}
class Add extends Op {
  override apply(a: i32, b: i32): i32 {
    return (a + b) | 0;
  }
}
class Sub extends Op {
  override apply(a: i32, b: i32): i32 {
    return (a - b) | 0;
  }
}
class Mul extends Op {
  override apply(a: i32, b: i32): i32 {
    return Math.imul(a, b);
  }
}
class And extends Op {
  override apply(a: i32, b: i32): i32 {
    return a & b;
  }
}
class Or extends Op {
  override apply(a: i32, b: i32): i32 {
    return a | b;
  }
}
class Xor extends Op {
  override apply(a: i32, b: i32): i32 {
    return a ^ b;
  }
}
class Shl extends Op {
  override apply(a: i32, b: i32): i32 {
    return a << (b & 7);
  }
}
class Min extends Op {
  override apply(a: i32, b: i32): i32 {
    return Math.min(a, b);
  }
}

export function main(_args: string[]): i32 {
  const ops: Op[] = [new Add(), new Sub(), new Mul(), new And(), new Or(), new Xor(), new Shl(), new Min()];
  let x: i32 = 1;
  for (let i = 1; i < 400; i++) {
    x = ops[i & 7].apply(x, i);
    if (x === 0) x = i;
    if (i % 50 === 0) print(`${x}`);
  }
  for (const op of ops) print(`${op.apply(-77, 13)}`);
  return 0;
}
