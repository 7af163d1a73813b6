/** Exceptions that nobody can catch: those of finalizers and callbacks. `sys.unraisablehook` gets them. */
import { printError } from "@rts";
import type { OperationError } from "../objspace/errors.ts";
import { getValue } from "../objspace/exceptions.ts";
import type { W_Root } from "../objspace/root.ts";
import { fullTypeName } from "../objspace/type_names.ts";
import { reprText, strText } from "../objspace/text.ts";
import { type } from "../objspace/call.ts";

type UnraisableWriter = (error: OperationError, message: string | null, w_object: W_Root | null) => void;

let writer: UnraisableWriter = writePlainly;

/** Installs what calls `sys.unraisablehook` (`modules/sys`). It must not throw. */
export function setUnraisableWriter(write: UnraisableWriter): void {
  writer = write;
}

/** Reports an exception; `message` is "Exception ignored in" where null. `w_object` is where it came from. */
export function writeUnraisable(
  error: OperationError,
  message: string | null,
  w_object: W_Root | null,
): void {
  writer(error, message, w_object);
}

/** Without `sys`: one line to standard error. */
function writePlainly(error: OperationError, message: string | null, w_object: W_Root | null): void {
  const w_value = getValue(error);
  const place = w_object === null ? "" : reprText(w_object);
  const text = strText(w_value);
  const shown = text === "" ? fullTypeName(type(w_value)) : `${fullTypeName(type(w_value))}: ${text}`;
  printError(`${message ?? "Exception ignored in"}: ${place}\n${shown}`);
}
