/** When two code objects count as the same constant. */
import type { CodeConstant, CodeObject } from "../code.ts";
import { constantKey } from "./constants.ts";

/** Compares all that decides what the code does, not its line table. */
export function codesEqual(a: CodeObject, b: CodeObject): boolean {
  return a.name === b.name && a.argcount === b.argcount && a.posonlyargcount === b.posonlyargcount &&
    a.kwonlyargcount === b.kwonlyargcount && a.flags === b.flags && a.firstlineno === b.firstlineno &&
    sameBytes(a.code, b.code) && sameNames(a.names, b.names) && sameNames(a.varnames, b.varnames) &&
    sameNames(a.freevars, b.freevars) && sameNames(a.cellvars, b.cellvars) &&
    a.consts.length === b.consts.length && a.consts.every((item, i) => sameConstant(item, b.consts[i]!));
}

function sameConstant(a: CodeConstant, b: CodeConstant): boolean {
  if (a.type === "code") return b.type === "code" && codesEqual(a, b);
  return b.type !== "code" && constantKey(a) === constantKey(b);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function sameNames(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}
