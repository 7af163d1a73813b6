/** Preparing texts for the parsers of numbers, which read ASCII. */
import type { i32 } from "@rts";
import { decimalValue, isSpace } from "../unicode/ctype.ts";
import { StrBuilder } from "./builder.ts";
import type { W_Str } from "./wstr.ts";

/**
 * The text with all decimal digits as ASCII digits and all white space as spaces. The first other code point above
 * 0x7f becomes `?` and ends the result: no parser accepts that. ASCII texts are returned as they are.
 */
export function toAsciiDigits(w_text: W_Str): W_Str {
  if (w_text.asciiOnly) return w_text.plain();
  const out = new StrBuilder(w_text.length);
  for (let i: i32 = 0; i < w_text.length; i++) {
    const c = w_text.charAt(i);
    if (c < 0x80) {
      out.append(c);
    } else if (isSpace(c)) {
      out.append(0x20);
    } else {
      const value = decimalValue(c);
      out.append(value < 0 ? 0x3f : 0x30 + value);
      if (value < 0) break;
    }
  }
  return out.build();
}
