/**
 * The errors of guest programs. Neither is a bug of the interpreter: both end in a message for the guest's
 * author, and a {@link GuestError} can be caught by the guest itself.
 */
import { Exception, type i32, MemoryError, StackOverflowError } from "@rts";
import type { W_Root } from "./root.ts";

/** The text is no program; `line` and `column` count from 1. */
export class GuestSyntaxError extends Exception {
  constructor(readonly file: string, readonly line: i32, readonly column: i32, message: string) {
    super(message);
  }

  /** `file:line:column: message`. */
  describe(): string {
    return `${this.file}:${this.line}:${this.column}: ${this.message}`;
  }
}

/**
 * A run-time error. `w_value` is what a guest `throw` threw, null for errors that the interpreter found itself.
 * `line` is 0 until the innermost frame that it passes writes its own.
 */
export class GuestError extends Exception {
  line: i32 = 0;
  constructor(message: string, readonly w_value: W_Root | null) {
    super(message);
  }
}

/** An error that the interpreter found. */
export function fault(message: string): GuestError {
  return new GuestError(message, null);
}

/** What a guest sees of an exception of the toolchain; null for an exception that is not the guest's doing. */
export function asGuestError(e: Exception): GuestError | null {
  if (e instanceof GuestError) return e;
  if (e instanceof StackOverflowError) return fault("calls nested too deeply");
  if (e instanceof MemoryError) return fault("out of memory");
  return null;
}
