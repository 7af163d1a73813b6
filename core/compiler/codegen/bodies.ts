/** Code of the bodies of modules and classes. */
import { docstringOf, type Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import { type Compiler, STORE } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { visitStmt } from "./statements.ts";
import { SCOPE_MODULE } from "./unit.ts";

/** Emits a body with its docstring and the set-up of its annotations. */
export function visitBody(c: Compiler, body: readonly Node[]): void {
  if (c.u.scope === SCOPE_MODULE && body.length > 0) c.setPlace(body[0]);
  if (hasAnnotation(body)) c.op(Op.SETUP_ANNOTATIONS);
  if (body.length === 0) return;
  let first = 0;
  if (c.options.optimize < 2 && docstringOf(body) !== null) {
    first = 1;
    visitExpr(c, body[0].value);
    c.u.line = -1;
    c.nameOp("__doc__", STORE);
  }
  for (let i = first; i < body.length; i++) visitStmt(c, body[i]);
}

/** Whether a variable is annotated here, not in a function or class inside. Python 3.10 overlooks `match`. */
export function hasAnnotation(body: readonly Node[]): boolean {
  for (let i = 0; i < body.length; i++) if (statementHasAnnotation(body[i])) return true;
  return false;
}

function statementHasAnnotation(node: Node): boolean {
  switch (node.kind) {
    case "AnnAssign":
      return true;
    case "For":
    case "AsyncFor":
    case "While":
    case "If":
      return hasAnnotation(node.body) || hasAnnotation(node.orelse);
    case "With":
    case "AsyncWith":
      return hasAnnotation(node.body);
    case "Try":
      return hasAnnotation(node.body) || hasAnnotation(node.finalbody) || hasAnnotation(node.orelse) ||
        node.handlers.some((handler: Node) => hasAnnotation(handler.body));
    default:
      return false;
  }
}
