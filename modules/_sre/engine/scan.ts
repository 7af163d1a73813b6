/**
 * Loops over the characters of a subject: the only places, beside the main loop of `matcher.ts`, where time goes
 * by the character. Each has one loop per storage, so that a step is a load from a typed array.
 *
 * Sets are 8 words of bits for the characters below 256 (see `program.ts`); characters above are asked of the
 * code itself.
 */
import type { bool, i32 } from "@rts";
import { Op } from "./constants.ts";
import { accepts, type Program } from "./program.ts";
import type { Subject } from "./subject.ts";

/** The character at `i`. */
/** @inline */
export function load(kind: i32, b1: Uint8Array, b2: Uint16Array, b4: Int32Array, i: i32): i32 {
  return kind === 1 ? b1[i] : kind === 2 ? b2[i] : b4[i];
}

/** Whether the set at `at` holds `ch`, which is below 256. */
/** @inline */
export function hasBit(bits: Int32Array, at: i32, ch: i32): bool {
  return ((bits[at + (ch >> 5)] >> (ch & 31)) & 1) !== 0;
}

/** The first place from `from` on where `ch` stands (`wanted`) or does not stand; `end` when there is none. */
export function scanFor(subject: Subject, ch: i32, wanted: bool, from: i32, end: i32): i32 {
  let i = from;
  if (subject.kind === 1) {
    const b1 = subject.bytes1;
    if (wanted) { while (i < end && b1[i] !== ch) i++; }
    else while (i < end && b1[i] === ch) i++;
  } else if (subject.kind === 2) {
    const b2 = subject.bytes2;
    if (wanted) { while (i < end && b2[i] !== ch) i++; }
    else while (i < end && b2[i] === ch) i++;
  } else {
    const b4 = subject.bytes4;
    if (wanted) { while (i < end && b4[i] !== ch) i++; }
    else while (i < end && b4[i] === ch) i++;
  }
  return i;
}

/** The first place from `from` on with a character of the set at `at`, or one from 256 on; or `end`. */
export function scanForBits(subject: Subject, bits: Int32Array, at: i32, from: i32, end: i32): i32 {
  let i = from;
  if (subject.kind === 1) {
    const b1 = subject.bytes1;
    while (i < end && !hasBit(bits, at, b1[i])) i++;
  } else if (subject.kind === 2) {
    const b2 = subject.bytes2;
    while (i < end && b2[i] < 256 && !hasBit(bits, at, b2[i])) i++;
  } else {
    const b4 = subject.bytes4;
    while (i < end && b4[i] < 256 && !hasBit(bits, at, b4[i])) i++;
  }
  return i;
}

/** The first place from `from` on that the item at `pc` does not accept; `end` when it accepts all. */
export function scanItems(program: Program, subject: Subject, pc: i32, from: i32, end: i32): i32 {
  const code = program.code, aux = program.aux;
  const kind = subject.kind, b1 = subject.bytes1, b2 = subject.bytes2, b4 = subject.bytes4;
  let at = from;
  while (at < end) {
    const ch = load(kind, b1, b2, b4, at);
    if (isUndecided(code, aux, pc, ch)) {
      if (!accepts(code, pc, ch)) return at;
      at++;
    } else {
      const stop = scanQuickly(program, subject, pc, at, end);
      if (stop === at) return at;
      at = stop;
    }
  }
  return at;
}

/**
 * Whether {@link scanQuickly} stopped at `ch` because it would have to ask the code. That calls functions that may
 * do anything, which the callers' quick ways should not.
 */
/** @inline */
export function isUndecided(code: Int32Array, aux: Int32Array, pc: i32, ch: i32): bool {
  return (ch >= 256 || aux[pc] <= 0) && code[pc] !== Op.Any && code[pc] !== Op.Literal &&
    code[pc] !== Op.NotLiteral;
}

/** {@link scanItems} as far as it goes without asking the code. */
export function scanQuickly(program: Program, subject: Subject, pc: i32, from: i32, end: i32): i32 {
  const code = program.code;
  switch (code[pc]) {
    case Op.AnyAll:
      return end > from ? end : from;
    case Op.Any:
      return scanFor(subject, 10, true, from, end);
    case Op.NotLiteral:
      return scanFor(subject, code[pc + 1], true, from, end);
    case Op.Literal:
      return scanFor(subject, code[pc + 1], false, from, end);
    default: {
      const at = program.aux[pc];
      return at > 0 ? scanWhileBits(subject, program.bits, at, from, end) : from;
    }
  }
}

/** The first place from `from` on whose character is not in the set at `at`; `end` when there is none. */
function scanWhileBits(subject: Subject, bits: Int32Array, at: i32, from: i32, end: i32): i32 {
  let i = from;
  if (subject.kind === 1) {
    const b1 = subject.bytes1;
    while (i < end && hasBit(bits, at, b1[i])) i++;
  } else if (subject.kind === 2) {
    const b2 = subject.bytes2;
    while (i < end && b2[i] < 256 && hasBit(bits, at, b2[i])) i++;
  } else {
    const b4 = subject.bytes4;
    while (i < end && b4[i] < 256 && hasBit(bits, at, b4[i])) i++;
  }
  return i;
}

/** The last place from `from` down to `low` with the character `ch`; `low - 1` when there is none. */
export function scanBack(subject: Subject, ch: i32, from: i32, low: i32): i32 {
  let i = from;
  if (subject.kind === 1) {
    const b1 = subject.bytes1;
    while (i >= low && b1[i] !== ch) i--;
  } else if (subject.kind === 2) {
    const b2 = subject.bytes2;
    while (i >= low && b2[i] !== ch) i--;
  } else {
    const b4 = subject.bytes4;
    while (i >= low && b4[i] !== ch) i--;
  }
  return i;
}

/** The last place from `from` down to `low` with a character of the set at `at`, or one from 256 on; or `low - 1`. */
export function scanBackBits(subject: Subject, bits: Int32Array, at: i32, from: i32, low: i32): i32 {
  let i = from;
  if (subject.kind === 1) {
    const b1 = subject.bytes1;
    while (i >= low && !hasBit(bits, at, b1[i])) i--;
  } else {
    const kind = subject.kind, b2 = subject.bytes2, b4 = subject.bytes4;
    while (i >= low) {
      const ch: i32 = kind === 2 ? b2[i] : b4[i];
      if (ch >= 256 || hasBit(bits, at, ch)) break;
      i--;
    }
  }
  return i;
}
