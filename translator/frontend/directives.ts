/** Comments that silence TypeScript: lowering relies on what TypeScript has checked. */
import type ts from "typescript";
import { makeDiagnostic } from "../checker/diagnostics.ts";
import type { Frontend } from "./context.ts";

const DIRECTIVE = /@ts-(ignore|expect-error|nocheck)\b/g;
const reported = new WeakMap<Frontend, Set<string>>();

/** Reports directives inside `node`, and a `@ts-nocheck` at the start of its file. */
export function checkDirectives(fe: Frontend, node: ts.Node): void {
  const file = node.getSourceFile();
  const start = node.getFullStart();
  for (const match of file.text.matchAll(DIRECTIVE)) {
    const inside = match[1] === "nocheck"
      ? match.index < (file.statements[0]?.getStart() ?? 0)
      : match.index >= start && match.index < node.end;
    if (inside && isComment(file, match.index)) report(fe, file, match.index, match[0]);
  }
}

function isComment(file: ts.SourceFile, at: number): boolean {
  const line = file.text.slice(file.text.lastIndexOf("\n", at) + 1, at);
  return /^\s*(\/\/\/?|\/\*|\*)[^"'`]*$/.test(line);
}

function report(fe: Frontend, file: ts.SourceFile, at: number, name: string): void {
  const seen = reported.get(fe) ?? new Set();
  reported.set(fe, seen);
  const key = `${file.fileName}:${at}`;
  if (seen.has(key)) return;
  seen.add(key);
  const { line, character } = file.getLineAndCharacterOfPosition(at);
  fe.diagnostics.push(makeDiagnostic("RTS161", file.fileName, line + 1, character + 1, name));
}
