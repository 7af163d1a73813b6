/**
 * The matching engine: runs the code of a {@link Program} against a {@link Subject}, with the results of CPython
 * 3.10's `_sre` to the last group (also where a failed attempt leaves a group set).
 *
 * CPython enters a context for each choice, which matches the rest of the pattern and returns. Here a choice is a
 * frame on a stack of words: what to do if the rest fails. Success forgets the frames, down to the innermost
 * assertion's or to the entry; failure takes the topmost and goes on from there. So nothing recurses on the host's
 * stack, however long the subject.
 *
 * Invariants:
 * - `base` is the place above the frame of the innermost assertion, `entry` outside of all.
 * - `repeat` is the place of the frame of the innermost REPEAT whose UNTIL is ahead, or NONE. That frame keeps
 *   the count of iterations, the code's place and where the last iteration began; it lies below all frames that
 *   need it. A frame that is taken restores `repeat` to what it was at the time of the push.
 * - A frame whose last alternative is being tried is dropped only when nothing could see the difference: outside
 *   of assertions (after a failed negative one, `lastmark` is read on), and with no marks to restore.
 */
import { arrayCopy, type bool, Exception, type i32 } from "@rts";
import * as info from "./charinfo.ts";
import { inCharset } from "./charset.ts";
import { At, INFO_CHARSET, INFO_LITERAL, INFO_PREFIX, Op } from "./constants.ts";
import { accepts, NO_BITS, type Program } from "./program.ts";
import { hasBit, load, scanBack, scanBackBits, scanFor, scanForBits, scanItems } from "./scan.ts";
import type { Subject } from "./subject.ts";

/** "No position", "no frame", "no group". */
const NONE = -1;

/** The engine met code that it cannot run. Python's RuntimeError has the same message. */
export class SreError extends Exception {
  constructor() {
    super("internal error in regular expression engine");
  }
}

// What a frame is for.
const BRANCH = 0;
const REPEAT_ONE = 1;
const MIN_REPEAT_ONE = 2;
const REPEAT = 3;
const UNTIL_REQUIRED = 4;
const MAX_UNTIL = 5;
const MIN_UNTIL_TAIL = 6;
const MIN_UNTIL_BODY = 7;
const ASSERT = 8;
const ASSERT_NOT = 9;

// Words of a frame after the first, which says what it is for. Saved marks lie below it.
const F_PTR = 1;
const F_PC = 2;
const F_COUNT = 3;
const F_LASTMARK = 4;
const F_LASTINDEX = 5;
const F_REPEAT = 6;
const F_EXTRA = 7;
const FRAME = 8;

const INITIAL_STACK = 512;
/** A stack larger than this is not kept for the next matcher. */
const SPARE_STACK = 1 << 16;
/** Steps between two calls of the ticker. */
const TICKS = 4096;

/** What the engine calls now and then; it may throw, as a signal's handler does. */
export type Ticker = () => void;

/** The ticker, and the stack that the next matcher may use. */
class Shared {
  ticker: Ticker | null = null;
  stack: Int32Array | null = null;
}
const SHARED: Shared = new Shared();

/** Has `ticker` called every few thousand steps of a match. */
export function setTicker(ticker: Ticker | null): void {
  SHARED.ticker = ticker;
}

/** Writes a frame at `sp`. */
/** @inline */
function putFrame(
  stack: Int32Array,
  sp: i32,
  kind: i32,
  ptr: i32,
  pc: i32,
  count: i32,
  lastmark: i32,
  lastindex: i32,
  repeat: i32,
  extra: i32,
): void {
  stack[sp] = kind;
  stack[sp + F_PTR] = ptr;
  stack[sp + F_PC] = pc;
  stack[sp + F_COUNT] = count;
  stack[sp + F_LASTMARK] = lastmark;
  stack[sp + F_LASTINDEX] = lastindex;
  stack[sp + F_REPEAT] = repeat;
  stack[sp + F_EXTRA] = extra;
}

/** Whether `a < b`, where a negative `b` stands for more than any count. */
/** @inline */
function belowCount(a: i32, b: i32): bool {
  return b < 0 || a < b;
}

