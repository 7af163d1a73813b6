/**
 * A growing list of tokens, as parallel arrays: kind, offsets of start and end in the text (-1: none), lines and
 * columns of both, and the depth of parentheses behind the token.
 */
export class TokenList {
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  lines: Int32Array;
  columns: Int32Array;
  endLines: Int32Array;
  endColumns: Int32Array;
  levels: Uint8Array;
  count = 0;

  constructor(capacity: number) {
    this.kinds = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.lines = new Int32Array(capacity);
    this.columns = new Int32Array(capacity);
    this.endLines = new Int32Array(capacity);
    this.endColumns = new Int32Array(capacity);
    this.levels = new Uint8Array(capacity);
  }

  /** Adds a token. */
  add(
    kind: number,
    start: number,
    end: number,
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
    level: number,
  ): void {
    const i = this.count;
    if (i === this.kinds.length) this.grow();
    this.kinds[i] = kind;
    this.starts[i] = start;
    this.ends[i] = end;
    this.lines[i] = line;
    this.columns[i] = column;
    this.endLines[i] = endLine;
    this.endColumns[i] = endColumn;
    this.levels[i] = level;
    this.count = i + 1;
  }

  private grow(): void {
    const twice = <A extends Uint8Array | Int32Array>(old: A): A => {
      const next = new (old.constructor as new (n: number) => A)(old.length * 2);
      next.set(old);
      return next;
    };
    this.kinds = twice(this.kinds);
    this.starts = twice(this.starts);
    this.ends = twice(this.ends);
    this.lines = twice(this.lines);
    this.columns = twice(this.columns);
    this.endLines = twice(this.endLines);
    this.endColumns = twice(this.endColumns);
    this.levels = twice(this.levels);
  }
}
