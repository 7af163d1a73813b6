/** `float.hex` and `float.fromhex`. */
import { type bool, clz64, type f64, f64Bits, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { digitValue, scaleRounded } from "../bigint/mod.ts";
import { isFinite64, isNegative } from "./digits.ts";
import { floatRepr } from "./format.ts";
import { floatOfText, specialNumberEnd } from "./parse.ts";

/** Exponents are clamped to this: no text is long enough to bring them back into the range of doubles. */
const HUGE_EXPONENT: i32 = 1000000000;

/** The text of the binary value in base 16, `0x1.8000000000000p+1`; infinities and NaN as `repr`. */
export function floatHex(x: f64): string {
  if (!isFinite64(x)) return floatRepr(x);
  const sign = isNegative(x) ? "-" : "";
  if (x === 0.0) return sign + "0x0.0p+0";
  const bits = f64Bits(x);
  const biased = i64ToI32(bits >> 52n) & 0x7ff;
  let text = sign + (biased === 0 ? "0x0." : "0x1.");
  for (let shift = 48; shift >= 0; shift -= 4) {
    text += (i64ToI32(bits >> i32ToI64(shift)) & 15).toString(16);
  }
  const exponent = biased === 0 ? -1022 : biased - 1023;
  return exponent < 0 ? `${text}p${exponent}` : `${text}p+${exponent}`;
}

/** How {@link HexReader.read} went. */
export enum HexStatus {
  Ok,
  /** "invalid hexadecimal floating-point string" */
  Invalid,
  /** "hexadecimal value too large to represent as a float" */
  TooLarge,
}

/** Reads the text of {@link floatHex} and its variants. */
export class HexReader {
  value: f64 = 0.0;
  private at: i32 = 0;
  /** The first 60 significant bits, the lowest set too when a digit behind them is not 0. */
  private mantissa: i64 = 0n;
  /** `mantissa * 2^exponent` is the value. */
  private exponent: i32 = 0;

  constructor(private readonly text: string) {}

  /** Reads the whole text, from which the caller has stripped whitespace; then `value` holds. */
  read(): HexStatus {
    const length = this.text.length;
    if (specialNumberEnd(this.text, 0) === length && length > 0) {
      this.value = floatOfText(this.text);
      return HexStatus.Ok;
    }
    const negative = this.unit() === 45;
    if (negative || this.unit() === 43) this.at++;
    if (this.unit() === 48 && this.at + 1 < length && (this.text.charCodeAt(this.at + 1) | 32) === 120) {
      this.at += 2;
    }
    if (!this.readDigits() || !this.readExponent() || this.at !== length) return HexStatus.Invalid;
    const size = this.mantissa === 0n ? 0.0 : this.scaled();
    if (size === Infinity) return HexStatus.TooLarge;
    this.value = negative ? -size : size;
    return HexStatus.Ok;
  }

  private scaled(): f64 {
    const top = this.exponent + 64 - clz64(this.mantissa);
    if (top > 1100) return Infinity;
    return top < -1200 ? 0.0 : scaleRounded(this.mantissa, this.exponent);
  }

  /** The unit at the place, 0 at the end. */
  private unit(): i32 {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : 0;
  }

  /** Digits with or without a point; false when there are none. */
  private readDigits(): bool {
    let count = 0;
    let behind = false;
    for (; this.at < this.text.length; this.at++) {
      const unit = this.unit();
      if (unit === 46 && !behind) {
        behind = true;
        continue;
      }
      const digit = digitValue(unit);
      if (digit > 15) break;
      count++;
      this.append(digit);
      if (behind) this.exponent -= 4;
    }
    return count > 0;
  }

  private append(digit: i32): void {
    if (this.mantissa < 0x100000000000000n) {
      this.mantissa = (this.mantissa << 4n) | i32ToI64(digit);
      return;
    }
    this.exponent += 4;
    if (digit !== 0) this.mantissa = this.mantissa | 1n;
  }

  /** `p`, a sign, decimal digits; nothing is all right. */
  private readExponent(): bool {
    if ((this.unit() | 32) !== 112) return true;
    this.at++;
    const negative = this.unit() === 45;
    if (negative || this.unit() === 43) this.at++;
    const start = this.at;
    let value = 0;
    for (; this.unit() >= 48 && this.unit() <= 57; this.at++) {
      if (value < HUGE_EXPONENT / 100) value = value * 10 + this.unit() - 48;
    }
    this.exponent += negative ? -value : value;
    return this.at > start;
  }
}
