/**
 * f-strings. The literal text and the replacement fields of a token are told apart character by character; only
 * the expressions of the fields go through a tokenizer and parser of their own, as `(expression)`.
 */
import * as ast from "../ast/build.ts";
import type { Location } from "../ast/nodes.ts";
import type { Expr } from "../ast/types.ts";
import { utf8Length } from "../tokenizer/characters.ts";
import { decodeText, spanOf, type StringHost, type StringToken, TextBuilder } from "./strings.ts";

/** How deep parentheses may nest in an expression. */
const MAX_LEVEL = 200;

const OPENING = "([{";
const CLOSING = ")]}";
/** Characters that may end an expression, or be the first of a comparison. */
const EXPRESSION_ENDS = "!:}=><";
const WHITE_SPACE = " \t\n\r\f\v";

/** What has been collected of one string, or of one format specification. */
export class FormatString {
  readonly text = new TextBuilder();
  private readonly values: Expr[] = [];
  private isFormat = false;

  constructor(
    private readonly host: StringHost,
    private readonly first: StringToken,
    private readonly last: StringToken,
  ) {}

  /** Adds the f-string `token`, whose contents are `[from, to)` of its text. */
  addFormat(token: StringToken, from: number, to: number, raw: boolean): void {
    this.isFormat = true;
    new FormatReader(this.host, token, from, to, raw, this.first, this.last).read(this, 0);
  }

  /** Takes in the fields of a reader. */
  addValue(value: Expr, kind: string | null, at: Location): void {
    if (!this.text.empty) this.values.push(this.text.finish(at, kind));
    this.values.push(value);
  }

  markFormat(): void {
    this.isFormat = true;
  }

  /** The node of all that was added. */
  finish(at: Location, kind: string | null): Expr {
    if (!this.isFormat) return this.text.finish(at, kind);
    if (!this.text.empty) this.values.push(this.text.finish(at, kind));
    return ast.JoinedStr(at, this.values);
  }
}

/** Reads one f-string token. */
class FormatReader {
  private readonly source: string;

  constructor(
    private readonly host: StringHost,
    private readonly token: StringToken,
    private position: number,
    private readonly end: number,
    private readonly raw: boolean,
    private readonly first: StringToken,
    private readonly last: StringToken,
  ) {
    this.source = token.text;
  }

  private get kind(): string | null {
    return this.first.text.startsWith("u") ? "u" : null;
  }

  /** Reads literal text and fields into `into`, up to the end or, in a specification, its closing brace. */
  read(into: FormatString, depth: number): void {
    for (;;) {
      const more = this.readLiteral(into, depth);
      if (more) continue;
      if (this.position >= this.end || this.source[this.position] === "}") break;
      const value = this.readField(into, depth);
      into.addValue(value, this.kind, spanOf(this.first, this.last));
    }
    if (depth === 0 && this.position < this.end - 1) this.host.fail("f-string: unexpected end of string");
    if (depth > 0 && this.source[this.position] !== "}") this.host.fail("f-string: expecting '}'");
  }

  /** Reads literal text. True: it ended with a doubled brace, and goes on behind it. */
  private readLiteral(into: FormatString, depth: number): boolean {
    const source = this.source, end = this.end, from = this.position;
    let to = end, resume = end, doubled = false;
    for (let i = from; i < end;) {
      let c = source[i++]!;
      if (!this.raw && c === "\\" && i < end) {
        c = source[i++]!;
        if (c === "N") {
          if (i < end && source[i++] === "{") { while (i < end && source[i++] !== "}"); }
          continue;
        }
        if (c === "{") this.host.warnEscape(c, this.token);
      }
      if (c !== "{" && c !== "}") continue;
      doubled = depth === 0 && i < end && source[i] === c;
      if (depth === 0 && !doubled && c === "}") this.host.fail("f-string: single '}' is not allowed");
      to = doubled ? i : i - 1;
      resume = doubled ? i + 1 : to;
      break;
    }
    this.position = resume;
    if (to > from) into.text.add(decodeText(this.host, source.slice(from, to), this.raw, this.token));
    return doubled;
  }

