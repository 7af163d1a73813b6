/**
 * Text to tokens, one at a time. `#` starts a comment. A token knows whether it starts a line; the parser
 * decides where that ends a statement.
 */
import { type bool, type i32, StringBuilder } from "@rts";
import { GuestSyntaxError } from "./errors.ts";
import { KEYWORDS, Tok, Token, TOKENS } from "./token.ts";

const NEWLINE: i32 = 10;
const QUOTE: i32 = 34;
const HASH: i32 = 35;
const DOT: i32 = 46;
const BACKSLASH: i32 = 92;
/** What {@link Lexer} reads past the end. */
const NO_UNIT: i32 = -1;

function makeSymbols(): Map<string, i32> {
  const symbols = new Map<string, i32>();
  for (let kind: i32 = Tok.LeftParen; kind <= Tok.GreaterOrEqual; kind++) {
    symbols.set(TOKENS[kind].text, kind);
  }
  return symbols;
}

/** Kinds of operators and brackets by their text, which is of one or two units. */
const SYMBOLS: Map<string, i32> = makeSymbols();

/** The tokens of `text`. Throws {@link GuestSyntaxError}. */
export class Lexer {
  private position: i32 = 0;
  private line: i32 = 1;
  private lineStart: i32 = 0;
  private atLineStart: bool = true;

  constructor(readonly file: string, private readonly text: string) {}

  /** The next token; at the end of the text always `Tok.End`. */
  next(): Token {
    this.skipBlanks();
    const start = this.position;
    const unit = this.peek(0);
    if (unit === NO_UNIT) return this.token(Tok.End, start, "");
    if (isNameStart(unit)) return this.name();
    if (isDigit(unit)) return this.number();
    if (unit === QUOTE) return this.string();
    return this.symbol();
  }

  private peek(ahead: i32): i32 {
    const at = this.position + ahead;
    return at < this.text.length ? this.text.charCodeAt(at) : NO_UNIT;
  }

  private skipBlanks(): void {
    for (;;) {
      const unit = this.peek(0);
      if (unit === NEWLINE) {
        this.position++;
        this.line++;
        this.lineStart = this.position;
        this.atLineStart = true;
      } else if (unit === HASH) {
        while (this.peek(0) !== NEWLINE && this.peek(0) !== NO_UNIT) this.position++;
      } else if (unit === 32 || unit === 9 || unit === 13) {
        this.position++;
      } else {
        return;
      }
    }
  }

  private token(kind: i32, start: i32, text: string): Token {
    const startsLine = this.atLineStart;
    this.atLineStart = false;
    return new Token(kind, text, this.line, start - this.lineStart + 1, startsLine);
  }

  private name(): Token {
    const start = this.position;
    while (isNameStart(this.peek(0)) || isDigit(this.peek(0))) this.position++;
    const text = this.text.substring(start, this.position);
    return this.token(KEYWORDS.get(text) ?? Tok.Name, start, text);
  }

  private number(): Token {
    const start = this.position;
    let kind: i32 = Tok.Int;
    if (this.peek(0) === 48 && this.peek(1) === 120) {
      this.hexDigits();
    } else {
      this.digits();
      // `1..5` is a range: a fraction needs a digit.
      if (this.peek(0) === DOT && isDigit(this.peek(1))) {
        kind = Tok.Float;
        this.position++;
        this.digits();
      }
      if (this.exponent()) kind = Tok.Float;
    }
    if (isNameStart(this.peek(0)) || isDigit(this.peek(0))) this.fail("malformed number", this.position);
    return this.token(kind, start, this.text.substring(start, this.position));
  }

  private digits(): void {
    while (isDigit(this.peek(0))) this.position++;
  }

  private hexDigits(): void {
    this.position += 2;
    if (hexValue(this.peek(0)) < 0) this.fail("malformed number", this.position);
    while (hexValue(this.peek(0)) >= 0) this.position++;
  }

  /** Takes `e`, a sign and digits where they are. */
  private exponent(): bool {
    const unit = this.peek(0);
    if (unit !== 101 && unit !== 69) return false;
    const sign: i32 = this.peek(1) === 43 || this.peek(1) === 45 ? 1 : 0;
    if (!isDigit(this.peek(1 + sign))) return false;
    this.position += 1 + sign;
    this.digits();
    return true;
  }

  private string(): Token {
    const start = this.position;
    const out = new StringBuilder();
    this.position++;
    while (this.peek(0) !== QUOTE) {
      const unit = this.peek(0);
      if (unit === NO_UNIT || unit === NEWLINE) this.fail("string without end", start);
      this.position++;
      out.appendCode(unit === BACKSLASH ? this.escape() : unit);
    }
    this.position++;
    return this.token(Tok.Str, start, out.toString());
  }

  /** The unit that an escape stands for; the backslash is behind. */
  private escape(): i32 {
    const unit = this.peek(0);
    this.position++;
    switch (unit) {
      case 110:
        return NEWLINE;
      case 116:
        return 9;
      case 114:
        return 13;
      case QUOTE:
      case BACKSLASH:
        return unit;
      case 117:
        return this.unitEscape();
    }
    this.fail("unknown escape", this.position - 2);
    return 0;
  }

  private unitEscape(): i32 {
    let value: i32 = 0;
    for (let i = 0; i < 4; i++) {
      const digit = hexValue(this.peek(0));
      if (digit < 0) this.fail("\\u needs four hexadecimal digits", this.position);
      value = value * 16 + digit;
      this.position++;
    }
    return value;
  }

  private symbol(): Token {
    const start = this.position;
    const two = this.text.substring(start, Math.min(start + 2, this.text.length));
    const one = this.text.substring(start, start + 1);
    const length = SYMBOLS.has(two) ? two.length : 1;
    const symbol = length === 1 ? one : two;
    if (!SYMBOLS.has(symbol)) this.fail(`unexpected character '${one}'`, start);
    this.position += length;
    return this.token(SYMBOLS.get(symbol)!, start, symbol);
  }

  private fail(message: string, at: i32): void {
    throw new GuestSyntaxError(this.file, this.line, at - this.lineStart + 1, message);
  }
}

function isDigit(unit: i32): bool {
  return unit >= 48 && unit <= 57;
}

function isNameStart(unit: i32): bool {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;
}

function hexValue(unit: i32): i32 {
  if (isDigit(unit)) return unit - 48;
  if (unit >= 97 && unit <= 102) return unit - 87;
  return unit >= 65 && unit <= 70 ? unit - 55 : -1;
}
