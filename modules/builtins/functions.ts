/** The plain functions of `builtins`. */
import { type FixedArray, type i32, i64ToI32 } from "@rts";
import { sysModule } from "../../core/interpreter/sys_module.ts";
import { delattr, getattr, getattrOrNull, setattr } from "../../core/objspace/attributes.ts";
import { bytesOf } from "../../core/objspace/bytes_access.ts";
import { call1, callMethod0, callMethod1, callSpecial1, isCallable, type } from "../../core/objspace/call.ts";
import { callPrefixed } from "../../core/interpreter/calls.ts";
import { CompareOp, richcompare } from "../../core/objspace/compare.ts";
import type { W_Dict } from "../../core/objspace/dict.ts";
import {
  OperationError,
  operationError,
  overflowError,
  runtimeError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { eofErrorType } from "../../core/objspace/exception_types.ts";
import { hash } from "../../core/objspace/hash.ts";
import { newBool, newInt, newInt32, w_False, w_True } from "../../core/objspace/int.ts";
import { isinstance, issubclass } from "../../core/objspace/isinstance.ts";
import { iter, next, unpackIterable } from "../../core/objspace/iteration.ts";
import { listOf } from "../../core/objspace/list.ts";
import { attributeName, idOf } from "../../core/objspace/object_methods.ts";
import { binary, BinaryOp, power } from "../../core/objspace/operators.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { charStr, fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { ascii, format, repr, str } from "../../core/objspace/text.ts";
import { index, isTrue, length } from "../../core/objspace/truth.ts";
import { w_emptyTuple, type W_Tuple } from "../../core/objspace/tuple.ts";
import { addValues } from "../../core/interpreter/fast_paths.ts";
import { W_CallableIterator } from "../../core/objspace/callable_iterator.ts";
import { iterNextWithResult } from "../../core/interpreter/generator_steps.ts";

const s_sort: W_Str = internRts("sort");
const s_stdout: W_Str = internRts("stdout");
const s_write: W_Str = internRts("write");
const s_flush: W_Str = internRts("flush");
const s_round: W_Str = internRts("__round__");

export function abs(w_x: W_Root): W_Root {
  const w_descr = type(w_x).special[Special.Abs];
  if (w_descr === null) throw typeError(`bad operand type for abs(): '${typeName(w_x)}'`);
  return callSpecial1(w_descr, w_x);
}

export function all(w_iterable: W_Root): W_Root {
  const w_iterator = iter(w_iterable);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return w_True;
    if (!isTrue(w_item)) return w_False;
  }
}

export function any(w_iterable: W_Root): W_Root {
  const w_iterator = iter(w_iterable);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return w_False;
    if (isTrue(w_item)) return w_True;
  }
}

export function asciiOf(w_obj: W_Root): W_Root {
  return ascii(w_obj);
}

/** `bin`, `oct`, `hex`: digits of the absolute value after the prefix. */
function based(w_x: W_Root, base: i32, prefix: string): W_Root {
  const big = index(w_x).asBigInt();
  const digits = big.abs().toString(base);
  return fromRts(big.sign < 0 ? `-${prefix}${digits}` : `${prefix}${digits}`);
}
export function bin(w_x: W_Root): W_Root {
  return based(w_x, 2, "0b");
}
export function oct(w_x: W_Root): W_Root {
  return based(w_x, 8, "0o");
}
export function hex(w_x: W_Root): W_Root {
  return based(w_x, 16, "0x");
}

export function callable(w_obj: W_Root): W_Root {
  return newBool(isCallable(w_obj));
}

export function chr(w_x: W_Root): W_Root {
  const w_int = index(w_x);
  if (!w_int.fitsI64()) throw overflowError("Python int too large to convert to C int");
  const value = w_int.asI64();
  if (value > 0x7fffffffn || value < -0x80000000n) {
    throw overflowError("Python int too large to convert to C int");
  }
  if (value < 0n || value > 0x10ffffn) throw valueError("chr() arg not in range(0x110000)");
  return charStr(i64ToI32(value));
}

export function ord(w_x: W_Root): W_Root {
  let size: i32;
  if (w_x instanceof W_Str) {
    size = w_x.length;
    if (size === 1) return newInt32(w_x.charAt(0));
  } else {
    const data = bytesOf(w_x);
    if (data === null) throw typeError(`ord() expected string of length 1, but ${typeName(w_x)} found`);
    size = data.length;
    if (size === 1) return newInt32(data[0]);
  }
  throw typeError(`ord() expected a character, but string of length ${size} found`);
}

