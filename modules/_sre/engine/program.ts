/**
 * A compiled pattern as the engine runs it: the validated code, and what the engine has learnt about it.
 *
 * Before the first match it learns, for places in the code, the set of characters below 256 that the item there
 * accepts or that a match of the code there can begin with. A set is 8 words of `bits` from an offset on; `aux`,
 * parallel to the code, keeps the offset, or NO_BITS when there is no such set (0 before). Sets that ask the
 * locale are never kept. What stands where in `aux`:
 *
 * - at an item: what it accepts; at a branch's alternative (its skip): what it can begin with;
 * - at REPEAT_ONE and MIN_REPEAT_ONE: what the tail can begin with; one further: whether the item accepts none of
 *   that, so that going back is no use;
 * - at REPEAT's least count, and at an assertion that looks ahead: what the body can begin with;
 * - at 5: INFO's set; at the end: what the pattern can begin with.
 *
 * Nothing is learnt during a match, so that the engine's loops allocate nothing.
 */
import { arrayCopy, type bool, type i32 } from "@rts";
import * as info from "./charinfo.ts";
import {
  addRange,
  asksLocale,
  BITS_WORDS,
  charsetBits,
  inCategory,
  inCharset,
  inCharsetLocale,
  isLocaleCategory,
} from "./charset.ts";
import { INFO_CHARSET, Op } from "./constants.ts";

/** "There is no set": what `aux` says then. */
export const NO_BITS = -1;
/** How many operators {@link FirstSet} looks at before it gives up. */
const FIRST_BUDGET = 500;

/** The code of a pattern. */
export class Program {
  readonly code: Int32Array;
  /** How many groups the pattern has, without group 0. */
  readonly groups: i32;
  readonly aux: Int32Array;
  /** Sets of 8 words; the first is unused, so that no offset is 0. */
  bits: Int32Array = new Int32Array(4 * BITS_WORDS);
  private used: i32 = BITS_WORDS;
  private isPrepared: bool = false;
  /** Whether a group can be matched twice in one match, by a REPEAT around it. */
  readonly hasRepeat: bool;
  /** `code` must be valid ({@link isValidCode}). */
  constructor(code: Int32Array, groups: i32) {
    this.code = code;
    this.groups = groups;
    this.aux = new Int32Array(code.length + 1);
    let repeats = false;
    // An operand may look like the operator: that costs speed only.
    for (let i = 0; i < code.length; i++) {
      if (code[i] === Op.MaxUntil || code[i] === Op.MinUntil) repeats = true;
    }
    this.hasRepeat = repeats;
  }

  /** Room for a set that is empty. */
  private newBits(): i32 {
    const at = this.used;
    if (at + BITS_WORDS > this.bits.length) {
      const grown = new Int32Array(this.bits.length * 2);
      arrayCopy(this.bits, 0, grown, 0, at);
      this.bits = grown;
    }
    this.used = at + BITS_WORDS;
    return at;
  }

  /** What the item at `pc` accepts. */
  itemBits(pc: i32): i32 {
    const known = this.aux[pc];
    return known !== 0 ? known : this.learnItem(pc);
  }

  private learnItem(pc: i32): i32 {
    let at: i32 = NO_BITS;
    if (isItem(this.code[pc]) && !asksLocaleItem(this.code, pc)) {
      at = this.newBits();
      if (this.code[pc] === Op.In) charsetBits(this.code, pc + 2, this.bits, at);
      else {
        for (let ch: i32 = 0; ch < 256; ch++) {
          if (accepts(this.code, pc, ch)) this.bits[at + (ch >> 5)] |= 1 << (ch & 31);
        }
      }
    }
    this.aux[pc] = at;
    return at;
  }

  /** Learns the characters of the set (without IN) at `pc`. */
  private learnSet(pc: i32): void {
    this.aux[pc] = NO_BITS;
    if (asksLocale(this.code, pc)) return;
    const at = this.newBits();
    charsetBits(this.code, pc, this.bits, at);
    this.aux[pc] = at;
  }

  /**
   * Learns for `slot` what a match of the code at `pc` can begin with: nothing when it can be empty. Characters
   * from 256 on may always begin a match. With `marks`, the code may set marks before its first character.
   */
  private learnFirst(pc: i32, slot: i32, marks: bool): i32 {
    const first = new FirstSet(this, marks);
    let at: i32 = NO_BITS;
    if (first.collect(pc)) {
      at = this.newBits();
      for (let i = 0; i < BITS_WORDS; i++) this.bits[at + i] = first.set[i];
    }
    this.aux[slot] = at;
    return at;
  }

