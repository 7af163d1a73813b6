/**
 * Arithmetic on constants, exact as Python's: a result is null where Python would raise an error, and where the
 * result would be too large to be kept as a constant. Nothing here changes its operands.
 */
import type { ConstantValue } from "../ast/nodes.ts";
import { complexDivide, complexMultiply, complexPower } from "./complex.ts";
import { bigintToFloat, divideInts, floatModulo, floatPower, floorDivideFloats } from "./floats.ts";
import { isTrue, lengthOf, repeat, sequenceConcat } from "./sequences.ts";

/** Limits on what is folded: bits of integers, items of collections, characters, items of nested collections. */
const MAX_INT_SIZE = 128;
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

type Result = ConstantValue | null;

/** Numbers as the operators see them; `bool` counts as an integer. */
type Numeric =
  | { type: "int"; value: bigint }
  | { type: "float"; value: number }
  | { type: "complex"; real: number; imag: number };

const INT = (value: bigint): ConstantValue => ({ type: "int", value });
const FLOAT = (value: number): ConstantValue => ({ type: "float", value });

/** Applies a unary operator. */
export function unary(op: string, operand: ConstantValue): Result {
  if (op === "Not") return { type: "bool", value: !isTrue(operand) };
  const number = asNumber(operand);
  if (number === null) return null;
  if (op === "UAdd") return number;
  if (op === "Invert") return number.type === "int" ? INT(~number.value) : null;
  if (number.type === "int") return INT(-number.value);
  if (number.type === "float") return FLOAT(-number.value);
  return { type: "complex", real: -number.real, imag: -number.imag };
}

/** Applies a binary operator. */
export function binary(op: string, left: ConstantValue, right: ConstantValue): Result {
  const a = asNumber(left);
  const b = asNumber(right);
  if (a === null || b === null) return onSequences(op, left, right);
  if (left.type === "bool" && right.type === "bool") {
    const value = onBools(op, left.value, right.value);
    if (value !== null) return { type: "bool", value };
  }
  if (a.type === "int" && b.type === "int") return onInts(op, a.value, b.value);
  if (a.type === "complex" || b.type === "complex") return onComplex(op, a, b);
  const x = asFloat(a);
  const y = asFloat(b);
  return x === null || y === null ? null : onFloats(op, x, y);
}

function asNumber(value: ConstantValue): Numeric | null {
  switch (value.type) {
    case "int":
    case "float":
    case "complex":
      return value;
    case "bool":
      return { type: "int", value: value.value ? 1n : 0n };
    default:
      return null;
  }
}

function asFloat(number: Numeric & { type: "int" | "float" }): number | null {
  return number.type === "float" ? number.value : bigintToFloat(number.value);
}

function onBools(op: string, a: boolean, b: boolean): boolean | null {
  switch (op) {
    case "BitAnd":
      return a && b;
    case "BitOr":
      return a || b;
    case "BitXor":
      return a !== b;
    default:
      return null;
  }
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}

function onInts(op: string, a: bigint, b: bigint): Result {
  switch (op) {
    case "Add":
      return INT(a + b);
    case "Sub":
      return INT(a - b);
    case "Mult":
      return a && b && bitLength(a) + bitLength(b) > MAX_INT_SIZE ? null : INT(a * b);
    case "Div":
      return floatResult(divideInts(a, b));
    case "FloorDiv":
      return b === 0n ? null : INT(floorDivide(a, b));
    case "Mod":
      return b === 0n ? null : INT(a - b * floorDivide(a, b));
    case "Pow":
      return intPower(a, b);
    case "LShift":
    case "RShift":
      return shift(op, a, b);
    case "BitOr":
      return INT(a | b);
    case "BitXor":
      return INT(a ^ b);
    case "BitAnd":
      return INT(a & b);
    default:
      return null;
  }
}

function floatResult(value: number | null): Result {
  return value === null ? null : FLOAT(value);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && (a < 0n) !== (b < 0n) ? quotient - 1n : quotient;
}

