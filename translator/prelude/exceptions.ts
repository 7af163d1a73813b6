/**
 * The exception classes that translated code can throw and catch. They do not derive from `Error`: capturing a
 * JavaScript stack would make untranslated raising slow, and a translated exception is an ordinary object.
 */

/** The base of every RTS exception. */
export class Exception {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
  toString(): string {
    return this.message;
  }
}

/** Integer arithmetic left its kind: thrown by `addOvf` and its family. */
export class OverflowError extends Exception {}

/** The heap reached its maximum, or the engine refused to grow the memory. */
export class MemoryError extends Exception {}

/** Calls nested too deeply; thrown at the entry of a function that takes part in recursion. */
export class StackOverflowError extends Exception {}

/** A call to the host failed; `message` is the host's text. */
export class HostError extends Exception {}

/** `assert` failed. */
export class AssertionError extends Exception {}

/** Throws {@link AssertionError} with `message` unless `condition` holds. Kept in every profile. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/**
 * Marks a place that cannot be reached. Translated, it stops the program with an internal error that names the
 * source position; it is not an exception.
 */
export function unreachable(message: string): never {
  throw new Error(`unreachable: ${message}`);
}
