/**
 * Tokens to a syntax tree, by recursive descent and precedence climbing.
 *
 * A statement ends at `;`, with its own block, before `}`, or where the next token starts a line. So a binary operator, `(` or `[`
 * at the start of a line does not continue the expression above, unless a bracket is open (`nesting`); a `.` does.
 */
import { type bool, f64ToI32, type i32, parseF64 } from "@rts";
import {
  AssignStmt,
  Binary,
  Block,
  BreakStmt,
  CallExpr,
  ClassStmt,
  ContinueStmt,
  type Expr,
  ExprStmt,
  FieldExpr,
  FnStmt,
  ForStmt,
  FunctionDef,
  FunctionExpr,
  Identifier,
  IfStmt,
  IndexExpr,
  LetStmt,
  ListExpr,
  Literal,
  Logical,
  MapExpr,
  MethodCall,
  Name,
  ReturnStmt,
  type Stmt,
  SuperCall,
  ThrowStmt,
  TryStmt,
  Unary,
  WhileStmt,
} from "./ast.ts";
import { GuestSyntaxError } from "./errors.ts";
import { Lexer } from "./lexer.ts";
import { newInt, W_Float } from "./numbers.ts";
import { Op } from "./opcodes.ts";
import { Tok, type Token, TOKENS } from "./token.ts";
import { FALSE, NIL, TRUE, W_Str } from "./values.ts";
import type { W_Root } from "./root.ts";

/** Binds tighter than every binary operator. */
const UNARY_PRECEDENCE: i32 = 11;
/** `not` takes comparisons as its operand, not `and` and `or`. */
const NOT_PRECEDENCE: i32 = 3;

/** The tree of the program `text`. Throws {@link GuestSyntaxError}. */
export function parseProgram(file: string, text: string): FunctionDef {
  return new Parser(new Lexer(file, text)).program();
}

class Parser {
  private token: Token;
  /** Brackets open around the token, since the innermost brace. */
  private nesting: i32 = 0;

  constructor(private readonly lexer: Lexer) {
    this.token = lexer.next();
  }

  program(): FunctionDef {
    const body: Stmt[] = [];
    while (this.token.kind !== Tok.End) this.statementInto(body);
    return new FunctionDef("main", [], body, false, 1);
  }

  // Tokens.

  private at(kind: i32): bool {
    return this.token.kind === kind;
  }

  private take(): Token {
    const token = this.token;
    this.token = this.lexer.next();
    return token;
  }

  private accept(kind: i32): bool {
    if (!this.at(kind)) return false;
    this.take();
    return true;
  }

  private expect(kind: i32): Token {
    if (!this.at(kind)) this.fail(`expected '${TOKENS[kind].text}', found ${this.token.describe()}`);
    return this.take();
  }

  private fail(message: string): void {
    throw new GuestSyntaxError(this.lexer.file, this.token.line, this.token.column, message);
  }

  /** The token begins a new statement as far as lines go. */
  private breaksLine(): bool {
    return this.nesting === 0 && this.token.startsLine;
  }

  private identifier(): Identifier {
    const token = this.expect(Tok.Name);
    return new Identifier(token.text, token.line, token.column);
  }

  // Statements.

  private statementInto(body: Stmt[]): void {
    if (this.accept(Tok.Semicolon)) return;
    const first = this.token.kind;
    body.push(this.statement());
    if (endsInBlock(first) || this.token.startsLine || this.at(Tok.Semicolon)) return;
    if (this.at(Tok.RightBrace) || this.at(Tok.End)) return;
    this.fail(`expected end of statement, found ${this.token.describe()}`);
  }

  private statement(): Stmt {
    const token = this.token;
    switch (token.kind) {
      case Tok.Let:
        return this.letStatement();
      case Tok.Fn:
        return this.fnStatement();
      case Tok.Class:
        return this.classStatement();
      case Tok.If:
        return this.ifStatement();
      case Tok.While:
        return this.whileStatement();
      case Tok.For:
        return this.forStatement();
      case Tok.Break:
        this.take();
        return new BreakStmt(token.line, token.column);
      case Tok.Continue:
        this.take();
        return new ContinueStmt(token.line, token.column);
      case Tok.Return:
        return this.returnStatement();
      case Tok.Throw:
        this.take();
        return new ThrowStmt(this.expression(), token.line, token.column);
      case Tok.Try:
        return this.tryStatement();
      case Tok.LeftBrace:
        return this.block();
    }
    return this.simpleStatement();
  }

