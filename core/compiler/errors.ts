/**
 * What goes wrong in the compiler: the classes of errors, which the parser declares, and warnings of the code
 * generator, which are collected and never thrown.
 */
import { PySyntaxError } from "./parser/errors.ts";
import type { Location } from "./ast/nodes.ts";

export { PyError, PySyntaxError } from "./parser/errors.ts";

/** A warning; `error` is what to raise instead where the filters turn it into an error. */
export interface CompilerWarning {
  category: string;
  message: string;
  lineno: number;
  error: PySyntaxError;
}

/** A syntax error that spans a node. Where it stands in a file, its text is for the caller to find. */
export function rangedError(message: string, filename: string, place: Location): PySyntaxError {
  return new PySyntaxError(message, {
    filename,
    lineno: place.lineno,
    offset: place.col_offset + 1,
    text: null,
    endLineno: place.end_lineno,
    endOffset: place.end_col_offset + 1,
  });
}
