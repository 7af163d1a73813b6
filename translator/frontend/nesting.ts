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

/** The deepest node, or what stands in for it where the parser fails. */
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

/** Fewer brackets than this do not stop the parser: then it was a chain of operators, which makes a long line. */
const MANY = 100;
function longestLine(text: string): number {
  const lines = text.split("\n");
  const longest = lines.reduce((best, line, i) => line.length > lines[best].length ? i : best, 0);
  return lines.slice(0, longest).reduce((sum, line) => sum + line.length + 1, 0);
}

function deepestBracket(text: string): Place {
  let depth = 0;
  let best = { depth: -1, at: 0 };
  for (let at = 0; at < text.length; at++) {
    if ("([{".includes(text[at])) depth++;
    if (")]}".includes(text[at])) depth--;
    if (depth > best.depth) best = { depth, at };
  }
  if (best.depth < MANY) best = { depth: MANY, at: longestLine(text) };
  const before = text.slice(0, best.at).split("\n");
  return { depth: best.depth, line: before.length - 1, character: before[before.length - 1].length };
}
