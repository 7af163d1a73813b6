/** The fast parser's expressions: precedence climbing over the tokens. */
import * as ast from "../../ast/build.ts";
import type { Comprehension, Expr, ExprContext, Keyword, Operator } from "../../ast/types.ts";
import { KIND_NAMES, T } from "../../tokenizer/tokens.ts";
import { parseNumber, TooManyDigits } from "../numbers.ts";
import { escapeWarning, parseStrings, type StringHost, type StringToken } from "../strings.ts";
import type { Cmpop } from "../../ast/types.ts";
import { ParameterParser } from "./parameters.ts";
import { type FastOptions, refuse } from "./stream.ts";

const BINARY: readonly (readonly [kind: number, operator: Operator, precedence: number])[] = [
  [T.VBAR, "BitOr", 1],
  [T.CIRCUMFLEX, "BitXor", 2],
  [T.AMPER, "BitAnd", 3],
  [T.LEFTSHIFT, "LShift", 4],
  [T.RIGHTSHIFT, "RShift", 4],
  [T.PLUS, "Add", 5],
  [T.MINUS, "Sub", 5],
  [T.STAR, "Mult", 6],
  [T.SLASH, "Div", 6],
  [T.DOUBLESLASH, "FloorDiv", 6],
  [T.PERCENT, "Mod", 6],
  [T.AT, "MatMult", 6],
];

const PRECEDENCE = new Uint8Array(KIND_NAMES.length);
const OPERATOR: Operator[] = new Array(KIND_NAMES.length).fill("Add");
for (const [kind, operator, precedence] of BINARY) {
  PRECEDENCE[kind] = precedence;
  OPERATOR[kind] = operator;
}

const COMPARISON: (Cmpop | null)[] = new Array(KIND_NAMES.length).fill(null);
for (
  const [kind, operator] of [
    [T.EQEQUAL, "Eq"],
    [T.NOTEQUAL, "NotEq"],
    [T.LESS, "Lt"],
    [T.LESSEQUAL, "LtE"],
    [T.GREATER, "Gt"],
    [T.GREATEREQUAL, "GtE"],
    [T.IN, "In"],
    [T.IS, "Is"],
    [T.NOT, "NotIn"],
  ] as const
) COMPARISON[kind] = operator;

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

/** A parser of expressions. */
export abstract class ExpressionParser extends ParameterParser {
  private readonly strings: StringHost = {
    featureVersion: 10,
    lookupName: this.options.lookupName,
    fail: refuse,
    warnEscape: (character, { lineno }) => this.warn(escapeWarning(character, lineno), this.index),
    parseExpression: (text, line, column) => this.parseInner(text, line, column),
  };

  /** Makes a parser of the same kind for an expression in an f-string. */
  protected abstract inner(source: string, options: FastOptions): ExpressionParser;

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

  /** `a, *b, c`: an expression, or a tuple without parentheses. */
  starExpressions(): Expr {
    const from = this.index;
    const first = this.starExpression();
    if (this.peek() !== T.COMMA) return first;
    const items = [first];
    while (this.accept(T.COMMA) && this.atExpression()) items.push(this.starExpression());
    return ast.Tuple(this.at(from), items, "Load");
  }

  private starExpression(): Expr {
    if (this.peek() !== T.STAR) return this.expression();
    return this.starred("Load");
  }

  /** `*a`, where what is starred is an operand of operators only. */
  protected starred(context: ExprContext): Expr {
    const from = this.index++;
    const value = this.binary(1);
    return ast.Starred(this.at(from), value, context);
  }

  /** `a, b` without stars. */
  protected expressions(): Expr {
    const from = this.index;
    const first = this.expression();
    if (this.peek() !== T.COMMA) return first;
    const items = [first];
    while (this.accept(T.COMMA) && this.atExpression()) items.push(this.expression());
    return ast.Tuple(this.at(from), items, "Load");
  }

  protected starNamedExpression(): Expr {
    return this.peek() === T.STAR ? this.starred("Load") : this.namedExpression();
  }

  protected yieldOrStarExpressions(): Expr {
    return this.peek() === T.YIELD ? this.yieldExpression() : this.starExpressions();
  }

