/** The fast parser's patterns of `match` statements. */
import * as ast from "../../ast/build.ts";
import type { Expr, Pattern } from "../../ast/types.ts";
import { T } from "../../tokenizer/tokens.ts";
import { ExpressionParser } from "./expressions.ts";
import { refuse } from "./stream.ts";

/** A parser of patterns. */
export abstract class PatternParser extends ExpressionParser {
  /** What stands behind `case`: a pattern, or a sequence without brackets. */
  protected patterns(): Pattern {
    const from = this.index;
    const first = this.maybeStarPattern();
    if (this.peek() !== T.COMMA) {
      if (first.kind === "MatchStar") refuse();
      return first;
    }
    const items = [first];
    while (this.accept(T.COMMA) && this.peek() !== T.COLON && this.peek() !== T.IF) {
      items.push(this.maybeStarPattern());
    }
    return ast.MatchSequence(this.at(from), items);
  }

  private maybeStarPattern(): Pattern {
    if (this.peek() !== T.STAR) return this.pattern();
    const from = this.index++;
    const name = this.captureName();
    return ast.MatchStar(this.at(from), name === "_" ? null : name);
  }

  /** A name that is bound; `_` among them. */
  private captureName(): string {
    const name = this.name();
    const next = this.peek();
    if (name !== "_" && (next === T.DOT || next === T.LPAR || next === T.EQUAL)) refuse();
    return name;
  }

  protected pattern(): Pattern {
    const from = this.index;
    this.enter();
    const pattern = this.orPattern();
    this.leave();
    if (!this.accept(T.AS)) return pattern;
    const name = this.captureName();
    if (name === "_") refuse();
    return ast.MatchAs(this.at(from), pattern, name);
  }

  private orPattern(): Pattern {
    const from = this.index;
    const first = this.closedPattern();
    if (this.peek() !== T.VBAR) return first;
    const items = [first];
    while (this.accept(T.VBAR)) items.push(this.closedPattern());
    return ast.MatchOr(this.at(from), items);
  }

  private closedPattern(): Pattern {
    const from = this.index;
    switch (this.peek()) {
      case T.NONE:
        this.index++;
        return ast.MatchSingleton(this.at(from), { type: "None" });
      case T.TRUE:
      case T.FALSE: {
        const value = this.kinds[this.index++] === T.TRUE;
        return ast.MatchSingleton(this.at(from), { type: "bool", value });
      }
      case T.NUMBER:
      case T.MINUS:
      case T.STRING: {
        const value = this.literalValue();
        return ast.MatchValue(this.at(from), value);
      }
      case T.NAME:
        return this.namePattern();
      case T.LPAR:
        return this.groupPattern();
      case T.LSQB: {
        this.index++;
        const items = this.sequenceItems(T.RSQB);
        return ast.MatchSequence(this.at(from), items);
      }
      case T.LBRACE:
        return this.mappingPattern();
      default:
        return refuse();
    }
  }

  /** A string, a number with or without sign, or a complex number. */
  private literalValue(): Expr {
    if (this.peek() === T.STRING) return this.stringLiteral();
    const from = this.index;
    const left = this.signedNumber();
    const sign = this.peek();
    if (sign !== T.PLUS && sign !== T.MINUS) return left;
    const real = left.kind === "UnaryOp" ? left.operand : left;
    if (real.kind === "Constant" && real.value.type === "complex") refuse();
    this.index++;
    const right = this.number();
    if (right.kind !== "Constant" || right.value.type !== "complex") refuse();
    return ast.BinOp(this.at(from), left, sign === T.PLUS ? "Add" : "Sub", right);
  }

  private signedNumber(): Expr {
    const from = this.index;
    if (!this.accept(T.MINUS)) return this.number();
    const operand = this.number();
    return ast.UnaryOp(this.at(from), "USub", operand);
  }

  /** A capture, wildcard, value (`a.b`) or class pattern. */
  private namePattern(): Pattern {
    const from = this.index;
    const value = this.nameOrAttribute();
    const next = this.peek();
    // The wildcard is a pattern by itself, and what follows no part of it.
    if (this.index > from + 1 || next === T.LPAR) {
      if (this.identifier(from) === "_") refuse();
    }
    if (next === T.LPAR) return this.classPattern(from, value);
    if (value.kind === "Name") {
      const id = value.id;
      if (id !== "_" && next === T.EQUAL) refuse();
      return ast.MatchAs(this.at(from), null, id === "_" ? null : id);
    }
    if (next === T.EQUAL) refuse();
    return ast.MatchValue(this.at(from), value);
  }

  private nameOrAttribute(): Expr {
    const from = this.index;
    const id = this.name();
    let value: Expr = ast.Name(this.at(from), id, "Load");
    while (this.accept(T.DOT)) {
      const attr = this.name();
      value = ast.Attribute(this.at(from), value, attr, "Load");
    }
    return value;
  }

  private groupPattern(): Pattern {
    const from = this.index++;
    const items: Pattern[] = [];
    let comma = false;
    this.enter();
    while (this.peek() !== T.RPAR) {
      items.push(this.maybeStarPattern());
      if (this.peek() === T.RPAR) break;
      this.expect(T.COMMA);
      comma = true;
    }
    this.leave();
    this.index++;
    if (items.length === 1 && !comma) return items[0]!.kind === "MatchStar" ? refuse() : items[0]!;
    return ast.MatchSequence(this.at(from), items);
  }

  private sequenceItems(closing: number): Pattern[] {
    const items: Pattern[] = [];
    this.enter();
    while (this.peek() !== closing) {
      items.push(this.maybeStarPattern());
      if (this.peek() === closing) break;
      this.expect(T.COMMA);
    }
    this.leave();
    this.index++;
    return items;
  }

  private mappingPattern(): Pattern {
    const from = this.index++;
    const keys: Expr[] = [], patterns: Pattern[] = [];
    let rest: string | null = null;
    this.enter();
    while (this.peek() !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        rest = this.captureName();
        if (rest === "_") refuse();
        this.accept(T.COMMA);
        if (this.peek() !== T.RBRACE) refuse();
        break;
      }
      keys.push(this.mappingKey());
      this.expect(T.COLON);
      patterns.push(this.pattern());
      if (this.peek() === T.RBRACE) break;
      this.expect(T.COMMA);
    }
    this.leave();
    this.index++;
    return ast.MatchMapping(this.at(from), keys, patterns, rest);
  }

  private mappingKey(): Expr {
    const from = this.index;
    switch (this.peek()) {
      case T.NAME: {
        const key = this.nameOrAttribute();
        return key.kind === "Name" ? refuse() : key;
      }
      case T.NONE:
        this.index++;
        return ast.Constant(this.at(from), { type: "None" }, null);
      case T.TRUE:
      case T.FALSE: {
        const value = this.kinds[this.index++] === T.TRUE;
        return ast.Constant(this.at(from), { type: "bool", value }, null);
      }
      default:
        return this.literalValue();
    }
  }

  private classPattern(from: number, cls: Expr): Pattern {
    this.index++;
    const patterns: Pattern[] = [], names: string[] = [], values: Pattern[] = [];
    this.enter();
    while (this.peek() !== T.RPAR) {
      if (this.peek() === T.NAME && this.peekAt(1) === T.EQUAL) {
        names.push(this.name());
        this.index++;
        values.push(this.pattern());
      } else {
        if (names.length > 0) refuse();
        patterns.push(this.pattern());
      }
      if (this.peek() === T.RPAR) break;
      this.expect(T.COMMA);
    }
    this.leave();
    this.index++;
    return ast.MatchClass(this.at(from), cls, patterns, names, values);
  }
}
