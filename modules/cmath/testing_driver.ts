/**
 * The functions of `cmath` by name, for tests: a line is a function and two doubles as the integers of their bits;
 * so is the result, or `domain`, `range`. Runs untranslated and translated.
 */
import { type f64, f64Bits, f64FromBits, type i32, print, readTextFile } from "@rts";
import { RBigInt } from "../../core/objspace/bigint/mod.ts";
import * as core from "./core.ts";
import { type ComplexResult, ComplexStatus } from "../../core/objspace/complex/core.ts";

const FUNCTIONS: Map<string, (re: f64, im: f64) => ComplexResult> = new Map();
FUNCTIONS.set("acos", core.cacos);
FUNCTIONS.set("acosh", core.cacosh);
FUNCTIONS.set("asin", core.casin);
FUNCTIONS.set("asinh", core.casinh);
FUNCTIONS.set("atan", core.catan);
FUNCTIONS.set("atanh", core.catanh);
FUNCTIONS.set("cos", core.ccos);
FUNCTIONS.set("cosh", core.ccosh);
FUNCTIONS.set("exp", core.cexp);
FUNCTIONS.set("log", core.clog);
FUNCTIONS.set("log10", core.clog10);
FUNCTIONS.set("rect", core.crect);
FUNCTIONS.set("sin", core.csin);
FUNCTIONS.set("sinh", core.csinh);
FUNCTIONS.set("sqrt", core.csqrt);
FUNCTIONS.set("tan", core.ctan);
FUNCTIONS.set("tanh", core.ctanh);

function double(text: string): f64 {
  return f64FromBits(RBigInt.fromText(text, 10)!.toI64());
}

function shown(x: f64): string {
  return x !== x ? "nan" : `${f64Bits(x)}`;
}

/** The result of one line. */
export function evaluateLine(line: string): string {
  const parts = line.split(" ");
  const re = double(parts[1]);
  const im = double(parts[2]);
  if (parts[0] === "polar") return `${shown(core.cabs(re, im))} ${shown(core.cphase(re, im))}`;
  const z = FUNCTIONS.get(parts[0])!(re, im);
  if (z.status === ComplexStatus.Domain) return "domain";
  return z.status === ComplexStatus.Range ? "range" : `${shown(z.re)} ${shown(z.im)}`;
}

export function main(args: string[]): i32 {
  const lines = readTextFile(args[0]).split("\n");
  for (let i = 0; i < lines.length; i++) print(evaluateLine(lines[i]));
  return 0;
}
