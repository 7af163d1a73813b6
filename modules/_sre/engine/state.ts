/**
 * What a match has reached, and the questions that the engine asks on its way: is this a word boundary, where can
 * this alternative begin, how far back can this repeat go. `machine.ts` runs the code with them.
 */
import { arrayCopy, type bool, Exception, type i32 } from "@rts";
import * as info from "./charinfo.ts";
import { At, Op } from "./constants.ts";
import type { Program } from "./program.ts";
import { hasBit, load, scanBack, scanBackBits, scanFor, scanForBits, scanItems } from "./scan.ts";
import type { Subject } from "./subject.ts";

/** "No position", "no frame", "no group". */
export const NONE = -1;

// Answers of `quickAt`.
const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

/** The engine met code that it cannot run. Python's RuntimeError has the same message. */
export class SreError extends Exception {
  constructor() {
    super("internal error in regular expression engine");
  }
}

/** Words of a new stack. */
export const INITIAL_STACK = 512;
/** A stack larger than this is not kept for the next matcher. */
export const SPARE_STACK = 1 << 16;
/** Steps between two calls of the ticker. */
export const TICKS = 4096;

/** What the engine calls now and then; it may throw, as a signal's handler does. */
export type Ticker = () => void;

/** The ticker, and the stack that the next matcher may use. */
class Shared {
  ticker: Ticker | null = null;
  stack: Int32Array | null = null;
}
export const SHARED: Shared = new Shared();

/** Has `ticker` called every few thousand steps of a match. */
export function setTicker(ticker: Ticker | null): void {
  SHARED.ticker = ticker;
}

/** The state of a match of `program` in `subject`. */
export abstract class MatchState {
  readonly program: Program;
  readonly subject: Subject;
  /** Where the next match begins; after a match, where it began. */
  start: i32;
  /** After a match, where it ended. */
  ptr: i32;
  /** The end of what is looked at. It may lie before `start`: then empty matches at `start` are all there are. */
  readonly end: i32;
  /** An empty match at `start` does not count (for the scanning functions). */
  mustAdvance: bool = false;
  /** The number of the group that was closed last, or -1. */
  lastindex: i32 = NONE;
  /** The highest index in `marks` that is valid, or -1. */
  lastmark: i32 = NONE;
  protected readonly marks: Int32Array;
  protected matchAll: bool = false;
  protected stack: Int32Array;
  protected ticks: i32 = TICKS;
  /** Where a search runs a BRANCH: its first alternative that can match there, if it is known. */
  protected hint: i32 = NONE;

  /** `pos` and `endpos` are brought inside the subject, as Python does. */
  constructor(program: Program, subject: Subject, pos: i32, endpos: i32) {
    this.program = program;
    this.subject = subject;
    program.prepare();
    const length = subject.length;
    this.start = pos < 0 ? 0 : pos > length ? length : pos;
    this.end = endpos < 0 ? 0 : endpos > length ? length : endpos;
    this.ptr = this.start;
    this.marks = new Int32Array(2 * program.groups + 2);
    const spare = SHARED.stack;
    SHARED.stack = null;
    this.stack = spare !== null ? spare : new Int32Array(INITIAL_STACK);
  }
  /** A stack with room for `need` more words above `sp`, with the same contents. */
  protected grow(sp: i32, need: i32): Int32Array {
    const old = this.stack;
    let length = old.length * 2;
    while (length < sp + need) length *= 2;
    const grown = new Int32Array(length);
    arrayCopy(old, 0, grown, 0, sp);
    this.stack = grown;
    return grown;
  }

  protected tick(): void {
    const ticker = SHARED.ticker;
    if (ticker !== null) ticker();
  }

  /** Whether a match must not end at `ptr`. */
  protected isRefused(ptr: i32): bool {
    return (this.matchAll && ptr !== this.end) || (this.mustAdvance && ptr === this.start);
  }

