/**
 * From trees to code objects: future statements, optimization, symbol table, code.
 *
 * ```ts
 * const { code, warnings } = compileTree(tree, { filename: "<string>", flags: 0, optimize: 0 });
 * ```
 */
import type { Node } from "../ast/access.ts";
import { CO_FUTURE_ANNOTATIONS, type CodeObject } from "../code.ts";
import type { CompilerWarning } from "../errors.ts";
import { findFutureFeatures } from "../future.ts";
import { Op } from "../opcodes.ts";
import { optimizeTree } from "../optimize/mod.ts";
import { buildSymbolTable } from "../symtable/mod.ts";
import { hasAnnotation, visitBody } from "./bodies.ts";
import { Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { visitStmts } from "./statements.ts";
import { SCOPE_MODULE } from "./unit.ts";

/** What to compile for. */
export interface CompileTreeOptions {
  filename: string;
  /** `CO_FUTURE_*` and `PyCF_*` bits. */
  flags: number;
  /** The level of `-O`. */
  optimize: number;
}

/** Compiles a tree (which is changed by it). Throws `PySyntaxError` and `PyError`. */
export function compileTree(
  tree: Node,
  options: CompileTreeOptions,
): { code: CodeObject; warnings: CompilerWarning[] } {
  const { filename, optimize } = options;
  const future = findFutureFeatures(tree, filename);
  const flags = options.flags | future.features;
  optimizeTree(tree, { optimize, futureAnnotations: (flags & CO_FUTURE_ANNOTATIONS) !== 0 });
  const table = buildSymbolTable(tree, filename, flags);
  const c = new Compiler(table, { filename, flags, optimize, future });
  c.enterScope("<module>", SCOPE_MODULE, tree, 1);
  c.u.line = 1;
  const addNone = visitTop(c, tree);
  return { code: c.exitScope(addNone), warnings: c.warnings };
}

function visitTop(c: Compiler, tree: Node): boolean {
  switch (tree.kind) {
    case "Expression":
      visitExpr(c, tree.body);
      return false;
    case "Interactive":
      if (hasAnnotation(tree.body)) c.op(Op.SETUP_ANNOTATIONS);
      c.interactive = true;
      visitStmts(c, tree.body);
      return true;
    default:
      visitBody(c, tree.body);
      return true;
  }
}
