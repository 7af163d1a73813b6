/**
 * What goes wrong in the compiler: the one class of syntax errors that parser, symbol table and code generator
 * throw, the class of all other Python errors, and warnings, which are collected and never thrown.
 */

/** Positions and texts of a {@link PySyntaxError}; null where there is none. */
export interface SyntaxErrorPlace {
  filename: string | null;
  lineno: number | null;
  offset: number | null;
  text: string | null;
  endLineno: number | null;
  endOffset: number | null;
}

/** A `SyntaxError` (or `IndentationError`, `TabError`) of the compiled program. */
export class PySyntaxError extends Error {
  readonly className: string;
  filename: string | null;
  lineno: number | null;
  offset: number | null;
  text: string | null;
  endLineno: number | null;
  endOffset: number | null;

  constructor(className: string, message: string, place: SyntaxErrorPlace) {
    super(message);
    this.className = className;
    this.filename = place.filename;
    this.lineno = place.lineno;
    this.offset = place.offset;
    this.text = place.text;
    this.endLineno = place.endLineno;
    this.endOffset = place.endOffset;
  }
}

/** Another Python error that compiling raises: `ValueError`, `OverflowError`, `RecursionError`, … */
export class PyCompileError extends Error {
  constructor(readonly className: string, message: string) {
    super(message);
  }
}

/**
 * A warning. The columns are those that a `SyntaxError` has at this place: the interpreter makes one of a
 * warning that its filters turn into an error.
 */
export interface CompilerWarning {
  category: string;
  message: string;
  lineno: number;
  offset: number | null;
  endLineno: number | null;
  endOffset: number | null;
}
