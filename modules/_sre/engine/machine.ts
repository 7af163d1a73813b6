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
import type { bool, i32 } from "@rts";
import { inCharset } from "./charset.ts";
import { Op } from "./constants.ts";
import { accepts } from "./program.ts";
import { hasBit, isUndecided, load, scanItems, scanQuickly } from "./scan.ts";
import { MatchState, NONE, SreError, TICKS, UNKNOWN, YES } from "./state.ts";

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

/** Runs code. */
export abstract class Machine extends MatchState {
  /** Runs the code at `pc` from `this.ptr` on; on success `ptr` and the marks tell the match. */
  protected run(pc: i32, toplevel: bool): bool {
    const program = this.program, code = program.code, aux = program.aux;
    const subject = this.subject, end = this.end, marks = this.marks;
    const kind = subject.kind, b1 = subject.bytes1, b2 = subject.bytes2, b4 = subject.bytes4;
    const entry: i32 = 0;
    let stack = this.stack, sp: i32 = entry, base: i32 = entry;
    let ptr = this.ptr, lastmark = this.lastmark, lastindex = this.lastindex, repeat: i32 = NONE;
    let ticks = this.ticks, hint = this.hint;
    this.hint = NONE;

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
          const at = aux[pc];
          if (ch < 256 && at > 0 ? !hasBit(program.bits, at, ch) : !inCharset(code, pc + 2, ch)) {
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
          const at = aux[pc];
          if (ch < 256 && at > 0 ? !hasBit(program.bits, at, ch) : !accepts(code, pc, ch)) break;
          ptr++;
          pc += isSetOp(code[pc]) ? 1 + code[pc + 1] : 2;
          continue main;
        }

        case Op.At: {
          const known = this.quickAt(code[pc + 1], ptr);
          if (known === UNKNOWN ? !this.isAtBoundary(code[pc + 1], ptr) : known !== YES) break;
          pc += 2;
          continue main;
        }

        case Op.Jump:
        case Op.Info:
          pc += 1 + code[pc + 1];
          continue main;

        case Op.Branch: {
          let alternative: i32 = hint;
          hint = NONE;
          if (alternative === NONE) alternative = this.nextAlternative(pc + 1, ptr);
          if (alternative === NONE) break;
          const next = this.nextAlternative(alternative + code[alternative], ptr);
          const saved: i32 = repeat !== NONE && lastmark > 0 ? lastmark + 1 : 0;
          if (next !== NONE || saved !== 0 || base !== entry) {
            if (sp + saved + FRAME > stack.length) stack = this.grow(sp, saved + FRAME);
            if (saved !== 0) this.saveMarks(sp, saved);
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
          ptr = scanQuickly(program, subject, pc + 4, ptr, limit);
          if (ptr < limit && isUndecided(code, aux, pc + 4, load(kind, b1, b2, b4, ptr))) {
            ptr = scanItems(program, subject, pc + 4, ptr, limit);
          }
          if (ptr < low) break;
          const tail = pc + 1 + code[pc + 1];
          if (code[tail] === Op.Success && base === entry && !(toplevel && this.isRefused(ptr))) {
            pc = tail; // which ends the match
            continue main;
          }
          ptr = this.backUp(pc, ptr, low);
          if (ptr < low) break;
          if (base !== entry || (ptr > low && !(kind === 1 && aux[pc + 1] > 0))) {
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
            belowCount(count, code[op + 3]) && ptr !== last && !this.cannotBegin(op + 2, ptr)
          ) {
            const saved: i32 = lastmark > 0 ? lastmark + 1 : 0;
            if (sp + saved + FRAME > stack.length) stack = this.grow(sp, saved + FRAME);
            if (saved !== 0) this.saveMarks(sp, saved);
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
          if (code[pc + 2] === 0 && this.cannotBegin(pc, ptr)) {
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
            if (saved !== 0) this.restoreMarks(sp - saved, saved);
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
            if (ptr >= end) continue;
            if (scanQuickly(program, subject, op + 4, ptr, ptr + 1) === ptr) {
              if (!isUndecided(code, aux, op + 4, load(kind, b1, b2, b4, ptr))) continue;
              if (scanItems(program, subject, op + 4, ptr, ptr + 1) === ptr) continue;
            }
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
}

function isSetOp(op: i32): bool {
  return op === Op.InIgnore || op === Op.InUniIgnore || op === Op.InLocIgnore;
}
