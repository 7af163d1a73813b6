/** Prebuilt arrays of subclass instances; classes that only the top level instantiates. */
import { type i32, print } from "@rts";
abstract class Opcode {
  constructor(readonly name: string) {}
  abstract run(stack: i32[]): void;
}
class PushOp extends Opcode {
  constructor(readonly value: i32) {
    super("push");
  }
  override run(stack: i32[]): void {
    stack.push(this.value);
  }
}
class BinaryOp extends Opcode {
  constructor(name: string, private readonly f: (a: i32, b: i32) => i32) {
    super(name);
  }
  override run(stack: i32[]): void {
    const b = stack.pop()!;
    const a = stack.pop()!;
    stack.push(this.f(a, b));
  }
}
class DupOp extends Opcode {
  override run(stack: i32[]): void {
    stack.push(stack[stack.length - 1]);
  }
}
const PROGRAM: Opcode[] = [
  new PushOp(6),
  new DupOp("dup"),
  new BinaryOp("mul", (a, b) => a * b),
  new PushOp(4),
  new BinaryOp("sub", (a, b) => a - b),
];

export function main(_args: string[]): i32 {
  const stack: i32[] = [];
  for (const op of PROGRAM) {
    op.run(stack);
    print(`${op.name} ${stack.join()} ${op instanceof BinaryOp}`);
  }
  return 0;
}
