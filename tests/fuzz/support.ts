/**
 * The fixed part of every generated program: what bounds it, guards it and shows values. It comes
 * before the generated part, up to {@link GENERATED_MARK}; the shrinker leaves it alone.
 */

/** The line after which the generated part begins. */
export const GENERATED_MARK = "// generated";

/** Names a program imports from `@rts`. */
export const IMPORTS = `import {
  addOvf, addOvf64, arrayCopy, type bool, clz64, ctz32, ctz64, Exception, type f64, f64Bits, f64FromBits, f64ToI32,
  f64ToI64, type FixedArray, gcCollect, type i16, type i32, i32ToI64, type i64, i64ToF64, i64ToI32, i64ToU64, type i8,
  idiv, irem, mulOvf, mulOvf64, newArray, newFixedArray, OverflowError, parseF64, popcnt32, popcnt64, print, rotl32,
  shl64, shr64, shrU64, StringBuilder, subOvf, subOvf64, type u16, type u32, u32ToI64, type u64, u64ToF64, u64ToI64,
  type u8, udiv, urem, wrap64, wrapU64,
} from "@rts";
`;

/** Every loop and every function asks `tick` first: `fuel` bounds the work, whatever statements remain. */
export const SUPPORT = `
const START_FUEL: i32 = 400;
let fuel: i32 = START_FUEL;
let checksum: i32 = 0;
/** Truth values that TypeScript does not fold: literals would make code unreachable, and undo its narrowing. */
let YES: bool = true;
let NO: bool = false;

/** True while there is fuel; uses one unit. */
function tick(): bool {
  if (fuel <= 0) return false;
  fuel--;
  return true;
}

/** Prints one line of the trace and mixes it into the checksum. */
function trace(line: string): void {
  const short = cut(line);
  for (let i = 0; i < short.length; i++) checksum = (Math.imul(checksum, 31) + short.charCodeAt(i)) | 0;
  print(short);
}

/** At most 60 units of \`text\`. */
function cut(text: string): string {
  return text.length > 60 ? text.substring(0, 60) : text;
}

/** A double with the sign of its zero. */
function showF(x: f64): string {
  if (x !== x) return "NaN";
  return x === 0.0 && 1.0 / x < 0.0 ? "-0" : \`\${x}\`;
}

function noNaN(x: f64): f64 {
  return x !== x ? 0.25 : x;
}

function toF(x: i32): f64 {
  return x | 0;
}

function toFU(x: u32): f64 {
  return x >>> 0;
}

function plain(x: i32): i32 {
  return x | 0;
}
function lowU(x: u32): u32 {
  return (x & 65535) >>> 0;
}

function eqB(a: bool, b: bool): bool {
  return a ? b : !b;
}

function pick<T>(first: bool, a: T, b: T): T {
  return first ? a : b;
}

/** Some element of \`array\`, or \`fallback\` when it has none. */
function at<T>(array: T[], index: i32, fallback: T): T {
  return array.length === 0 ? fallback : array[(index >>> 1) % array.length];
}

/** Some unit of \`text\`, or -1. */
function unitAt(text: string, index: i32): i32 {
  return text.length === 0 ? -1 : text.charCodeAt((index >>> 1) % text.length);
}

/** Null, or \`object\`; keeps TypeScript from narrowing what it is assigned to. */
function orNull<T extends object>(keep: bool, object: T): T | null {
  return keep ? object : null;
}

class Failure extends Exception {
  constructor(message: string, readonly code: i32) {
    super(message);
  }
}

class DeepFailure extends Failure {
  constructor(code: i32) {
    super("deep", code | 1);
  }
}

/** The text of what was caught. */
function describe(e: Exception): string {
  if (e instanceof DeepFailure) return \`deep failure \${e.code}\`;
  if (e instanceof Failure) return \`failure \${e.code} \${e.message}\`;
  if (e instanceof OverflowError) return "overflow";
  throw e;
}

enum Colour {
  Red,
  Green = 5,
  Blue,
}

function colourName(colour: Colour): string {
  switch (colour) {
    case Colour.Red:
      return "red";
    case Colour.Green:
    case Colour.Blue:
      return \`mixed \${colour}\`;
    default:
      return "none";
  }
}

function scaled(x: i32, by: i32 = 3): i32 {
  return Math.imul(x, by);
}

/** Keeps the low half, through a function that is declared inside. */
function halved(x: i32): i32 {
  function half(y: i32): i32 {
    return y >> 1;
  }
  return half(x);
}

class Box<T> {
  private count: i32 = 0;
  constructor(public value: T) {}
  swap(value: T): T {
    const old = this.value;
    this.value = value;
    this.count++;
    return old;
  }
  swaps(): i32 {
    return this.count;
  }
}

const INTS: i32[] = [3, 1, 2];
const WIDE: i64[] = [5n, -6n];
const NAMES: string[] = ["ann", "bob"];
const NUMBERS: Set<i32> = new Set<i32>();
const COUNTS: Map<string, i32> = new Map<string, i32>();
const BY_LONG: Map<i64, string> = new Map<i64, string>();
const BY_DOUBLE: Map<f64, i32> = new Map<f64, i32>();
const BYTES: Uint8Array = new Uint8Array(8);
const SIGNED: Int8Array = new Int8Array(8);
const SHORTS: Int16Array = new Int16Array(8);
const WORDS: Int32Array = new Int32Array(8);
const UNSIGNED: Uint32Array = new Uint32Array(8);
const DOUBLES: Float64Array = new Float64Array(8);
const LONGS: BigInt64Array = new BigInt64Array(8);
const FIXED: FixedArray<string> = newFixedArray<string>(8, "-");
${GENERATED_MARK}
`;
