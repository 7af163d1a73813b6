/**
 * The diagnosing parser: it goes through the whole grammar rule by rule, for sources that the fast parser refuses and
 * for modes and flags that it does not know. When a source is invalid it goes over it a second time, with the rules
 * that word errors; failing those, the last token that the first round looked at is the "invalid syntax".
 *
 * Places of errors are computed as CPython 3.10 does it, including what is odd about that: columns count bytes where
 * no encoding is known, and the text shown is what the tokenizer has in its buffer.
 */
import type { Location } from "../../ast/nodes.ts";
import * as ast from "../../ast/build.ts";
import type { Expr } from "../../ast/types.ts";
import { codePointsInBytes, utf8Length } from "../../tokenizer/characters.ts";
import { Done } from "../../tokenizer/reader.ts";
import { Tokenizer } from "../../tokenizer/tokenizer.ts";
import { T } from "../../tokenizer/tokens.ts";
import { displayText } from "../../tokenizer/utf8.ts";
import { PyError, PySyntaxError, type PyWarning } from "../errors.ts";
import { parseNumber, TooManyDigits } from "../numbers.ts";
import { escapeWarning, parseStrings, type StringHost, type StringToken } from "../strings.ts";
import { grammarRule } from "./grammar.ts";
import { Machine, type Token } from "./machine.ts";

type ErrorClass = "SyntaxError" | "IndentationError" | "TabError";

/** The end of an error's place: where the tokenizer stands. */
const CURRENT = -5;

/** What the diagnosing parser is told. */
export interface DiagnosingOptions {
  filename: string;
  /** The grammar's rule to start with. */
  start: "file" | "eval" | "interactive" | "func_type" | "fstring";
  /** Whether an encoding is known, so that columns of errors count characters. */
  encoded: boolean;
  featureVersion: number;
  typeComments: boolean;
  asyncHacks: boolean;
  barryAsBdfl: boolean;
  dontImplyDedent: boolean;
  allowIncompleteInput: boolean;
  lookupName?: ((name: string) => number | null) | undefined;
  intMaxStrDigits?: number | undefined;
  isError?: ((warning: PyWarning) => boolean) | undefined;
  readLine?: ((filename: string, lineno: number) => string | null) | undefined;
  /** For expressions in f-strings: where they stand. */
  firstLine?: number;
  firstColumn?: number;
}

/** The diagnosing parser. */
export class DiagnosingParser extends Machine {
  readonly warnings: PyWarning[] = [];
  private readonly stringHost: StringHost;
  /** Where an error is told that would else be told at the last token. */
  private errorToken: Location | null = null;

  constructor(private readonly source: string, private readonly options: DiagnosingOptions) {
    const { filename, typeComments, asyncHacks, dontImplyDedent, firstLine, firstColumn } = options;
    super(
      new Tokenizer(source, {
        filename,
        typeComments,
        asyncHacks,
        dontImplyDedent,
        single: options.start === "interactive",
        ...(firstLine === undefined ? {} : { firstLine, firstColumn: firstColumn ?? 0 }),
        warn: (message, lineno) => this.warn({ category: "DeprecationWarning", message, lineno }),
      }),
    );
    this.stringHost = {
      featureVersion: options.featureVersion,
      lookupName: options.lookupName,
      fail: (message) => this.fail(message),
      warnEscape: (character, token) => this.warnEscape(character, token),
      parseExpression: (text, line, column) => this.parseExpression(text, line, column),
    };
  }

  /** Parses the source. */
  parse(): unknown {
    const start = grammarRule(this.options.start);
    let error: PyError | null = null;
    let tree: unknown = null;
    try {
      tree = this.run(start);
    } catch (thrown) {
      error = asPyError(thrown);
    }
    if (tree !== null) return this.checkSingle(tree);
    if (this.options.allowIncompleteInput && this.atEndOfSource()) this.fail("incomplete input");
    const last = this.tokens[this.tokens.length - 1]!;
    if (error === null) error = this.secondRound();
    else if (!(error instanceof PySyntaxError)) throw error;
    if (error === null) return this.failWithoutReason(last);
    if (error instanceof PySyntaxError && this.tokenizer.done === Done.OK) this.checkRest();
    throw error;
  }

  /** Looks for what is wrong. */
  private secondRound(): PyError | null {
    this.restart();
    this.diagnosing = true;
    try {
      this.run(grammarRule(this.options.start));
      return null;
    } catch (thrown) {
      return asPyError(thrown);
    }
  }

