/** Judges what the modes gave, and says when a smaller program fails in the same way. */
import { HANG } from "./execute.ts";
import { type Mode, ORACLE, type Outcome } from "./modes.ts";

/** A way to fail. `signature` is equal for failures that are probably the same bug. */
export interface Failure {
  readonly mode: Mode;
  readonly kind: "oracle" | "error" | "hang" | "mismatch";
  readonly signature: string;
  readonly detail: string;
}

/** The first line in which two texts differ. */
export function firstDifference(expected: string, actual: string): string {
  const left = expected.split("\n");
  const right = actual.split("\n");
  const at = left.findIndex((line, index) => line !== right[index]);
  const line = at < 0 ? left.length : at;
  return `line ${line + 1}: expected ${left[line] ?? "(end)"}\n          found ${right[line] ?? "(end)"}`;
}

/** The first line of an error without what differs from program to program: numbers and names. */
export function errorSignature(error: string): string {
  const first = error.split("\n").find((line) => line.trim() !== "") ?? "";
  const diagnostic = first.indexOf("error RTS"); // what stands before it is a place
  const text = diagnostic < 0 ? first : first.slice(diagnostic);
  return text.replace(/'[^']*'/g, "'…'").replace(/\d+/g, "#").replace(/\b[a-z]+#\w*/g, "…");
}

/** The failure of `mode`, or null when it agrees with the oracle. */
export function judge(expected: Outcome, actual: Outcome, mode: Mode): Failure | null {
  if (expected.error !== null) {
    return {
      mode: ORACLE,
      kind: "oracle",
      signature: errorSignature(expected.error),
      detail: expected.error,
    };
  }
  if (actual.error === HANG) return { mode, kind: "hang", signature: "", detail: HANG };
  if (actual.error !== null) {
    return { mode, kind: "error", signature: errorSignature(actual.error), detail: actual.error };
  }
  if (actual.output === expected.output) return null;
  return { mode, kind: "mismatch", signature: "", detail: firstDifference(expected.output, actual.output) };
}

/** Whether `b` is probably the same bug as `a`. */
export function sameFailure(a: Failure, b: Failure | null): boolean {
  return b !== null && a.mode.name === b.mode.name && a.kind === b.kind && a.signature === b.signature;
}
