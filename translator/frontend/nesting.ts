/**
 * Code nested so deeply that the compiler's recursion overflows the stack: where it is. Nothing here recurses; where
 * not even the parser gets through, brackets are counted instead.
 */
import ts from "typescript";
import { type Diagnostic, makeDiagnostic } from "../checker/diagnostics.ts";

/** True for JavaScript's error of a deep recursion. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/.test(error.message);
}

/** The finding about the most deeply nested place of the files. */
export function nestingDiagnostic(files: readonly string[]): Diagnostic {
  let deepest = { file: files[0] ?? "", depth: -1, line: 0, character: 0 };
  for (const file of files) {
    const found = deepestPlace(file, Deno.readTextFileSync(file));
    if (found.depth > deepest.depth) deepest = { file, ...found };
  }
  return makeDiagnostic("RTS903", deepest.file, deepest.line + 1, deepest.character + 1);
}

interface Place extends ts.LineAndCharacter {
  readonly depth: number;
}

/** The outermost expression or statement around the deepest one, in so far as it begins in the same line. */
function deepestPlace(name: string, text: string): Place {
  let file: ts.SourceFile;
  try {
    file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext);
  } catch {
    return deepestBracket(text);
  }
  let best: { node: ts.Node; depth: number } = { node: file, depth: 0 };
  const pending = [best];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth } = next;
    if (depth > best.depth) best = next;
    ts.forEachChild(node, (child) => void pending.push({ node: child, depth: depth + 1 }));
  }
  return { depth: best.depth, ...file.getLineAndCharacterOfPosition(best.node.getStart(file)) };
}

function deepestBracket(text: string): Place {
  let depth = 0;
  let best = { depth: -1, at: 0 };
  for (let at = 0; at < text.length; at++) {
    if ("([{".includes(text[at])) depth++;
    if (")]}".includes(text[at])) depth--;
    if (depth > best.depth) best = { depth, at };
  }
  const before = text.slice(0, best.at).split("\n");
  return { depth: best.depth, line: before.length - 1, character: before[before.length - 1].length };
}