export function divmod(w_a: W_Root, w_b: W_Root): W_Root {
  return binary(BinaryOp.Divmod, w_a, w_b);
}

export function pow(w_base: W_Root, w_exp: W_Root, w_mod: W_Root): W_Root {
  return power(w_base, w_exp, w_mod);
}

export function formatOf(w_value: W_Root, w_spec: W_Root): W_Root {
  if (!(w_spec instanceof W_Str)) throw typeError(`format() argument 2 must be str, not ${typeName(w_spec)}`);
  return format(w_value, w_spec);
}

/** Name of an attribute for `getattr` and its kin. */
function nameArgument(w_name: W_Root, what: string): W_Str {
  if (!(w_name instanceof W_Str)) throw typeError(`${what}(): attribute name must be string`);
  return attributeName(w_name);
}

export function getattrOf(w_obj: W_Root, w_name: W_Root, w_default: W_Root): W_Root {
  const name = nameArgument(w_name, "getattr");
  if (w_default === w_unset) return getattr(w_obj, name);
  return getattrOrNull(w_obj, name) ?? w_default;
}

export function hasattr(w_obj: W_Root, w_name: W_Root): W_Root {
  return newBool(getattrOrNull(w_obj, nameArgument(w_name, "hasattr")) !== null);
}

export function setattrOf(w_obj: W_Root, w_name: W_Root, w_value: W_Root): W_Root {
  setattr(w_obj, attributeName(w_name), w_value);
  return w_None;
}

export function delattrOf(w_obj: W_Root, w_name: W_Root): W_Root {
  delattr(w_obj, attributeName(w_name));
  return w_None;
}

export function hashOf(w_obj: W_Root): W_Root {
  return newInt(hash(w_obj));
}
export function id(w_obj: W_Root): W_Root {
  return newInt(idOf(w_obj));
}
export function isinstanceOf(w_obj: W_Root, w_class: W_Root): W_Root {
  return newBool(isinstance(w_obj, w_class));
}
export function issubclassOf(w_sub: W_Root, w_class: W_Root): W_Root {
  return newBool(issubclass(w_sub, w_class));
}

export function iterOf(w_obj: W_Root, w_sentinel: W_Root): W_Root {
  if (w_sentinel === w_unset) return iter(w_obj);
  if (!isCallable(w_obj)) throw typeError("iter(v, w): v must be callable");
  return new W_CallableIterator(w_obj, w_sentinel);
}

export function nextOf(w_iterator: W_Root, w_default: W_Root): W_Root {
  if (w_default === w_unset) return iterNextWithResult(w_iterator);
  return next(w_iterator) ?? w_default;
}

export function len(w_obj: W_Root): W_Root {
  return newInt(length(w_obj));
}

export function max(scope: FixedArray<W_Root>): W_Root {
  return extreme("max", CompareOp.Gt, scope);
}
export function min(scope: FixedArray<W_Root>): W_Root {
  return extreme("min", CompareOp.Lt, scope);
}

/** `max` and `min`: scope is key, default, then the arguments. */
function extreme(name: string, op: i32, scope: FixedArray<W_Root>): W_Root {
  const w_key = scope[0];
  const w_default = scope[1];
  const items = (scope[2] as W_Tuple).items;
  if (items.length === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
  if (items.length > 1 && w_default !== w_unset) {
    throw typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  }
  const w_iterator = iter(items.length === 1 ? items[0] : scope[2]);
  let w_best: W_Root | null = null;
  let w_bestKey: W_Root | null = null;
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) break;
    const w_itemKey = w_key === w_None ? w_item : call1(w_key, w_item);
    if (w_bestKey === null || isTrue(richcompare(op, w_itemKey, w_bestKey))) {
      w_best = w_item;
      w_bestKey = w_itemKey;
    }
  }
  if (w_best !== null) return w_best;
  if (w_default !== w_unset) return w_default;
  throw valueError(`${name}() arg is an empty sequence`);
}

/** `print(*args, sep=' ', end='\n', file=None, flush=False)`. */
export function print(scope: FixedArray<W_Root>): W_Root {
  const w_sep = textOrNone(scope[0], "sep");
  const w_end = textOrNone(scope[1], "end");
  let w_file = scope[2];
  const items = (scope[4] as W_Tuple).items;
  if (w_file === w_None) {
    const w_stdout = sysModule.w_dict.getStr(s_stdout);
    if (w_stdout === null) throw runtimeError("lost sys.stdout");
    if (w_stdout === w_None) return w_None;
    w_file = w_stdout;
  }
  const w_write = getattr(w_file, s_write);
  for (let i = 0; i < items.length; i++) {
    if (i > 0) call1(w_write, w_sep ?? SPACE);
    call1(w_write, str(items[i]));
  }
  call1(w_write, w_end ?? NEWLINE);
  if (isTrue(scope[3])) callMethod0(w_file, s_flush);
  return w_None;
}
const SPACE: W_Str = fromRts(" ");
const NEWLINE: W_Str = fromRts("\n");