  /** Fails where nothing better is known than the last token of the first round. */
  private failWithoutReason(last: Token): never {
    const kind = this.tokens[this.tokens.length - 1]!.kind;
    if (kind === T.INDENT) return this.failIndentation("unexpected indent");
    if (kind === T.DEDENT) return this.failIndentation("unexpected unindent");
    try {
      return this.failAt(last, "invalid syntax");
    } catch (error) {
      // A parenthesis that does not match explains more, even when it comes late.
      this.checkRest();
      throw error;
    }
  }

  private atEndOfSource(): boolean {
    const done = this.tokenizer.done;
    return done === Done.END || done === Done.END_IN_LONG_STRING || done === Done.END_IN_STRING;
  }

  /** Reads the rest of the source for errors of the tokenizer, which go before those of the parser. */
  private checkRest(): void {
    const t = this.tokenizer;
    const line = (this.errorToken ?? this.tokens[this.tokens.length - 1]!).lineno;
    for (;;) {
      const kind = t.scan();
      if (kind === T.ENDMARKER) return;
      if (kind !== T.ERRORTOKEN) continue;
      if (t.error !== null) throw t.error;
      if (t.level > 0 && line > t.parenLines[t.level - 1]!) this.failUnclosed();
      return;
    }
  }

  /** Checks that nothing follows a single statement. */
  private checkSingle(tree: unknown): unknown {
    if (this.options.start !== "interactive") return tree;
    const rest = this.source.slice(this.tokenizer.position).replace(/#[^\n]*/g, "");
    if (/[^ \t\n\f]/.test(rest)) this.fail("multiple statements found while compiling a single statement");
    return tree;
  }

  protected tokenError(): never {
    const t = this.tokenizer;
    if (t.error !== null) throw t.error;
    switch (t.done) {
      case Done.DECODE:
        return this.fail(`(unicode error) ${t.decodeError}`);
      case Done.END:
        return t.level > 0 ? this.failUnclosed() : this.fail("unexpected EOF while parsing");
      case Done.DEDENT:
        return this.failIndentation("unindent does not match any outer indentation level");
      case Done.TABS:
        return this.failToken("TabError", 0, "inconsistent use of tabs and spaces in indentation");
      case Done.TOO_DEEP:
        return this.failToken("IndentationError", 0, "too many levels of indentation");
      case Done.CONTINUATION: {
        // One byte behind the backslash, whatever character that is the first byte of.
        const column = utf8Length(this.source, t.bufferStart, t.position - 1);
        return this.failToken(
          "SyntaxError",
          column,
          "unexpected character after line continuation character",
        );
      }
      default:
        return this.failToken("SyntaxError", 0, "unknown parsing error");
    }
  }

  private failToken(className: ErrorClass, column: number, message: string): never {
    const line = this.tokenizer.lineno;
    return this.raise(className, line, column + 1, line, 0, message);
  }

  private failUnclosed(): never {
    const t = this.tokenizer;
    const level = t.level - 1;
    const line = t.parenLines[level]!;
    const parenthesis = String.fromCharCode(t.parenStack[level]!);
    return this.raise(
      "SyntaxError",
      line,
      t.parenColumns[level]! + 1,
      line,
      0,
      `'${parenthesis}' was never closed`,
    );
  }

  protected expected(token: Token, word: string): never {
    return this.failAt(token, `expected '${word}'`);
  }

  /** Fails at the last token that was looked at. */
  fail(message: string): never {
    return this.failLast("SyntaxError", message);
  }

  /** Fails at the last token that was looked at, with an `IndentationError`. */
  failIndentation(message: string): never {
    return this.failLast("IndentationError", message);
  }

  private failLast(className: ErrorClass, message: string): never {
    if (this.tokens.length === 0) return this.raise(className, 0, 0, 0, -1, message);
    const token = this.errorToken ?? this.tokens[this.tokens.length - 1]!;
    const t = this.tokenizer;
    const column = token.col_offset !== -1
      ? token.col_offset + 1
      : t.position === t.bufferStart
      ? 0
      : t.currentColumn();
    const endColumn = token.end_col_offset === -1 ? -1 : token.end_col_offset + 1;
    return this.raise(className, token.lineno, column, token.end_lineno, endColumn, message);
  }

  /** Fails at a token or node. */
  failAt(place: Location, message: string): never {
    return this.failOver(place, message);
  }

  /** Fails from one token or node to another. */
  failRange(first: Location, last: Location, message: string): never {
    return this.failOver({ ...last, lineno: first.lineno, col_offset: first.col_offset }, message);
  }

  /** Fails from a token or node to where the tokenizer stands. */
  failFrom(first: Location, message: string): never {
    return this.raise("SyntaxError", first.lineno, first.col_offset + 1, CURRENT, CURRENT, message);
  }

  /** Fails at a place. */
  failOver(place: Location, message: string): never {
    const { lineno, col_offset, end_lineno, end_col_offset } = place;
    return this.raise("SyntaxError", lineno, col_offset + 1, end_lineno, end_col_offset + 1, message);
  }

  /** Throws an error. Columns are in bytes, from 1. */
  private raise(
    className: ErrorClass,
    lineno: number,
    column: number,
    endLineno: number,
    endColumn: number,
    message: string,
  ): never {
    const t = this.tokenizer, { filename, start, encoded, firstColumn = 0 } = this.options;
    if (endLineno === CURRENT) endLineno = t.lineno;
    if (endColumn === CURRENT) endColumn = t.currentColumn();
    const text = this.errorText(lineno);
    if (start === "fstring") {
      message = "f-string: " + message;
      column -= firstColumn;
      endColumn -= firstColumn;
    }
    let offset = column, endOffset = endColumn;
    if (encoded) {
      offset = characterOffset(text, column);
      if (endColumn > 0) endOffset = characterOffset(text, endColumn);
    }
    throw new PySyntaxError(message, { filename, lineno, offset, text, endLineno, endOffset }, className);
  }

  /** The text that goes with an error on a line. */
  private errorText(lineno: number): string {
    const t = this.tokenizer, { start, filename, readLine, firstLine } = this.options;
    if (start === "file") {
      const line = readLine?.(filename, lineno) ?? null;
      if (line !== null) return line;
    }
    if (t.lineno <= lineno && t.lineEnd > t.bufferStart) {
      return displayText(this.source.slice(t.bufferStart, t.lineEnd));
    }
    let from = 0;
    for (let n = firstLine === undefined ? lineno : lineno - firstLine + 1; n > 1; n--) {
      const newline = this.source.indexOf("\n", from);
      if (newline < 0 || newline + 1 > t.lineEnd) break;
      from = newline + 1;
    }
    const newline = this.source.indexOf("\n", from);
    return displayText(this.source.slice(from, newline < 0 ? this.source.length : newline));
  }

  /** Checks that syntax is there in the version asked for. */
  needVersion(version: number, what: string): void {
    if (this.options.featureVersion < version) {
      this.fail(`${what} only supported in Python 3.${version} and greater`);
    }
  }

  /** Checks the spelling of an inequality: the token, or null for the wrong one. */
  notEqual(token: Token): Token | null {
    if (!this.options.barryAsBdfl) return token.text === "!=" ? token : null;
    if (token.text !== "<>") this.fail("with Barry as BDFL, use '<>' instead of '!='");
    return token;
  }

  protected numberValue(token: Token): Expr {
    if (this.options.featureVersion < 6 && token.text.includes("_")) {
      this.fail("Underscores in numeric literals are only supported in Python 3.6 and greater");
    }
    try {
      return ast.Constant(token, parseNumber(token.text, this.options.intMaxStrDigits), null);
    } catch (error) {
      if (!(error instanceof TooManyDigits)) throw error;
      const hint = "Consider hexadecimal for huge integer literals to avoid decimal conversion limits.";
      return this.raise("SyntaxError", token.lineno, 0, token.end_lineno, 0, `${error.message} - ${hint}`);
    }
  }

  /** The node of adjacent string tokens. */
  strings(tokens: readonly StringToken[]): Expr {
    return parseStrings(this.stringHost, tokens);
  }

  /** Notes a warning. True: it is to be an error. */
  private warn(warning: PyWarning): boolean {
    if (this.options.isError?.(warning)) return true;
    this.warnings.push(warning);
    return false;
  }

  private warnEscape(character: string, token: StringToken): void {
    const warning = escapeWarning(character, token.lineno);
    if (!this.warn(warning)) return;
    this.errorToken = token;
    this.fail(warning.message);
  }

  private parseExpression(text: string, firstLine: number, firstColumn: number): Expr {
    const parser = new DiagnosingParser(text + "\n", {
      ...this.options,
      start: "fstring",
      encoded: false,
      allowIncompleteInput: false,
      firstLine,
      firstColumn,
    });
    const tree = parser.parse();
    this.warnings.push(...parser.warnings);
    return tree as Expr;
  }
}

/** Lets what is no error of the source pass. */
function asPyError(thrown: unknown): PyError {
  if (thrown instanceof PyError) return thrown;
  throw thrown;
}

/** The column in characters of a column in bytes, both from 1. */
function characterOffset(text: string, column: number): number {
  if (column <= 0) return column;
  const bytes = utf8Length(text, 0, text.length);
  return codePointsInBytes(text, Math.min(column, bytes)) + (column > bytes ? 1 : 0);
}