  /** Saves the first `count` marks at `sp`; the stack has room. */
  protected saveMarks(sp: i32, count: i32): void {
    const stack = this.stack, marks = this.marks;
    for (let i = 0; i < count; i++) stack[sp + i] = marks[i];
  }

  protected restoreMarks(sp: i32, count: i32): void {
    const stack = this.stack, marks = this.marks;
    for (let i = 0; i < count; i++) marks[i] = stack[sp + i];
  }

  /** Whether `ptr` is at a position of kind `at`. */
  protected isAt(at: i32, ptr: i32): bool {
    const known = this.quickAt(at, ptr);
    return known === UNKNOWN ? this.isAtBoundary(at, ptr) : known === YES;
  }

  /** Likewise, but UNKNOWN where a character is to be looked up in Unicode or the locale: that calls functions. */
  protected quickAt(at: i32, ptr: i32): i32 {
    switch (at) {
      case At.Beginning:
      case At.BeginningString:
        return ptr === 0 ? YES : NO;
      case At.BeginningLine:
        return ptr === 0 || info.isLineFeed(this.at(ptr - 1)) ? YES : NO;
      case At.End:
        return ptr === this.end || (ptr + 1 === this.end && info.isLineFeed(this.at(ptr))) ? YES : NO;
      case At.EndLine:
        return ptr === this.end || (ptr < this.subject.length && info.isLineFeed(this.at(ptr))) ? YES : NO;
      case At.EndString:
        return ptr === this.end ? YES : NO;
      default: {
        if (this.end <= 0) return NO;
        const before: i32 = ptr > 0 ? this.quickWord(at, this.at(ptr - 1)) : NO;
        const after: i32 = ptr < this.end ? this.quickWord(at, this.at(ptr)) : NO;
        if (before === UNKNOWN || after === UNKNOWN) return UNKNOWN;
        return (before !== after) === isBoundary(at) ? YES : NO;
      }
    }
  }

  private quickWord(at: i32, ch: i32): i32 {
    if (
      ch < 128
        ? at !== At.LocBoundary && at !== At.LocNonBoundary
        : at === At.Boundary || at === At.NonBoundary
    ) {
      return info.isAsciiWord(ch) ? YES : NO;
    }
    return UNKNOWN;
  }

  /** For the boundaries, on any characters. */
  protected isAtBoundary(at: i32, ptr: i32): bool {
    const before = ptr > 0 && this.isWord(at, this.at(ptr - 1));
    const after = ptr < this.end && this.isWord(at, this.at(ptr));
    return (before !== after) === isBoundary(at);
  }

  private isWord(at: i32, ch: i32): bool {
    switch (at) {
      case At.LocBoundary:
      case At.LocNonBoundary:
        return info.isLocaleWord(ch);
      case At.UniBoundary:
      case At.UniNonBoundary:
        return info.isUnicodeWord(ch);
      default:
        return info.isAsciiWord(ch);
    }
  }

  /** The character at `i`, which is inside the subject. */
  protected at(i: i32): i32 {
    const subject = this.subject;
    return load(subject.kind, subject.bytes1, subject.bytes2, subject.bytes4, i);
  }

  /** The first alternative from `pc` (at its skip) on that can match at `ptr`, or NONE. */
  protected nextAlternative(pc: i32, ptr: i32): i32 {
    const program = this.program, code = program.code;
    const ch: i32 = ptr < this.end ? this.at(ptr) : NONE;
    const after: i32 = ptr + 1 < this.end ? this.at(ptr + 1) : NONE;
    for (; code[pc] !== 0; pc += code[pc]) {
      if (code[pc + 1] === Op.Literal) {
        if (code[pc + 2] === ch && (code[pc + 3] !== Op.Literal || code[pc + 4] === after)) return pc;
        continue;
      }
      const first = program.aux[pc];
      if (first > 0 && ch < 256 && (ch < 0 || !hasBit(program.bits, first, ch))) continue;
      if (code[pc + 1] === Op.In) {
        const second = pc + 2 + code[pc + 2];
        if (code[second] === Op.Literal && code[second + 1] !== after) continue;
      }
      return pc;
    }
    return NONE;
  }

