/** Operations on constant strings, bytes and tuples; null where Python raises. */
import type { ConstantValue } from "../ast/nodes.ts";

/** A string constant of code points, with `codePoints` only where the text alone would be ambiguous. */
export function stringOf(points: number[]): ConstantValue {
  let value = "";
  for (const point of points) value += String.fromCodePoint(point);
  return sameCodePoints(value, points) ? { type: "str", value } : { type: "str", value, codePoints: points };
}

function sameCodePoints(text: string, points: number[]): boolean {
  let i = 0;
  for (const character of text) if (character.codePointAt(0) !== points[i++]) return false;
  return i === points.length;
}

/** The code points of a string constant. */
export function codePointsOf(value: ConstantValue & { type: "str" }): number[] {
  return value.codePoints ?? Array.from(value.value, (character) => character.codePointAt(0)!);
}

const HAS_SURROGATE = /[\ud800-\udfff]/;

/** Whether the text has one UTF-16 unit for each of its characters. */
function isPlain(value: ConstantValue & { type: "str" }): boolean {
  return value.codePoints === undefined && !HAS_SURROGATE.test(value.value);
}

/** The truth value of a constant. */
export function isTrue(value: ConstantValue): boolean {
  switch (value.type) {
    case "None":
      return false;
    case "Ellipsis":
      return true;
    case "bool":
      return value.value;
    case "int":
      return value.value !== 0n;
    case "float":
      return value.value !== 0;
    case "complex":
      return value.real !== 0 || value.imag !== 0;
    case "str":
    case "bytes":
      return value.value.length > 0;
    default:
      return value.items.length > 0;
  }
}

/** The length of a string, bytes or tuple; null for everything else. */
export function lengthOf(value: ConstantValue): number | null {
  if (value.type === "str") return isPlain(value) ? value.value.length : codePointsOf(value).length;
  if (value.type === "bytes") return value.value.length;
  return value.type === "tuple" ? value.items.length : null;
}

/** `left + right` of two sequences of one type. */
export function sequenceConcat(left: ConstantValue, right: ConstantValue): ConstantValue | null {
  if (left.type === "str" && right.type === "str") {
    if (isPlain(left) && isPlain(right)) return { type: "str", value: left.value + right.value };
    return stringOf(codePointsOf(left).concat(codePointsOf(right)));
  }
  if (left.type === "bytes" && right.type === "bytes") {
    return { type: "bytes", value: joinBytes([left.value, right.value]) };
  }
  if (left.type === "tuple" && right.type === "tuple") {
    return { type: "tuple", items: left.items.concat(right.items) };
  }
  return null;
}

/** A sequence `count` times in a row. */
export function repeat(value: ConstantValue, count: number): ConstantValue | null {
  if (value.type === "str") {
    if (isPlain(value)) return { type: "str", value: value.value.repeat(count) };
    const points = codePointsOf(value);
    return stringOf(Array.from({ length: count }, () => points).flat());
  }
  if (value.type === "bytes") return { type: "bytes", value: joinBytes(Array(count).fill(value.value)) };
  if (value.type !== "tuple") return null;
  return { type: "tuple", items: Array.from({ length: count }, () => value.items).flat() };
}

function joinBytes(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** `value[index]` for a constant sequence and index. */
export function item(value: ConstantValue, index: ConstantValue): ConstantValue | null {
  const length = lengthOf(value);
  if (length === null || (index.type !== "int" && index.type !== "bool")) return null;
  const wanted = Number(index.value);
  const at = wanted < 0 ? wanted + length : wanted;
  if (!(at >= 0 && at < length)) return null;
  if (value.type === "bytes") return { type: "int", value: BigInt(value.value[at]!) };
  if (value.type === "tuple") return value.items[at]!;
  return value.type === "str" ? stringOf([codePointsOf(value)[at]!]) : null;
}
