/** Items of memoryviews as Python objects, by their format: the native single characters of `struct`. */
import type { i32 } from "@rts";
import {
  Kind,
  packBool,
  packFloat,
  packInt,
  parseFormat,
  type Run,
  Status,
  unpackBool,
  unpackFloat,
  unpackInt,
} from "../../modules/_struct/core.ts";
import { RBigInt } from "./bigint/mod.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { copyBytes } from "./buffer.ts";
import {
  type OperationError,
  OperationError as PyError,
  operationError,
  typeError,
  valueError,
} from "./errors.ts";
import { notImplementedErrorType, typeErrorType } from "./exception_types.ts";
import { newFloat } from "./float.ts";
import { newBool, newInt, newLong, type W_Integer } from "./int.ts";
import { floatOf } from "./number_arguments.ts";
import type { W_Root } from "./root.ts";
import { index, isTrue } from "./truth.ts";

/** The letters that items can be read and written by. */
const LETTERS: string = "BbcHhIiLlQqNnfd?P";

/** The letter of a native single character format, with an optional `@`; 0 for others. */
export function nativeLetter(format: string): i32 {
  const start: i32 = format.startsWith("@") ? 1 : 0;
  if (format.length !== start + 1 || !LETTERS.includes(format.charAt(start))) return 0;
  return format.charCodeAt(start);
}

/** How items of a letter are laid out: one run for each letter, made at translation. */
const RUNS: (Run | null)[] = [];
for (let c = 0; c < 128; c++) {
  const isKnown = LETTERS.includes(String.fromCharCode(c));
  RUNS.push(isKnown ? parseFormat(new Uint8Array([c]), 1).runs[0]! : null);
}

/** Bytes of an item of a letter. */
export function sizeOfLetter(letter: i32): i32 {
  return RUNS[letter]!.size;
}

/** The run of a format. Throws NotImplementedError for those that items cannot be read by. */
export function runOf(format: string): Run {
  const letter = nativeLetter(format);
  if (letter !== 0) return RUNS[letter]!;
  throw notSupported(format);
}

export function notSupported(format: string): OperationError {
  return operationError(notImplementedErrorType, `memoryview: format ${format} not supported`);
}

/** The item at `at`. */
export function unpackItem(run: Run, data: Uint8Array, at: i32): W_Root {
  switch (run.kind) {
    case Kind.Char:
      return newBytes(copyBytes(data, at, 1));
    case Kind.Bool:
      return newBool(unpackBool(data, at));
    case Kind.Float:
      return newFloat(unpackFloat(run, data, at));
    case Kind.Unsigned: {
      const value = unpackInt(run, data, at);
      if (value >= 0n) return newInt(value);
      return newLong(RBigInt.fromI64(value).add(TWO_64));
    }
    default:
      return newInt(unpackInt(run, data, at));
  }
}

const TWO_64: RBigInt = RBigInt.fromText("18446744073709551616", 10)!;

const LETTER_P: i32 = 0x50;

/** Writes an item. Throws TypeError, ValueError. */
export function packItem(format: string, run: Run, w_value: W_Root, data: Uint8Array, at: i32): void {
  switch (run.kind) {
    case Kind.Char:
      if (!(w_value instanceof W_Bytes)) throw badType(format);
      if (w_value.data.length !== 1) throw badValue(format);
      data[at] = w_value.data[0];
      return;
    case Kind.Bool:
      packBool(isTrue(w_value), data, at);
      return;
    case Kind.Float:
      packFloatItem(format, run, w_value, data, at);
      return;
    default:
      packIntItem(format, run, integerFor(format, w_value), data, at);
  }
}

function badType(format: string): OperationError {
  return typeError(`memoryview: invalid type for format '${format}'`);
}
function badValue(format: string): OperationError {
  return valueError(`memoryview: invalid value for format '${format}'`);
}

function packFloatItem(format: string, run: Run, w_value: W_Root, data: Uint8Array, at: i32): void {
  const w_float = floatOf(w_value);
  if (w_float === null) throw badType(format);
  packFloat(run, w_float.value, data, at);
}

function integerFor(format: string, w_value: W_Root): W_Integer {
  try {
    return index(w_value);
  } catch (e) {
    if (e instanceof PyError && e.matches(typeErrorType)) throw badType(format);
    throw e;
  }
}

function packIntItem(format: string, run: Run, w_int: W_Integer, data: Uint8Array, at: i32): void {
  let value = 0n;
  let isAbove = false;
  if (w_int.fitsI64()) {
    value = w_int.asI64();
    // A pointer may be negative.
    if (value < 0n && run.kind === Kind.Unsigned && run.code !== LETTER_P) throw badValue(format);
  } else {
    const rest = w_int.asBigInt().sub(TWO_64);
    if (w_int.asBigInt().sign < 0 || !rest.fitsI64() || rest.sign >= 0) throw badValue(format);
    value = rest.toI64();
    isAbove = true;
  }
  if (packInt(run, value, isAbove, data, at) !== Status.Ok) throw badValue(format);
}
