/** Which subclass of OSError stands for an error number (PEP 3151), and the exceptions of failed system calls. */
import type { i32, i64 } from "@rts";
import { OperationError } from "./errors.ts";
import * as T from "./exception_types.ts";
import { callItems } from "./call.ts";
import type { W_BaseException } from "./base_exception.ts";
import { newInt32 } from "./int.ts";
import type { W_Root } from "./root.ts";
import { fromRts } from "./str/wstr.ts";
import { newTuple2, newTuple3 } from "./tuple.ts";
import type { W_Type } from "./type.ts";

/** Linux's numbers. */
const CLASSES: Map<i32, W_Type> = new Map<i32, W_Type>([
  [1, T.permissionErrorType],
  [2, T.fileNotFoundErrorType],
  [3, T.processLookupErrorType],
  [4, T.interruptedErrorType],
  [10, T.childProcessErrorType],
  [11, T.blockingIOErrorType],
  [13, T.permissionErrorType],
  [17, T.fileExistsErrorType],
  [20, T.notADirectoryErrorType],
  [21, T.isADirectoryErrorType],
  [32, T.brokenPipeErrorType],
  [103, T.connectionAbortedErrorType],
  [104, T.connectionResetErrorType],
  [108, T.brokenPipeErrorType],
  [110, T.timeoutErrorType],
  [111, T.connectionRefusedErrorType],
  [114, T.blockingIOErrorType],
  [115, T.blockingIOErrorType],
]);

/** The class for an error number. */
export function errnoClass(errno: i64): W_Type {
  if (errno < 0n || errno > 4095n) return T.osErrorType;
  return CLASSES.get(Number(errno) | 0) ?? T.osErrorType;
}

type ErrorText = (errno: i32) => string;
let errorText: ErrorText = (errno) => `error ${errno}`;

/** Installs `strerror` (`modules/posix`). */
export function setErrorText(text: ErrorText): void {
  errorText = text;
}

/** `os.strerror`. */
export function strerror(errno: i32): string {
  return errorText(errno);
}

/** The exception of a system call that answered `-errno`; `w_path` is null when no file is meant. */
export function osError(errno: i32, w_path: W_Root | null): OperationError {
  const w_text = fromRts(errorText(errno));
  const w_args = w_path === null
    ? newTuple2(newInt32(errno), w_text)
    : newTuple3(newInt32(errno), w_text, w_path);
  const w_value = callItems(T.osErrorType, w_args.items) as W_BaseException;
  return new OperationError(w_value.map.w_type, "", null, w_value);
}
