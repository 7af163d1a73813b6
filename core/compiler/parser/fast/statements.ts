/** The fast parser's statements, and its entry points. */
import * as ast from "../../ast/build.ts";
import type {
  Alias,
  Excepthandler,
  Expr,
  ExpressionNode,
  Keyword,
  MatchCase,
  ModuleNode,
  Operator,
  Stmt,
  Withitem,
} from "../../ast/types.ts";
import { KIND_NAMES, T } from "../../tokenizer/tokens.ts";
import { PatternParser } from "./patterns.ts";
import { type FastOptions, refuse } from "./stream.ts";

const AUGMENTED: (Operator | null)[] = new Array(KIND_NAMES.length).fill(null);
for (
  const [kind, operator] of [
    [T.PLUSEQUAL, "Add"],
    [T.MINEQUAL, "Sub"],
    [T.STAREQUAL, "Mult"],
    [T.ATEQUAL, "MatMult"],
    [T.SLASHEQUAL, "Div"],
    [T.PERCENTEQUAL, "Mod"],
    [T.AMPEREQUAL, "BitAnd"],
    [T.VBAREQUAL, "BitOr"],
    [T.CIRCUMFLEXEQUAL, "BitXor"],
    [T.LEFTSHIFTEQUAL, "LShift"],
    [T.RIGHTSHIFTEQUAL, "RShift"],
    [T.DOUBLESTAREQUAL, "Pow"],
    [T.DOUBLESLASHEQUAL, "FloorDiv"],
  ] as const
) AUGMENTED[kind] = operator;

/** Longer chains of `elif` are left to the parser that counts how deep they nest. */
const MAX_ELIFS = 1000;

/** The fast parser. */
export class FastParser extends PatternParser {
  protected inner(source: string, options: FastOptions): FastParser {
    return new FastParser(source, options);
  }

  /** A whole module. */
  module(): ModuleNode {
    const body: Stmt[] = [];
    while (this.peek() !== T.ENDMARKER) this.statement(body);
    return ast.Module(body, []);
  }

  /** The input of `eval`. */
  evalInput(): ExpressionNode {
    const body = this.expressions();
    while (this.accept(T.NEWLINE));
    if (this.peek() !== T.ENDMARKER) refuse();
    return ast.Expression(body);
  }

  private statement(into: Stmt[]): void {
    const from = this.index;
    switch (this.kinds[from]) {
      case T.IF:
        into.push(this.ifStatement());
        return;
      case T.DEF:
        into.push(this.functionDef(from, false, []));
        return;
      case T.CLASS:
        into.push(this.classDef([]));
        return;
      case T.FOR:
        into.push(this.forStatement(from, false));
        return;
      case T.WHILE:
        into.push(this.whileStatement());
        return;
      case T.TRY:
        into.push(this.tryStatement());
        return;
      case T.WITH:
        into.push(this.withStatement(from, false));
        return;
      case T.AT:
        into.push(this.decorated());
        return;
      case T.ASYNC:
        into.push(this.asyncStatement());
        return;
      case T.NAME:
        if (this.atWord("match")) {
          const match = this.matchStatement();
          if (match !== null) {
            into.push(match);
            return;
          }
        }
        break;
    }
    this.simpleStatements(into);
  }

  private simpleStatements(into: Stmt[]): void {
    do into.push(this.simpleStatement()); while (this.accept(T.SEMI) && this.peek() !== T.NEWLINE);
    this.expect(T.NEWLINE);
  }

  private block(): Stmt[] {
    const body: Stmt[] = [];
    if (!this.accept(T.NEWLINE)) {
      this.simpleStatements(body);
      return body;
    }
    this.expect(T.INDENT);
    this.enter();
    do this.statement(body); while (this.peek() !== T.DEDENT);
    this.leave();
    this.index++;
    return body;
  }

  private colonBlock(): Stmt[] {
    this.expect(T.COLON);
    return this.block();
  }

  private elseBlock(): Stmt[] {
    return this.accept(T.ELSE) ? this.colonBlock() : [];
  }

