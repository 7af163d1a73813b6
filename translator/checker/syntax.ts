/** Reports syntax outside RTS. */
import type ts from "typescript";
import type { Diagnostic } from "./diagnostics.ts";

/** Walks translated code and reports each construct outside RTS. */
export function checkSyntax(_node: ts.Node, _file: ts.SourceFile, _report: (d: Diagnostic) => void): void {}