function textOrNone(w_text: W_Root, name: string): W_Root | null {
  if (w_text === w_None) return null;
  if (w_text instanceof W_Str) return w_text;
  throw typeError(`${name} must be None or a string, not ${typeName(w_text)}`);
}

export function reprOf(w_obj: W_Root): W_Root {
  return repr(w_obj);
}

export function round(w_number: W_Root, w_digits: W_Root): W_Root {
  const w_descr = type(w_number).special[Special.Round];
  if (w_descr === null) throw typeError(`type ${typeName(w_number)} doesn't define __round__ method`);
  if (w_digits === w_None) return callSpecial1(w_descr, w_number);
  return callMethod1(w_number, s_round, w_digits);
}
/** `sorted(iterable, /, *, key=None, reverse=False)`. */
export function sorted(scope: FixedArray<W_Root>): W_Root {
  const items = (scope[0] as W_Tuple).items;
  if (items.length !== 1) throw typeError(`sorted expected 1 argument, got ${items.length}`);
  const w_list = listOf(unpackIterable(items[0]));
  callPrefixed(getattr(w_list, s_sort), null, EMPTY_ARGUMENTS, scope[1] as W_Dict);
  return w_list;
}
const EMPTY_ARGUMENTS: W_Tuple = w_emptyTuple;

/** `sum(iterable, /, start=0)`. */
export function sum(w_iterable: W_Root, w_start: W_Root): W_Root {
  if (w_start instanceof W_Str) throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  const kind = typeName(w_start);
  if (kind === "bytes") throw typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (kind === "bytearray") throw typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  const w_iterator = iter(w_iterable);
  let w_total = w_start;
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return w_total;
    w_total = addValues(w_total, w_item);
  }
}

/** `aiter(async_iterable)`. */
export function aiter(w_obj: W_Root): W_Root {
  const w_descr = type(w_obj).special[Special.Aiter];
  if (w_descr === null) throw typeError(`'${typeName(w_obj)}' object is not an async iterable`);
  const w_result = callSpecial1(w_descr, w_obj);
  if (type(w_result).special[Special.Anext] === null) {
    throw typeError(`aiter() returned not an async iterator of type '${typeName(w_result)}'`);
  }
  return w_result;
}

/** `input(prompt=None)`: the prompt on `sys.stdout`, a line of `sys.stdin`. Throws EOFError at the end. */
export function input(w_prompt: W_Root): W_Root {
  const w_stdin = standardStream(s_stdin);
  const w_stdout = standardStream(s_stdout);
  const w_stderr = standardStream(s_stderr);
  tryFlush(w_stderr);
  if (w_prompt !== w_unset) call1(getattr(w_stdout, s_write), str(w_prompt));
  tryFlush(w_stdout);
  const w_line = callMethod0(w_stdin, s_readline);
  if (!(w_line instanceof W_Str)) throw typeError("object.readline() returned non-string");
  if (w_line.length === 0) throw operationError(eofErrorType, "EOF when reading a line");
  const end = w_line.charAt(w_line.length - 1) === 10 ? w_line.length - 1 : w_line.length;
  return w_line.substring(0, end);
}
/** Streams of the user need not be able to. */
function tryFlush(w_stream: W_Root): void {
  try {
    callMethod0(w_stream, s_flush);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
}
const s_stdin: W_Str = internRts("stdin");
const s_stderr: W_Str = internRts("stderr");
const s_readline: W_Str = internRts("readline");

function standardStream(name: W_Str): W_Root {
  const w_stream = sysModule.w_dict.getStr(name);
  if (w_stream === null || w_stream === w_None) throw runtimeError(`input(): lost sys.${name.toRts()}`);
  return w_stream;
}

/** `breakpoint(*args, **kwargs)`: `sys.breakpointhook`. */
export function breakpoint(scope: FixedArray<W_Root>): W_Root {
  const w_hook = sysModule.w_dict.getStr(s_breakpointhook);
  if (w_hook === null) throw runtimeError("lost sys.breakpointhook");
  return callPrefixed(w_hook, null, scope[0] as W_Tuple, scope[1] as W_Dict);
}
const s_breakpointhook: W_Str = internRts("breakpointhook");
