/** `_csv.Error`. */
import { type OperationError, operationError } from "../../core/objspace/errors.ts";
import { exceptionType, moduleException } from "../../core/objspace/exception_types.ts";
import type { W_Type } from "../../core/objspace/type.ts";

export const csvErrorType: W_Type = moduleException("Error", "_csv", exceptionType);

export function csvError(message: string): OperationError {
  return operationError(csvErrorType, message);
}
