/**
 * The tokenizer. It works on a whole text of which every line ends in `\n` (the last one may not), and fetches one
 * token at a time into parallel arrays of integers.
 *
 * How far it has looked is observable (see `reader.ts`). What a method reads ahead and gives back is therefore part of
 * its contract.
 *
 * An error does not throw: the token's kind is `ERRORTOKEN`, `done` says which error, and `error` holds it where its
 * text and place are the tokenizer's to give.
 */
import {
  invalidIdentifierIndex,
  isDigit,
  isEscapedByte,
  isIdentifierPart,
  isIdentifierStart,
} from "./characters.ts";
import { Done, EOF, LineReader, type TokenizerOptions } from "./reader.ts";
import { TokenList } from "./token_list.ts";
import { isPrintable } from "./unicode.ts";
import { describeInvalidUtf8 } from "./utf8.ts";
import { scanNumber } from "./numbers.ts";
import { KEYWORD_KINDS, LONGEST_KEYWORD, ONE_CHARACTER, T, TWO_CHARACTERS, WITH_EQUAL } from "./tokens.ts";

const MAX_INDENT = 100;
const MAX_LEVEL = 200;
const TAB_SIZE = 8;

const NL = 10,
  SPACE = 32,
  TAB = 9,
  FORM_FEED = 12,
  HASH = 35,
  BACKSLASH = 92,
  DOT = 46,
  QUOTE = 39,
  DOUBLE_QUOTE = 34;

/** What ends a string: of one `'` or `"`, and of three, at 1 and 2, 3 and 4. */
const CLOSING_QUOTES = ["", "'", '"', "'''", '"""'];

/** A tokenizer over one text, with the tokens it has fetched so far. */
export class Tokenizer extends LineReader {
  /** The tokens fetched so far. */
  readonly tokens: TokenList;

  /** `# type: ignore` comments passed so far. */
  readonly typeIgnores: { lineno: number; tag: string }[] = [];

  private tokenStart = -1;
  private tokenEnd = -1;
  /** Where the string being read starts: line, and the offset of that. */
  private stringLine = 0;
  private stringLineStart = 0;
  private nextBackslash = -1;

  private atLineStart = true;
  private pendingIndents = 0;
  private indent = 0;
  private indents: number[] = [0];
  /** The same with a tab counted as one column: both must agree on every line. */
  private altIndents: number[] = [0];
  /** How many parentheses are open; what and where they are. */
  level = 0;
  parenStack: number[] = [];
  parenLines: number[] = [];
  parenColumns: number[] = [];
  private asyncDef = false;
  private asyncDefIndent = 0;
  private asyncDefNewline = false;
  private parsingStarted = false;

  constructor(source: string, options: TokenizerOptions) {
    super(source, options);
    // Few programs have tokens that take less, with the white space between them.
    this.tokens = new TokenList((source.length >> 2) + 64);
  }

  /** Reads the next token into {@link tokens} and returns its kind. */
  fetch(): number {
    let kind = this.scan();
    while (kind === T.TYPE_IGNORE) {
      this.typeIgnores.push({
        lineno: this.lineno,
        tag: this.source.slice(this.tokenStart, this.tokenEnd),
      });
      kind = this.scan();
    }
    if (this.options.single && kind === T.ENDMARKER && this.parsingStarted) {
      kind = T.NEWLINE;
      this.parsingStarted = false;
      if (this.indent !== 0 && !this.options.dontImplyDedent) {
        this.pendingIndents = -this.indent;
        this.indent = 0;
      }
    } else {
      this.parsingStarted = true;
    }
    return this.record(kind);
  }

  /** Enters the token just scanned, and returns its kind: a keyword's if it is one. */
  private record(kind: number): number {
    const start = this.tokenStart, end = this.tokenEnd;
    const isString = kind === T.STRING;
    const lineStart = isString ? this.stringLineStart : this.lineStart;
    let column = start >= lineStart ? this.column(lineStart, start) : -1;
    let endColumn = end >= this.lineStart ? this.column(this.lineStart, end) : -1;
    if (this.options.firstColumn !== undefined && this.lineno === this.options.firstLine) {
      column += this.options.firstColumn;
      endColumn += this.options.firstColumn;
    }
    if (kind === T.NAME && end - start <= LONGEST_KEYWORD) {
      kind = KEYWORD_KINDS.get(this.source.slice(start, end)) ?? kind;
    }
    const line = isString ? this.stringLine : this.lineno;
    this.tokens.add(kind, start, end, line, column, this.lineno, endColumn, this.level);
    return kind;
  }

  private fail(done: number, toLineEnd: boolean): number {
    this.done = done;
    if (toLineEnd) this.position = this.lineEnd;
    return T.ERRORTOKEN;
  }