  /** Whether the code that `aux[slot]` is about cannot match at `ptr`, judged by the first character. */
  protected cannotBegin(slot: i32, ptr: i32): bool {
    const program = this.program;
    const first = program.aux[slot];
    if (first <= 0) return false;
    if (ptr >= this.end) return true;
    const ch = this.at(ptr);
    return ch < 256 && !hasBit(program.bits, first, ch);
  }

  /**
   * The last place from `ptr` down to `low` where the tail of the REPEAT_ONE at `op` can begin; `low - 1` when
   * there is none.
   */
  protected backUp(op: i32, ptr: i32, low: i32): i32 {
    const program = this.program, code = program.code;
    const tail = op + 1 + code[op + 1];
    if (code[tail] === Op.Literal) {
      return scanBack(this.subject, code[tail + 1], ptr < this.end ? ptr : this.end - 1, low);
    }
    const first = program.aux[op];
    if (first <= 0) return ptr;
    return scanBackBits(this.subject, program.bits, first, ptr < this.end ? ptr : this.end - 1, low);
  }

  /** Where the text of group `group` ends when it stands at `ptr` as `op` compares; NONE when it does not. */
  protected matchGroup(op: i32, group: i32, ptr: i32, lastmark: i32): i32 {
    if (2 * group >= lastmark) return NONE;
    const from = this.marks[2 * group], to = this.marks[2 * group + 1];
    if (from < 0 || to < 0 || to < from || to - from > this.end - ptr) return NONE;
    if (op === Op.GroupRef) return this.sameText(from, to, ptr) ? ptr + to - from : NONE;
    return this.sameFolded(op, from, to, ptr) ? ptr + to - from : NONE;
  }

  private sameText(from: i32, to: i32, ptr: i32): bool {
    for (let i = from; i < to; i++, ptr++) if (this.at(i) !== this.at(ptr)) return false;
    return true;
  }

  private sameFolded(op: i32, from: i32, to: i32, ptr: i32): bool {
    for (let i = from; i < to; i++, ptr++) {
      const a = this.at(i), b = this.at(ptr);
      if (a !== b && fold(op, a) !== fold(op, b)) return false;
    }
    return true;
  }

  /**
   * The next place from `at` on, `limit` at most, to which the MIN_REPEAT_ONE at `op` can go on and where its tail
   * can begin; NONE when there is none.
   */
  protected advance(op: i32, at: i32, limit: i32): i32 {
    const program = this.program, subject = this.subject, code = program.code, item = op + 4;
    const tail = op + 1 + code[op + 1];
    const first = program.aux[op];
    if (first <= 0) return at;
    // In growing pieces: not to look for the tail far behind where the items end.
    for (let piece: i32 = 16;; piece *= 2) {
      const last: i32 = limit - at > piece ? at + piece : limit;
      const found = code[tail] === Op.Literal
        ? scanFor(subject, code[tail + 1], true, at, last)
        : scanForBits(subject, program.bits, first, at, last);
      if (scanItems(program, subject, item, at, found) < found) return NONE;
      if (found < last) return found;
      if (last === limit) return limit < this.end ? limit : NONE;
      at = last;
    }
  }
}

function isBoundary(at: i32): bool {
  return at === At.Boundary || at === At.LocBoundary || at === At.UniBoundary;
}

/** `ch` as the group reference `op` compares it. */
function fold(op: i32, ch: i32): i32 {
  switch (op) {
    case Op.GroupRefIgnore:
      return info.asciiToLower(ch);
    case Op.GroupRefUniIgnore:
      return info.unicodeToLower(ch);
    default:
      return info.localeToLower(ch);
  }
}
