/** Syntax errors of symbol table and code generator, with the columns that Python gives them. */
import { PySyntaxError } from "../errors.ts";
import type { Location } from "../ast/nodes.ts";

/** A syntax error that spans a node. */
export function rangedError(message: string, filename: string, place: Location): PySyntaxError {
  return new PySyntaxError("SyntaxError", message, {
    filename,
    lineno: place.lineno,
    offset: place.col_offset + 1,
    text: null,
    endLineno: place.end_lineno,
    endOffset: place.end_col_offset + 1,
  });
}