  private simpleStatement(): Stmt {
    const from = this.index;
    switch (this.kinds[from]) {
      case T.RETURN: {
        this.index++;
        const value = this.atExpression() ? this.starExpressions() : null;
        return ast.Return(this.at(from), value);
      }
      case T.IMPORT:
        return this.importName();
      case T.FROM:
        return this.importFrom();
      case T.RAISE:
        return this.raiseStatement();
      case T.PASS:
        this.index++;
        return ast.Pass(this.at(from));
      case T.BREAK:
        this.index++;
        return ast.Break(this.at(from));
      case T.CONTINUE:
        this.index++;
        return ast.Continue(this.at(from));
      case T.DEL:
        return this.delStatement();
      case T.ASSERT: {
        this.index++;
        const test = this.expression();
        const message = this.accept(T.COMMA) ? this.expression() : null;
        return ast.Assert(this.at(from), test, message);
      }
      case T.GLOBAL:
      case T.NONLOCAL: {
        const isGlobal = this.kinds[this.index++] === T.GLOBAL;
        const names = [this.name()];
        while (this.accept(T.COMMA)) names.push(this.name());
        return isGlobal ? ast.Global(this.at(from), names) : ast.Nonlocal(this.at(from), names);
      }
      default:
        return this.expressionStatement();
    }
  }

  /** An expression, or an assignment of any sort. */
  private expressionStatement(): Stmt {
    const from = this.index;
    const isYield = this.peek() === T.YIELD;
    const value = this.yieldOrStarExpressions();
    const kind = this.peek();
    if (kind === T.EQUAL) return isYield ? refuse() : this.assignment(from, value);
    if (kind === T.COLON) return isYield ? refuse() : this.annotated(from, value);
    const operator = AUGMENTED[kind]!;
    if (operator === null) return ast.Expr(this.at(from), value);
    if (!isSingleTarget(value)) refuse();
    this.index++;
    const operand = this.yieldOrStarExpressions();
    return ast.AugAssign(this.at(from), this.toTarget(value, "Store"), operator, operand);
  }

  private assignment(from: number, first: Expr): Stmt {
    const targets: Expr[] = [];
    let value = first;
    while (this.accept(T.EQUAL)) {
      targets.push(this.toTarget(value, "Store"));
      if (this.peek() === T.YIELD) {
        value = this.yieldExpression();
        if (this.peek() === T.EQUAL) refuse();
        break;
      }
      value = this.starExpressions();
    }
    return ast.Assign(this.at(from), targets, value, null);
  }

  private annotated(from: number, target: Expr): Stmt {
    if (!isSingleTarget(target)) refuse();
    const simple = target.kind === "Name" && this.kinds[from] === T.NAME ? 1 : 0;
    this.index++;
    const annotation = this.expression();
    const value = this.accept(T.EQUAL) ? this.yieldOrStarExpressions() : null;
    return ast.AnnAssign(this.at(from), this.toTarget(target, "Store"), annotation, value, simple);
  }

  private raiseStatement(): Stmt {
    const from = this.index++;
    let exception: Expr | null = null, cause: Expr | null = null;
    if (this.atExpression()) {
      exception = this.expression();
      if (this.accept(T.FROM)) cause = this.expression();
    }
    return ast.Raise(this.at(from), exception, cause);
  }

  private delStatement(): Stmt {
    const from = this.index++;
    const targets = [this.delTarget()];
    while (this.accept(T.COMMA) && this.atExpression()) targets.push(this.delTarget());
    const next = this.peek();
    if (next !== T.SEMI && next !== T.NEWLINE) refuse();
    return ast.Delete(this.at(from), targets);
  }

  private delTarget(): Expr {
    return this.toTarget(this.primary(), "Del");
  }

  private importName(): Stmt {
    const from = this.index++;
    const names: Alias[] = [];
    do {
      const start = this.index;
      const name = this.dottedName();
      const asName = this.accept(T.AS) ? this.name() : null;
      names.push(ast.alias(this.at(start), name, asName));
    } while (this.accept(T.COMMA));
    return ast.Import(this.at(from), names);
  }

