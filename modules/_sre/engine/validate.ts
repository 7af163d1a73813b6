/**
 * Is this code fit to run? {@link isValidCode} accepts what CPython's `_sre.compile` accepts, so that the engine
 * may trust operands and skips. Where it says no, Python raises `RuntimeError("invalid SRE code")`.
 *
 * Words are unsigned 32-bit numbers in an `Int32Array`; the walker compares them unsigned.
 */
import type { bool, i32 } from "@rts";
import { BITS_WORDS } from "./charset.ts";
import { AT_COUNT, CATEGORY_COUNT, INFO_CHARSET, INFO_LITERAL, INFO_PREFIX, Op } from "./constants.ts";

/** The message of the error for code that {@link isValidCode} refuses. */
export const INVALID_CODE = "invalid SRE code";

/** Whether `a > b`, both unsigned. */
function above(a: i32, b: i32): bool {
  return (a ^ (1 << 31)) > (b ^ (1 << 31));
}

/** Walks over code with a position; a method that returns false has found a fault. */
class Validator {
  private pc: i32 = 0;
  /** The operand that was read last. */
  private arg: i32 = 0;

  constructor(private readonly code: Int32Array, private readonly groups: i32) {}

  /** Reads a word before `end` into `arg`. */
  private word(end: i32): bool {
    if (this.pc >= end) return false;
    this.arg = this.code[this.pc++];
    return true;
  }

  /** Reads a distance that, counted from its own place less `adjust`, stays within `end`. */
  private skip(end: i32, adjust: i32): bool {
    if (this.pc >= end) return false;
    const skip = this.code[this.pc];
    if (above((skip - adjust) | 0, end - this.pc)) return false;
    this.arg = skip;
    this.pc++;
    return true;
  }

  /** Reads an operator, which must be `op`. */
  private expect(end: i32, op: i32): bool {
    return this.word(end) && this.arg === op;
  }

  /** Sets of characters from the position to `end`. */
  private charset(end: i32): bool {
    while (this.pc < end) {
      const op = this.code[this.pc++];
      switch (op) {
        case Op.Negate:
          break;
        case Op.Literal:
          if (!this.word(end)) return false;
          break;
        case Op.Range:
        case Op.RangeUniIgnore:
          if (!this.word(end) || !this.word(end)) return false;
          break;
        case Op.Charset:
          if (BITS_WORDS > end - this.pc) return false;
          this.pc += BITS_WORDS;
          break;
        case Op.BigCharset:
          if (!this.bigCharset(end)) return false;
          break;
        case Op.Category:
          if (!this.word(end) || this.arg < 0 || this.arg >= CATEGORY_COUNT) return false;
          break;
        default:
          return false;
      }
    }
    return true;
  }

  private bigCharset(end: i32): bool {
    if (!this.word(end)) return false;
    const blocks = this.arg;
    if (64 > end - this.pc) return false;
    for (let i = 0; i < 256; i++) {
      if (!above(blocks, (this.code[this.pc + (i >> 2)] >> ((i & 3) * 8)) & 255)) return false;
    }
    this.pc += 64;
    if (blocks < 0 || blocks > ((end - this.pc) >> 3)) return false;
    this.pc += blocks * BITS_WORDS;
    return true;
  }

  /** Code from the position to `end`, which it must reach exactly. */
  inner(end: i32): bool {
    if (this.pc > end) return false;
    while (this.pc < end) {
      if (!this.operator(this.code[this.pc++], end)) return false;
    }
    return true;
  }