  /** Sets the bounds of the token to what was read since `start`. */
  finish(kind: number): number {
    this.tokenStart = this.start;
    this.tokenEnd = this.position;
    return kind;
  }

  /** Scans one token. */
  scan(): number {
    this.tokenStart = this.tokenEnd = -1;
    for (;;) {
      this.start = -1;
      let blank = false;
      if (this.atLineStart) {
        const state = this.scanIndentation();
        if (state < 0) return T.ERRORTOKEN;
        blank = state === 1;
      }
      this.start = this.position;
      if (this.pendingIndents !== 0) {
        if (this.pendingIndents < 0) {
          this.pendingIndents++;
          return T.DEDENT;
        }
        this.pendingIndents--;
        return T.INDENT;
      }
      if (this.asyncDef) this.leaveAsyncDef(blank);
      const kind = this.scanToken(blank);
      if (kind >= 0) return kind;
    }
  }

  /** Reads the white space a line starts with: 1 for a line without code, 0 for one with, -1 for an error. */
  private scanIndentation(): number {
    let column = 0, altColumn = 0, continued = 0;
    this.atLineStart = false;
    let c: number;
    for (;;) {
      c = this.next();
      if (c === SPACE) {
        column++;
        altColumn++;
      } else if (c === TAB) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        altColumn++;
      } else if (c === FORM_FEED) {
        column = altColumn = 0;
      } else if (c === BACKSLASH) {
        // The first line of several joined ones gives the indentation.
        if (continued === 0) continued = column;
        if (!this.continuationLine()) return -1;
      } else {
        break;
      }
    }
    this.back(c);
    if (c === HASH || c === NL) return 1;
    if (this.level > 0) return 0;
    if (continued !== 0) column = altColumn = continued;
    return this.indentTo(column, altColumn);
  }

  /** Compares the indentation of a line with those around it. */
  private indentTo(column: number, altColumn: number): number {
    const indents = this.indents, altIndents = this.altIndents;
    if (column > indents[this.indent]!) {
      if (this.indent + 1 >= MAX_INDENT) return -this.fail(Done.TOO_DEEP, true);
      if (altColumn <= altIndents[this.indent]!) return -this.fail(Done.TABS, true);
      this.pendingIndents++;
      this.indent++;
      indents[this.indent] = column;
      altIndents[this.indent] = altColumn;
      return 0;
    }
    while (this.indent > 0 && column < indents[this.indent]!) {
      this.pendingIndents--;
      this.indent--;
    }
    if (column !== indents[this.indent]) return -this.fail(Done.DEDENT, true);
    if (altColumn !== altIndents[this.indent]) return -this.fail(Done.TABS, true);
    return 0;
  }

  /** Reads what follows a backslash: it must be a line's end, and not the last one. */
  private continuationLine(): boolean {
    if (this.next() !== NL) {
      this.done = Done.CONTINUATION;
      return false;
    }
    const c = this.next();
    if (c === EOF) {
      this.fail(Done.END, true);
      return false;
    }
    this.back(c);
    return true;
  }

  /** Scans a token behind its indentation. -1: there was none on this line. */
  private scanToken(blank: boolean): number {
    const source = this.source;
    for (;;) {
      this.start = -1;
      let c = source.charCodeAt(this.position);
      if (this.position === this.lineEnd) c = this.next();
      else this.position++;
      while (c === SPACE || c === TAB || c === FORM_FEED) c = this.next();
      this.start = this.position - 1;
      if (c === HASH) {
        const comment = this.scanComment(blank);
        if (comment > 0) return comment;
        c = this.next();
      }
      if (c === EOF) return this.level === 0 && this.done === Done.END ? T.ENDMARKER : T.ERRORTOKEN;
      if (isIdentifierStart(c)) return this.scanName(c);
      if (c === NL) {
        this.atLineStart = true;
        if (blank || this.level > 0) return -1;
        this.tokenStart = this.start;
        this.tokenEnd = this.position - 1;
        if (this.asyncDef) this.asyncDefNewline = true;
        return T.NEWLINE;
      }
      if (c === DOT) return this.scanDot();
      if (isDigit(c)) return scanNumber(this, c, false);
      if (c === QUOTE || c === DOUBLE_QUOTE) return this.scanString(c);
      if (c !== BACKSLASH) return this.scanOperator(c);
      if (!this.continuationLine()) return T.ERRORTOKEN;
    }
  }

  /** Reads a comment up to the end of the line. Returns its kind if it is one for type checkers, else 0. */
  private scanComment(blank: boolean): number {
    let p = this.lineEnd;
    if (this.source.charCodeAt(p - 1) === NL) p--;
    this.position = p;
    if (this.options.typeComments) {
      const kind = this.typeComment(blank);
      if (kind > 0) return kind;
    }
    // Reading ahead has taken the line's end; where tokens go on behind it, so does their start.
    return 0;
  }

  private typeComment(blank: boolean): number {
    const text = this.source.slice(this.start, this.position);
    const match = /^#[ \t]*type:[ \t]*/.exec(text);
    if (match === null) return 0;
    // An end of the source behind the comment has been seen by now.
    this.touch();
    const rest = text.slice(match[0].length);
    this.tokenStart = this.start + match[0].length;
    this.tokenEnd = this.position;
    if (!/^ignore(?![A-Za-z0-9\x80-\uffff])/.test(rest)) return T.TYPE_COMMENT;
    this.tokenStart += "ignore".length;
    if (blank) {
      this.next();
      this.atLineStart = true;
    }
    return T.TYPE_IGNORE;
  }

  /** Scans a name, or a string with a prefix. */
  private scanName(c: number): number {
    if ((c | 32) <= 117 && this.scanStringPrefix(c)) return this.scanString(this.next());
    const source = this.source;
    let p = this.start + 1;
    let nonAscii = c >= 128;
    for (;;) {
      const d = source.charCodeAt(p);
      if (!isIdentifierPart(d)) break;
      if (d >= 128) nonAscii = true;
      p++;
    }
    this.position = p;
    this.touch();
    if (nonAscii && !this.verifyIdentifier()) return T.ERRORTOKEN;
    this.finish(T.NAME);
    if (p - this.start === 5 && c === 97) return this.asyncOrName();
    return T.NAME;
  }

  /** Whether a string follows with the prefix that starts with `c`; its quote is then the next character. */
  private scanStringPrefix(c: number): boolean {
    let b = false, r = false, u = false, f = false;
    let p = this.position;
    for (;;) {
      const letter = c | 32;
      if (!(b || u || f) && letter === 98) b = true;
      else if (!(b || u || r || f) && letter === 117) u = true;
      else if (!(r || u) && letter === 114) r = true;
      else if (!(f || b || u) && letter === 102) f = true;
      else return false;
      c = this.source.charCodeAt(p);
      if (c === QUOTE || c === DOUBLE_QUOTE) {
        this.position = p;
        return true;
      }
      p++;
    }
  }

  /** Checks a name with characters outside of ASCII. */
  private verifyIdentifier(): boolean {
    const name = this.source.slice(this.start, this.position);
    for (const character of name) {
      if (isEscapedByte(character.charCodeAt(0)) && character.length === 1) {
        this.decodeError = describeInvalidUtf8(name);
        this.done = Done.DECODE;
        return false;
      }
    }
    const invalid = invalidIdentifierIndex(name);
    if (invalid < 0) return true;
    const codePoint = name.codePointAt(invalid)!;
    const hex = codePoint.toString(16).toUpperCase().padStart(4, "0");
    this.position = this.start + invalid + (codePoint > 0xffff ? 2 : 1);
    this.syntaxError(
      isPrintable(codePoint)
        ? `invalid character '${String.fromCodePoint(codePoint)}' (U+${hex})`
        : `invalid non-printable character U+${hex}`,
    );
    return false;
  }

  /** Whether the name just read is `async` or `await`, and a keyword here. */
  private asyncOrName(): number {
    const name = this.source.slice(this.start, this.position);
    if (name !== "async" && name !== "await") return T.NAME;
    if (!this.options.asyncHacks || this.asyncDef) return name === "async" ? T.ASYNC : T.AWAIT;
    if (name === "await" || !this.defFollows()) return T.NAME;
    this.asyncDefIndent = this.indent;
    this.asyncDef = true;
    return T.ASYNC;
  }

  private defFollows(): boolean {
    const ahead: Tokenizer = Object.assign(Object.create(Tokenizer.prototype), this);
    ahead.indents = [...this.indents];
    ahead.altIndents = [...this.altIndents];
    ahead.parenStack = [...this.parenStack];
    ahead.parenLines = [...this.parenLines];
    ahead.parenColumns = [...this.parenColumns];
    return ahead.scan() === T.NAME && ahead.source.slice(ahead.start, ahead.position) === "def";
  }

  /** Ends the body of an `async def` when a line is indented no more than it. */
  private leaveAsyncDef(blank: boolean): void {
    const c = this.next();
    this.back(c);
    if (blank || c === NL || this.level > 0 || !this.asyncDefNewline) return;
    if (this.asyncDefIndent < this.indent) return;
    this.asyncDef = false;
    this.asyncDefIndent = 0;
    this.asyncDefNewline = false;
  }

  private scanDot(): number {
    const c = this.next();
    if (isDigit(c)) return scanNumber(this, c, true);
    if (c === DOT) {
      const d = this.next();
      if (d === DOT) return this.finish(T.ELLIPSIS);
      this.back(d);
    }
    this.back(c);
    return this.finish(T.DOT);
  }

  /** Scans a string whose opening quote has just been read. */
  private scanString(quote: number): number {
    const source = this.source;
    this.stringLine = this.lineno;
    this.stringLineStart = this.lineStart;
    let size = 1;
    if (source.charCodeAt(this.position) === quote) {
      this.position++;
      if (source.charCodeAt(this.position) !== quote) {
        this.touch();
        return this.finish(T.STRING);
      }
      size = 3;
      this.position++;
    }
    return this.scanToQuote(quote, size) || this.scanCharacters(quote, size);
  }

  /** Scans a string without a backslash up to its end, which the engine finds faster than a loop; 0 for others. */
  private scanToQuote(quote: number, size: number): number {
    const from = this.position;
    const close = this.source.indexOf(CLOSING_QUOTES[quote === QUOTE ? size : size + 1]!, from);
    if (close < 0 || (size === 1 && close >= this.lineEnd) || this.backslashAfter(from) < close) return 0;
    while (this.lineEnd <= close) {
      this.position = this.lineEnd;
      this.takeLine();
    }
    this.position = close + size;
    return this.finish(T.STRING);
  }

  /** The place of the next backslash at or behind `from`. */
  private backslashAfter(from: number): number {
    if (this.nextBackslash < from) {
      const found = this.source.indexOf("\\", from);
      this.nextBackslash = found < 0 ? this.source.length : found;
    }
    return this.nextBackslash;
  }

  /** Scans any string, character by character. */
  private scanCharacters(quote: number, size: number): number {
    const source = this.source;
    let quotes = 0;
    let p = this.position, lineEnd = this.lineEnd;
    for (;;) {
      if (p === lineEnd) {
        this.position = p;
        if (!this.takeLine()) return this.unterminated(size, true);
        lineEnd = this.lineEnd;
      }
      const c = source.charCodeAt(p++);
      if (c === quote) {
        if (++quotes < size) continue;
        this.position = p;
        return this.finish(T.STRING);
      }
      quotes = 0;
      if (c === NL && size === 1) return this.unterminated(size, false);
      if (c === BACKSLASH) {
        if (p === lineEnd) {
          this.position = p;
          if (!this.takeLine()) continue;
          lineEnd = this.lineEnd;
        }
        p++;
      }
    }
  }

  /** The error of a string without an end, told at its first quote. */
  private unterminated(size: number, atEnd: boolean): number {
    const detected = this.lineno;
    this.position = this.start + 1;
    this.lineStart = this.stringLineStart;
    this.lineno = this.stringLine;
    const what = size === 3 ? "triple-quoted string literal" : "string literal";
    this.syntaxError(`unterminated ${what} (detected at line ${detected})`);
    if (atEnd) this.done = size === 3 ? Done.END_IN_LONG_STRING : Done.END_IN_STRING;
    return T.ERRORTOKEN;
  }

  private scanOperator(c: number): number {
    if (c < 128) {
      const d = this.source.charCodeAt(this.position);
      const two = d < 128 ? TWO_CHARACTERS[c << 7 | d]! : 0;
      if (two !== 0) {
        this.position++;
        const three = WITH_EQUAL[two]!;
        if (three !== 0 && this.source.charCodeAt(this.position) === 61) {
          this.position++;
          return this.finish(three);
        }
        this.touch();
        return this.finish(two);
      }
    }
    this.touch();
    const kind = ONE_CHARACTER[c]!;
    if (kind >= T.LPAR && kind <= T.RBRACE) {
      if (((kind - T.LPAR) & 1) === 0) {
        if (!this.openParenthesis(c)) return T.ERRORTOKEN;
      } else if (!this.closeParenthesis(c)) {
        return T.ERRORTOKEN;
      }
    }
    return this.finish(kind);
  }

  private openParenthesis(c: number): boolean {
    const level = this.level;
    if (level >= MAX_LEVEL) {
      this.syntaxError("too many nested parentheses");
      return false;
    }
    this.parenStack[level] = c;
    this.parenLines[level] = this.lineno;
    this.parenColumns[level] = this.column(this.lineStart, this.start);
    this.level = level + 1;
    return true;
  }

  private closeParenthesis(c: number): boolean {
    const closing = String.fromCharCode(c);
    if (this.level === 0) {
      this.syntaxError(`unmatched '${closing}'`);
      return false;
    }
    const level = --this.level;
    const opening = String.fromCharCode(this.parenStack[level]!);
    if ("([{".indexOf(opening) === ")]}".indexOf(closing)) return true;
    const line = this.parenLines[level]!;
    this.syntaxError(
      `closing parenthesis '${closing}' does not match opening parenthesis '${opening}'` +
        (line !== this.lineno ? ` on line ${line}` : ""),
    );
    return false;
  }
}
