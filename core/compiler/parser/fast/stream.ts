/**
 * The tokens of a whole source, and a position among them: the base of the fast parser.
 *
 * The fast parser accepts exactly the valid sources of the current language and builds their trees. It knows nothing
 * of error messages: at the first thing that does not fit it throws {@link REFUSED}, and the diagnosing parser goes
 * over the source again. It refuses, too, what nests too deep for the machine's stack.
 */
import type { Location } from "../../ast/nodes.ts";
import { Tokenizer } from "../../tokenizer/tokenizer.ts";
import { T } from "../../tokenizer/tokens.ts";
import type { PyWarning } from "../errors.ts";

/** What is thrown for a source that is not valid, or not for this parser. */
export const REFUSED: { readonly refused: true } = { refused: true };

/** How deep expressions and blocks may nest here. */
const MAX_DEPTH = 90;

/** What the fast parser is told. */
export interface FastOptions {
  filename: string;
  lookupName?: ((name: string) => number | null) | undefined;
  intMaxStrDigits?: number | undefined;
  /** For expressions in f-strings: where they stand. */
  firstLine?: number;
  firstColumn?: number;
}

/** Throws {@link REFUSED}. */
export function refuse(): never {
  throw REFUSED;
}

/** The tokens and the position. */
export class TokenStream {
  readonly source: string;
  readonly options: FastOptions;
  /** Warnings, each with the number of tokens that CPython would have looked at when it gives them. */
  private warnings: { order: number; warning: PyWarning }[] = [];
  protected readonly kinds: Uint8Array;
  protected readonly starts: Int32Array;
  protected readonly ends: Int32Array;
  protected readonly lines: Int32Array;
  protected readonly columns: Int32Array;
  protected readonly endLines: Int32Array;
  protected readonly endColumns: Int32Array;
  /** The index of the token to be read next. */
  protected index = 0;
  protected depth = 0;
  private readonly place: Location = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };
  private readonly names = new Map<string, string>();

  constructor(source: string, options: FastOptions) {
    this.source = source;
    this.options = options;
    const { filename, firstLine, firstColumn } = options;
    const tokenizer = new Tokenizer(source, {
      filename,
      ...(firstLine === undefined ? {} : { firstLine, firstColumn: firstColumn ?? 0 }),
      warn: (message, lineno) => {
        this.warn({ category: "DeprecationWarning", message, lineno }, tokenizer.tokens.count);
        return false;
      },
    });
    for (let kind = -1; kind !== T.ENDMARKER;) {
      kind = tokenizer.fetch();
      if (kind === T.ERRORTOKEN) refuse();
    }
    this.kinds = tokenizer.tokens.kinds;
    this.starts = tokenizer.tokens.starts;
    this.ends = tokenizer.tokens.ends;
    this.lines = tokenizer.tokens.lines;
    this.columns = tokenizer.tokens.columns;
    this.endLines = tokenizer.tokens.endLines;
    this.endColumns = tokenizer.tokens.endColumns;
  }

  protected warn(warning: PyWarning, order: number): void {
    this.warnings.push({ order, warning });
  }

  /** The warnings in CPython's order. */
  allWarnings(): PyWarning[] {
    return this.warnings.sort((a, b) => a.order - b.order).map(({ warning }) => warning);
  }

  /** The kind of the next token. */
  protected peek(): number {
    return this.kinds[this.index]!;
  }

  protected peekAt(ahead: number): number {
    return this.kinds[this.index + ahead] ?? T.ENDMARKER;
  }

  /** Goes past the next token if it is of `kind`. */
  protected accept(kind: number): boolean {
    if (this.kinds[this.index] !== kind) return false;
    this.index++;
    return true;
  }

  /** Goes past the next token, which must be of `kind`. */
  protected expect(kind: number): void {
    if (this.kinds[this.index] !== kind) refuse();
    this.index++;
  }

  /** Reads a name. */
  protected name(): string {
    if (this.kinds[this.index] !== T.NAME) refuse();
    return this.identifier(this.index++);
  }

  /** The name that token `i` is, normalized. */
  protected identifier(i: number): string {
    const text = this.source.slice(this.starts[i]!, this.ends[i]!);
    const known = this.names.get(text);
    if (known !== undefined) return known;
    // deno-lint-ignore no-control-regex
    const name = /[^\x00-\x7f]/.test(text) ? text.normalize("NFKC") : text;
    this.names.set(text, name);
    return name;
  }

  /** Whether the next token is the name `word`: for soft keywords. */
  protected atWord(word: string): boolean {
    const i = this.index;
    return this.kinds[i] === T.NAME && this.ends[i]! - this.starts[i]! === word.length &&
      this.source.startsWith(word, this.starts[i]!);
  }

  /**
   * The place from token `from` up to the last one read, leaving out white space at the end. The object is used
   * again by the next call.
   */
  protected at(from: number): Location {
    let last = this.index - 1;
    while (this.kinds[last]! < T.NAME) last--;
    const place = this.place;
    place.lineno = this.lines[from]!;
    place.col_offset = this.columns[from]!;
    place.end_lineno = this.endLines[last]!;
    place.end_col_offset = this.endColumns[last]!;
    return place;
  }

  /** To be called where the grammar recurs; {@link leave} undoes it. */
  protected enter(): void {
    if (++this.depth > MAX_DEPTH) refuse();
  }

  protected leave(): void {
    this.depth--;
  }

  /** Runs `parse`; if that refuses, goes back and returns null. */
  protected attempt<R>(parse: () => R): R | null {
    const { index, depth } = this;
    const warnings = this.warnings.length;
    try {
      return parse();
    } catch (error) {
      if (error !== REFUSED) throw error;
      this.index = index;
      this.depth = depth;
      this.warnings.length = warnings;
      return null;
    }
  }
}
