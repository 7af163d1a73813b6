/**
 * The operations on doubles by name, for tests: each line of a file is an operation and its operands, doubles as
 * the integer of their bits; each line printed is its result. Runs untranslated and translated.
 */
import { type f64, f64Bits, f64FromBits, type i32, type i64, parseI32, print, readTextFile } from "@rts";
import { RBigInt } from "../bigint/mod.ts";
import {
  asIntegerRatio,
  compareBig,
  copysign,
  exp64,
  floatFloordiv,
  floatHash,
  floatHex,
  floatMod,
  floatOfText,
  floatPow,
  floatRepr,
  formatFloat,
  fraction,
  frexpExponent,
  frexpMantissa,
  HexReader,
  HexStatus,
  isFloatText,
  isInteger,
  ldexp,
  log10of,
  log2of,
  log64,
  nextafter,
  PowStatus,
  powStatus,
  roundHalfEven,
  roundToPlaces,
  ulp,
} from "./mod.ts";

function bitsOf(text: string): i64 {
  return RBigInt.fromText(text, 10)!.toI64();
}

function double(text: string): f64 {
  return f64FromBits(bitsOf(text));
}

function shown(x: f64): string {
  return x !== x ? "nan" : `${f64Bits(x)}`;
}

function unary(name: string, x: f64): string {
  switch (name) {
    case "repr":
      return floatRepr(x);
    case "hex":
      return floatHex(x);
    case "hash":
      return `${floatHash(x)}`;
    case "integer":
      return isInteger(x) ? "1" : "0";
    case "frexp":
      return `${shown(frexpMantissa(x))} ${frexpExponent(x)}`;
    case "modf":
      return `${shown(fraction(x))} ${shown(copysign(Math.trunc(x), x))}`;
    case "ulp":
      return shown(ulp(x));
    case "rounded":
      return RBigInt.fromF64(roundHalfEven(x))!.toString();
    case "ratio": {
      const ratio = asIntegerRatio(x);
      return ratio === null ? "none" : `${ratio.quotient.toString()} ${ratio.remainder.toString()}`;
    }
    case "exp":
      return shown(exp64(x));
    case "log":
      return shown(log64(x));
    case "log2":
      return shown(log2of(x));
    case "log10":
      return shown(log10of(x));
  }
  return "unknown";
}

function withText(name: string, x: f64, text: string): string {
  switch (name) {
    case "round":
      return shown(roundToPlaces(x, parseI32(text)));
    case "ldexp":
      return shown(ldexp(x, parseI32(text)));
    case "compare":
      return `${compareBig(x, RBigInt.fromText(text, 10)!)}`;
  }
  return binary(name, x, double(text));
}

function binary(name: string, x: f64, y: f64): string {
  switch (name) {
    case "mod":
      return shown(floatMod(x, y));
    case "floordiv":
      return shown(floatFloordiv(x, y));
    case "nextafter":
      return shown(nextafter(x, y));
    case "pow": {
      const status = powStatus(x, y);
      if (status === PowStatus.ZeroDivision) return "zero";
      return status === PowStatus.Complex ? "complex" : shown(floatPow(x, y));
    }
  }
  return "unknown";
}

function parseHex(text: string): string {
  const reader = new HexReader(text);
  const status = reader.read();
  if (status === HexStatus.Ok) return shown(reader.value);
  return status === HexStatus.Invalid ? "invalid" : "large";
}

/** The result of one line. */
export function evaluateLine(line: string): string {
  const parts = line.split(" ");
  const name = parts[0];
  if (name === "parse") return isFloatText(parts[1]) ? shown(floatOfText(parts[1])) : "invalid";
  if (name === "fromhex") return parseHex(parts[1]);
  const x = double(parts[1]);
  if (name === "format") {
    return formatFloat(x, parts[2].charCodeAt(0), parseI32(parts[3]), parseI32(parts[4]));
  }
  return parts.length === 2 ? unary(name, x) : withText(name, x, parts[2]);
}

export function main(args: string[]): i32 {
  const lines = readTextFile(args[0]).split("\n");
  for (let i = 0; i < lines.length; i++) print(evaluateLine(lines[i]));
  return 0;
}
