/**
 * The diagnostics of RTS: one table from code to text and way out, and the list that collects what was found.
 */

/** An entry: `text` with `{0}`, `{1}` for arguments, and what to write instead. */
export interface DiagnosticInfo {
  readonly text: string;
  readonly help: string;
}

/**
 * The table. 1xx: syntax outside RTS; 2xx: types; 3xx: names and globals; 4xx: classes; 5xx: hints; 6xx: module
 * top level and prebuilt constants; 9xx: program structure.
 */
export const DIAGNOSTICS = {
  RTS100: { text: "{0} is not RTS", help: "see docs/rts.md for what is" },
  RTS200: { text: "type '{0}' is not an RTS type", help: "use a kind, a class, an array or `T | null`" },
  RTS201: {
    text: "expected {0}, found {1}",
    help: "convert explicitly, see the table of conversions in docs/rts.md",
  },
  RTS202: { text: "the type of '{0}' must be written", help: "add a type annotation" },
  RTS203: { text: "integer literal {0} does not fit {1}", help: "use a wider kind" },
  RTS204: { text: "operator '{0}' does not take {1} and {2}", help: "convert one side explicitly" },
  RTS205: { text: "`(a * b) | 0` is inexact untranslated", help: "use Math.imul(a, b)" },
  RTS206: {
    text: "condition must be bool, found {0}",
    help: "write a comparison, such as `x !== 0` or `p !== null`",
  },
  RTS207: { text: "cannot infer type argument {0}", help: "write the type arguments" },
  RTS208: { text: "method '{0}' of {1} is not RTS", help: "see docs/rts.md for the methods there are" },
  RTS300: { text: "'{0}' is not available to translated code", help: "use what the prelude `@rts` offers" },
  RTS301: {
    text: "'{0}' is captured by a nested function",
    help: "pass it as a parameter or keep it in an object",
  },
  RTS400: { text: "class '{0}' {1}", help: "see section Classes of docs/rts.md" },
  RTS600: {
    text: "'{0}' cannot be frozen into the image: {1}",
    help: "give it a declared RTS type, or keep it out of translated code",
  },
  RTS601: {
    text: "the module's top level failed: {0}",
    help: "top levels run at translation; run the file with --untranslated to see the stack",
  },
  RTS900: { text: "{0}", help: "a program exports `main(args: string[]): i32`" },
} as const satisfies Record<string, DiagnosticInfo>;

/** Codes of diagnostics. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** One finding, placed. `line` and `column` count from 1. */
export interface Diagnostic {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly help: string;
}

/** Fills the entry of `code` with `args`. */
export function makeDiagnostic(
  code: DiagnosticCode,
  file: string,
  line: number,
  column: number,
  ...args: string[]
): Diagnostic {
  const info: DiagnosticInfo = DIAGNOSTICS[code];
  const message = info.text.replace(/\{(\d)\}/g, (_, index) => args[Number(index)] ?? "");
  return { code, file, line, column, message, help: info.help };
}

/** `file:line:column: error CODE: message` and the help, as shown to a person. */
export function formatDiagnostic(d: Diagnostic): string {
  return `${d.file}:${d.line}:${d.column}: error ${d.code}: ${d.message}\n  help: ${d.help}`;
}

/** Thrown when translation cannot go on; carries every diagnostic found. */
export class RtsError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
  }
}
