/** A stack machine on an i32 array. */
import { type i32, print } from "@rts";
const PUSH: i32 = 0;
const ADD: i32 = 1;
const MUL: i32 = 2;
const DUP: i32 = 3;
const SWAP: i32 = 4;
const SUB: i32 = 5;

function run(code: i32[]): i32 {
  const stack: i32[] = [];
  for (let pc = 0; pc < code.length; pc++) {
    switch (code[pc]) {
      case PUSH:
        stack.push(code[++pc]);
        break;
      case ADD:
        stack.push(stack.pop()! + stack.pop()!);
        break;
      case MUL:
        stack.push(stack.pop()! * stack.pop()!);
        break;
      case SUB:
        stack.push(stack.pop()! - stack.pop()!);
        break;
      case DUP:
        stack.push(stack[stack.length - 1]);
        break;
      case SWAP: {
        const top = stack.pop()!;
        const below = stack.pop()!;
        stack.push(top);
        stack.push(below);
        break;
      }
    }
  }
  return stack.pop()!;
}

export function main(_args: string[]): i32 {
  print(`${run([PUSH, 2, PUSH, 3, ADD, DUP, MUL])}`);
  print(`${run([PUSH, 10, PUSH, 3, SUB])} ${run([PUSH, 10, PUSH, 3, SWAP, SUB])}`);
  return 0;
}
