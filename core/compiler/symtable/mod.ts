/**
 * Symbol tables: which names a block has and where each of them lives.
 *
 * ```ts
 * const table = buildSymbolTable(tree, "<string>", futureFeatures);
 * table.entryOf(functionNode).scopeOf("x");
 * ```
 */
import type { Node } from "../ast/access.ts";
import { analyze } from "./analyze.ts";
import { SymbolTableBuilder } from "./build.ts";
import type { SymbolTableEntry } from "./entry.ts";

export { SymbolTableEntry } from "./entry.ts";
export { serializeEntry } from "./serialize.ts";
export * from "./flags.ts";

/** The blocks of a tree. */
export interface SymbolTable {
  readonly top: SymbolTableEntry;
  /** The block that a node (a module, function, class, lambda or comprehension) opens. */
  entryOf(node: Node): SymbolTableEntry;
}

/** Builds the symbol table of a tree; throws `PySyntaxError`. */
export function buildSymbolTable(tree: Node, filename: string, futureFeatures: number): SymbolTable {
  const builder = new SymbolTableBuilder(filename, tree, futureFeatures);
  builder.visitModule(tree);
  analyze(builder.top, filename);
  return {
    top: builder.top,
    entryOf: (node) => builder.entries.get(node)!,
  };
}