  private dottedName(): string {
    let name = this.name();
    while (this.accept(T.DOT)) name += "." + this.name();
    return name;
  }

  private importFrom(): Stmt {
    const from = this.index++;
    let level = 0;
    for (;; this.index++) {
      if (this.peek() === T.DOT) level += 1;
      else if (this.peek() === T.ELLIPSIS) level += 3;
      else break;
    }
    const module = level > 0 && this.peek() === T.IMPORT ? null : this.dottedName();
    this.expect(T.IMPORT);
    const names = this.importedNames();
    return ast.ImportFrom(this.at(from), module, names, level);
  }

  private importedNames(): Alias[] {
    const from = this.index;
    if (this.accept(T.STAR)) return [ast.alias(this.at(from), "*", null)];
    const parenthesized = this.accept(T.LPAR);
    const names: Alias[] = [];
    do {
      if (names.length > 0 && parenthesized && this.peek() === T.RPAR) break;
      const start = this.index;
      const name = this.name();
      const asName = this.accept(T.AS) ? this.name() : null;
      names.push(ast.alias(this.at(start), name, asName));
    } while (this.accept(T.COMMA));
    if (parenthesized) this.expect(T.RPAR);
    return names;
  }

  /** `if` with its branches; a chain of `elif` is a list here and nested in the tree. */
  private ifStatement(): Stmt {
    const branches: { from: number; test: Expr; body: Stmt[] }[] = [];
    do {
      if (branches.length > MAX_ELIFS) refuse();
      const from = this.index++;
      const test = this.namedExpression();
      branches.push({ from, test, body: this.colonBlock() });
    } while (this.peek() === T.ELIF);
    let orelse = this.elseBlock();
    for (let i = branches.length - 1; i >= 0; i--) {
      const { from, test, body } = branches[i]!;
      orelse = [ast.If(this.at(from), test, body, orelse)];
    }
    return orelse[0]!;
  }

  private whileStatement(): Stmt {
    const from = this.index++;
    const test = this.namedExpression();
    const body = this.colonBlock();
    const orelse = this.elseBlock();
    return ast.While(this.at(from), test, body, orelse);
  }

  private forStatement(from: number, isAsync: boolean): Stmt {
    this.expect(T.FOR);
    const target = this.starTargets();
    this.expect(T.IN);
    const iter = this.starExpressions();
    const body = this.colonBlock();
    const orelse = this.elseBlock();
    return (isAsync ? ast.AsyncFor : ast.For)(this.at(from), target, iter, body, orelse, null);
  }

  private withStatement(from: number, isAsync: boolean): Stmt {
    this.expect(T.WITH);
    let items: Withitem[] | null = null;
    if (this.peek() === T.LPAR && this.kinds[this.closingIndex() + 1] === T.COLON) {
      items = this.attempt(() => this.parenthesizedItems());
    }
    if (items === null) {
      items = [this.withItem()];
      while (this.accept(T.COMMA)) items.push(this.withItem());
    }
    const body = this.colonBlock();
    return (isAsync ? ast.AsyncWith : ast.With)(this.at(from), items, body, null);
  }

  /** The index of the parenthesis that closes the next token's. */
  private closingIndex(): number {
    let depth = 0;
    for (let i = this.index;; i++) {
      const kind = this.kinds[i]!;
      if (kind === T.LPAR || kind === T.LSQB || kind === T.LBRACE) depth++;
      else if (kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE) depth--;
      if (depth === 0) return i;
    }
  }

  private parenthesizedItems(): Withitem[] {
    this.index++;
    const items: Withitem[] = [];
    do {
      if (items.length > 0 && this.peek() === T.RPAR) break;
      items.push(this.withItem());
    } while (this.accept(T.COMMA));
    this.expect(T.RPAR);
    if (this.peek() !== T.COLON) refuse();
    return items;
  }

