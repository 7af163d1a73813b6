/**
 * Code objects as the compiler makes them and `marshal` writes them, and the flags that go with them.
 *
 * A code object is complete and immutable once the assembler hands it out.
 */
import type { ConstantValue } from "./ast/nodes.ts";

/** A constant of a code object: a constant of the language or a nested code object. */
export type CodeConstant = ConstantValue | CodeObject;

/** Bits of `co_flags`. */
export const CO_OPTIMIZED = 0x0001;
export const CO_NEWLOCALS = 0x0002;
export const CO_VARARGS = 0x0004;
export const CO_VARKEYWORDS = 0x0008;
export const CO_NESTED = 0x0010;
export const CO_GENERATOR = 0x0020;
export const CO_NOFREE = 0x0040;
export const CO_COROUTINE = 0x0080;
export const CO_ASYNC_GENERATOR = 0x0200;

/** Bits that `__future__` features leave in `co_flags`, and that callers of `compile` may pass. */
export const CO_FUTURE_DIVISION = 0x20000;
export const CO_FUTURE_ABSOLUTE_IMPORT = 0x40000;
export const CO_FUTURE_WITH_STATEMENT = 0x80000;
export const CO_FUTURE_PRINT_FUNCTION = 0x100000;
export const CO_FUTURE_UNICODE_LITERALS = 0x200000;
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_GENERATOR_STOP = 0x800000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

/** The bits that code objects inherit from the caller's flags. */
export const PYCF_MASK = CO_FUTURE_DIVISION | CO_FUTURE_ABSOLUTE_IMPORT | CO_FUTURE_WITH_STATEMENT |
  CO_FUTURE_PRINT_FUNCTION | CO_FUTURE_UNICODE_LITERALS | CO_FUTURE_BARRY_AS_BDFL |
  CO_FUTURE_GENERATOR_STOP | CO_FUTURE_ANNOTATIONS;

/** Bits of the `flags` of `compile` that ask for something else than code objects to be different. */
export const PYCF_SOURCE_IS_UTF8 = 0x0100;
export const PYCF_DONT_IMPLY_DEDENT = 0x0200;
export const PYCF_ONLY_AST = 0x0400;
export const PYCF_IGNORE_COOKIE = 0x0800;
export const PYCF_TYPE_COMMENTS = 0x1000;
export const PYCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;
export const PYCF_ALLOW_INCOMPLETE_INPUT = 0x4000;

/** A code object; the fields are Python's `co_*`. */
export interface CodeObject {
  readonly type: "code";
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  nlocals: number;
  stacksize: number;
  flags: number;
  code: Uint8Array;
  consts: CodeConstant[];
  names: string[];
  varnames: string[];
  freevars: string[];
  cellvars: string[];
  filename: string;
  name: string;
  firstlineno: number;
  linetable: Uint8Array;
}
