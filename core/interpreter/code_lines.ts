/** The line table of code objects (PEP 626): ranges of instructions with their lines, and the older `co_lnotab`. */
import type { i32 } from "@rts";
import { newBytes } from "../objspace/bytes.ts";
import { newInt32 } from "../objspace/int.ts";
import { iterNextMethod, iterSelf } from "../objspace/iterator_methods.ts";
import { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { newTuple3 } from "../objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../objspace/type.ts";
import { define } from "../objspace/typedef.ts";
import { moduleClass } from "../objspace/types.ts";
import type { W_Code } from "./code.ts";

const NO_LINE: i32 = -128;

/** Walks the entries of a line table. */
export class LineRanges {
  private readonly table: Uint8Array;
  private next: i32 = 0;
  /** Bounds of the entry, as byte offsets. */
  start: i32 = 0;
  end: i32 = 0;
  /** Line of the entry; -1 for none. */
  line: i32 = -1;
  /** The line that later entries count from. */
  computedLine: i32;

  constructor(code: W_Code) {
    this.table = code.w_linetable.data;
    this.computedLine = code.firstlineno;
  }

  /** Moves to the next entry; false at the end. */
  advance(): boolean {
    const at = this.next;
    if (at + 1 >= this.table.length) return false;
    this.next = at + 2;
    this.start = this.end;
    this.end += this.table[at];
    const delta = (this.table[at + 1] << 24) >> 24;
    if (delta !== NO_LINE) this.computedLine += delta;
    this.line = delta === NO_LINE ? -1 : this.computedLine;
    return true;
  }
}

const lineIteratorType: W_Type = moduleClass("line_iterator", "builtins");

/** The iterator of `co_lines()`: (start, end, line) of each range. */
export class W_LineIterator extends W_Root {
  private readonly ranges: LineRanges;
  constructor(code: W_Code) {
    super();
    this.ranges = new LineRanges(code);
  }
  override typeOf(): W_Type {
    return lineIteratorType;
  }
  override iterNext(): W_Root | null {
    const ranges = this.ranges;
    do {
      if (!ranges.advance()) return null;
    } while (ranges.start === ranges.end);
    const w_line = ranges.line < 0 ? w_None : newInt32(ranges.line);
    return newTuple3(newInt32(ranges.start), newInt32(ranges.end), w_line);
  }
}

define(lineIteratorType, {
  flags: TypeFlag.NoNew,
  methods: { __iter__: ["($self, /)", iterSelf], __next__: ["($self, /)", iterNextMethod] },
});

/** `co_lnotab`: pairs of differences of offset and line, as CPython had it before 3.10. */
export function lineNumberTable(code: W_Code): W_Root {
  const bytes: i32[] = [];
  const ranges = new LineRanges(code);
  let offset: i32 = 0;
  let line = code.firstlineno;
  while (ranges.advance()) {
    if (ranges.computedLine === line) continue;
    addDeltas(bytes, ranges.start - offset, ranges.computedLine - line);
    offset = ranges.start;
    line = ranges.computedLine;
  }
  const data = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) data[i] = bytes[i];
  return newBytes(data);
}

function addDeltas(bytes: i32[], offsetDelta: i32, lineDelta: i32): void {
  let offset = offsetDelta;
  let line = lineDelta;
  while (offset > 255) {
    addPair(bytes, 255, 0);
    offset -= 255;
  }
  while (line > 127) {
    addPair(bytes, offset, 127);
    offset = 0;
    line -= 127;
  }
  while (line < -128) {
    addPair(bytes, offset, -128);
    offset = 0;
    line += 128;
  }
  addPair(bytes, offset, line);
}

function addPair(bytes: i32[], offset: i32, line: i32): void {
  bytes.push(offset);
  bytes.push(line & 0xff);
}
