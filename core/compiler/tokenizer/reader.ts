/**
 * The text under the tokenizer: a position that moves over it, line by line. Lines are taken up one by one, as soon
 * as a character of theirs is looked at: the line number of an error, its text, and whether the end of the source
 * "has been reached" depend on how far one has looked.
 */
import { PySyntaxError } from "../parser/errors.ts";
import { codePointLength, utf8Length } from "./characters.ts";
import { T } from "./tokens.ts";
import { displayText } from "./utf8.ts";

/** What a character is at the end of the source. */
export const EOF = -1;

/** How far the tokenizer has got, or what stopped it. */
export const Done = Object.freeze(
  {
    OK: 0,
    END: 1,
    ERROR: 2,
    DECODE: 3,
    DEDENT: 4,
    TABS: 5,
    TOO_DEEP: 6,
    CONTINUATION: 7,
    /** The end inside of a triple-quoted, and of an ordinary string. */
    END_IN_LONG_STRING: 8,
    END_IN_STRING: 9,
  } as const,
);

/** What a tokenizer is told besides the text. */
export interface TokenizerOptions {
  filename: string;
  /** Whether comments with types are tokens. */
  typeComments?: boolean;
  /** Python 3.5's and 3.6's view of `async` and `await`: names outside of `async def`. */
  asyncHacks?: boolean;
  /** One interactive statement: the end of the source counts as a line's end once. */
  single?: boolean;
  dontImplyDedent?: boolean;
  /** The first line's number, and what is added to columns on it: for expressions inside of f-strings. */
  firstLine?: number;
  firstColumn?: number;
  /** Told of warnings; true makes the warning an error. */
  warn?: (message: string, lineno: number) => boolean;
}

/** A text and a position. */
export class LineReader {
  readonly source: string;
  readonly options: TokenizerOptions;
  private readonly ascii: boolean;

  // Where the tokenizer stands. `lineEnd` is the end of what has been taken up; `bufferStart` where the text starts
  // that an error shows when its line is the current one.
  position = 0;
  lineEnd = 0;
  lineStart = 0;
  bufferStart = 0;
  lineno: number;
  done: number = Done.OK;
  error: PySyntaxError | null = null;
  decodeError = "";

  /** The start of the token being read, -1 between tokens. */
  start = -1;
  private columnPosition = 0;
  private columnBytes = 0;
  private columnLine = -1;

  constructor(source: string, options: TokenizerOptions) {
    this.source = source;
    this.options = options;
    // deno-lint-ignore no-control-regex
    this.ascii = !/[^\x00-\x7f]/.test(source);
    this.lineno = (options.firstLine ?? 1) - 1;
  }

  /** The column in bytes of `offset` on the line that starts at `lineStart`; mostly asked from left to right. */
  protected column(lineStart: number, offset: number): number {
    if (this.ascii) return offset - lineStart;
    if (this.columnLine !== lineStart || offset < this.columnPosition) {
      this.columnLine = this.columnPosition = lineStart;
      this.columnBytes = 0;
    }
    this.columnBytes += utf8Length(this.source, this.columnPosition, offset);
    this.columnPosition = offset;
    return this.columnBytes;
  }

  /** The column in bytes where the tokenizer stands. */
  currentColumn(): number {
    return utf8Length(this.source, this.lineStart, this.position);
  }

  /** Takes up the next line. False at the end of the source. */
  protected takeLine(): boolean {
    if (this.done !== Done.OK) return false;
    const from = this.lineEnd;
    if (from >= this.source.length) {
      this.done = Done.END;
      return false;
    }
    const newline = this.source.indexOf("\n", from);
    if (this.start < 0) this.bufferStart = this.position;
    this.lineStart = this.position;
    this.lineno++;
    this.lineEnd = newline < 0 ? this.source.length : newline + 1;
    return true;
  }

  /** The next character, or {@link EOF}. */
  next(): number {
    if (this.position === this.lineEnd && !this.takeLine()) {
      this.position = this.lineEnd;
      return EOF;
    }
    return this.source.charCodeAt(this.position++);
  }

  /** Gives the character `c` back. */
  back(c: number): void {
    if (c !== EOF) this.position--;
  }

  /** Looks at the next character, which at the end of the source notes that the end was reached. */
  protected touch(): void {
    if (this.position === this.lineEnd) this.back(this.next());
  }

  /** Makes a syntax error at the current position, or over the given columns (in characters, from 1). */
  syntaxError(message: string, column = -1, endColumn = -1): number {
    if (column === -1) column = codePointLength(this.source, this.lineStart, this.position);
    if (endColumn === -1) endColumn = column;
    const newline = this.source.indexOf("\n", this.lineStart);
    this.error = new PySyntaxError(message, {
      filename: this.options.filename,
      lineno: this.lineno,
      offset: column,
      text: displayText(this.source.slice(this.lineStart, newline < 0 ? this.source.length : newline)),
      endLineno: this.lineno,
      endOffset: endColumn,
    });
    this.done = Done.ERROR;
    return T.ERRORTOKEN;
  }

  /** Gives a warning about the current position. False if that is an error. */
  warn(message: string): boolean {
    if (!this.options.warn?.(message, this.lineno)) return true;
    this.syntaxError(message);
    return false;
  }
}
