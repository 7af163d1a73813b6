/**
 * Formatting by name, for tests: a line is a kind (i, f, c, s), the value (doubles as the integer of their bits)
 * and the specification behind a colon; the result is the text or the message of the error.
 */
import { f64FromBits, type i32, print, readTextFile } from "@rts";
import { RBigInt } from "../bigint/mod.ts";
import {
  complexSpecError,
  floatSpecError,
  type FormatSpec,
  intSpecError,
  isFloatType,
  layoutBig,
  layoutComplex,
  layoutFloat,
  layoutI64,
  layoutText,
  parseFormatSpec,
  textSpecError,
} from "./mod.ts";

const LESS: i32 = 60;
const GREATER: i32 = 62;

function integer(text: string): RBigInt {
  return RBigInt.fromText(text, 10)!;
}

function formatInt(spec: FormatSpec, value: RBigInt): string {
  if (isFloatType(spec.type)) return layoutFloat(spec, value.toF64());
  const error = intSpecError(spec, "int");
  if (error.length > 0) return error;
  return value.fitsI64() ? layoutI64(spec, value.toI64()) : layoutBig(spec, value);
}

function formatReal(spec: FormatSpec, bits: string): string {
  const error = floatSpecError(spec, "float");
  return error.length > 0 ? error : layoutFloat(spec, f64FromBits(integer(bits).toI64()));
}

function formatComplex(spec: FormatSpec, re: string, im: string): string {
  const error = complexSpecError(spec, "complex");
  if (error.length > 0) return error;
  return layoutComplex(spec, f64FromBits(integer(re).toI64()), f64FromBits(integer(im).toI64()));
}

function formatString(spec: FormatSpec, value: string): string {
  const error = textSpecError(spec, "str");
  return error.length > 0 ? error : layoutText(spec, value, value.length);
}

/** The result of one line. */
export function evaluateLine(line: string): string {
  const colon = line.indexOf(":", 0);
  const parts = line.substring(0, colon).split(" ");
  const text = line.substring(colon + 1, line.length);
  const kind = parts[0];
  const type = kind === "s" ? 115 : kind === "i" ? 100 : 0;
  const spec = parseFormatSpec(text, type, kind === "s" ? LESS : GREATER);
  if (spec.error.length > 0) return spec.error;
  if (kind === "i") return formatInt(spec, integer(parts[1]));
  if (kind === "f") return formatReal(spec, parts[1]);
  return kind === "c" ? formatComplex(spec, parts[1], parts[2]) : formatString(spec, parts[1]);
}

export function main(args: string[]): i32 {
  const lines = readTextFile(args[0]).split("\n");
  for (let i = 0; i < lines.length; i++) print(evaluateLine(lines[i]));
  return 0;
}
