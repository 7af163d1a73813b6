/** Code as text, one instruction a line, nested functions after it. Reads everything from the opcode table. */
import { type i32, StringBuilder } from "@rts";
import type { Code } from "./code.ts";
import { NAMES } from "./names.ts";
import { OPCODES, Operand } from "./opcodes.ts";

/** The listing of `code`: source line, position, instruction. */
export function disassemble(code: Code): string {
  const out = new StringBuilder();
  listFunction(out, code);
  return out.toString();
}

function listFunction(out: StringBuilder, code: Code): void {
  out.append(`${code.name}: ${code.arity} arguments, ${code.localCount} locals, ${code.frameSize} slots\n`);
  let line: i32 = 0;
  for (let pc: i32 = 0; pc < code.ops.length; pc += OPCODES[code.ops[pc]].length) {
    const shown = code.lines[pc] === line ? "" : `${code.lines[pc]}`;
    line = code.lines[pc];
    out.append(`${shown.padStart(5)} ${`${pc}`.padStart(5)}  ${instruction(code, pc)}\n`);
  }
  for (let i = 0; i < code.handlers.length; i++) {
    const handler = code.handlers[i];
    out.append(`      errors in ${handler.start}..${handler.end} go to ${handler.target}\n`);
  }
  for (let i = 0; i < code.children.length; i++) {
    out.append("\n");
    listFunction(out, code.children[i]!);
  }
}

/** The instruction at `pc`, with what its operands mean. */
function instruction(code: Code, pc: i32): string {
  const info = OPCODES[code.ops[pc]];
  let text = info.name;
  for (let i = 0; i < info.operands.length; i++) {
    text += ` ${operand(code, info.operands[i], code.ops[pc + 1 + i])}`;
  }
  return text;
}

function operand(code: Code, kind: Operand, value: i32): string {
  switch (kind) {
    case Operand.Constant:
      return code.constants[value].repr();
    case Operand.Global:
      return code.globals[value].name;
    case Operand.Site:
      return `.${NAMES.text(code.sites[value].name)}`;
    case Operand.Child:
      return `<${code.children[value]!.name}>`;
    case Operand.Target:
      return `-> ${value}`;
    default:
      return `${value}`;
  }
}
