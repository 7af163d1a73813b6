/** Trees of `ast` objects: made from the compiler's answers, and serialized for it. */
import { systemError } from "../../core/objspace/errors.ts";
import type { W_Root } from "../../core/objspace/root.ts";

/** True for an instance of `_ast.AST`. */
export function isAstNode(_w_obj: W_Root): boolean {
  return false;
}

/** The serialized form of a tree. */
export function serializeAst(_w_node: W_Root, _mode: string): W_Root {
  throw systemError("trees cannot be compiled yet");
}

/** The tree of a serialized form. */
export function treeFromAnswer(_w_answer: W_Root): W_Root {
  throw systemError("trees cannot be made yet");
}
