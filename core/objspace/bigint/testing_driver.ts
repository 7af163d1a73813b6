/**
 * The operations of `RBigInt` by name, for tests: each line of a file is an operation and its operands, each line
 * printed its result. The same function runs untranslated in the tests and as a translated program.
 */
import { type f64, type i32, type i64, parseF64, parseI32, print, readTextFile } from "@rts";
import {
  bitLength64,
  floordiv64,
  hash64,
  isNumberText,
  lshiftFits64,
  mod64,
  mulFits64,
  parse64,
  pow64,
  powFits64,
  powmod64,
  powmodFits64,
  RBigInt,
  text64,
  textFits64,
  truediv64,
} from "./mod.ts";

function big(text: string): RBigInt {
  return RBigInt.fromText(text, 10)!;
}

function pairText(q: RBigInt, r: RBigInt): string {
  return `${q.toString()} ${r.toString()}`;
}

function bytesText(bytes: Uint8Array | null): string {
  if (bytes === null) return "overflow";
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i++) parts.push(`${bytes[i]}`);
  return parts.join(",");
}

function bytesOf(text: string): Uint8Array {
  const parts = text.split(",");
  const bytes = new Uint8Array(text.length === 0 ? 0 : parts.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseI32(parts[i]);
  return bytes;
}

function yesNo(value: boolean): string {
  return value ? "1" : "0";
}

/** The result of an operation of one operand; empty when there is none of that name. */
function unary(name: string, a: RBigInt): string {
  switch (name) {
    case "neg":
      return a.neg().toString();
    case "abs":
      return a.abs().toString();
    case "invert":
      return a.invert().toString();
    case "bits":
      return `${a.bitLength()} ${a.bitCount()} ${yesNo(a.isOdd())} ${a.sign}`;
    case "square":
      return a.mul(a).toString();
    case "isqrt":
      return a.isqrt().toString();
    case "hash":
      return `${a.hash()}`;
    case "f64":
      return `${a.toF64()}`;
    case "i64":
      return a.fitsI64() ? `${a.toI64()} ${RBigInt.fromI64(a.toI64()).toString()}` : "no";
    case "wrap":
      return `${a.toI64Wrapped()} ${RBigInt.fromU64Bits(a.toI64Wrapped()).toString()} ${yesNo(a.fitsU64())}`;
    case "width":
      return yesNo(isNear(a.decimalWidth(), a.abs().toString().length));
  }
  return "";
}

function isNear(estimate: i32, truth: i32): boolean {
  return estimate >= truth && estimate <= truth + 2;
}

function binary(name: string, a: RBigInt, b: RBigInt): string {
  switch (name) {
    case "add":
      return a.add(b).toString();
    case "sub":
      return a.sub(b).toString();
    case "mul":
      return a.mul(b).toString();
    case "divmod": {
      const pair = a.divmod(b);
      const same = pair.quotient.equals(a.floordiv(b)) && pair.remainder.equals(a.mod(b));
      return same ? pairText(pair.quotient, pair.remainder) : "differ";
    }
    case "and":
      return a.and(b).toString();
    case "or":
      return a.or(b).toString();
    case "xor":
      return a.xor(b).toString();
    case "compare":
      return `${a.compare(b)}`;
    case "gcd":
      return a.gcd(b).toString();
    case "truediv":
      return `${a.truediv(b)}`;
    case "pow":
      return a.pow(b).toString();
    case "rounded":
      return a.divRounded(b).toString();
    case "inverse": {
      const inverse = a.inverse(b);
      return inverse === null ? "none" : inverse.toString();
    }
  }
  return "";
}

/** Operations whose second operand is an `i64`. */
function withI64(name: string, a: RBigInt, text: string): string {
  const b = big(text).toI64();
  switch (name) {
    case "addI64":
      return a.addI64(b).toString();
    case "subI64":
      return a.subI64(b).toString();
    case "mulI64":
      return a.mulI64(b).toString();
    case "divmodI64": {
      const pair = a.divmodI64(b);
      const same = pair.quotient.equals(a.floordivI64(b)) &&
        pair.remainder.equals(RBigInt.fromI64(a.modI64(b)));
      return same ? pairText(pair.quotient, pair.remainder) : "differ";
    }
    case "small":
      return small(a, b);
  }
  return "";
}

/** The helpers on `i64`s. */
function small(wide: RBigInt, b: i64): string {
  const a = wide.toI64();
  const fits = `${yesNo(mulFits64(a, b))}${yesNo(lshiftFits64(a, b & 127n))}`;
  return `${floordiv64(a, b)} ${mod64(a, b)} ${hash64(a)} ${truediv64(a, b)} ${fits} ${bitLength64(a)}`;
}

function withI32(name: string, a: RBigInt, b: i32): string {
  switch (name) {
    case "lshift":
      return a.lshift(b).toString();
    case "rshift":
      return a.rshift(b).toString();
    case "radix": {
      const text = a.toString(b);
      return RBigInt.fromText(text, b)!.equals(a) ? text : "differ";
    }
    case "tens":
      return a.roundToTens(b).toString();
    case "bytes":
      return bytesText(a.toBytes(b, false, true)) + ";" + bytesText(a.toBytes(b, true, false));
  }
  return "";
}

const SPECIAL: string[] = ["powmod", "fromF64", "frombytes", "powmod64", "text64", "pow64"];

/** Operations of other shapes. */
function special(parts: string[]): string {
  switch (parts[0]) {
    case "powmod":
      return big(parts[1]).powmod(big(parts[2]), big(parts[3])).toString();
    case "fromF64": {
      const value: f64 = parseF64(parts[1]);
      const whole = RBigInt.fromF64(value);
      return whole === null ? "none" : whole.toString();
    }
    case "frombytes": {
      const bytes = bytesOf(parts[1]);
      const little = RBigInt.fromBytes(bytes, 0, bytes.length, false, true);
      return pairText(little, RBigInt.fromBytes(bytes, 0, bytes.length, true, false));
    }
    case "powmod64": {
      const modulus = big(parts[3]).toI64();
      return `${powmodFits64(modulus)} ${powmod64(big(parts[1]).toI64(), big(parts[2]).toI64(), modulus)}`;
    }
    case "text64": {
      const text = parts[1];
      return textFits64(text, 10) && isNumberText(text, 10) ? text64(parse64(text, 10)) : "no";
    }
    case "pow64": {
      const base = big(parts[1]).toI64();
      const exponent = big(parts[2]).toI64();
      return powFits64(base, exponent) ? `${pow64(base, exponent)}` : "overflow";
    }
  }
  return "unknown";
}

/** The result of one line. */
export function evaluateLine(line: string): string {
  const parts = line.split(" ");
  const name = parts[0];
  if (SPECIAL.includes(name)) return special(parts);
  const a = big(parts[1]);
  if (parts.length === 2) return unary(name, a);
  const result = binary(name, a, big(parts[2]));
  if (result.length > 0) return result;
  const second = withI64(name, a, parts[2]);
  return second.length > 0 ? second : withI32(name, a, parseI32(parts[2]));
}

export function main(args: string[]): i32 {
  const lines = readTextFile(args[0]).split("\n");
  for (let i = 0; i < lines.length; i++) print(evaluateLine(lines[i]));
  return 0;
}
