/** Compares symbol tables with those of CPython 3.10. */
import { assertEquals } from "@std/assert";
import { deserializeTree } from "../ast/serialize.ts";
import { findFutureFeatures } from "../future.ts";
import type { MarshalValue } from "../marshal/mod.ts";
import { ANNOTATIONS, MODULES } from "../testing/cases.ts";
import { askOracle, findPython310 } from "../testing/oracle.ts";
import { buildSymbolTable, serializeEntry } from "./mod.ts";

const SOURCES = [
  ...MODULES,
  ...ANNOTATIONS.filter((text) => text !== "(yield)").map((text) =>
    `from __future__ import annotations\ndef f(x: ${text}): pass`
  ),
  ...ANNOTATIONS.map((text) => `def f(x: ${text}) -> (lambda: z): pass`),
];

/** A table without what `_symtable` does not show. */
function shown(value: MarshalValue): MarshalValue {
  if (value.type !== "tuple") throw new Error("not a table");
  const items = value.items.slice(0, 7);
  const children = items[6]!;
  if (children.type !== "list") throw new Error("not a table");
  items[6] = { type: "list", items: children.items.map(shown) };
  return { type: "tuple", items };
}

const python = findPython310();

Deno.test({
  name: python === null ? "symbol tables (skipped: no CPython 3.10)" : "symbol tables",
  ignore: python === null,
  async fn() {
    const requests = SOURCES.map((source) => ({ source, mode: "symtable" as const }));
    const answers = await askOracle(python!, requests);
    assertEquals(answers.length, SOURCES.length);
    answers.forEach((answer, i) => {
      const tree = deserializeTree(answer.tree);
      const { features } = findFutureFeatures(tree, "<test>");
      const table = serializeEntry(buildSymbolTable(tree, "<test>", features).top);
      assertEquals(shown(table), answer.result, SOURCES[i]);
    });
  },
});
