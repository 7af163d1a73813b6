/**
 * Exception objects with fields of their own, and the way between an {@link OperationError} on its way and the object
 * that Python code sees. Classes' methods stand in `exception_methods.ts`.
 */
import type { FixedArray, i32 } from "@rts";
import { W_BaseException } from "./base_exception.ts";
import { call0, call1, callItems, type } from "./call.ts";
import { OperationError, typeError } from "./errors.ts";
import {
  attributeErrorType,
  baseExceptionType,
  nameErrorType,
  stopIterationType,
} from "./exception_types.ts";
import type { InstanceMap } from "./map.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { fromRts, type W_Str } from "./str/wstr.ts";
import { reprText } from "./text.ts";
import { newTuple1, w_emptyTuple, type W_Tuple } from "./tuple.ts";
import { W_Type } from "./type.ts";

/** `StopIteration`. */
export class W_StopIteration extends W_BaseException {
  w_result: W_Root;
  constructor(map: InstanceMap, w_args: W_Tuple) {
    super(map, w_args);
    this.w_result = w_args.items.length > 0 ? w_args.items[0] : w_None;
  }
}

/** `SystemExit`. */
export class W_SystemExit extends W_BaseException {
  w_code: W_Root;
  constructor(map: InstanceMap, w_args: W_Tuple) {
    super(map, w_args);
    const items = w_args.items;
    this.w_code = items.length === 0 ? w_None : items.length === 1 ? items[0] : w_args;
  }
}

/** `NameError`. */
export class W_NameError extends W_BaseException {
  w_name: W_Root = w_None;
}

/** `AttributeError`. */
export class W_AttributeError extends W_BaseException {
  w_name: W_Root = w_None;
  w_obj: W_Root = w_None;
}

/** `ImportError`. */
export class W_ImportError extends W_BaseException {
  w_msg: W_Root = w_None;
  w_name: W_Root = w_None;
  w_path: W_Root = w_None;
}

/** `OSError`. Fields are null where they were not given. */
export class W_OSError extends W_BaseException {
  w_errno: W_Root | null = null;
  w_strerror: W_Root | null = null;
  w_filename: W_Root | null = null;
  w_filename2: W_Root | null = null;
  /** `characters_written` of BlockingIOError; -1 when it is not set. */
  written: i32 = -1;
}

/** `SyntaxError`. */
export class W_SyntaxError extends W_BaseException {
  w_msg: W_Root = w_None;
  w_filename: W_Root = w_None;
  w_lineno: W_Root = w_None;
  w_offset: W_Root = w_None;
  w_text: W_Root = w_None;
  w_endLineno: W_Root = w_None;
  w_endOffset: W_Root = w_None;
  w_printFileAndLine: W_Root = w_None;
}

/** `UnicodeEncodeError`, `UnicodeDecodeError`, `UnicodeTranslateError`. Fields are null before `__init__`. */
export class W_UnicodeError extends W_BaseException {
  w_encoding: W_Root | null = null;
  w_object: W_Root | null = null;
  start: i32 = 0;
  end: i32 = 0;
  w_reason: W_Root | null = null;
}

/** The exception object of `error`, made now if it was not yet. Throws what the class raises. */
export function getValue(error: OperationError): W_BaseException {
  const w_value = error.w_value;
  if (w_value !== null) return w_value;
  const w_made = makeValue(error);
  error.w_value = w_made;
  w_made.w_traceback = error.w_traceback;
  return w_made;
}

function makeValue(error: OperationError): W_BaseException {
  const w_argument = error.w_argument;
  let w_made: W_Root;
  if (w_argument !== null) w_made = call1(error.w_type, w_argument);
  else if (error.message === "") w_made = call0(error.w_type);
  else w_made = call1(error.w_type, fromRts(error.message));
  return w_made as W_BaseException;
}

/** The error that raises the object `w_value`. */
export function raiseValue(w_value: W_BaseException): OperationError {
  const error = new OperationError(type(w_value), "", null, w_value);
  error.w_traceback = w_value.w_traceback;
  return error;
}

/** What `raise w_obj` throws: a class is called, an exception taken as it is. Throws TypeError for others. */
export function raiseAny(w_obj: W_Root): OperationError {
  if (w_obj instanceof W_BaseException) return raiseValue(w_obj);
  if (w_obj instanceof W_Type && w_obj.isSubtype(baseExceptionType)) {
    const w_value = call0(w_obj);
    if (w_value instanceof W_BaseException) return raiseValue(w_value);
    throw typeError(
      `calling ${reprText(w_obj)} should have returned an instance of BaseException, not ${
        reprText(type(w_value))
      }`,
    );
  }
  return typeError("exceptions must derive from BaseException");
}

/** An exception of class `w_type` made with several arguments. */
export function operationErrorItems(w_type: W_Type, items: FixedArray<W_Root>): OperationError {
  const w_value = callItems(w_type, items);
  return new OperationError(w_type, "", null, w_value as W_BaseException);
}

/** Gives an AttributeError its `name` and `obj`. */
export function withAttributeContext(error: OperationError, w_obj: W_Root, name: W_Str): OperationError {
  if (!error.matches(attributeErrorType)) return error;
  const w_value = getValue(error);
  if (w_value instanceof W_AttributeError) {
    w_value.w_name = name;
    w_value.w_obj = w_obj;
  }
  return error;
}

/** The same for an AttributeError that somebody else raised: only when it has neither. */
export function withMissingContext(error: OperationError, w_obj: W_Root, name: W_Str): OperationError {
  if (!error.matches(attributeErrorType)) return error;
  const w_value = getValue(error);
  if (w_value instanceof W_AttributeError && w_value.w_name === w_None && w_value.w_obj === w_None) {
    w_value.w_name = name;
    w_value.w_obj = w_obj;
  }
  return error;
}

/** A NameError for `name`, with the field set. */
export function nameError(w_type: W_Type, message: string, name: W_Str): OperationError {
  const error = new OperationError(w_type, message, null, null);
  const w_value = getValue(error);
  if (w_value instanceof W_NameError && w_type.isSubtype(nameErrorType)) w_value.w_name = name;
  return error;
}

/** The value of a StopIteration on its way: the result of a generator. */
export function stopIterationValue(error: OperationError): W_Root {
  if (error.w_value === null && error.w_type === stopIterationType) return error.w_argument ?? w_None;
  const w_value = getValue(error);
  return w_value instanceof W_StopIteration ? w_value.w_result : w_None;
}

/** A plain exception object with one text argument, made without running Python code. */
export function newException(w_type: W_Type, text: string): W_BaseException {
  return new W_BaseException(w_type.instanceMap, text === "" ? w_emptyTuple : newTuple1(fromRts(text)));
}