  /** Learns all there is to learn; called before a match. */
  prepare(): void {
    if (this.isPrepared) return;
    this.isPrepared = true;
    const code = this.code, hasInfo = code[0] === Op.Info;
    if (hasInfo && (code[2] & INFO_CHARSET) !== 0) this.learnSet(5);
    this.learnFirst(hasInfo ? 1 + code[1] : 0, code.length, true);
    this.learnRange(hasInfo ? 1 + code[1] : 0, code.length);
  }

  /** Learns about the code from `pc` to `end`. */
  private learnRange(pc: i32, end: i32): void {
    const code = this.code;
    while (pc < end) {
      switch (code[pc]) {
        case Op.Mark:
        case Op.At:
        case Op.Jump:
        case Op.GroupRef:
        case Op.GroupRefIgnore:
        case Op.GroupRefUniIgnore:
        case Op.GroupRefLocIgnore:
          pc += 2;
          break;
        case Op.GroupRefExists:
          pc += 3;
          break;
        case Op.Info:
          pc += 1 + code[pc + 1];
          break;
        case Op.Assert:
        case Op.AssertNot:
          if (code[pc + 2] === 0) this.learnFirst(pc + 3, pc, false);
          pc += 3;
          break;
        case Op.Branch:
          pc = this.learnBranch(pc + 1);
          break;
        case Op.RepeatOne:
        case Op.MinRepeatOne:
          this.learnRepeatOne(pc);
          pc += 4;
          break;
        case Op.Repeat:
          this.learnFirst(pc + 4, pc + 2, true);
          pc += 4;
          break;
        default:
          if (isItem(code[pc])) this.itemBits(pc);
          pc += itemWords(code, pc);
      }
    }
  }

  /** Learns about alternatives from `pc` (at the first's skip) on; where the code goes on. */
  private learnBranch(pc: i32): i32 {
    const code = this.code;
    for (; code[pc] !== 0; pc += code[pc]) {
      this.learnFirst(pc + 1, pc, true);
      this.learnRange(pc + 1, pc + code[pc]);
    }
    return pc + 1;
  }

  private learnRepeatOne(pc: i32): void {
    const tail = this.learnFirst(pc + 1 + this.code[pc + 1], pc, !this.hasRepeat);
    const item = this.itemBits(pc + 4);
    const isExclusive = tail !== NO_BITS && item !== NO_BITS && this.areDisjoint(tail, item);
    this.aux[pc + 1] = isExclusive ? 1 : NO_BITS;
  }

  /** Whether the sets at two offsets have no character in common. */
  private areDisjoint(a: i32, b: i32): bool {
    for (let i = 0; i < BITS_WORDS; i++) if ((this.bits[a + i] & this.bits[b + i]) !== 0) return false;
    return true;
  }
}

/** Whether `op` accepts one character. */
export function isItem(op: i32): bool {
  switch (op) {
    case Op.Any:
    case Op.AnyAll:
    case Op.Category:
    case Op.In:
    case Op.InIgnore:
    case Op.InUniIgnore:
    case Op.InLocIgnore:
    case Op.Literal:
    case Op.LiteralIgnore:
    case Op.LiteralUniIgnore:
    case Op.LiteralLocIgnore:
    case Op.NotLiteral:
    case Op.NotLiteralIgnore:
    case Op.NotLiteralUniIgnore:
    case Op.NotLiteralLocIgnore:
      return true;
    default:
      return false;
  }
}

/** How many words the item, or other operator without a body, at `pc` takes. */
function itemWords(code: Int32Array, pc: i32): i32 {
  switch (code[pc]) {
    case Op.In:
    case Op.InIgnore:
    case Op.InUniIgnore:
    case Op.InLocIgnore:
      return 1 + code[pc + 1];
    case Op.Any:
    case Op.AnyAll:
      return 1;
    default:
      return isItem(code[pc]) ? 2 : 1;
  }
}