/** One match, or a series of searches, of a pattern in a subject. */
export class Matcher {
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
  private readonly marks: Int32Array;
  private matchAll: bool = false;
  private stack: Int32Array;
  private ticks: i32 = TICKS;

  /** `pos` and `endpos` are brought inside the subject, as Python does. */
  constructor(program: Program, subject: Subject, pos: i32, endpos: i32) {
    this.program = program;
    this.subject = subject;
    const length = subject.length;
    this.start = pos < 0 ? 0 : pos > length ? length : pos;
    this.end = endpos < 0 ? 0 : endpos > length ? length : endpos;
    this.ptr = this.start;
    this.marks = new Int32Array(2 * program.groups + 2);
    const spare = SHARED.stack;
    SHARED.stack = null;
    this.stack = spare !== null ? spare : new Int32Array(INITIAL_STACK);
  }

  /** Lets the next matcher have the stack; call it, if possible, when no more matches are wanted. */
  release(): void {
    if (this.stack.length <= SPARE_STACK) SHARED.stack = this.stack;
    this.stack = NO_STACK;
  }

  /** Forgets the groups, for another match from `start`. */
  reset(): void {
    this.lastmark = NONE;
    this.lastindex = NONE;
    if (this.stack.length === 0) this.stack = new Int32Array(INITIAL_STACK);
  }

  /** Where group `group` begins; -1 when it took no part. */
  groupStart(group: i32): i32 {
    if (group === 0) return this.start;
    return this.hasGroup(group) ? this.marks[2 * group - 2] : NONE;
  }

  /** Where group `group` ends; -1 when it took no part. */
  groupEnd(group: i32): i32 {
    if (group === 0) return this.ptr;
    return this.hasGroup(group) ? this.marks[2 * group - 1] : NONE;
  }

  private hasGroup(group: i32): bool {
    const at = 2 * group - 2;
    return at + 1 <= this.lastmark && this.marks[at] >= 0 && this.marks[at + 1] >= 0;
  }

  /** `Pattern.match`: at `start`. */
  match(): bool {
    this.matchAll = false;
    return this.matchHere();
  }

  /** `Pattern.fullmatch`: from `start` to the end. */
  fullmatch(): bool {
    this.matchAll = true;
    return this.matchHere();
  }

  private matchHere(): bool {
    this.ptr = this.start;
    return this.run(0, true);
  }

  /** `Pattern.search`: the first match that begins at `start` or later. */
  search(): bool {
    this.matchAll = false;
    const code = this.program.code;
    let end = this.end, pc: i32 = 0, flags: i32 = 0;
    if (this.start > end) return false;
    if (code[0] === Op.Info) {
      flags = code[2];
      const min = code[3];
      if (min < 0 || end - this.start < min) return false;
      if (min > 1) end -= min - 1;
      pc = 1 + code[1];
    }
    if ((flags & INFO_PREFIX) !== 0 && code[5] > 0) {
      const literal = (flags & INFO_LITERAL) !== 0;
      return code[5] === 1 ? this.searchLiteral(pc, literal) : this.searchPrefix(pc, literal);
    }
    if ((flags & INFO_CHARSET) !== 0) return this.searchCharset(pc);
    return this.searchAnywhere(pc, end);
  }

  /** Whether a match of the code at `pc` cannot begin at `at`, judged without running it. */
  private isHopeless(pc: i32, at: i32): bool {
    const code = this.program.code;
    if (code[pc] === Op.Branch) return this.nextAlternative(pc + 1, at) === NONE;
    return code[pc] === Op.At && !this.isAt(code[pc + 1], at);
  }

  /** Begins an attempt of the search: at `start`, of which the code at `pc` has `skip` characters behind it. */
  private attempt(start: i32, skip: i32, pc: i32): bool {
    this.start = start;
    this.ptr = start + skip;
    if (this.run(pc, false)) return true;
    this.lastmark = NONE;
    this.lastindex = NONE;
    return false;
  }

