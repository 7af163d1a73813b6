/** Code of f-strings. */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import type { Compiler } from "./compiler.ts";
import { STACK_USE_GUIDELINE } from "./displays.ts";
import { visitExpr, visitExprs } from "./expressions.ts";
import { PyError } from "../errors.ts";

/** Arguments of `FORMAT_VALUE` by the code of the conversion's letter. */
const CONVERSIONS: ReadonlyMap<number, number> = new Map([[-1, 0], [115, 1], [114, 2], [97, 3]]);

const HAS_FORMAT_SPEC = 4;

/** Emits an f-string: its parts, joined. */
export function visitJoinedStr(c: Compiler, node: Node): void {
  const values = node.values;
  if (values.length > STACK_USE_GUIDELINE) {
    c.loadString("");
    c.opName(Op.LOAD_METHOD, "join");
    c.opArg(Op.BUILD_LIST, 0);
    for (const value of values) {
      visitExpr(c, value);
      c.opArg(Op.LIST_APPEND, 1);
    }
    return c.opArg(Op.CALL_METHOD, 1);
  }
  visitExprs(c, values);
  if (values.length !== 1) c.opArg(Op.BUILD_STRING, values.length);
}

/** Emits one replacement field. */
export function visitFormattedValue(c: Compiler, node: Node): void {
  visitExpr(c, node.value);
  const conversion = CONVERSIONS.get(node.conversion);
  if (conversion === undefined) {
    throw new PyError("SystemError", `Unrecognized conversion character ${node.conversion}`);
  }
  if (node.format_spec === null) return c.opArg(Op.FORMAT_VALUE, conversion);
  visitExpr(c, node.format_spec);
  c.opArg(Op.FORMAT_VALUE, conversion | HAS_FORMAT_SPEC);
}
