/** `repr` of bytes. */
import type { bool, i32 } from "@rts";
import { ByteBuilder } from "../unicode/bytebuilder.ts";
import { hexDigit } from "../unicode/escapes.ts";
import { asciiStr, type W_Str } from "../str/wstr.ts";

/**
 * `b'…'` of the bytes in `[start, end)`; double quotes where that spares escapes. Single quotes are escaped within
 * double ones too where the caller says so: `bytearray` does that.
 */
export function reprBytes(data: Uint8Array, start: i32, end: i32, escapesSingle: bool): W_Str {
  const quote = quoteFor(data, start, end);
  const out = new ByteBuilder(end - start + 3);
  out.append(0x62);
  out.append(quote);
  for (let i = start; i < end; i++) {
    const byte: i32 = data[i];
    if (byte >= 0x20 && byte < 0x7f && byte !== quote && byte !== 0x5c && (byte !== 0x27 || !escapesSingle)) {
      out.append(byte);
    } else appendEscape(out, byte);
  }
  out.append(quote);
  return asciiStr(out.build());
}

function quoteFor(data: Uint8Array, start: i32, end: i32): i32 {
  let hasSingle = false;
  for (let i = start; i < end; i++) {
    if (data[i] === 0x22) return 0x27;
    if (data[i] === 0x27) hasSingle = true;
  }
  return hasSingle ? 0x22 : 0x27;
}

function appendEscape(out: ByteBuilder, byte: i32): void {
  out.append(0x5c);
  if (byte === 9) out.append(0x74);
  else if (byte === 10) out.append(0x6e);
  else if (byte === 13) out.append(0x72);
  else if (byte === 0x27 || byte === 0x5c || byte === 0x22) out.append(byte);
  else {
    out.append(0x78);
    out.append(hexDigit(byte >> 4));
    out.append(hexDigit(byte & 15));
  }
}