  private block(): Block {
    const open = this.expect(Tok.LeftBrace);
    const outer = this.nesting;
    this.nesting = 0;
    const body: Stmt[] = [];
    while (!this.at(Tok.RightBrace) && !this.at(Tok.End)) this.statementInto(body);
    this.nesting = outer;
    this.expect(Tok.RightBrace);
    return new Block(body, open.line, open.column);
  }

  private letStatement(): Stmt {
    const token = this.take();
    const name = this.identifier();
    const value = this.accept(Tok.Assign) ? this.expression() : new Literal(NIL, token.line, token.column);
    return new LetStmt(name, value, token.line, token.column);
  }

  private fnStatement(): Stmt {
    const token = this.take();
    const name = this.identifier();
    return new FnStmt(name, this.functionRest(name.text, false, token.line), token.line, token.column);
  }

  /** Parameters and body. */
  private functionRest(name: string, isMethod: bool, line: i32): FunctionDef {
    this.expect(Tok.LeftParen);
    const parameters: Identifier[] = [];
    while (!this.at(Tok.RightParen)) {
      parameters.push(this.identifier());
      if (!this.accept(Tok.Comma)) break;
    }
    this.expect(Tok.RightParen);
    return new FunctionDef(name, parameters, this.block().statements, isMethod, line);
  }

  private classStatement(): Stmt {
    const token = this.take();
    const name = this.identifier();
    let parent: Name | null = null;
    if (this.accept(Tok.Colon)) {
      const id = this.identifier();
      parent = new Name(id.text, id.line, id.column);
    }
    this.expect(Tok.LeftBrace);
    const methods: FunctionDef[] = [];
    while (!this.at(Tok.RightBrace)) {
      const method = this.identifier();
      methods.push(this.functionRest(method.text, true, method.line));
    }
    this.expect(Tok.RightBrace);
    return new ClassStmt(name, parent, methods, token.line, token.column);
  }

  private ifStatement(): Stmt {
    const token = this.take();
    const condition = this.expression();
    const then = this.block();
    let otherwise: Stmt | null = null;
    if (this.accept(Tok.Else)) otherwise = this.at(Tok.If) ? this.ifStatement() : this.block();
    return new IfStmt(condition, then, otherwise, token.line, token.column);
  }

  private whileStatement(): Stmt {
    const token = this.take();
    const condition = this.expression();
    return new WhileStmt(condition, this.block(), token.line, token.column);
  }

  private forStatement(): Stmt {
    const token = this.take();
    const name = this.identifier();
    this.expect(Tok.In);
    const iterable = this.expression();
    return new ForStmt(name, iterable, this.block(), token.line, token.column);
  }

  private returnStatement(): Stmt {
    const token = this.take();
    const bare = this.token.startsLine || this.at(Tok.RightBrace) || this.at(Tok.Semicolon) ||
      this.at(Tok.End);
    const value: Expr | null = bare ? null : this.expression();
    return new ReturnStmt(value, token.line, token.column);
  }

  private tryStatement(): Stmt {
    const token = this.take();
    const body = this.block();
    this.expect(Tok.Catch);
    const name = this.identifier();
    return new TryStmt(body, name, this.block(), token.line, token.column);
  }

  private simpleStatement(): Stmt {
    const target = this.expression();
    const token = this.token;
    const isAssignment = token.kind >= Tok.Assign && token.kind <= Tok.MultiplyAssign;
    if (!isAssignment) return new ExprStmt(target, target.line, target.column);
    if (!(target instanceof Name || target instanceof FieldExpr || target instanceof IndexExpr)) {
      this.fail("cannot assign to this expression");
    }
    this.take();
    return new AssignStmt(target, TOKENS[token.kind].op, this.expression(), token.line, token.column);
  }

  // Expressions.

  private expression(): Expr {
    return this.binary(1);
  }

  /** An expression of operators that bind at least as tight as `least`. */
  private binary(least: i32): Expr {
    let left = this.unary();
    for (;;) {
      const info = TOKENS[this.token.kind];
      if (info.precedence === 0 || info.precedence < least || this.breaksLine()) return left;
      const token = this.take();
      const right = this.binary(info.precedence + 1);
      left = info.op >= 0
        ? new Binary(info.op, left, right, token.line, token.column)
        : new Logical(token.kind === Tok.And, left, right, token.line, token.column);
    }
  }

