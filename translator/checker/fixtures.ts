/**
 * Fixtures of diagnostics: files under `tests/rts/diagnostics` named `RTSxxx_what.ts`, with a marker
 * `//! RTSxxx:column` for each expected finding, at the end of the offending line or alone on the line above. A
 * marker may name several findings, with spaces between; without `:column` any column will do.
 */
import type { Diagnostic } from "./diagnostics.ts";

/** A finding that a fixture expects. */
export interface Expected {
  readonly code: string;
  readonly line: number;
  /** Null: any. */
  readonly column: number | null;
}

/** The findings that the markers in `source` ask for, in the order of lines. */
export function parseMarkers(source: string): Expected[] {
  const expected: Expected[] = [];
  for (const [index, text] of source.split("\n").entries()) {
    const at = text.indexOf("//! ");
    if (at < 0) continue;
    const line = text.slice(0, at).trim() === "" ? index + 2 : index + 1;
    for (const item of text.slice(at + 4).trim().split(" ")) {
      const [code, column] = item.split(":");
      expected.push({ code, line, column: column === undefined ? null : Number(column) });
    }
  }
  return expected;
}

/** What differs between the expected and the actual findings, one line each; empty when they agree. */
export function compareFindings(expected: readonly Expected[], actual: readonly Diagnostic[]): string[] {
  const rest = [...actual];
  const differences: string[] = [];
  for (const e of expected) {
    const index = rest.findIndex((d) =>
      d.code === e.code && d.line === e.line && (e.column === null || e.column === d.column)
    );
    if (index < 0) differences.push(`missing ${e.code} at ${e.line}:${e.column ?? "?"}`);
    else rest.splice(index, 1);
  }
  return [...differences, ...rest.map((d) => `unexpected ${d.code} at ${d.line}:${d.column}: ${d.message}`)];
}
