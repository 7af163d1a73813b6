/** `from __future__ import …`: which features a module asks for, and whether it may. */
import { docstringOf, type Node } from "./ast/access.ts";
import { CO_FUTURE_ANNOTATIONS, CO_FUTURE_BARRY_AS_BDFL } from "./code.ts";
import { PySyntaxError } from "./errors.ts";

/** Features by name, with the flag that they set (0 where they are mandatory by now). */
const FEATURES: ReadonlyMap<string, number> = new Map([
  ["nested_scopes", 0],
  ["generators", 0],
  ["division", 0],
  ["absolute_import", 0],
  ["with_statement", 0],
  ["print_function", 0],
  ["unicode_literals", 0],
  ["barry_as_FLUFL", CO_FUTURE_BARRY_AS_BDFL],
  ["generator_stop", 0],
  ["annotations", CO_FUTURE_ANNOTATIONS],
]);

/** The features of a module, and the line of the last statement that asked for some (-1 if none). */
export interface FutureFeatures {
  features: number;
  lineno: number;
}

/** Finds the future statements at the beginning of a tree. */
export function findFutureFeatures(tree: Node, filename: string): FutureFeatures {
  const found: FutureFeatures = { features: 0, lineno: -1 };
  if (tree.kind !== "Module" && tree.kind !== "Interactive") return found;
  let done = false;
  let previousLine = 0;
  for (let i = docstringOf(tree.body) === null ? 0 : 1; i < tree.body.length; i++) {
    const statement = tree.body[i];
    if (done && statement.lineno > previousLine) break;
    previousLine = statement.lineno;
    if (statement.kind === "ImportFrom" && statement.module === "__future__") {
      if (done) {
        const message = "from __future__ imports must occur at the beginning of the file";
        throw futureError(message, filename, statement, 0);
      }
      checkFeatures(found, statement, filename);
      found.lineno = statement.lineno;
    } else {
      done = true;
    }
  }
  return found;
}

function checkFeatures(found: FutureFeatures, statement: Node, filename: string): void {
  for (const alias of statement.names) {
    const flag = FEATURES.get(alias.name);
    if (flag === undefined) {
      const message = alias.name === "braces"
        ? "not a chance"
        : `future feature ${alias.name.slice(0, 100)} is not defined`;
      throw futureError(message, filename, statement, 1);
    }
    found.features |= flag;
  }
}

function futureError(message: string, filename: string, node: Node, add: number): PySyntaxError {
  return new PySyntaxError(message, {
    filename,
    lineno: node.lineno,
    offset: node.col_offset + add,
    text: null,
    endLineno: node.lineno,
    endOffset: null,
  });
}
