/** An interpreter whose opcodes are functions in a module table. */
import { type bool, type i32, print } from "@rts";
class Machine {
  acc: i32 = 0;
  pc: i32 = 0;
  running: bool = true;
  readonly out: string[] = [];
  constructor(readonly code: i32[]) {}
}
type Handler = (m: Machine, operand: i32) => void;

function load(m: Machine, operand: i32): void {
  m.acc = operand;
}
function add(m: Machine, operand: i32): void {
  m.acc += operand;
}
function jumpIfLess(m: Machine, operand: i32): void {
  if (m.acc < 20) m.pc = operand;
}
function show(m: Machine, _operand: i32): void {
  m.out.push(`${m.acc}`);
}

const HANDLERS: Handler[] = [load, add, jumpIfLess, show, (m: Machine, _operand: i32): void => {
  m.running = false;
}];

export function main(_args: string[]): i32 {
  const m = new Machine([0, 2, 1, 5, 3, 0, 2, 2, 4, 0]);
  while (m.running) {
    const handler = HANDLERS[m.code[m.pc]];
    const operand = m.code[m.pc + 1];
    m.pc += 2;
    handler(m, operand);
  }
  print(m.out.join(" "));
  return 0;
}