function asksLocaleItem(code: Int32Array, pc: i32): bool {
  switch (code[pc]) {
    case Op.LiteralLocIgnore:
    case Op.NotLiteralLocIgnore:
    case Op.InLocIgnore:
      return true;
    case Op.Category:
      return isLocaleCategory(code[pc + 1]);
    case Op.In:
    case Op.InIgnore:
    case Op.InUniIgnore:
      return asksLocale(code, pc + 2);
    default:
      return false;
  }
}

/** Whether `ch` is `literal` in one of the cases that the locale gives it. */
function equalsLocale(literal: i32, ch: i32): bool {
  return ch === literal || info.localeToLower(ch) === literal || info.localeToUpper(ch) === literal;
}

/** Whether the item at `pc` accepts `ch`. */
export function accepts(code: Int32Array, pc: i32, ch: i32): bool {
  switch (code[pc]) {
    case Op.Any:
      return !info.isLineFeed(ch);
    case Op.AnyAll:
      return true;
    case Op.Category:
      return inCategory(code[pc + 1], ch);
    case Op.In:
      return inCharset(code, pc + 2, ch);
    case Op.InIgnore:
      return inCharset(code, pc + 2, info.asciiToLower(ch));
    case Op.InUniIgnore:
      return inCharset(code, pc + 2, info.unicodeToLower(ch));
    case Op.InLocIgnore:
      return inCharsetLocale(code, pc + 2, ch);
    case Op.Literal:
      return ch === code[pc + 1];
    case Op.LiteralIgnore:
      return info.asciiToLower(ch) === code[pc + 1];
    case Op.LiteralUniIgnore:
      return info.unicodeToLower(ch) === code[pc + 1];
    case Op.LiteralLocIgnore:
      return equalsLocale(code[pc + 1], ch);
    case Op.NotLiteral:
      return ch !== code[pc + 1];
    case Op.NotLiteralIgnore:
      return info.asciiToLower(ch) !== code[pc + 1];
    case Op.NotLiteralUniIgnore:
      return info.unicodeToLower(ch) !== code[pc + 1];
    case Op.NotLiteralLocIgnore:
      return !equalsLocale(code[pc + 1], ch);
    default:
      return false;
  }
}

/** Collects the characters that a match can begin with, following all ways through the code. */
class FirstSet {
  readonly set: Int32Array = new Int32Array(BITS_WORDS);
  private budget: i32 = FIRST_BUDGET;

  constructor(private readonly program: Program, private readonly marks: bool) {}

  /** Adds what can come first at `pc`; false when that is not known or can be nothing. */
  collect(pc: i32): bool {
    const code = this.program.code;
    while (--this.budget > 0) {
      switch (code[pc]) {
        case Op.Failure:
          return true;
        case Op.Mark:
          if (!this.marks) return false;
          pc += 2;
          break;
        case Op.At:
          pc += 2;
          break;
        case Op.Jump:
        case Op.Info:
          pc += 1 + code[pc + 1];
          break;
        case Op.Assert:
          if (code[pc + 2] === 0 && this.collect(pc + 3)) return true;
          if (!this.marks) return false;
          pc += 1 + code[pc + 1];
          break;
        case Op.AssertNot:
          if (!this.marks) return false;
          pc += 1 + code[pc + 1];
          break;
        case Op.Branch:
          return this.branch(pc + 1);
        case Op.RepeatOne:
        case Op.MinRepeatOne:
          if (!this.collect(pc + 4)) return false;
          if (code[pc + 2] !== 0) return true;
          pc += 1 + code[pc + 1];
          break;
        case Op.Repeat:
          if (!this.collect(pc + 4)) return false;
          if (code[pc + 2] !== 0) return true;
          pc += 2 + code[pc + 1];
          break;
        default:
          return this.item(pc);
      }
    }
    return false;
  }

  private branch(pc: i32): bool {
    const code = this.program.code;
    for (; code[pc] !== 0; pc += code[pc]) if (!this.collect(pc + 1)) return false;
    return true;
  }

  private item(pc: i32): bool {
    const code = this.program.code;
    if (code[pc] === Op.Literal) {
      addRange(this.set, 0, code[pc + 1], code[pc + 1]);
      return true;
    }
    if (!isItem(code[pc])) return false;
    const at = this.program.itemBits(pc);
    if (at === NO_BITS) return false;
    for (let i = 0; i < BITS_WORDS; i++) this.set[i] |= this.program.bits[at + i];
    return true;
  }
}
