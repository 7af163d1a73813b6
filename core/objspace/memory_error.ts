/** `MemoryError` for sizes that no storage has. */
import { type OperationError, operationError } from "./errors.ts";
import { memoryErrorType } from "./exception_types.ts";

export function memoryError(): OperationError {
  return operationError(memoryErrorType, "");
}
