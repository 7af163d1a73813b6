/** `repr` and `ascii` of a text: quotes, escapes of what is not printable, of backslashes and of the quote. */
import type { bool, i32 } from "@rts";
import { isPrintable } from "../unicode/ctype.ts";
import { appendHex } from "../unicode/escapes.ts";
import { StrBuilder } from "./builder.ts";
import { findChar } from "./find.ts";
import type { W_Str } from "./wstr.ts";

/** `repr(text)`. */
export function repr(w_text: W_Str): W_Str {
  return quoted(w_text, false);
}

/** `ascii(text)`: like `repr`, with everything above 0x7f escaped. */
export function asciiRepr(w_text: W_Str): W_Str {
  return quoted(w_text, true);
}

function quoted(w_text: W_Str, asciiOnly: bool): W_Str {
  const length = w_text.length;
  const kind: i32 = w_text.kind, data = w_text.data;
  // Double quotes only where that spares escapes.
  const isDouble = findChar(kind, data, 0x27, 0, length) >= 0 && findChar(kind, data, 0x22, 0, length) < 0;
  const quote: i32 = isDouble ? 0x22 : 0x27;
  const out = new StrBuilder(length + 2);
  out.append(quote);
  let start: i32 = 0;
  for (let i: i32 = 0; i < length; i++) {
    const c = w_text.charAt(i);
    const isPlain = c < 0x80
      ? c >= 0x20 && c < 0x7f && c !== quote && c !== 0x5c
      : !asciiOnly && isPrintable(c);
    if (isPlain) continue;
    out.appendSubstring(w_text, start, i);
    appendEscape(out, c);
    start = i + 1;
  }
  out.appendSubstring(w_text, start, length);
  out.append(quote);
  return out.build();
}

function appendEscape(out: StrBuilder, c: i32): void {
  const short: i32 = c === 10 ? 0x6e : c === 13 ? 0x72 : c === 9 ? 0x74 : 0;
  if (short !== 0) {
    out.append(0x5c);
    out.append(short);
  } else if (c === 0x5c || c === 0x27 || c === 0x22) {
    out.append(0x5c);
    out.append(c);
  } else {
    appendHex(out, c);
  }
}

/** `text` with everything above 0x7f escaped: what `ascii()` makes of a `repr`. */
export function escapeNonAscii(w_text: W_Str): W_Str {
  if (w_text.asciiOnly) return w_text;
  const out = new StrBuilder(w_text.length + 8);
  for (let i: i32 = 0; i < w_text.length; i++) {
    const c = w_text.charAt(i);
    if (c < 0x80) out.append(c);
    else appendEscape(out, c);
  }
  return out.build();
}