  protected yieldExpression(): Expr {
    const from = this.index++;
    if (this.accept(T.FROM)) {
      const value = this.expression();
      return ast.YieldFrom(this.at(from), value);
    }
    const value = this.atExpression() ? this.starExpressions() : null;
    return ast.Yield(this.at(from), value);
  }

  /** An expression, or `name := expression`. */
  protected namedExpression(): Expr {
    if (this.peek() !== T.NAME || this.peekAt(1) !== T.COLONEQUAL) return this.expression();
    const from = this.index;
    const id = this.name();
    const target = ast.Name(this.at(from), id, "Store");
    this.index++;
    const value = this.expression();
    return ast.NamedExpr(this.at(from), target, value);
  }

  expression(): Expr {
    if (this.peek() === T.LAMBDA) return this.lambda();
    const from = this.index;
    const body = this.disjunction();
    if (this.peek() !== T.IF) return body;
    this.index++;
    this.enter();
    const test = this.disjunction();
    this.expect(T.ELSE);
    const orelse = this.expression();
    this.leave();
    return ast.IfExp(this.at(from), test, body, orelse);
  }

  private lambda(): Expr {
    const from = this.index++;
    this.enter();
    const args = this.parameters(T.COLON, false);
    this.expect(T.COLON);
    const body = this.expression();
    this.leave();
    return ast.Lambda(this.at(from), args, body);
  }

  protected disjunction(): Expr {
    const from = this.index;
    const first = this.conjunction();
    if (this.peek() !== T.OR) return first;
    const values = [first];
    while (this.accept(T.OR)) values.push(this.conjunction());
    return ast.BoolOp(this.at(from), "Or", values);
  }

  private conjunction(): Expr {
    const from = this.index;
    const first = this.inversion();
    if (this.peek() !== T.AND) return first;
    const values = [first];
    while (this.accept(T.AND)) values.push(this.inversion());
    return ast.BoolOp(this.at(from), "And", values);
  }

  private inversion(): Expr {
    if (this.peek() !== T.NOT) return this.comparison();
    const from = this.index++;
    this.enter();
    const operand = this.inversion();
    this.leave();
    return ast.UnaryOp(this.at(from), "Not", operand);
  }

  private comparison(): Expr {
    const from = this.index;
    const left = this.binary(1);
    if (COMPARISON[this.peek()] === null) return left;
    const ops: Cmpop[] = [], comparators: Expr[] = [];
    for (;;) {
      const op = this.comparisonOperator();
      if (op === null) break;
      ops.push(op);
      comparators.push(this.binary(1));
    }
    return ops.length === 0 ? left : ast.Compare(this.at(from), left, ops, comparators);
  }

  private comparisonOperator(): Cmpop | null {
    const kind = this.peek();
    const op = COMPARISON[kind]!;
    if (op === null) return null;
    if (kind === T.NOTEQUAL && this.source[this.starts[this.index]!] === "<") refuse();
    if (kind === T.NOT) {
      if (this.peekAt(1) !== T.IN) return null;
      this.index++;
    }
    this.index++;
    return kind === T.IS && this.accept(T.NOT) ? "IsNot" : op;
  }

  /** Operators of at least `precedence`. */
  protected binary(precedence: number): Expr {
    const from = this.index;
    let left = this.factor();
    for (;;) {
      const kind = this.kinds[this.index]!;
      const found = PRECEDENCE[kind]!;
      if (found < precedence || found === 0) return left;
      this.index++;
      const right = this.binary(found + 1);
      left = ast.BinOp(this.at(from), left, OPERATOR[kind]!, right);
    }
  }

  private factor(): Expr {
    const kind = this.peek();
    const op = kind === T.MINUS ? "USub" : kind === T.PLUS ? "UAdd" : kind === T.TILDE ? "Invert" : null;
    if (op === null) return this.power();
    const from = this.index++;
    this.enter();
    const operand = this.factor();
    this.leave();
    return ast.UnaryOp(this.at(from), op, operand);
  }

  private power(): Expr {
    const from = this.index;
    const base = this.awaitPrimary();
    if (this.peek() !== T.DOUBLESTAR) return base;
    this.index++;
    this.enter();
    const exponent = this.factor();
    this.leave();
    return ast.BinOp(this.at(from), base, "Pow", exponent);
  }

