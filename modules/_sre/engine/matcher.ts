/**
 * The engine's front: what `Pattern`'s methods and scanners call. Searching tries the places where the code says,
 * by its prefix, its set or its first operators, that a match can begin.
 */
import type { bool, i32 } from "@rts";
import { inCharset } from "./charset.ts";
import { INFO_CHARSET, INFO_LITERAL, INFO_PREFIX, Op } from "./constants.ts";
import { Machine } from "./machine.ts";
import { load, scanFor, scanForBits } from "./scan.ts";
import { INITIAL_STACK, NONE, SHARED, SPARE_STACK } from "./state.ts";

const NO_STACK: Int32Array = new Int32Array(0);

/** One match, or a series of searches, of a pattern in a subject. */
export class Matcher extends Machine {
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
    if (code[pc] === Op.Branch) {
      this.hint = this.nextAlternative(pc + 1, at);
      return this.hint === NONE;
    }
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
    const set = program.aux[5];
    this.mustAdvance = false;
    let at = this.start;
    for (;;) {
      if (set > 0) at = scanForBits(subject, program.bits, set, at, end);
      if (at >= end) return false;
      const ch = this.at(at);
      if ((set > 0 && ch < 256) || inCharset(code, 5, ch)) {
        if (!this.isHopeless(pc, at) && this.attempt(at, 0, pc)) return true;
      }
      at++;
    }
  }

  /** Searches from `start` to `end`, trying every place where a match can begin. */
  private searchAnywhere(pc: i32, end: i32): bool {
    const program = this.program, code = program.code, subject = this.subject;
    const first = program.aux[code.length];
    let at = this.start, toplevel = true;
    for (;;) {
      // The last place is the subject's end at most: what must begin with a character fails there.
      if (first > 0) at = scanForBits(subject, program.bits, first, at, end);
      if (at > end) return false;
      if ((first <= 0 || at < this.end) && !this.isHopeless(pc, at)) {
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
}