  private unary(): Expr {
    const token = this.token;
    if (this.accept(Tok.Minus)) {
      return new Unary(Op.Negate, this.binary(UNARY_PRECEDENCE), token.line, token.column);
    }
    if (this.accept(Tok.Not)) {
      return new Unary(Op.Not, this.binary(NOT_PRECEDENCE), token.line, token.column);
    }
    return this.postfix();
  }

  private postfix(): Expr {
    let value = this.primary();
    for (;;) {
      const token = this.token;
      if (token.kind === Tok.Dot) {
        this.take();
        value = this.member(value);
      } else if (token.kind === Tok.LeftParen && !this.breaksLine()) {
        value = new CallExpr(value, this.args(), token.line, token.column);
      } else if (token.kind === Tok.LeftBracket && !this.breaksLine()) {
        const index = this.items(Tok.LeftBracket, Tok.RightBracket);
        if (index.length !== 1) this.fail("expected one index");
        value = new IndexExpr(value, index[0], token.line, token.column);
      } else {
        return value;
      }
    }
  }

  private member(object: Expr): Expr {
    const name = this.identifier();
    if (!this.at(Tok.LeftParen) || this.breaksLine()) {
      return new FieldExpr(object, name.text, name.line, name.column);
    }
    return new MethodCall(object, name.text, this.args(), name.line, name.column);
  }

  private args(): Expr[] {
    return this.items(Tok.LeftParen, Tok.RightParen);
  }

  /** Expressions between brackets, with commas; a last comma is allowed. */
  private items(open: i32, close: i32): Expr[] {
    this.expect(open);
    this.nesting++;
    const items: Expr[] = [];
    while (!this.at(close)) {
      items.push(this.expression());
      if (!this.accept(Tok.Comma)) break;
    }
    this.nesting--;
    this.expect(close);
    return items;
  }

  private primary(): Expr {
    const token = this.token;
    switch (token.kind) {
      case Tok.Int:
      case Tok.Float:
        this.take();
        return new Literal(numberOf(token), token.line, token.column);
      case Tok.Str:
        return this.literal(new W_Str(token.text));
      case Tok.True:
        return this.literal(TRUE);
      case Tok.False:
        return this.literal(FALSE);
      case Tok.Nil:
        return this.literal(NIL);
      case Tok.Name:
      case Tok.Self:
        this.take();
        return new Name(token.text, token.line, token.column);
      case Tok.Super:
        return this.superCall();
      case Tok.Fn:
        this.take();
        return new FunctionExpr(this.functionRest("fn", false, token.line), token.line, token.column);
      case Tok.LeftParen:
        return this.parenthesized();
      case Tok.LeftBracket:
        return new ListExpr(this.items(Tok.LeftBracket, Tok.RightBracket), token.line, token.column);
      case Tok.LeftBrace:
        return this.map();
    }
    this.fail(`expected an expression, found ${token.describe()}`);
    return this.literal(NIL);
  }

  private literal(w_value: W_Root): Expr {
    const token = this.take();
    return new Literal(w_value, token.line, token.column);
  }

  private superCall(): Expr {
    const token = this.take();
    this.expect(Tok.Dot);
    const name = this.identifier();
    const self = new Name("self", token.line, token.column);
    return new SuperCall(self, name.text, this.args(), token.line, token.column);
  }

  private parenthesized(): Expr {
    this.expect(Tok.LeftParen);
    this.nesting++;
    const value = this.expression();
    this.nesting--;
    this.expect(Tok.RightParen);
    return value;
  }

  private map(): Expr {
    const open = this.expect(Tok.LeftBrace);
    const keys: Expr[] = [];
    const values: Expr[] = [];
    this.nesting++;
    while (!this.at(Tok.RightBrace)) {
      keys.push(this.expression());
      this.expect(Tok.Colon);
      values.push(this.expression());
      if (!this.accept(Tok.Comma)) break;
    }
    this.nesting--;
    this.expect(Tok.RightBrace);
    return new MapExpr(keys, values, open.line, open.column);
  }
}

/** The value of a number token; an integer that does not fit 32 bits is a float. */
function numberOf(token: Token): W_Root {
  const value = parseF64(token.text);
  if (token.kind === Tok.Int && value <= 2147483647.0) return newInt(f64ToI32(value));
  return new W_Float(value);
}

/** Statements that begin with a token of this kind end with a block. */
function endsInBlock(kind: i32): bool {
  return kind === Tok.Fn || kind === Tok.Class || kind === Tok.If || kind === Tok.While || kind === Tok.For ||
    kind === Tok.Try || kind === Tok.LeftBrace;
}
