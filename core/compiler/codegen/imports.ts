/** Code of import statements. */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import { type Compiler, STORE } from "./compiler.ts";

/** Emits `import a.b.c [as d], …`. */
export function visitImport(c: Compiler, node: Node): void {
  for (const alias of node.names) {
    c.loadInt(0);
    c.loadNone();
    c.opName(Op.IMPORT_NAME, alias.name);
    const parts: string[] = alias.name.split(".");
    if (alias.asname === null) {
      c.nameOp(parts[0]!, STORE);
    } else {
      importAs(c, parts, alias.asname);
    }
  }
}

/** Walks from the package on the stack to the submodule. */
function importAs(c: Compiler, parts: string[], name: string): void {
  for (let i = 1; i < parts.length; i++) {
    if (i > 1) {
      c.op(Op.ROT_TWO);
      c.op(Op.POP_TOP);
    }
    c.opArg(Op.IMPORT_FROM, c.u.names.add(parts[i]!));
  }
  c.nameOp(name, STORE);
  if (parts.length > 1) c.op(Op.POP_TOP);
}

/** Emits `from a import b [as c], …`. */
export function visitImportFrom(c: Compiler, node: Node): void {
  c.loadInt(node.level ?? 0);
  if (node.lineno > c.options.future.lineno && node.module === "__future__") {
    throw c.error("from __future__ imports must occur at the beginning of the file");
  }
  c.loadNames(node.names.map((alias: Node) => alias.name));
  c.opName(Op.IMPORT_NAME, node.module ?? "");
  for (const alias of node.names) {
    if (alias.name === "*") return c.op(Op.IMPORT_STAR);
    c.opName(Op.IMPORT_FROM, alias.name);
    c.nameOp(alias.asname ?? alias.name, STORE);
  }
  c.op(Op.POP_TOP);
}