  /** Searches for a pattern that begins with a known character. */
  private searchLiteral(pc: i32, literal: bool): bool {
    const code = this.program.code, subject = this.subject, end = this.end;
    const ch = code[7], skip = code[6];
    this.mustAdvance = false;
    let at = this.start;
    for (;;) {
      at = scanFor(subject, ch, true, at, end);
      if (at >= end) return false;
      if (literal) {
        this.start = at;
        this.ptr = at + skip;
        return true;
      }
      if (this.attempt(at, skip, pc + 2 * skip)) return true;
      at++;
    }
  }

  /** Searches for a pattern that begins with several known characters, with the overlap table of the code. */
  private searchPrefix(pc: i32, literal: bool): bool {
    const code = this.program.code, subject = this.subject, end = this.end;
    const kind = subject.kind, b1 = subject.bytes1, b2 = subject.bytes2, b4 = subject.bytes4;
    const length = code[5], skip = code[6], prefix: i32 = 7, overlap = prefix + length - 1;
    this.mustAdvance = false;
    let at = this.start, matched: i32 = 0;
    for (;;) {
      if (matched === 0) {
        at = scanFor(subject, code[prefix], true, at, end) + 1;
        matched = 1;
      }
      if (at >= end) return false;
      if (load(kind, b1, b2, b4, at) === code[prefix + matched]) {
        at++;
        if (++matched !== length) continue;
        const start = at - length;
        if (literal) {
          this.start = start;
          this.ptr = start + skip;
          return true;
        }
        if (this.attempt(start, skip, pc + 2 * skip)) return true;
      }
      matched = code[overlap + matched];
    }
  }

  /** Searches for a pattern that begins with a character of a set. */
  private searchCharset(pc: i32): bool {
    const program = this.program, code = program.code, subject = this.subject, end = this.end;
    const set = program.setBits(5);
    this.mustAdvance = false;
    let at = this.start;
    for (;;) {
      if (set !== NO_BITS) at = scanForBits(subject, program.bits, set, at, end);
      if (at >= end) return false;
      const ch = this.at(at);
      if ((set !== NO_BITS && ch < 256) || inCharset(code, 5, ch)) {
        if (!this.isHopeless(pc, at) && this.attempt(at, 0, pc)) return true;
      }
      at++;
    }
  }

  /** Searches from `start` to `end`, trying every place where a match can begin. */
  private searchAnywhere(pc: i32, end: i32): bool {
    const program = this.program, code = program.code, subject = this.subject;
    const first = program.firstBits(pc, code.length, true);
    let at = this.start, toplevel = true;
    for (;;) {
      // The last place is the subject's end at most: what must begin with a character fails there.
      if (first !== NO_BITS) at = scanForBits(subject, program.bits, first, at, end);
      if (at > end) return false;
      if ((first === NO_BITS || at < this.end) && !this.isHopeless(pc, at)) {
        this.start = at;
        this.ptr = at;
        if (this.run(pc, toplevel)) return true;
        this.lastmark = NONE;
        this.lastindex = NONE;
      }
      toplevel = false;
      this.mustAdvance = false;
      at++;
    }
  }

  /** A stack with room for `need` more words above `sp`, with the same contents. */
  private grow(sp: i32, need: i32): Int32Array {
    const old = this.stack;
    let length = old.length * 2;
    while (length < sp + need) length *= 2;
    const grown = new Int32Array(length);
    arrayCopy(old, 0, grown, 0, sp);
    this.stack = grown;
    return grown;
  }

  private tick(): void {
    const ticker = SHARED.ticker;
    if (ticker !== null) ticker();
  }

  /** Whether a match must not end at `ptr`. */
  private isRefused(ptr: i32): bool {
    return (this.matchAll && ptr !== this.end) || (this.mustAdvance && ptr === this.start);
  }

  /** Saves the first `count` marks at `sp`; the stack has room. */
  private saveMarks(sp: i32, count: i32): void {
    const stack = this.stack, marks = this.marks;
    for (let i = 0; i < count; i++) stack[sp + i] = marks[i];
  }

  private restoreMarks(sp: i32, count: i32): void {
    const stack = this.stack, marks = this.marks;
    for (let i = 0; i < count; i++) marks[i] = stack[sp + i];
  }

