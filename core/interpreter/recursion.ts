/** Recursion of built-in code, which counts against the limit as frames do. */
import { operationError } from "../objspace/errors.ts";
import { recursionErrorType } from "../objspace/exception_types.ts";
import { ec } from "./context.ts";

/** One level deeper; {@link leaveRecursion} follows in a `finally`. Throws RecursionError: `where` ends its text. */
export function enterRecursion(where: string): void {
  if (ec.depth >= ec.recursionLimit) {
    throw operationError(recursionErrorType, `maximum recursion depth exceeded${where}`);
  }
  ec.depth++;
}

export function leaveRecursion(): void {
  ec.depth--;
}
