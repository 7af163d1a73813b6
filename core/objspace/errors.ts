/**
 * Python exceptions as they travel through RTS code: one RTS exception class, {@link OperationError}, as in PyPy.
 * It names the class and the message; the exception object is made when somebody looks at it.
 */
import { Exception, StackOverflowError } from "@rts";
import type { W_BaseException } from "./base_exception.ts";
import {
  attributeErrorType,
  indexErrorType,
  keyErrorType,
  overflowErrorType,
  recursionErrorType,
  runtimeErrorType,
  stopIterationType,
  systemErrorType,
  typeErrorType,
  valueErrorType,
  zeroDivisionErrorType,
} from "./exception_types.ts";
import type { W_Root } from "./root.ts";
import type { W_Traceback } from "./traceback.ts";
import type { W_Type } from "./type.ts";
import { W_Object } from "./object.ts";

/** A Python exception on its way. Throw it; catch it; `getValue` of `exceptions.ts` gives the object. */
export class OperationError extends Exception {
  /** The class, while there is no object. */
  readonly w_type: W_Type;
  /** What the class is called with to make the object; null for nothing but the message. */
  w_argument: W_Root | null;
  /** The exception object, once made. */
  w_value: W_BaseException | null;
  /** What the object's traceback becomes. */
  w_traceback: W_Traceback | null = null;
  /** `__context__` was settled: raising anew does not set it again. */
  hasContext: boolean = false;
  /** The frame that raises it anew stands in the traceback already. */
  keepsTraceback: boolean = false;

  constructor(w_type: W_Type, message: string, w_argument: W_Root | null, w_value: W_BaseException | null) {
    super(message);
    this.w_type = w_type;
    this.w_argument = w_argument;
    this.w_value = w_value;
  }

  /** True when the exception is an instance of `w_class`. */
  matches(w_class: W_Type): boolean {
    return this.w_type.isSubtype(w_class);
  }
}

/** An exception of class `w_type` with a message. */
export function operationError(w_type: W_Type, message: string): OperationError {
  return new OperationError(w_type, message, null, null);
}

/** An exception of class `w_type` with one argument that is not a message (`KeyError(key)`). */
export function operationErrorWith(w_type: W_Type, w_argument: W_Root): OperationError {
  return new OperationError(w_type, "", w_argument, null);
}

export function typeError(message: string): OperationError {
  return operationError(typeErrorType, message);
}
export function valueError(message: string): OperationError {
  return operationError(valueErrorType, message);
}
export function indexError(message: string): OperationError {
  return operationError(indexErrorType, message);
}
export function attributeError(message: string): OperationError {
  return operationError(attributeErrorType, message);
}
export function runtimeError(message: string): OperationError {
  return operationError(runtimeErrorType, message);
}
export function systemError(message: string): OperationError {
  return operationError(systemErrorType, message);
}
export function overflowError(message: string): OperationError {
  return operationError(overflowErrorType, message);
}
export function zeroDivisionError(message: string): OperationError {
  return operationError(zeroDivisionErrorType, message);
}
export function keyError(w_key: W_Root): OperationError {
  return operationErrorWith(keyErrorType, w_key);
}
/** `StopIteration`, with a value or without (null). Iterators at RTS level return null from `next` instead. */
export function stopIteration(w_value: W_Root | null): OperationError {
  return new OperationError(stopIterationType, "", w_value, null);
}

/** Name of the class of `w_obj` as error messages show it: that of a built-in module's class with the module. */
export function typeName(w_obj: W_Root): string {
  return classNameOf(w_obj instanceof W_Object ? w_obj.map.w_type : w_obj.typeOf());
}

/** Name of a class as error messages show it: classes of built-in modules with their module. */
export function classNameOf(w_type: W_Type): string {
  const name = w_type.name.toRts();
  return w_type.module === "builtins" || w_type.isHeap() ? name : `${w_type.module}.${name}`;
}

/** What to throw for `e`: an exhausted stack becomes a RecursionError that says where, all else stays. */
export function stackOverflowIn(e: Exception, where: string): Exception {
  if (!(e instanceof StackOverflowError)) return e;
  return operationError(recursionErrorType, `maximum recursion depth exceeded ${where}`);
}