function intPower(a: bigint, b: bigint): Result {
  if (b < 0n) {
    const x = bigintToFloat(a);
    const y = bigintToFloat(b);
    return x === null || y === null ? null : onFloats("Pow", x, y);
  }
  if (a !== 0n && b > 0n && (b > 128n || bitLength(a) > Math.trunc(MAX_INT_SIZE / Number(b)))) return null;
  return INT(a ** b);
}

function shift(op: string, a: bigint, b: bigint): Result {
  if (b < 0n) return null;
  if (op === "RShift") return INT(b > 0xffffffffn ? (a < 0n ? -1n : 0n) : a >> b);
  if (a === 0n || b === 0n) return INT(a);
  if (b > BigInt(MAX_INT_SIZE) || bitLength(a) > MAX_INT_SIZE - Number(b)) return null;
  return INT(a << b);
}

function onFloats(op: string, a: number, b: number): Result {
  switch (op) {
    case "Add":
      return FLOAT(a + b);
    case "Sub":
      return FLOAT(a - b);
    case "Mult":
      return FLOAT(a * b);
    case "Div":
      return b === 0 ? null : FLOAT(a / b);
    case "FloorDiv":
      return b === 0 ? null : FLOAT(floorDivideFloats(a, b));
    case "Mod":
      return b === 0 ? null : FLOAT(floatModulo(a, b));
    case "Pow":
      if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
        return complexResult(complexPower(a, 0, b, 0));
      }
      return floatResult(floatPower(a, b));
    default:
      return null;
  }
}

function complexResult(parts: [number, number] | null): Result {
  return parts === null ? null : { type: "complex", real: parts[0], imag: parts[1] };
}

function onComplex(op: string, left: Numeric, right: Numeric): Result {
  const a = asComplex(left);
  const b = asComplex(right);
  if (a === null || b === null) return null;
  switch (op) {
    case "Add":
      return { type: "complex", real: a[0] + b[0], imag: a[1] + b[1] };
    case "Sub":
      return { type: "complex", real: a[0] - b[0], imag: a[1] - b[1] };
    case "Mult":
      return complexResult(complexMultiply(a[0], a[1], b[0], b[1]));
    case "Div":
      return complexResult(complexDivide(a[0], a[1], b[0], b[1]));
    case "Pow":
      return complexResult(complexPower(a[0], a[1], b[0], b[1]));
    default:
      return null;
  }
}

function asComplex(number: Numeric): [number, number] | null {
  if (number.type === "complex") return [number.real, number.imag];
  const value = asFloat(number);
  return value === null ? null : [value, 0];
}

function onSequences(op: string, left: ConstantValue, right: ConstantValue): Result {
  if (op === "Add") return sequenceConcat(left, right);
  if (op !== "Mult") return null;
  const count = asNumber(left);
  if (count !== null) return count.type === "int" ? repeated(right, count.value) : null;
  const factor = asNumber(right);
  return factor !== null && factor.type === "int" ? repeated(left, factor.value) : null;
}

function repeated(sequence: ConstantValue, count: bigint): Result {
  const size = lengthOf(sequence);
  if (size === null) return null;
  if (size > 0) {
    const limit = sequence.type === "tuple" ? MAX_COLLECTION_SIZE : MAX_STR_SIZE;
    if (count < 0n || count > BigInt(Math.floor(limit / size))) return null;
    if (count > 0n && complexity(sequence, Math.floor(MAX_TOTAL_ITEMS / Number(count))) < 0) return null;
    return repeat(sequence, Number(count));
  }
  return count < -(1n << 63n) || count >= 1n << 63n ? null : repeat(sequence, count > 0n ? 1 : 0);
}

/** What is left of the limit after the items of all nested collections; negative when it is exceeded. */
function complexity(value: ConstantValue, limit: number): number {
  if (value.type !== "tuple") return limit;
  limit -= value.items.length;
  for (let i = 0; limit >= 0 && i < value.items.length; i++) limit = complexity(value.items[i]!, limit);
  return limit;
}
