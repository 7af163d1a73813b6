/** Compares code objects part by part, for tests. */
import type { CodeConstant, CodeObject } from "../code.ts";
import { constantKey } from "../codegen/constants.ts";
import { disassemble } from "./disassemble.ts";

const NUMBERS = [
  "argcount",
  "posonlyargcount",
  "kwonlyargcount",
  "nlocals",
  "stacksize",
  "flags",
  "firstlineno",
  "name",
  "filename",
] as const;

const NAMES = ["names", "varnames", "freevars", "cellvars"] as const;

/** What is different in the first code object that differs, or null. */
export function difference(actual: CodeObject, expected: CodeObject, path = actual.name): string | null {
  for (const field of NUMBERS) {
    if (actual[field] !== expected[field]) return `${path}: ${field} ${actual[field]} != ${expected[field]}`;
  }
  const inner = constantsDifference(actual.consts, expected.consts, path);
  if (inner !== null && inner.startsWith(path + ".")) return inner;
  if (!sameBytes(actual.code, expected.code)) {
    return `${path}: code\n${sideBySide(disassemble(actual), disassemble(expected))}`;
  }
  if (inner !== null) return inner;
  for (const field of NAMES) {
    if (actual[field].join() !== expected[field].join()) {
      return `${path}: ${field} ${actual[field]} != ${expected[field]}`;
    }
  }
  if (!sameBytes(actual.linetable, expected.linetable)) {
    return `${path}: linetable\n${sideBySide(disassemble(actual), disassemble(expected))}`;
  }
  return null;
}

function constantsDifference(actual: CodeConstant[], expected: CodeConstant[], path: string): string | null {
  for (let i = 0; i < Math.min(actual.length, expected.length); i++) {
    const a = actual[i]!;
    const b = expected[i]!;
    if (a.type === "code" && b.type === "code") {
      const found = difference(a, b, `${path}.${a.name}`);
      if (found !== null) return found;
    } else if (a.type === "code" || b.type === "code" || constantKey(a) !== constantKey(b)) {
      return `${path}: constant ${i} ${show(a)} != ${show(b)}`;
    }
  }
  if (actual.length === expected.length) return null;
  return `${path}: constants ${actual.map(show)} != ${expected.map(show)}`;
}

function show(value: CodeConstant): string {
  return value.type === "code" ? `<code ${value.name}>` : constantKey(value);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Both listings from a little before the first difference on. */
function sideBySide(actual: string[], expected: string[]): string {
  let first = 0;
  while (first < actual.length && actual[first] === expected[first]) first++;
  const rows: string[] = [];
  for (let i = Math.max(first - 6, 0); i < first + 12; i++) {
    const left = actual[i] ?? "";
    const right = expected[i] ?? "";
    rows.push(`${left === right ? " " : "*"} ${left.padEnd(44)} | ${right}`);
  }
  return rows.join("\n");
}
