/**
 * How deep a tree may be. Python refuses to compile trees deeper than three times its recursion limit; below that
 * the recursion over the tree must fit on the stack of JavaScript (where it does not, the error is the same).
 */
import { PyError } from "./errors.ts";

const MAX_DEPTH = 3000;

/** Refuses a node that is too deep. */
export function enterNode(depth: number): void {
  if (depth > MAX_DEPTH) {
    throw new PyError("RecursionError", "maximum recursion depth exceeded during compilation");
  }
}