  /** Whether `ptr` is at a position of kind `at`. */
  private isAt(at: i32, ptr: i32): bool {
    switch (at) {
      case At.Beginning:
      case At.BeginningString:
        return ptr === 0;
      case At.BeginningLine:
        return ptr === 0 || info.isLineFeed(this.at(ptr - 1));
      case At.End:
        return ptr === this.end || (ptr + 1 === this.end && info.isLineFeed(this.at(ptr)));
      case At.EndLine:
        return ptr === this.end || (ptr < this.subject.length && info.isLineFeed(this.at(ptr)));
      case At.EndString:
        return ptr === this.end;
      case At.Boundary:
      case At.LocBoundary:
      case At.UniBoundary:
        return this.end > 0 && this.isWordAt(at, ptr - 1) !== (ptr < this.end && this.isWordAt(at, ptr));
      case At.NonBoundary:
      case At.LocNonBoundary:
      case At.UniNonBoundary:
        return this.end > 0 && this.isWordAt(at, ptr - 1) === (ptr < this.end && this.isWordAt(at, ptr));
      default:
        throw new SreError();
    }
  }

  private isWordAt(at: i32, ptr: i32): bool {
    if (ptr < 0) return false;
    const ch = this.at(ptr);
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
  private at(i: i32): i32 {
    const subject = this.subject;
    return load(subject.kind, subject.bytes1, subject.bytes2, subject.bytes4, i);
  }

  /** The first alternative from `pc` (at its skip) on that can match at `ptr`, or NONE. */
  private nextAlternative(pc: i32, ptr: i32): i32 {
    const program = this.program, code = program.code;
    const ch: i32 = ptr < this.end ? this.at(ptr) : NONE;
    const after: i32 = ptr + 1 < this.end ? this.at(ptr + 1) : NONE;
    for (; code[pc] !== 0; pc += code[pc]) {
      if (code[pc + 1] === Op.Literal) {
        if (code[pc + 2] === ch && (code[pc + 3] !== Op.Literal || code[pc + 4] === after)) return pc;
        continue;
      }
      const first = program.firstBits(pc + 1, pc, true);
      if (first !== NO_BITS && ch < 256 && (ch < 0 || !hasBit(program.bits, first, ch))) continue;
      if (code[pc + 1] === Op.In) {
        const second = pc + 2 + code[pc + 2];
        if (code[second] === Op.Literal && code[second + 1] !== after) continue;
      }
      return pc;
    }
    return NONE;
  }

  /** Whether the code at `pc` cannot match at `ptr`, judged by the first character. */
  private cannotBegin(pc: i32, slot: i32, ptr: i32, marks: bool): bool {
    const program = this.program;
    const first = program.firstBits(pc, slot, marks);
    if (first === NO_BITS) return false;
    if (ptr >= this.end) return true;
    const ch = this.at(ptr);
    return ch < 256 && !hasBit(program.bits, first, ch);
  }

  /**
   * The last place from `ptr` down to `low` where the tail of the REPEAT_ONE at `op` can begin; `low - 1` when
   * there is none.
   */
  private backUp(op: i32, ptr: i32, low: i32): i32 {
    const program = this.program, code = program.code;
    const tail = op + 1 + code[op + 1];
    if (code[tail] === Op.Literal) {
      return scanBack(this.subject, code[tail + 1], ptr < this.end ? ptr : this.end - 1, low);
    }
    const first = program.firstBits(tail, op, !program.hasRepeat);
    if (first === NO_BITS) return ptr;
    return scanBackBits(this.subject, program.bits, first, ptr < this.end ? ptr : this.end - 1, low);
  }

  /** Whether the tail of the REPEAT_ONE at `op` can begin at most where the repeat stops by itself. */
  private isExclusive(op: i32): bool {
    const program = this.program, code = program.code;
    const known = program.aux[op + 1];
    if (known !== 0) return known > 0;
    const tail = program.firstBits(op + 1 + code[op + 1], op, !program.hasRepeat);
    const item = program.itemBits(op + 4);
    const exclusive = tail !== NO_BITS && item !== NO_BITS && program.areDisjoint(tail, item);
    program.aux[op + 1] = exclusive ? 1 : NONE;
    return exclusive;
  }

  /** Where the text of group `group` ends when it stands at `ptr` as `op` compares; NONE when it does not. */
  private matchGroup(op: i32, group: i32, ptr: i32, lastmark: i32): i32 {
    if (2 * group >= lastmark) return NONE;
    const from = this.marks[2 * group], to = this.marks[2 * group + 1];
    if (from < 0 || to < 0 || to < from || to - from > this.end - ptr) return NONE;
    for (let i = from; i < to; i++, ptr++) {
      const a = this.at(i), b = this.at(ptr);
      if (a !== b && (op === Op.GroupRef || fold(op, a) !== fold(op, b))) return NONE;
    }
    return ptr;
  }

  /** Runs the code at `pc` from `this.ptr` on; on success `ptr` and the marks tell the match. */
  private run(pc: i32, toplevel: bool): bool {
    const program = this.program, code = program.code, aux = program.aux;
    const subject = this.subject, end = this.end, marks = this.marks;
    const kind = subject.kind, b1 = subject.bytes1, b2 = subject.bytes2, b4 = subject.bytes4;
    const entry: i32 = 0;
    let stack = this.stack, sp: i32 = entry, base: i32 = entry;
    let ptr = this.ptr, lastmark = this.lastmark, lastindex = this.lastindex, repeat: i32 = NONE;
    let ticks = this.ticks;

    if (code[pc] === Op.Info) {
      const min = code[pc + 3];
      if (min !== 0 && (min < 0 || end - ptr < min)) return false;
      pc += 1 + code[pc + 1];
    }
    main: for (;;) {
      dispatch: switch (code[pc]) {
        case Op.Literal:
          do {
            if (ptr >= end || load(kind, b1, b2, b4, ptr) !== code[pc + 1]) break dispatch;
            ptr++;
            pc += 2;
          } while (code[pc] === Op.Literal);
          continue main;

        case Op.In: {
          if (ptr >= end) break;
          const ch = load(kind, b1, b2, b4, ptr);
          let at = aux[pc];
          if (at === 0) at = program.itemBits(pc);
          if (ch < 256 && at !== NO_BITS ? !hasBit(program.bits, at, ch) : !inCharset(code, pc + 2, ch)) {
            break;
          }
          ptr++;
          pc += 1 + code[pc + 1];
          continue main;
        }

        case Op.Mark: {
          const i = code[pc + 1];
          if ((i & 1) !== 0) lastindex = (i >> 1) + 1;
          if (i > lastmark) {
            for (let j = lastmark + 1; j < i; j++) marks[j] = NONE;
            lastmark = i;
          }
          marks[i] = ptr;
          pc += 2;
          continue main;
        }

        case Op.Any:
          if (ptr >= end || load(kind, b1, b2, b4, ptr) === 10) break;
          ptr++;
          pc++;
          continue main;

        case Op.AnyAll:
          if (ptr >= end) break;
          ptr++;
          pc++;
          continue main;

        case Op.NotLiteral:
          if (ptr >= end || load(kind, b1, b2, b4, ptr) === code[pc + 1]) break;
          ptr++;
          pc += 2;
          continue main;

        case Op.Category:
        case Op.LiteralIgnore:
        case Op.LiteralUniIgnore:
        case Op.LiteralLocIgnore:
        case Op.NotLiteralIgnore:
        case Op.NotLiteralUniIgnore:
        case Op.NotLiteralLocIgnore:
        case Op.InIgnore:
        case Op.InUniIgnore:
        case Op.InLocIgnore: {
          if (ptr >= end) break;
          const ch = load(kind, b1, b2, b4, ptr);
          const at = program.itemBits(pc);
          if (ch < 256 && at !== NO_BITS ? !hasBit(program.bits, at, ch) : !accepts(code, pc, ch)) break;
          ptr++;
          pc += isSetOp(code[pc]) ? 1 + code[pc + 1] : 2;
          continue main;
        }

        case Op.At:
          if (!this.isAt(code[pc + 1], ptr)) break;
          pc += 2;
          continue main;

        case Op.Jump:
        case Op.Info:
          pc += 1 + code[pc + 1];
          continue main;

        case Op.Branch: {
          const alternative = this.nextAlternative(pc + 1, ptr);
          if (alternative === NONE) break;
          const next = this.nextAlternative(alternative + code[alternative], ptr);
          const saved: i32 = repeat !== NONE && lastmark > 0 ? lastmark + 1 : 0;
          if (next !== NONE || saved !== 0 || base !== entry) {
            if (sp + saved + FRAME > stack.length) stack = this.grow(sp, saved + FRAME);
            this.saveMarks(sp, saved);
            sp += saved;
            putFrame(stack, sp, BRANCH, ptr, next, saved, lastmark, lastindex, repeat, 0);
            sp += FRAME;
          }
          pc = alternative + 1;
          continue main;
        }

        case Op.RepeatOne: {
          const min = code[pc + 2], max = code[pc + 3];
          if (min < 0 || end - ptr < min) break;
          const limit: i32 = max < 0 || max >= end - ptr ? end : ptr + max;
          const low = ptr + min;
          ptr = scanItems(program, subject, pc + 4, ptr, limit);
          if (ptr < low) break;
          const tail = pc + 1 + code[pc + 1];
          if (code[tail] === Op.Success && base === entry && !(toplevel && this.isRefused(ptr))) {
            pc = tail; // which ends the match
            continue main;
          }
          ptr = this.backUp(pc, ptr, low);
          if (ptr < low) break;
          if (base !== entry || (ptr > low && !(kind === 1 && this.isExclusive(pc)))) {
            if (sp + FRAME > stack.length) stack = this.grow(sp, FRAME);
            putFrame(stack, sp, REPEAT_ONE, ptr, pc, low, lastmark, lastindex, repeat, 0);
            sp += FRAME;
          }
          pc = tail;
          continue main;
        }

        case Op.MinRepeatOne: {
          const min = code[pc + 2], max = code[pc + 3];
          if (min < 0 || end - ptr < min) break;
          const low = ptr + min;
          if (min > 0) {
            if (scanItems(program, subject, pc + 4, ptr, low) < low) break;
          }
          // The repeat may go on while it ends at `limit` at most.
          const limit: i32 = max < 0 || max >= end - ptr ? end : ptr + max;
          ptr = low;
          const tail = pc + 1 + code[pc + 1];
          if (sp + FRAME > stack.length) stack = this.grow(sp, FRAME);
          putFrame(stack, sp, MIN_REPEAT_ONE, ptr, pc, limit, lastmark, lastindex, repeat, 0);
          sp += FRAME;
          pc = tail;
          continue main;
        }

        case Op.Repeat:
          if (sp + FRAME > stack.length) stack = this.grow(sp, FRAME);
          putFrame(stack, sp, REPEAT, ptr, pc, -1, lastmark, lastindex, repeat, NONE);
          repeat = sp;
          sp += FRAME;
          pc += 1 + code[pc + 1];
          continue main;

        case Op.MaxUntil: {
          if (repeat === NONE) throw new SreError();
          const op = stack[repeat + F_PC];
          const count = stack[repeat + F_COUNT] + 1;
          if (belowCount(count, code[op + 2])) {
            if (sp + FRAME > stack.length) stack = this.grow(sp, FRAME);
            putFrame(stack, sp, UNTIL_REQUIRED, ptr, pc, count, lastmark, lastindex, repeat, 0);
            sp += FRAME;
            stack[repeat + F_COUNT] = count;
            pc = op + 4;
            continue main;
          }
          const last = stack[repeat + F_EXTRA];
          if (
            belowCount(count, code[op + 3]) && ptr !== last && !this.cannotBegin(op + 4, op + 2, ptr, true)
          ) {
            const saved: i32 = lastmark > 0 ? lastmark + 1 : 0;
            if (sp + saved + FRAME > stack.length) stack = this.grow(sp, saved + FRAME);
            this.saveMarks(sp, saved);
            sp += saved;
            putFrame(stack, sp, MAX_UNTIL, ptr, pc + 1, count, lastmark, lastindex, repeat, last);
            sp += FRAME;
            stack[repeat + F_COUNT] = count;
            stack[repeat + F_EXTRA] = ptr;
            pc = op + 4;
            continue main;
          }
          repeat = stack[repeat + F_REPEAT];
          pc++;
          continue main;
        }

        case Op.MinUntil: {
          if (repeat === NONE) throw new SreError();
          const op = stack[repeat + F_PC];
          const count = stack[repeat + F_COUNT] + 1;
          if (sp + FRAME > stack.length) stack = this.grow(sp, FRAME);
          if (belowCount(count, code[op + 2])) {
            putFrame(stack, sp, UNTIL_REQUIRED, ptr, pc, count, lastmark, lastindex, repeat, 0);
            sp += FRAME;
            stack[repeat + F_COUNT] = count;
            pc = op + 4;
            continue main;
          }
          putFrame(stack, sp, MIN_UNTIL_TAIL, ptr, pc, count, lastmark, lastindex, repeat, 0);
          sp += FRAME;
          repeat = stack[repeat + F_REPEAT];
          pc++;
          continue main;
        }

        case Op.GroupRef:
        case Op.GroupRefIgnore:
        case Op.GroupRefUniIgnore:
        case Op.GroupRefLocIgnore: {
          const after = this.matchGroup(code[pc], code[pc + 1], ptr, lastmark);
          if (after === NONE) break;
          ptr = after;
          pc += 2;
          continue main;
        }

        case Op.GroupRefExists: {
          const i = 2 * code[pc + 1];
          const set = i < lastmark && marks[i] >= 0 && marks[i + 1] >= marks[i];
          pc += set ? 3 : 1 + code[pc + 2];
          continue main;
        }

        case Op.Assert:
        case Op.AssertNot: {
          const negative = code[pc] === Op.AssertNot;
          if (ptr < code[pc + 2]) {
            if (!negative) break;
            pc += 1 + code[pc + 1];
            continue main;
          }
          if (code[pc + 2] === 0 && this.cannotBegin(pc + 3, pc, ptr, false)) {
            if (!negative) break;
            pc += 1 + code[pc + 1];
            continue main;
          }
          if (sp + FRAME > stack.length) stack = this.grow(sp, FRAME);
          const what: i32 = negative ? ASSERT_NOT : ASSERT;
          putFrame(stack, sp, what, ptr, pc + 1 + code[pc + 1], 0, lastmark, lastindex, repeat, base);
          sp += FRAME;
          base = sp;
          ptr -= code[pc + 2];
          pc += 3;
          continue main;
        }

        case Op.Success:
          if (base === entry) {
            if (toplevel && this.isRefused(ptr)) break;
            this.ptr = ptr;
            this.lastmark = lastmark;
            this.lastindex = lastindex;
            this.ticks = ticks;
            return true;
          }
          // The end of an assertion: forget how it was reached.
          sp = base - FRAME;
          repeat = stack[sp + F_REPEAT];
          base = stack[sp + F_EXTRA];
          if (stack[sp] === ASSERT_NOT) break;
          ptr = stack[sp + F_PTR];
          pc = stack[sp + F_PC];
          continue main;

        case Op.Failure:
          break;

        default:
          throw new SreError();
      }

      // Failure: take frames until one has something left to try.
      for (;;) {
        if (sp === entry) {
          this.lastmark = lastmark;
          this.lastindex = lastindex;
          this.ticks = ticks;
          return false;
        }
        if (--ticks <= 0) {
          ticks = TICKS;
          this.tick();
        }
        sp -= FRAME;
        repeat = stack[sp + F_REPEAT];
        switch (stack[sp]) {
          case BRANCH: {
            const saved = stack[sp + F_COUNT], alternative = stack[sp + F_PC];
            lastmark = stack[sp + F_LASTMARK];
            lastindex = stack[sp + F_LASTINDEX];
            this.restoreMarks(sp - saved, saved);
            if (alternative === NONE) {
              sp -= saved;
              continue;
            }
            ptr = stack[sp + F_PTR];
            const next = this.nextAlternative(alternative + code[alternative], ptr);
            if (next !== NONE || saved !== 0 || base !== entry) {
              stack[sp + F_PC] = next;
              sp += FRAME;
            }
            pc = alternative + 1;
            continue main;
          }

          case REPEAT_ONE: {
            lastmark = stack[sp + F_LASTMARK];
            lastindex = stack[sp + F_LASTINDEX];
            const low = stack[sp + F_COUNT];
            if (stack[sp + F_PTR] <= low) continue;
            pc = stack[sp + F_PC];
            ptr = this.backUp(pc, stack[sp + F_PTR] - 1, low);
            if (ptr < low) continue;
            if (ptr > low || base !== entry) {
              stack[sp + F_PTR] = ptr;
              sp += FRAME;
            }
            pc += 1 + code[pc + 1];
            continue main;
          }

          case MIN_REPEAT_ONE: {
            ptr = stack[sp + F_PTR];
            const limit = stack[sp + F_COUNT], op = stack[sp + F_PC];
            if (ptr >= end || scanItems(program, subject, op + 4, ptr, ptr + 1) === ptr) continue;
            lastmark = stack[sp + F_LASTMARK];
            lastindex = stack[sp + F_LASTINDEX];
            if (ptr >= limit) continue;
            ptr = this.advance(op, ptr + 1, limit);
            if (ptr === NONE) continue;
            stack[sp + F_PTR] = ptr;
            sp += FRAME;
            pc = op + 1 + code[op + 1];
            continue main;
          }

          case UNTIL_REQUIRED:
            stack[repeat + F_COUNT] = stack[sp + F_COUNT] - 1;
            continue;

          case MAX_UNTIL: {
            lastmark = stack[sp + F_LASTMARK];
            lastindex = stack[sp + F_LASTINDEX];
            stack[repeat + F_COUNT] = stack[sp + F_COUNT] - 1;
            stack[repeat + F_EXTRA] = stack[sp + F_EXTRA];
            ptr = stack[sp + F_PTR];
            pc = stack[sp + F_PC];
            if (lastmark > 0) {
              sp -= lastmark + 1;
              this.restoreMarks(sp, lastmark + 1);
            }
            repeat = stack[repeat + F_REPEAT];
            continue main;
          }

          case MIN_UNTIL_TAIL: {
            lastmark = stack[sp + F_LASTMARK];
            lastindex = stack[sp + F_LASTINDEX];
            const op = stack[repeat + F_PC], count = stack[sp + F_COUNT], last = stack[repeat + F_EXTRA];
            ptr = stack[sp + F_PTR];
            if (!belowCount(count, code[op + 3]) || ptr === last) continue;
            stack[repeat + F_COUNT] = count;
            stack[sp] = MIN_UNTIL_BODY;
            stack[sp + F_EXTRA] = last;
            sp += FRAME;
            stack[repeat + F_EXTRA] = ptr;
            pc = op + 4;
            continue main;
          }

          case MIN_UNTIL_BODY:
            stack[repeat + F_EXTRA] = stack[sp + F_EXTRA];
            stack[repeat + F_COUNT] = stack[sp + F_COUNT] - 1;
            continue;

          case ASSERT:
            base = stack[sp + F_EXTRA];
            continue;

          case ASSERT_NOT:
            base = stack[sp + F_EXTRA];
            ptr = stack[sp + F_PTR];
            pc = stack[sp + F_PC];
            continue main;

          default: // REPEAT
            continue;
        }
      }
    }
  }

  /**
   * The next place from `at` on, `limit` at most, to which the MIN_REPEAT_ONE at `op` can go on and where its tail
   * can begin; NONE when there is none.
   */
  private advance(op: i32, at: i32, limit: i32): i32 {
    const program = this.program, subject = this.subject, code = program.code, item = op + 4;
    const tail = op + 1 + code[op + 1];
    const first = program.firstBits(tail, op, !program.hasRepeat);
    if (first === NO_BITS) return at;
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

const NO_STACK: Int32Array = new Int32Array(0);

function isSetOp(op: i32): bool {
  return op === Op.InIgnore || op === Op.InUniIgnore || op === Op.InLocIgnore;
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
