/**
 * Makes a failing program smaller: deletes runs of statements, declarations, class members and cases, and puts
 * the inside of a compound statement in its place, as long as `stillFails` says so. What the edits leave may be
 * nonsense (an undeclared name, say); then the program fails in another way, or not at all, and the edit is
 * undone. The support part of the program is never touched, so every candidate still ends.
 */
import ts from "typescript";
import { GENERATED_MARK } from "./support.ts";

/** Replaces `[start, end)` by `text`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lists whose elements can be deleted one by one. */
function deletableLists(node: ts.Node): readonly ts.NodeArray<ts.Node>[] {
  if (ts.isSourceFile(node) || ts.isBlock(node)) return [node.statements];
  if (ts.isCaseOrDefaultClause(node)) return [node.statements];
  if (ts.isCaseBlock(node)) return [node.clauses];
  if (ts.isClassDeclaration(node)) return [node.members];
  return [];
}

/** Parts of a compound statement that can stand for the whole. */
function substitutes(node: ts.Node): readonly ts.Node[] {
  if (ts.isIfStatement(node)) {
    return node.elseStatement ? [node.thenStatement, node.elseStatement] : [node.thenStatement];
  }
  if (ts.isTryStatement(node)) {
    return node.finallyBlock ? [node.tryBlock, node.finallyBlock] : [node.tryBlock];
  }
  if (ts.isIterationStatement(node, false)) return [node.statement];
  if (ts.isLabeledStatement(node)) return [node.statement];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind < ts.SyntaxKind.FirstAssignment) {
    return [node.left, node.right];
  }
  return [];
}

/** The ends of optional parts: `else`, `catch` beside `finally`. */
function optionalParts(node: ts.Node): readonly Edit[] {
  if (ts.isIfStatement(node) && node.elseStatement) {
    return [{ start: node.thenStatement.end, end: node.elseStatement.end, text: "" }];
  }
  if (ts.isTryStatement(node) && node.catchClause && node.finallyBlock) {
    const { tryBlock, catchClause, finallyBlock } = node;
    return [
      { start: tryBlock.end, end: catchClause.end, text: "" },
      { start: catchClause.end, end: finallyBlock.end, text: "" },
    ];
  }
  return [];
}

/** Every edit to try on `source`, the longest first. */
function collectEdits(source: string): Edit[] {
  const file = ts.createSourceFile("program.ts", source, ts.ScriptTarget.Latest, false);
  const from = source.indexOf(GENERATED_MARK);
  const edits: Edit[] = [];
  function visit(node: ts.Node): void {
    for (const list of deletableLists(node)) {
      const items = list.filter((item) => item.pos >= from);
      for (let run = items.length; run >= 1; run = run >> 1) {
        for (let i = 0; i + run <= items.length; i += run) {
          edits.push({ start: items[i].pos, end: items[i + run - 1].end, text: "" });
        }
      }
    }
    if (node.pos >= from) {
      for (const part of substitutes(node)) {
        edits.push({ start: node.getStart(file), end: node.end, text: part.getText(file) });
      }
      edits.push(...optionalParts(node));
    }
    ts.forEachChild(node, visit);
  }
  visit(file);
  const gain = (edit: Edit) => edit.end - edit.start - edit.text.length;
  return edits.sort((a, b) => gain(b) - gain(a));
}

/**
 * The smallest program found that still fails, after at most `budget` trials. The result of the predicate must
 * depend on the text alone.
 */
export async function shrink(
  program: string,
  stillFails: (candidate: string) => Promise<boolean>,
  budget: number,
): Promise<string> {
  let current = program;
  let trials = 0;
  let progress = true;
  while (progress && trials < budget) {
    progress = false;
    let edits = collectEdits(current);
    for (let i = 0; i < edits.length && trials < budget;) {
      const { start, end, text } = edits[i];
      const candidate = current.slice(0, start) + text + current.slice(end);
      trials++;
      if (candidate.length < current.length && await stillFails(candidate)) {
        current = candidate;
        progress = true;
        // Positions have moved; go on with what is about as long as the edit that succeeded.
        const size = end - start - text.length;
        edits = collectEdits(current);
        i = edits.findIndex((edit) => edit.end - edit.start - edit.text.length <= size);
        if (i < 0) break;
      } else {
        i++;
      }
    }
  }
  return current;
}
