/** Formatted strings. */
import type { i32 } from "@rts";
import type { W_Root } from "../objspace/root.ts";
import { StrBuilder } from "../objspace/str/builder.ts";
import { EMPTY, type W_Str } from "../objspace/str/wstr.ts";
import { ascii, format, repr, str } from "../objspace/text.ts";
import type { PyFrame } from "./frame.ts";

const CONVERSION_STR: i32 = 1;
const CONVERSION_REPR: i32 = 2;
const CONVERSION_ASCII: i32 = 3;
const HAS_SPEC: i32 = 4;

/** `FORMAT_VALUE`: the value at `at`, after it the specification when the argument says so. */
export function formatValue(frame: PyFrame, at: i32, arg: i32): W_Root {
  let w_value = frame.slots[at]!;
  const w_spec = (arg & HAS_SPEC) !== 0 ? frame.slots[at + 1] as W_Str : EMPTY;
  switch (arg & 3) {
    case CONVERSION_STR:
      w_value = str(w_value);
      break;
    case CONVERSION_REPR:
      w_value = repr(w_value);
      break;
    case CONVERSION_ASCII:
      w_value = ascii(w_value);
      break;
  }
  return format(w_value, w_spec);
}

/** `BUILD_STRING`: the strings at `at` together. */
export function buildString(frame: PyFrame, at: i32, count: i32): W_Root {
  const builder = new StrBuilder();
  for (let i = 0; i < count; i++) builder.appendStr(frame.slots[at + i] as W_Str);
  return builder.build();
}
