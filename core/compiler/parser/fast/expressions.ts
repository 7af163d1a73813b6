/** The fast parser's expressions: precedence climbing over the tokens. */
import * as ast from "../../ast/build.ts";
import type { Cmpop, Expr, ExprContext, Keyword, Operator } from "../../ast/types.ts";
import { KIND_NAMES, T } from "../../tokenizer/tokens.ts";
import { AtomParser } from "./atoms.ts";
import { refuse } from "./stream.ts";

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

/** A parser of expressions. */
export abstract class ExpressionParser extends AtomParser {
  /** `a, *b, c`: an expression, or a tuple without parentheses. */
  override starExpressions(): Expr {
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

  protected override starNamedExpression(): Expr {
    return this.peek() === T.STAR ? this.starred("Load") : this.namedExpression();
  }

  protected yieldOrStarExpressions(): Expr {
    return this.peek() === T.YIELD ? this.yieldExpression() : this.starExpressions();
  }

  protected override yieldExpression(): Expr {
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

  override expression(): Expr {
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

  protected override disjunction(): Expr {
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
  protected override binary(precedence: number): Expr {
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
  protected override primary(): Expr {
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
}
