/** Arithmetic, reading and writing of complex numbers as Python's `complex` does it, without Python objects. */
import { type bool, type f64, f64ToI32, type i32 } from "@rts";
import {
  exp64,
  floatEnd,
  floatOfText,
  floatPow,
  formatFloat,
  hypot,
  isNegative,
  log64,
} from "../float/mod.ts";

const LOWER_R: i32 = 114;
const SPACE: i32 = 32;
const OPEN: i32 = 40;
const CLOSE: i32 = 41;
const PLUS: i32 = 43;
const MINUS: i32 = 45;
const LOWER_J: i32 = 106;

/** Which exception a result stands for. */
export enum ComplexStatus {
  Ok,
  /** A ValueError, "math domain error"; of arithmetic a ZeroDivisionError. */
  Domain,
  /** An OverflowError: "math range error", of a power "complex exponentiation". */
  Range,
}

/** A complex number, or an error to raise. */
export class ComplexResult {
  constructor(readonly re: f64, readonly im: f64, readonly status: ComplexStatus) {}
}

function ok(re: f64, im: f64): ComplexResult {
  return new ComplexResult(re, im, ComplexStatus.Ok);
}

/** `a * b`. */
export function complexMul(are: f64, aim: f64, bre: f64, bim: f64): ComplexResult {
  return ok(are * bre - aim * bim, are * bim + aim * bre);
}

/** `a / b`, by the ratio of the parts of `b`, so that their squares cannot overflow. */
export function complexDiv(are: f64, aim: f64, bre: f64, bim: f64): ComplexResult {
  const sizeRe = Math.abs(bre);
  const sizeIm = Math.abs(bim);
  if (sizeRe >= sizeIm) {
    if (sizeRe === 0.0) return new ComplexResult(0.0, 0.0, ComplexStatus.Domain);
    const ratio = bim / bre;
    const denominator = bre + bim * ratio;
    return ok((are + aim * ratio) / denominator, (aim - are * ratio) / denominator);
  }
  if (sizeIm >= sizeRe) {
    const ratio = bre / bim;
    const denominator = bre * ratio + bim;
    return ok((are * ratio + aim) / denominator, (aim * ratio - are) / denominator);
  }
  return ok(NaN, NaN); // a part is NaN
}

/** `a ** b`. */
export function complexPow(are: f64, aim: f64, bre: f64, bim: f64): ComplexResult {
  const whole = bim === 0.0 && bre === Math.floor(bre) && Math.abs(bre) <= 100.0;
  const power = whole ? powerOfInteger(are, aim, f64ToI32(bre)) : powerByLogarithm(are, aim, bre, bim);
  if (power.status !== ComplexStatus.Ok) return power;
  const infinite = Math.abs(power.re) === Infinity || Math.abs(power.im) === Infinity;
  return infinite ? new ComplexResult(power.re, power.im, ComplexStatus.Range) : power;
}

function powerOfInteger(re: f64, im: f64, n: i32): ComplexResult {
  if (n > 0) return repeatedSquares(re, im, n);
  const inverse = repeatedSquares(re, im, -n);
  return complexDiv(1.0, 0.0, inverse.re, inverse.im);
}

function repeatedSquares(re: f64, im: f64, n: i32): ComplexResult {
  let result = ok(1.0, 0.0);
  let factor = ok(re, im);
  for (let rest = n; rest > 0; rest = rest >> 1) {
    if ((rest & 1) !== 0) result = complexMul(result.re, result.im, factor.re, factor.im);
    factor = complexMul(factor.re, factor.im, factor.re, factor.im);
  }
  return result;
}

function powerByLogarithm(are: f64, aim: f64, bre: f64, bim: f64): ComplexResult {
  if (bre === 0.0 && bim === 0.0) return ok(1.0, 0.0);
  if (are === 0.0 && aim === 0.0) {
    const status = bim !== 0.0 || bre < 0.0 ? ComplexStatus.Domain : ComplexStatus.Ok;
    return new ComplexResult(0.0, 0.0, status);
  }
  const size = hypot(are, aim);
  const angle = Math.atan2(aim, are);
  let length = floatPow(size, bre);
  let phase = angle * bre;
  if (bim !== 0.0) {
    length /= exp64(angle * bim);
    phase += bim * log64(size);
  }
  // The C library calls the sine of an infinite angle a domain error, and so CPython a division by zero.
  const status = Math.abs(phase) === Infinity ? ComplexStatus.Domain : ComplexStatus.Ok;
  return new ComplexResult(length * Math.cos(phase), length * Math.sin(phase), status);
}

// --- texts ---

/** Python's `repr`. */
export function complexRepr(re: f64, im: f64): string {
  const imaginary = formatFloat(im, LOWER_R, 0, 0) + "j";
  if (re === 0.0 && !isNegative(re)) return imaginary;
  const sign = imaginary.charCodeAt(0) === MINUS ? "" : "+";
  return "(" + formatFloat(re, LOWER_R, 0, 0) + sign + imaginary + ")";
}

/** Reads `1+2j` and its variants. */
class ComplexReader {
  re: f64 = 0.0;
  im: f64 = 0.0;
  private at: i32 = 0;

  constructor(private readonly text: string) {}

  /** Whether the whole text, without whitespace at its ends, is a complex number. */
  read(): bool {
    const bracket = this.accept(OPEN);
    if (bracket) this.skipSpaces();
    if (!this.readParts()) return false;
    this.skipSpaces();
    if (bracket) {
      if (!this.accept(CLOSE)) return false;
      this.skipSpaces();
    }
    return this.at === this.text.length;
  }

  private readParts(): bool {
    const end = floatEnd(this.text, this.at);
    if (end < 0) {
      this.im = this.unitPart();
      return this.acceptJ();
    }
    const value = this.take(end);
    if (this.acceptJ()) {
      this.im = value;
      return true;
    }
    this.re = value;
    if (this.unit() !== PLUS && this.unit() !== MINUS) return true;
    const second = floatEnd(this.text, this.at);
    this.im = second < 0 ? this.unitPart() : this.take(second);
    return this.acceptJ();
  }

  /** A sign alone, or nothing, stands for 1. */
  private unitPart(): f64 {
    if (this.accept(MINUS)) return -1.0;
    this.accept(PLUS);
    return 1.0;
  }

  private take(end: i32): f64 {
    const value = floatOfText(this.text.substring(this.at, end));
    this.at = end;
    return value;
  }

  private unit(): i32 {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : 0;
  }

  private accept(unit: i32): bool {
    if (this.unit() !== unit) return false;
    this.at++;
    return true;
  }

  private acceptJ(): bool {
    if ((this.unit() | 32) !== LOWER_J) return false;
    this.at++;
    return true;
  }

  private skipSpaces(): void {
    while (this.unit() === SPACE || (this.unit() >= 9 && this.unit() <= 13)) this.at++;
  }
}

/**
 * The value of a text, from which the caller has removed underscores and the whitespace at its ends; null is the
 * ValueError "complex() arg is a malformed string".
 */
export function parseComplex(text: string): ComplexResult | null {
  const reader = new ComplexReader(text);
  return reader.read() ? ok(reader.re, reader.im) : null;
}
