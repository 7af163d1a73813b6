/** The built-in exception classes, empty, with their bases. `exceptions.ts` fills them. */
import type { W_Type } from "./type.ts";
import { moduleClass, objectType } from "./types.ts";

/** Base of each exception class. */
export const EXCEPTION_BASES: Map<W_Type, W_Type> = new Map();

function exception(name: string, base: W_Type): W_Type {
  const w_type = moduleClass(name, "builtins");
  EXCEPTION_BASES.set(w_type, base);
  return w_type;
}

/** An exception class of a built-in module. */
export function moduleException(name: string, module: string, base: W_Type): W_Type {
  const w_type = moduleClass(name, module);
  EXCEPTION_BASES.set(w_type, base);
  return w_type;
}

export const baseExceptionType: W_Type = exception("BaseException", objectType);
export const exceptionType: W_Type = exception("Exception", baseExceptionType);
export const systemExitType: W_Type = exception("SystemExit", baseExceptionType);
export const keyboardInterruptType: W_Type = exception("KeyboardInterrupt", baseExceptionType);
export const generatorExitType: W_Type = exception("GeneratorExit", baseExceptionType);

export const typeErrorType: W_Type = exception("TypeError", exceptionType);
export const stopIterationType: W_Type = exception("StopIteration", exceptionType);
export const stopAsyncIterationType: W_Type = exception("StopAsyncIteration", exceptionType);
export const importErrorType: W_Type = exception("ImportError", exceptionType);
export const moduleNotFoundErrorType: W_Type = exception("ModuleNotFoundError", importErrorType);
export const osErrorType: W_Type = exception("OSError", exceptionType);
export const eofErrorType: W_Type = exception("EOFError", exceptionType);
export const runtimeErrorType: W_Type = exception("RuntimeError", exceptionType);
export const recursionErrorType: W_Type = exception("RecursionError", runtimeErrorType);
export const notImplementedErrorType: W_Type = exception("NotImplementedError", runtimeErrorType);
export const nameErrorType: W_Type = exception("NameError", exceptionType);
export const unboundLocalErrorType: W_Type = exception("UnboundLocalError", nameErrorType);
export const attributeErrorType: W_Type = exception("AttributeError", exceptionType);
export const syntaxErrorType: W_Type = exception("SyntaxError", exceptionType);
export const indentationErrorType: W_Type = exception("IndentationError", syntaxErrorType);
export const tabErrorType: W_Type = exception("TabError", indentationErrorType);
export const lookupErrorType: W_Type = exception("LookupError", exceptionType);
export const indexErrorType: W_Type = exception("IndexError", lookupErrorType);
export const keyErrorType: W_Type = exception("KeyError", lookupErrorType);
export const valueErrorType: W_Type = exception("ValueError", exceptionType);
export const unicodeErrorType: W_Type = exception("UnicodeError", valueErrorType);
export const unicodeEncodeErrorType: W_Type = exception("UnicodeEncodeError", unicodeErrorType);
export const unicodeDecodeErrorType: W_Type = exception("UnicodeDecodeError", unicodeErrorType);
export const unicodeTranslateErrorType: W_Type = exception("UnicodeTranslateError", unicodeErrorType);
export const assertionErrorType: W_Type = exception("AssertionError", exceptionType);
export const arithmeticErrorType: W_Type = exception("ArithmeticError", exceptionType);
export const floatingPointErrorType: W_Type = exception("FloatingPointError", arithmeticErrorType);
export const overflowErrorType: W_Type = exception("OverflowError", arithmeticErrorType);
export const zeroDivisionErrorType: W_Type = exception("ZeroDivisionError", arithmeticErrorType);
export const systemErrorType: W_Type = exception("SystemError", exceptionType);
export const referenceErrorType: W_Type = exception("ReferenceError", exceptionType);
export const memoryErrorType: W_Type = exception("MemoryError", exceptionType);
export const bufferErrorType: W_Type = exception("BufferError", exceptionType);
export const blockingIOErrorType: W_Type = exception("BlockingIOError", osErrorType);
export const connectionErrorType: W_Type = exception("ConnectionError", osErrorType);
export const brokenPipeErrorType: W_Type = exception("BrokenPipeError", connectionErrorType);
export const connectionAbortedErrorType: W_Type = exception("ConnectionAbortedError", connectionErrorType);
export const connectionRefusedErrorType: W_Type = exception("ConnectionRefusedError", connectionErrorType);
export const connectionResetErrorType: W_Type = exception("ConnectionResetError", connectionErrorType);
export const childProcessErrorType: W_Type = exception("ChildProcessError", osErrorType);
export const fileExistsErrorType: W_Type = exception("FileExistsError", osErrorType);
export const fileNotFoundErrorType: W_Type = exception("FileNotFoundError", osErrorType);
export const isADirectoryErrorType: W_Type = exception("IsADirectoryError", osErrorType);
export const notADirectoryErrorType: W_Type = exception("NotADirectoryError", osErrorType);
export const interruptedErrorType: W_Type = exception("InterruptedError", osErrorType);
export const permissionErrorType: W_Type = exception("PermissionError", osErrorType);
export const processLookupErrorType: W_Type = exception("ProcessLookupError", osErrorType);
export const timeoutErrorType: W_Type = exception("TimeoutError", osErrorType);

export const warningType: W_Type = exception("Warning", exceptionType);
export const userWarningType: W_Type = exception("UserWarning", warningType);
export const encodingWarningType: W_Type = exception("EncodingWarning", warningType);
export const deprecationWarningType: W_Type = exception("DeprecationWarning", warningType);
export const pendingDeprecationWarningType: W_Type = exception("PendingDeprecationWarning", warningType);
export const syntaxWarningType: W_Type = exception("SyntaxWarning", warningType);
export const runtimeWarningType: W_Type = exception("RuntimeWarning", warningType);
export const futureWarningType: W_Type = exception("FutureWarning", warningType);
export const importWarningType: W_Type = exception("ImportWarning", warningType);
export const unicodeWarningType: W_Type = exception("UnicodeWarning", warningType);
export const bytesWarningType: W_Type = exception("BytesWarning", warningType);
export const resourceWarningType: W_Type = exception("ResourceWarning", warningType);
