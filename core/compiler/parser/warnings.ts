/** The warnings of string literals. */
import { codePointsInBytes } from "../tokenizer/characters.ts";
import { PySyntaxError, type PyWarning } from "./errors.ts";
import type { StringToken } from "./strings.ts";

/** The warning of an escape sequence that is none. */
export function escapeWarning(
  character: string,
  token: StringToken,
  source: string,
  filename: string,
): PyWarning {
  const message = `invalid escape sequence '\\${character}'`;
  const text = source.split("\n", token.lineno)[token.lineno - 1] ?? "";
  const endText = token.end_lineno === token.lineno ? text : source.split("\n", token.end_lineno).pop() ?? "";
  const error = new PySyntaxError(message, {
    filename,
    lineno: token.lineno,
    offset: codePointsInBytes(text, token.col_offset) + 1,
    text,
    endLineno: token.end_lineno,
    endOffset: codePointsInBytes(endText, token.end_col_offset) + 1,
  });
  return { category: "DeprecationWarning", message, lineno: token.lineno, error };
}
