/** The fast parser's atoms: names, literals, displays and comprehensions, and targets. */
import * as ast from "../../ast/build.ts";
import type { Comprehension, Expr, ExprContext } from "../../ast/types.ts";
import { KIND_NAMES, T } from "../../tokenizer/tokens.ts";
import { parseNumber, TooManyDigits } from "../numbers.ts";
import { escapeWarning, parseStrings, type StringHost, type StringToken } from "../strings.ts";
import { ParameterParser } from "./parameters.ts";
import { type FastOptions, refuse } from "./stream.ts";

/** Whether the token can start an expression (or, for `*`, a starred one). */
const STARTS_EXPRESSION = new Uint8Array(KIND_NAMES.length);
for (
  const kind of [
    T.NAME,
    T.NUMBER,
    T.STRING,
    T.AWAIT,
    T.LPAR,
    T.LSQB,
    T.LBRACE,
    T.ELLIPSIS,
    T.PLUS,
    T.MINUS,
    T.TILDE,
    T.STAR,
    T.FALSE,
    T.NONE,
    T.TRUE,
    T.LAMBDA,
    T.NOT,
  ]
) STARTS_EXPRESSION[kind] = 1;

/** A parser of atoms. */
export abstract class AtomParser extends ParameterParser {
  abstract starExpressions(): Expr;
  protected abstract starNamedExpression(): Expr;
  protected abstract yieldExpression(): Expr;
  protected abstract disjunction(): Expr;
  /** Operators of at least `precedence`. */
  protected abstract binary(precedence: number): Expr;
  protected abstract primary(): Expr;

  private readonly strings: StringHost = {
    featureVersion: 10,
    lookupName: this.options.lookupName,
    fail: refuse,
    warnEscape: (character, { lineno }) => this.warn(escapeWarning(character, lineno), this.index),
    parseExpression: (text, line, column) => this.parseInner(text, line, column),
  };

  /** Makes a parser of the same kind for an expression in an f-string. */
  protected abstract inner(source: string, options: FastOptions): AtomParser;

  private parseInner(text: string, firstLine: number, firstColumn: number): Expr {
    const parser = this.inner(text + "\n", { ...this.options, firstLine, firstColumn });
    parser.depth = this.depth + 5;
    const expression = parser.starExpressions();
    for (const warning of parser.allWarnings()) this.warn(warning, this.index);
    return expression;
  }

  protected atExpression(): boolean {
    return STARTS_EXPRESSION[this.peek()] === 1;
  }

  protected atom(): Expr {
    const from = this.index;
    switch (this.kinds[from]) {
      case T.NAME:
        this.index++;
        return ast.Name(this.at(from), this.identifier(from), "Load");
      case T.NUMBER:
        return this.number();
      case T.STRING:
        return this.stringLiteral();
      case T.LPAR:
        return this.parenthesized();
      case T.LSQB:
        return this.list();
      case T.LBRACE:
        return this.braces();
      case T.NONE:
        this.index++;
        return ast.Constant(this.at(from), { type: "None" }, null);
      case T.TRUE:
        this.index++;
        return ast.Constant(this.at(from), { type: "bool", value: true }, null);
      case T.FALSE:
        this.index++;
        return ast.Constant(this.at(from), { type: "bool", value: false }, null);
      case T.ELLIPSIS:
        this.index++;
        return ast.Constant(this.at(from), { type: "Ellipsis" }, null);
      default:
        return refuse();
    }
  }

  protected number(): Expr {
    const from = this.index;
    if (this.peek() !== T.NUMBER) refuse();
    this.index++;
    try {
      const value = parseNumber(
        this.source.slice(this.starts[from]!, this.ends[from]!),
        this.options.intMaxStrDigits,
      );
      return ast.Constant(this.at(from), value, null);
    } catch (error) {
      if (error instanceof TooManyDigits) refuse();
      throw error;
    }
  }

  protected stringLiteral(): Expr {
    const from = this.index;
    if (this.kinds[from + 1] !== T.STRING && this.plainString(from)) {
      this.index++;
      const quotes =
        this.source.charCodeAt(this.starts[from]! + 1) === this.source.charCodeAt(this.starts[from]!) &&
          this.ends[from]! - this.starts[from]! >= 6
          ? 3
          : 1;
      const value = this.source.slice(this.starts[from]! + quotes, this.ends[from]! - quotes);
      if (value.isWellFormed() && !value.includes("\\")) {
        return ast.Constant(this.at(from), { type: "str", value }, null);
      }
      this.index--;
    }
    const tokens: StringToken[] = [];
    for (; this.kinds[this.index] === T.STRING; this.index++) tokens.push(this.stringToken(this.index));
    this.enter();
    const node = parseStrings(this.strings, tokens);
    this.leave();
    return node;
  }

  /** Whether the string token has no prefix. */
  private plainString(i: number): boolean {
    const c = this.source.charCodeAt(this.starts[i]!);
    return c === 39 || c === 34;
  }

  private stringToken(i: number): StringToken {
    return {
      text: this.source.slice(this.starts[i]!, this.ends[i]!),
      lineno: this.lines[i]!,
      col_offset: this.columns[i]!,
      end_lineno: this.endLines[i]!,
      end_col_offset: this.endColumns[i]!,
    };
  }

  /** A group, tuple or generator, at its parenthesis. */
  private parenthesized(): Expr {
    const from = this.index++;
    this.enter();
    const node = this.parenthesizedRest(from);
    this.leave();
    return node;
  }