  private awaitPrimary(): Expr {
    if (this.peek() !== T.AWAIT) return this.primary();
    const from = this.index++;
    const value = this.primary();
    return ast.Await(this.at(from), value);
  }

  /** An atom with attributes, calls and subscripts behind it. */
  protected primary(): Expr {
    const from = this.index;
    let value = this.atom();
    for (;;) {
      switch (this.kinds[this.index]) {
        case T.DOT: {
          this.index++;
          const attr = this.name();
          value = ast.Attribute(this.at(from), value, attr, "Load");
          break;
        }
        case T.LPAR:
          value = this.call(from, value);
          break;
        case T.LSQB: {
          this.index++;
          this.enter();
          const slice = this.slices();
          this.leave();
          this.expect(T.RSQB);
          value = ast.Subscript(this.at(from), value, slice, "Load");
          break;
        }
        default:
          return value;
      }
    }
  }

  private slices(): Expr {
    const from = this.index;
    const first = this.slice();
    if (this.peek() !== T.COMMA) return first;
    const items = [first];
    while (this.accept(T.COMMA) && this.peek() !== T.RSQB) items.push(this.slice());
    return ast.Tuple(this.at(from), items, "Load");
  }

  private slice(): Expr {
    const from = this.index;
    let lower: Expr | null = null, upper: Expr | null = null, step: Expr | null = null;
    if (this.peek() !== T.COLON) {
      if (this.peekAt(1) === T.COLONEQUAL) return this.namedExpression();
      lower = this.expression();
    }
    if (!this.accept(T.COLON)) return lower ?? refuse();
    if (this.atSliceBound()) upper = this.expression();
    if (this.accept(T.COLON) && this.atSliceBound()) step = this.expression();
    return ast.Slice(this.at(from), lower, upper, step);
  }

  private atSliceBound(): boolean {
    const kind = this.peek();
    return kind !== T.COLON && kind !== T.COMMA && kind !== T.RSQB;
  }

  private call(from: number, func: Expr): Expr {
    const open = this.index++;
    this.enter();
    const args: Expr[] = [], keywords: Keyword[] = [];
    this.callArguments(args, keywords, open, true);
    this.leave();
    return ast.Call(this.at(from), func, args, keywords);
  }

  /**
   * Reads arguments and the closing parenthesis. `open` is the index of the opening one; a generator may share the
   * parentheses of a call only.
   */
  protected callArguments(args: Expr[], keywords: Keyword[], open: number, isCall: boolean): void {
    let unpacked = false;
    while (this.peek() !== T.RPAR) {
      const from = this.index;
      const kind = this.peek();
      if (kind === T.DOUBLESTAR) {
        this.index++;
        const value = this.expression();
        keywords.push(ast.keyword(this.at(from), null, value));
        unpacked = true;
      } else if (kind === T.STAR) {
        if (unpacked) refuse();
        this.index++;
        const value = this.expression();
        args.push(ast.Starred(this.at(from), value, "Load"));
      } else if (kind === T.NAME && this.peekAt(1) === T.EQUAL) {
        const name = this.name();
        this.index++;
        const value = this.expression();
        keywords.push(ast.keyword(this.at(from), name, value));
      } else {
        if (keywords.length > 0) refuse();
        args.push(this.positionalArgument(args, open, isCall));
      }
      if (this.peek() === T.RPAR) break;
      this.expect(T.COMMA);
    }
    this.index++;
  }

  /** A positional argument; a lone one may be a generator that shares the call's parentheses. */
  private positionalArgument(args: Expr[], open: number, isCall: boolean): Expr {
    const value = this.namedExpression();
    if (this.peek() !== T.FOR && this.peek() !== T.ASYNC) return value;
    if (!isCall) refuse();
    const generators = this.comprehensions();
    if (args.length > 0 || this.peek() !== T.RPAR) refuse();
    this.index++;
    const generator = ast.GeneratorExp(this.at(open), value, generators);
    this.index--;
    return generator;
  }

  private atom(): Expr {
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

  private comprehensions(): Comprehension[] {
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