  /** Reads a replacement field, at its opening brace. The text of a `=` field goes into `into`. */
  private readField(into: FormatString, depth: number): Expr {
    const host = this.host, source = this.source;
    if (depth >= 2) host.fail("f-string: expressions nested too deeply");
    const from = ++this.position;
    this.skipExpression();
    this.needMore();
    const value = this.compile(from, this.position);
    let text: string | null = null;
    if (source[this.position] === "=") {
      if (host.featureVersion < 8) {
        host.fail("f-string: self documenting expressions are only supported in Python 3.8 and greater");
      }
      this.position++;
      while (WHITE_SPACE.includes(source[this.position]!)) this.position++;
      this.needMore();
      text = source.slice(from, this.position);
    }
    let conversion = this.readConversion();
    this.needMore();
    const specification = source[this.position] === ":" ? this.readSpecification(depth) : null;
    if (this.position >= this.end || source[this.position] !== "}") host.fail("f-string: expecting '}'");
    this.position++;
    if (text !== null) {
      if (specification === null && conversion === -1) conversion = 114;
      into.text.add(decodeText(host, text, true, this.token));
    }
    return ast.FormattedValue(spanOf(this.first, this.last), value, conversion, specification);
  }

  private needMore(): void {
    if (this.position >= this.end) this.host.fail("f-string: expecting '}'");
  }

  /** Reads `!r` and the like: the code of the letter, or -1. */
  private readConversion(): number {
    if (this.source[this.position] !== "!") return -1;
    this.position++;
    this.needMore();
    const conversion = this.source[this.position++]!;
    if (!"sra".includes(conversion)) {
      this.host.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    return conversion.charCodeAt(0);
  }

  private readSpecification(depth: number): Expr {
    this.position++;
    this.needMore();
    const inner = new FormatString(this.host, this.first, this.last);
    inner.markFormat();
    this.read(inner, depth + 1);
    return inner.finish(spanOf(this.token, this.token), this.token.text.startsWith("u") ? "u" : null);
  }

  /** Moves to the character that ends an expression, minding parentheses and strings. */
  private skipExpression(): void {
    const host = this.host, source = this.source, end = this.end;
    const open: string[] = [];
    let quote = "", triple = false;
    let i = this.position;
    for (; i < end; i++) {
      const c = source[i]!;
      if (c === "\\") host.fail("f-string expression part cannot include a backslash");
      const three = i + 2 < end && source[i + 1] === c && source[i + 2] === c;
      if (quote !== "") {
        if (c !== quote || (triple && !three)) continue;
        if (triple) i += 2;
        quote = "";
      } else if (c === "'" || c === '"') {
        quote = c;
        triple = three;
        if (three) i += 2;
      } else if (OPENING.includes(c)) {
        if (open.length >= MAX_LEVEL) host.fail("f-string: too many nested parenthesis");
        open.push(c);
      } else if (c === "#") {
        host.fail("f-string expression part cannot include '#'");
      } else if (open.length === 0 && EXPRESSION_ENDS.includes(c)) {
        const comparison = i + 1 < end && source[i + 1] === "=" && "!=<>".includes(c);
        if (comparison) i++;
        else if (c !== ">" && c !== "<") break;
      } else if (CLOSING.includes(c)) {
        this.close(open, c);
      }
    }
    this.position = i;
    if (quote !== "") host.fail("f-string: unterminated string");
    if (open.length > 0) host.fail(`f-string: unmatched '${open[open.length - 1]}'`);
  }

  private close(open: string[], closing: string): void {
    const opening = open.pop();
    if (opening === undefined) this.host.fail(`f-string: unmatched '${closing}'`);
    if (OPENING.indexOf(opening) !== CLOSING.indexOf(closing)) {
      this.host.fail(
        `f-string: closing parenthesis '${closing}' does not match opening parenthesis '${opening}'`,
      );
    }
  }

  /** Parses the expression `[from, to)`, telling the parser where it stands. */
  private compile(from: number, to: number): Expr {
    const source = this.source, token = this.token;
    const text = source.slice(from, to);
    if (/^[ \t\n\f]*$/.test(text)) this.host.fail("f-string: empty expression not allowed");
    const brace = from - 1;
    let lines = 0;
    for (let i = source.indexOf("\n"); i >= 0 && i < brace; i = source.indexOf("\n", i + 1)) lines++;
    let columns = 0;
    // The column counts from the last line's start, but not where the expression starts on a line of its own.
    if (!/^[ \t\f]*[\n}]/.test(source.slice(from))) {
      const newline = source.lastIndexOf("\n", brace);
      columns = utf8Length(source, newline + 1, brace);
    }
    return this.host.parseExpression(
      `(${text})`,
      token.lineno + lines,
      lines !== 0 ? columns : token.col_offset + columns,
    );
  }
}