  private operator(op: i32, end: i32): bool {
    switch (op) {
      case Op.Mark:
        return this.word(end) && !above(this.arg, (2 * this.groups + 1) | 0);
      case Op.Literal:
      case Op.NotLiteral:
      case Op.LiteralIgnore:
      case Op.NotLiteralIgnore:
      case Op.LiteralUniIgnore:
      case Op.NotLiteralUniIgnore:
      case Op.LiteralLocIgnore:
      case Op.NotLiteralLocIgnore:
        return this.word(end);
      case Op.Success:
      case Op.Failure:
      case Op.Any:
      case Op.AnyAll:
        return true;
      case Op.At:
        return this.word(end) && this.arg >= 0 && this.arg < AT_COUNT;
      case Op.In:
      case Op.InIgnore:
      case Op.InUniIgnore:
      case Op.InLocIgnore:
        return this.set(end);
      case Op.Info:
        return this.info(end);
      case Op.Branch:
        return this.branch(end);
      case Op.RepeatOne:
      case Op.MinRepeatOne:
        return this.repeat(end, 4) && this.expect(end, Op.Success);
      case Op.Repeat:
        return this.repeat(end, 3) && this.word(end) &&
          (this.arg === Op.MaxUntil || this.arg === Op.MinUntil);
      case Op.GroupRef:
      case Op.GroupRefIgnore:
      case Op.GroupRefUniIgnore:
      case Op.GroupRefLocIgnore:
        return this.word(end) && above(this.groups, this.arg);
      case Op.GroupRefExists:
        return this.groupRefExists(end);
      case Op.Assert:
      case Op.AssertNot:
        return this.assertion(end);
      default:
        return false;
    }
  }

  private set(end: i32): bool {
    if (!this.skip(end, 0)) return false;
    const last = this.pc + this.arg - 2;
    if (!this.charset(last) || this.code[last] !== Op.Failure) return false;
    this.pc = last + 1;
    return true;
  }

  private info(end: i32): bool {
    if (!this.skip(end, 0)) return false;
    const after = this.pc + this.arg - 1;
    if (!this.word(end)) return false;
    const flags = this.arg;
    if (!this.word(end) || !this.word(end)) return false;
    const prefix = (flags & INFO_PREFIX) !== 0, charset = (flags & INFO_CHARSET) !== 0;
    if ((flags & ~(INFO_PREFIX | INFO_LITERAL | INFO_CHARSET)) !== 0 || (prefix && charset)) return false;
    if ((flags & INFO_LITERAL) !== 0 && !prefix) return false;
    if (prefix && !this.prefix(end, after)) return false;
    if (!charset) return this.pc === after;
    if (!this.charset(after - 1) || this.code[after - 1] !== Op.Failure) return false;
    this.pc = after;
    return true;
  }

  private prefix(end: i32, after: i32): bool {
    if (!this.word(end)) return false;
    const length = this.arg;
    if (!this.word(end) || this.pc > after || above(length, after - this.pc)) return false;
    this.pc += length;
    if (above(length, after - this.pc)) return false;
    for (let i = 0; i < length; i++) if (!above(length, this.code[this.pc + i])) return false;
    this.pc += length;
    return true;
  }

  private branch(end: i32): bool {
    let target: i32 = -1;
    for (;;) {
      if (!this.skip(end, 0)) return false;
      if (this.arg === 0) return true;
      const jump = this.pc + this.arg - 3;
      if (!this.inner(jump) || !this.expect(end, Op.Jump) || !this.skip(end, 0)) return false;
      const to = this.pc + this.arg - 1;
      if (target < 0) target = to;
      else if (to !== target) return false;
    }
  }

  /** The counts and the body of a repeat, whose end is `less` words before where the skip leads. */
  private repeat(end: i32, less: i32): bool {
    if (!this.skip(end, 0)) return false;
    const skip = this.arg;
    if (!this.word(end)) return false;
    const min = this.arg;
    if (!this.word(end) || above(min, this.arg)) return false;
    const last = this.pc + skip - less;
    return this.inner(last);
  }

  private groupRefExists(end: i32): bool {
    if (!this.word(end) || !above(this.groups, this.arg)) return false;
    if (!this.skip(end, 1)) return false;
    const skip = this.arg, start = this.pc - 1;
    const jump = start + skip - 3;
    if (skip >= 3 && jump >= start && this.code[jump] === Op.Jump) {
      if (!this.inner(jump)) return false;
      this.pc = jump + 1;
      return this.skip(end, 0) && this.inner(this.pc + this.arg - 1);
    }
    return this.inner(start + skip - 1);
  }

  private assertion(end: i32): bool {
    if (!this.skip(end, 0)) return false;
    const last = this.pc + this.arg - 2;
    if (!this.word(end) || this.arg < 0) return false;
    return this.inner(last) && this.expect(end, Op.Success);
  }
}

/** Whether `code` may run with `groups` groups. */
export function isValidCode(code: Int32Array, groups: i32): bool {
  const last = code.length - 1;
  if (groups < 0 || last < 0 || code[last] !== Op.Success) return false;
  return new Validator(code, groups).inner(last);
}
