/**
 * The functions of `math` by name, for tests: a line is a function and its operands, doubles as the integer of
 * their bits, results likewise; statuses are `domain` and `range`. Runs untranslated and translated.
 */
import { type f64, f64Bits, f64FromBits, type i32, print, readTextFile } from "@rts";
import { RBigInt } from "../../core/objspace/bigint/mod.ts";
import { exp64, floatPow, log10of, log2of, log64 } from "../../core/objspace/float/mod.ts";
import {
  comb,
  erf,
  erfc,
  factorial,
  FloatSum,
  fmod,
  gamma,
  ieeeRemainder,
  lcm,
  lgamma,
  LogBase,
  logBig,
  mathPowStatus,
  MathStatus,
  mathStatus,
  mathStatus2,
  perm,
  SumStatus,
  vectorNorm,
} from "./core.ts";

function double(text: string): f64 {
  return f64FromBits(RBigInt.fromText(text, 10)!.toI64());
}

function shown(x: f64): string {
  return x !== x ? "nan" : `${f64Bits(x)}`;
}

function judged(status: MathStatus, result: f64): string {
  if (status === MathStatus.Domain) return "domain";
  return status === MathStatus.Range ? "range" : shown(result);
}

/** Functions of one double. */
const FUNCTIONS: Map<string, (x: f64) => f64> = new Map();
FUNCTIONS.set("erf", erf);
FUNCTIONS.set("erfc", erfc);
FUNCTIONS.set("gamma", gamma);
FUNCTIONS.set("lgamma", lgamma);
FUNCTIONS.set("exp", exp64);
FUNCTIONS.set("log", log64);
FUNCTIONS.set("log2", log2of);
FUNCTIONS.set("log10", log10of);
FUNCTIONS.set("sin", (x: f64): f64 => Math.sin(x));
FUNCTIONS.set("cos", (x: f64): f64 => Math.cos(x));
FUNCTIONS.set("tan", (x: f64): f64 => Math.tan(x));
FUNCTIONS.set("asin", (x: f64): f64 => Math.asin(x));
FUNCTIONS.set("acos", (x: f64): f64 => Math.acos(x));
FUNCTIONS.set("atan", (x: f64): f64 => Math.atan(x));
FUNCTIONS.set("sinh", (x: f64): f64 => Math.sinh(x));
FUNCTIONS.set("cosh", (x: f64): f64 => Math.cosh(x));
FUNCTIONS.set("tanh", (x: f64): f64 => Math.tanh(x));
FUNCTIONS.set("asinh", (x: f64): f64 => Math.asinh(x));
FUNCTIONS.set("acosh", (x: f64): f64 => Math.acosh(x));
FUNCTIONS.set("atanh", (x: f64): f64 => Math.atanh(x));
FUNCTIONS.set("expm1", (x: f64): f64 => Math.expm1(x));
FUNCTIONS.set("log1p", (x: f64): f64 => Math.log1p(x));
FUNCTIONS.set("sqrt", (x: f64): f64 => Math.sqrt(x));
const OVERFLOWING: string[] = ["exp", "sinh", "cosh", "expm1", "gamma", "lgamma"];

function binary(name: string, x: f64, y: f64): string {
  if (name === "pow") return judged(mathPowStatus(x, y), floatPow(x, y));
  if (name === "atan2") return shown(Math.atan2(x, y));
  const result = name === "fmod" ? fmod(x, y) : ieeeRemainder(x, y);
  return judged(mathStatus2(x, y, result), result);
}

function sum(parts: string[]): string {
  const total = new FloatSum();
  for (let i = 1; i < parts.length; i++) total.add(double(parts[i]));
  const status = total.finish();
  if (status === SumStatus.Ok) return shown(total.result);
  return status === SumStatus.Overflow ? "overflow" : "infinities";
}

function norm(parts: string[]): string {
  const values = new Float64Array(parts.length);
  for (let i = 1; i < parts.length; i++) values[i - 1] = double(parts[i]);
  return shown(vectorNorm(values, parts.length - 1));
}

function integers(name: string, a: RBigInt, b: RBigInt): string {
  if (name === "comb") return comb(a, b.toI64()).toString();
  if (name === "perm") return perm(a, b.toI64()).toString();
  if (name === "lcm") return lcm(a, b).toString();
  return "unknown";
}

/** The result of one line. */
export function evaluateLine(line: string): string {
  const parts = line.split(" ");
  const name = parts[0];
  if (FUNCTIONS.has(name)) {
    const x = double(parts[1]);
    const result = FUNCTIONS.get(name)!(x);
    return judged(mathStatus(x, result, OVERFLOWING.includes(name)), result);
  }
  if (name === "fsum") return sum(parts);
  if (name === "hypot") return norm(parts);
  if (name === "pow" || name === "fmod" || name === "remainder" || name === "atan2") {
    return binary(name, double(parts[1]), double(parts[2]));
  }
  const a = RBigInt.fromText(parts[1], 10)!;
  if (name === "factorial") return factorial(a.toI64()).toString();
  if (name === "biglog") return shown(logBig(LogBase.E, a));
  if (name === "biglog2") return shown(logBig(LogBase.Two, a));
  if (name === "biglog10") return shown(logBig(LogBase.Ten, a));
  return integers(name, a, RBigInt.fromText(parts[2], 10)!);
}

export function main(args: string[]): i32 {
  const lines = readTextFile(args[0]).split("\n");
  for (let i = 0; i < lines.length; i++) print(evaluateLine(lines[i]));
  return 0;
}