  private parenthesizedRest(from: number): Expr {
    if (this.accept(T.RPAR)) return ast.Tuple(this.at(from), [], "Load");
    if (this.peek() === T.YIELD) {
      const value = this.yieldExpression();
      this.expect(T.RPAR);
      return value;
    }
    const first = this.starNamedExpression();
    const starred = first.kind === "Starred" && this.kinds[from + 1] === T.STAR;
    if (this.peek() === T.COMMA) {
      const items = this.moreItems(first, T.RPAR);
      return ast.Tuple(this.at(from), items, "Load");
    }
    if (starred) refuse();
    if (this.accept(T.RPAR)) return first;
    const generators = this.comprehensions();
    this.expect(T.RPAR);
    return ast.GeneratorExp(this.at(from), first, generators);
  }

  /** Reads further items up to `closing`, and that. */
  private moreItems(first: Expr, closing: number): Expr[] {
    const items = [first];
    while (this.peek() !== closing) {
      this.expect(T.COMMA);
      if (this.peek() === closing) break;
      items.push(this.starNamedExpression());
    }
    this.index++;
    return items;
  }

  private list(): Expr {
    const from = this.index++;
    if (this.accept(T.RSQB)) return ast.List(this.at(from), [], "Load");
    this.enter();
    const first = this.starNamedExpression();
    let node: Expr;
    if (this.peek() === T.FOR || this.peek() === T.ASYNC) {
      if (this.kinds[from + 1] === T.STAR) refuse();
      const generators = this.comprehensions();
      this.expect(T.RSQB);
      node = ast.ListComp(this.at(from), first, generators);
    } else {
      const items = this.moreItems(first, T.RSQB);
      node = ast.List(this.at(from), items, "Load");
    }
    this.leave();
    return node;
  }

  /** A dictionary, set, or comprehension of either. */
  private braces(): Expr {
    const from = this.index++;
    if (this.accept(T.RBRACE)) return ast.Dict(this.at(from), [], []);
    this.enter();
    const node = this.bracesRest(from);
    this.leave();
    return node;
  }

  private bracesRest(from: number): Expr {
    if (this.peek() === T.DOUBLESTAR) return this.dict(from, [], []);
    if (this.peek() === T.STAR || this.peekAt(1) === T.COLONEQUAL) {
      return this.set(from, this.starNamedExpression());
    }
    const first = this.expression();
    if (!this.accept(T.COLON)) return this.set(from, first);
    const value = this.expression();
    if (this.peek() !== T.FOR && this.peek() !== T.ASYNC) return this.dict(from, [first], [value]);
    const generators = this.comprehensions();
    this.expect(T.RBRACE);
    return ast.DictComp(this.at(from), first, value, generators);
  }

  private set(from: number, first: Expr): Expr {
    if (this.peek() !== T.FOR && this.peek() !== T.ASYNC) {
      const items = this.moreItems(first, T.RBRACE);
      return ast.Set(this.at(from), items);
    }
    if (this.kinds[from + 1] === T.STAR) refuse();
    const generators = this.comprehensions();
    this.expect(T.RBRACE);
    return ast.SetComp(this.at(from), first, generators);
  }

  /** Reads the rest of a dictionary; a first item may have been read. */
  private dict(from: number, keys: (Expr | null)[], values: Expr[]): Expr {
    if (keys.length > 0 && this.peek() !== T.RBRACE) this.expect(T.COMMA);
    while (this.peek() !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        keys.push(null);
        values.push(this.binary(1));
      } else {
        keys.push(this.expression());
        this.expect(T.COLON);
        values.push(this.expression());
      }
      if (this.peek() === T.RBRACE) break;
      this.expect(T.COMMA);
    }
    this.index++;
    return ast.Dict(this.at(from), keys, values);
  }

  protected comprehensions(): Comprehension[] {
    const found: Comprehension[] = [];
    for (;;) {
      const isAsync = this.accept(T.ASYNC) ? 1 : 0;
      if (isAsync === 0 && found.length > 0 && this.peek() !== T.FOR) return found;
      this.expect(T.FOR);
      const target = this.starTargets();
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: Expr[] = [];
      while (this.accept(T.IF)) ifs.push(this.disjunction());
      found.push(ast.comprehension(target, iter, ifs, isAsync));
    }
  }

  /** Targets in front of an `in`. */
  protected starTargets(): Expr {
    const from = this.index;
    const first = this.starTarget();
    if (this.peek() !== T.COMMA) return first;
    const items = [first];
    while (this.accept(T.COMMA) && this.atExpression()) items.push(this.starTarget());
    return ast.Tuple(this.at(from), items, "Store");
  }

  protected starTarget(): Expr {
    const from = this.index;
    if (this.accept(T.STAR)) {
      if (this.peek() === T.STAR) refuse();
      const value = this.toTarget(this.primary(), "Store");
      return ast.Starred(this.at(from), value, "Store");
    }
    return this.toTarget(this.primary(), "Store");
  }

  /** Makes a target of an expression, which is changed. */
  protected toTarget(node: Expr, context: ExprContext): Expr {
    switch (node.kind) {
      case "Name":
      case "Attribute":
      case "Subscript":
        node.ctx = context;
        return node;
      case "Starred":
        if (context === "Del" || node.value.kind === "Starred") refuse();
        node.ctx = context;
        this.toTarget(node.value, context);
        return node;
      case "Tuple":
      case "List":
        node.ctx = context;
        for (const item of node.elts) this.toTarget(item, context);
        return node;
      default:
        return refuse();
    }
  }
}
