/** const enums, as case labels, indices and defaults. */
import { type i32, print } from "@rts";
const enum Op {
  Push,
  Add,
  Halt = 10,
}

const NAMES: string[] = ["push", "add"];

function show(op: Op = Op.Halt): string {
  return op === Op.Halt ? "halt" : NAMES[op];
}

export function main(_args: string[]): i32 {
  const code: i32[] = [Op.Push, 4, Op.Push, 5, Op.Add, Op.Halt];
  const stack: i32[] = [];
  for (let pc = 0; code[pc] !== Op.Halt; pc++) {
    switch (code[pc]) {
      case Op.Push:
        stack.push(code[++pc]);
        break;
      case Op.Add:
        stack.push(stack.pop()! + stack.pop()!);
        break;
    }
  }
  print(`${stack[0]} ${show()} ${show(Op.Push)} ${show(Op.Add)}`);
  return 0;
}
