/**
 * What the compiler's front end throws. Each error names the Python exception class it stands for; whoever drives
 * the compiler turns it into an instance of that class.
 */

/** An error that becomes a Python exception of class {@link className}. */
export class PyError extends Error {
  /** The name of the built-in exception class. */
  readonly className: string;
  /** The warnings that come before the error. */
  warnings: readonly PyWarning[] = [];

  constructor(className: string, message: string) {
    super(message);
    this.className = className;
  }
}

/** The place of a {@link PySyntaxError}, as the attributes of Python's `SyntaxError` hold it. */
export interface ErrorPlace {
  filename: string | null;
  lineno: number;
  /** Column in characters, from 1; 0 and -1 say that it is not known. */
  offset: number;
  /** The text of the line, or null. */
  text: string | null;
  endLineno: number | null;
  endOffset: number | null;
}

/** A `SyntaxError`, `IndentationError` or `TabError`. `place` is null where CPython gives the message alone. */
export class PySyntaxError extends PyError {
  readonly filename: string | null;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly text: string | null;
  readonly endLineno: number | null;
  readonly endOffset: number | null;

  constructor(
    message: string,
    place: ErrorPlace | null,
    className: "SyntaxError" | "IndentationError" | "TabError" = "SyntaxError",
  ) {
    super(className, message);
    this.filename = place?.filename ?? null;
    this.lineno = place?.lineno ?? null;
    this.offset = place?.offset ?? null;
    this.text = place?.text ?? null;
    this.endLineno = place?.endLineno ?? null;
    this.endOffset = place?.endOffset ?? null;
  }
}

/** A warning that compiling gives. */
export interface PyWarning {
  category: "DeprecationWarning" | "SyntaxWarning";
  message: string;
  lineno: number;
}