  private withItem(): Withitem {
    const context = this.expression();
    if (!this.accept(T.AS)) return ast.withitem(context, null);
    const target = this.starTarget();
    const next = this.peek();
    if (next !== T.COMMA && next !== T.RPAR && next !== T.COLON) refuse();
    return ast.withitem(context, target);
  }

  private tryStatement(): Stmt {
    const from = this.index++;
    const body = this.colonBlock();
    const handlers: Excepthandler[] = [];
    while (this.peek() === T.EXCEPT) handlers.push(this.handler());
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    const hasFinally = this.accept(T.FINALLY);
    if (!hasFinally && handlers.length === 0) refuse();
    const final = hasFinally ? this.colonBlock() : [];
    return ast.Try(this.at(from), body, handlers, orelse, final);
  }

  private handler(): Excepthandler {
    const from = this.index++;
    let type: Expr | null = null, name: string | null = null;
    if (this.peek() !== T.COLON) {
      type = this.expression();
      if (this.accept(T.AS)) name = this.name();
    }
    const body = this.colonBlock();
    return ast.ExceptHandler(this.at(from), type, name, body);
  }

  private decorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.accept(T.AT)) {
      decorators.push(this.namedExpression());
      this.expect(T.NEWLINE);
    }
    const from = this.index;
    if (this.peek() === T.CLASS) return this.classDef(decorators);
    return this.functionDef(from, this.accept(T.ASYNC), decorators);
  }

  private asyncStatement(): Stmt {
    const from = this.index++;
    if (this.peek() === T.FOR) return this.forStatement(from, true);
    if (this.peek() === T.WITH) return this.withStatement(from, true);
    return this.functionDef(from, true, []);
  }

  private functionDef(from: number, isAsync: boolean, decorators: Expr[]): Stmt {
    this.expect(T.DEF);
    const name = this.name();
    this.expect(T.LPAR);
    const args = this.parameters(T.RPAR, true);
    this.expect(T.RPAR);
    const returns = this.accept(T.RARROW) ? this.expression() : null;
    const body = this.colonBlock();
    const make = isAsync ? ast.AsyncFunctionDef : ast.FunctionDef;
    return make(this.at(from), name, args, body, decorators, returns, null);
  }

  private classDef(decorators: Expr[]): Stmt {
    const from = this.index++;
    const name = this.name();
    const bases: Expr[] = [], keywords: Keyword[] = [];
    const open = this.index;
    if (this.accept(T.LPAR)) this.callArguments(bases, keywords, open, false);
    const body = this.colonBlock();
    return ast.ClassDef(this.at(from), name, bases, keywords, body, decorators);
  }

  /** A `match` statement, or null if the word is a name here. */
  private matchStatement(): Stmt | null {
    const from = this.index;
    const subject = this.attempt(() => {
      this.index++;
      const subject = this.matchSubject();
      this.expect(T.COLON);
      this.expect(T.NEWLINE);
      this.expect(T.INDENT);
      if (!this.atWord("case")) refuse();
      return subject;
    });
    if (subject === null) return null;
    const cases: MatchCase[] = [];
    this.enter();
    do cases.push(this.matchCase()); while (this.peek() !== T.DEDENT);
    this.leave();
    this.index++;
    return ast.Match(this.at(from), subject, cases);
  }

  private matchSubject(): Expr {
    const from = this.index;
    const first = this.starNamedExpression();
    if (this.peek() !== T.COMMA) return this.kinds[from] === T.STAR ? refuse() : first;
    const items = [first];
    while (this.accept(T.COMMA) && this.peek() !== T.COLON) items.push(this.starNamedExpression());
    return ast.Tuple(this.at(from), items, "Load");
  }

  private matchCase(): MatchCase {
    if (!this.atWord("case")) refuse();
    this.index++;
    const pattern = this.patterns();
    const guard = this.accept(T.IF) ? this.namedExpression() : null;
    const body = this.colonBlock();
    return ast.match_case(pattern, guard, body);
  }
}

/** Whether an augmented or annotated assignment can have the target. */
function isSingleTarget(node: Expr): boolean {
  return node.kind === "Name" || node.kind === "Attribute" || node.kind === "Subscript";
}
