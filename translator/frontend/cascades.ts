/**
 * Tells findings that only follow from earlier ones: an expression around an erroneous one, or one that mentions a
 * declaration with an error in it. Lowering goes on after an error with a value of type `i32`, which fits nowhere.
 */
import ts from "typescript";

export class Cascades {
  /** Where findings began, those left out among them. */
  private readonly starts = new Map<ts.SourceFile, number[]>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** Notes a finding. */
  add(file: ts.SourceFile, start: number): void {
    const list = this.starts.get(file);
    if (list === undefined) this.starts.set(file, [start]);
    else list.push(start);
  }

  /** True when a finding at `node` follows from an earlier one; the finding is noted either way. */
  follows(node: ts.Node): boolean {
    const file = node.getSourceFile();
    const result = this.hasFinding(file, node.getStart(), node.end) || this.mentionsBroken(node);
    this.add(file, node.getStart());
    return result;
  }

  private hasFinding(file: ts.SourceFile, from: number, to: number): boolean {
    return this.starts.get(file)?.some((start) => from <= start && start < to) ?? false;
  }

  private mentionsBroken(node: ts.Node): boolean {
    const pending = [node];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (ts.isIdentifier(next) && this.isBroken(next)) return true;
      ts.forEachChild(next, (child) => void pending.push(child));
    }
    return false;
  }

  private isBroken(name: ts.Identifier): boolean {
    let symbol = this.checker.getSymbolAtLocation(name);
    if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias) {
      symbol = this.checker.getAliasedSymbol(symbol);
    }
    return symbol?.declarations?.some((declaration) => {
      if (declaration === name.parent || ts.isSourceFile(declaration)) return false;
      return this.hasFinding(declaration.getSourceFile(), declaration.getStart(), headEnd(declaration));
    }) ?? false;
  }
}

/** Where the part of a declaration ends that decides its type. */
function headEnd(node: ts.Declaration): number {
  if (ts.isFunctionLike(node)) return (node as ts.FunctionDeclaration).body?.getStart() ?? node.end;
  if (ts.isClassLike(node)) return node.members.pos;
  return node.end;
}
