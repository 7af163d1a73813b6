/** The `repr` of constants. */
import type { ConstantValue } from "../ast/nodes.ts";
import { codePointsOf } from "../optimize/sequences.ts";

/** What Python's `str.isprintable` refuses, save the space. */
const NOT_PRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u;

const ESCAPES: ReadonlyMap<number, string> = new Map([[9, "\\t"], [10, "\\n"], [13, "\\r"], [92, "\\\\"]]);

/** The `repr` of a constant. */
export function constantRepr(value: ConstantValue): string {
  switch (value.type) {
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return value.value.toString();
    case "float":
      return floatRepr(value.value);
    case "complex":
      return complexRepr(value.real, value.imag);
    case "str":
      return codePointsRepr(codePointsOf(value));
    case "bytes":
      return bytesRepr(value.value);
    case "tuple":
      return `(${value.items.map(constantRepr).join(", ")}${value.items.length === 1 ? "," : ""})`;
    case "frozenset":
      if (value.items.length === 0) return "frozenset()";
      return `frozenset({${value.items.map(constantRepr).join(", ")}})`;
    default:
      return value.type;
  }
}

/** The `repr` of a text. */
export function stringRepr(text: string): string {
  return codePointsRepr(Array.from(text, (character) => character.codePointAt(0)!));
}

function quoteFor(points: ArrayLike<number>): number {
  let single = false;
  for (let i = 0; i < points.length; i++) {
    if (points[i] === 34) return 39;
    if (points[i] === 39) single = true;
  }
  return single ? 34 : 39;
}

function codePointsRepr(points: number[]): string {
  const quote = quoteFor(points);
  let text = "";
  for (const point of points) {
    if (point === quote) text += "\\" + String.fromCharCode(point);
    else {text += ESCAPES.get(point) ??
        (isPrintable(point) ? String.fromCodePoint(point) : escapePoint(point));}
  }
  return String.fromCharCode(quote) + text + String.fromCharCode(quote);
}

function isPrintable(point: number): boolean {
  if (point < 127) return point >= 32;
  return !NOT_PRINTABLE.test(String.fromCodePoint(point));
}

function escapePoint(point: number): string {
  const hex = point.toString(16);
  if (point <= 0xff) return "\\x" + hex.padStart(2, "0");
  return point <= 0xffff ? "\\u" + hex.padStart(4, "0") : "\\U" + hex.padStart(8, "0");
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = quoteFor(bytes);
  let text = "";
  for (const byte of bytes) {
    if (byte === quote) text += "\\" + String.fromCharCode(byte);
    else {text += ESCAPES.get(byte) ??
        (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : escapePoint(byte));}
  }
  return "b" + String.fromCharCode(quote) + text + String.fromCharCode(quote);
}

/** The `repr` of a float: the shortest digits, an exponent outside of 1e-4 … 1e16. */
export function floatRepr(value: number): string {
  const text = shortest(value);
  return /^-?\d+$/.test(text) ? text + ".0" : text;
}

/** The same without `.0` for whole numbers. */
function shortest(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0";
  if (value === 0) return "0";
  const [mantissa, exponentText] = value.toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const digits = String(Math.abs(exponent)).padStart(2, "0");
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
  }
  return exponent < 0 ? decimalFraction(mantissa!, exponent) : String(value);
}

function decimalFraction(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith("-") ? "-" : "";
  return `${sign}0.${"0".repeat(-exponent - 1)}${mantissa.replace(/[-.]/g, "")}`;
}

function complexRepr(real: number, imag: number): string {
  if (real === 0 && !Object.is(real, -0)) return shortest(imag) + "j";
  const text = shortest(imag);
  return `(${shortest(real)}${text.startsWith("-") ? "" : "+"}${text}j)`;
}
