/** A plain listing of a code object, for tests. */
import type { CodeObject } from "../code.ts";
import { OPCODE_NAMES } from "../opcodes.ts";

/** One text for each unit of the code: offset, line, opcode, argument. */
export function disassemble(code: CodeObject): string[] {
  const lines = linesByUnit(code);
  const listing: string[] = [];
  for (let i = 0; i < code.code.length; i += 2) {
    const name = OPCODE_NAMES[code.code[i]!];
    listing.push(`${i / 2} ${lines[i / 2] ?? "-"} ${name} ${code.code[i + 1]}`);
  }
  return listing;
}

/** The line of each unit; undefined where it has none. */
function linesByUnit(code: CodeObject): (number | undefined)[] {
  const lines: (number | undefined)[] = [];
  let line = code.firstlineno;
  for (let i = 0; i < code.linetable.length; i += 2) {
    const delta = (code.linetable[i + 1]! << 24) >> 24;
    if (delta !== -128) line += delta;
    for (let j = 0; j < code.linetable[i]!; j += 2) lines.push(delta === -128 ? undefined : line);
  }
  return lines;
}
