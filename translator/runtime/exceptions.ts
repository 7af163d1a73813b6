/**
 * The exceptions that instructions throw: prebuilt, so that raising allocates nothing. The collector keeps its
 * `MemoryError` likewise.
 */
import { OverflowError, StackOverflowError } from "@rts";

/** Thrown by checked arithmetic. */
export const overflowError: OverflowError = new OverflowError("integer overflow");
/** Thrown at the entry of a function that can recurse. */
export const stackOverflowError: StackOverflowError = new StackOverflowError("stack overflow");
