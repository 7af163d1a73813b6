/**
 * Operations on complex numbers by name, for tests: doubles are the integers of their bits. Runs untranslated and
 * translated.
 */
import { type f64, f64Bits, f64FromBits, type i32, print, readTextFile } from "@rts";
import { RBigInt } from "../bigint/mod.ts";
import {
  complexDiv,
  complexMul,
  complexPow,
  complexRepr,
  type ComplexResult,
  ComplexStatus,
  parseComplex,
} from "./core.ts";

function double(text: string): f64 {
  return f64FromBits(RBigInt.fromText(text, 10)!.toI64());
}

function shown(x: f64): string {
  return x !== x ? "nan" : `${f64Bits(x)}`;
}

function resultText(z: ComplexResult): string {
  if (z.status === ComplexStatus.Domain) return "zero";
  return z.status === ComplexStatus.Range ? "overflow" : `${shown(z.re)} ${shown(z.im)}`;
}

/** The result of one line. */
export function evaluateLine(line: string): string {
  const colon = line.indexOf(":", 0);
  if (colon >= 0) {
    const z = parseComplex(line.substring(colon + 1, line.length));
    return z === null ? "malformed" : resultText(z);
  }
  const parts = line.split(" ");
  const re = double(parts[1]);
  const im = double(parts[2]);
  if (parts[0] === "repr") return complexRepr(re, im);
  const re2 = double(parts[3]);
  const im2 = double(parts[4]);
  if (parts[0] === "mul") return resultText(complexMul(re, im, re2, im2));
  return resultText(parts[0] === "div" ? complexDiv(re, im, re2, im2) : complexPow(re, im, re2, im2));
}

export function main(args: string[]): i32 {
  const lines = readTextFile(args[0]).split("\n");
  for (let i = 0; i < lines.length; i++) print(evaluateLine(lines[i]));
  return 0;
}
