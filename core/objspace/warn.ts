/** Warnings issued by RTS code: through the `warnings` machinery once it is there, dropped before. */
import type { i32 } from "@rts";
import { deprecationWarningType } from "./exception_types.ts";
import type { W_Type } from "./type.ts";

type WarnFunction = (w_category: W_Type, message: string, stackLevel: i32) => void;

let issue: WarnFunction | null = null;

/** Installs the machinery (`modules/_warnings`). */
export function setWarnFunction(warn: WarnFunction): void {
  issue = warn;
}

/** Issues a warning. Throws it when the filters turn it into an error. */
export function warn(w_category: W_Type, message: string, stackLevel: i32): void {
  const function_ = issue;
  if (function_ !== null) function_(w_category, message, stackLevel);
}

/** Issues a DeprecationWarning at the caller. */
export function warnDeprecated(message: string): void {
  warn(deprecationWarningType, message, 1);
}
