/**
 * The handler `surrogatepass`: lone surrogates as the bytes that a codec of UTF would give them if it could. It
 * works for the encodings of {@link surrogateForm} only; elsewhere the error stands.
 */
import type { bool, i32 } from "@rts";
import type { StrBuilder } from "../str/builder.ts";
import type { W_Str } from "../str/wstr.ts";
import type { ByteBuilder } from "./bytebuilder.ts";

const enum Form {
  None = 0,
  Utf8 = 1,
  Utf16Le = 2,
  Utf16Be = 3,
  Utf32Le = 4,
  Utf32Be = 5,
}

const BYTES: i32[] = [0, 3, 2, 2, 4, 4];

const FORM_NAMES: string[] = ["utf8", "utf16", "utf16le", "utf16be", "utf32", "utf32le", "utf32be", "cputf8"];
const FORMS: i32[] = [1, 2, 2, 3, 4, 4, 5, 1];

/** How an encoding writes a surrogate, by its name; case and single separators do not matter. */
function surrogateForm(encoding: string): i32 {
  const name = encoding.toLowerCase().replaceAll("-", "").replaceAll("_", "");
  for (let i = 0; i < FORM_NAMES.length; i++) if (FORM_NAMES[i] === name) return FORMS[i];
  return Form.None;
}

/** Appends the surrogate that stands at `start` of `data`; the position after it, or `start` when there is none. */
export function decodeSurrogate(encoding: string, data: Uint8Array, start: i32, out: StrBuilder): i32 {
  const form = surrogateForm(encoding);
  const end = start + BYTES[form];
  if (form === Form.None || end > data.length) return start;
  const c = readUnit(form, data, start);
  if (c < 0xd800 || c > 0xdfff) return start;
  out.append(c);
  return end;
}

function readUnit(form: i32, data: Uint8Array, at: i32): i32 {
  const a: i32 = data[at], b: i32 = data[at + 1];
  if (form === Form.Utf16Le) return b << 8 | a;
  if (form === Form.Utf16Be) return a << 8 | b;
  const c: i32 = data[at + 2];
  if (form === Form.Utf8) {
    const wellFormed = (a & 0xf0) === 0xe0 && (b & 0xc0) === 0x80 && (c & 0xc0) === 0x80;
    return wellFormed ? (a & 15) << 12 | (b & 63) << 6 | (c & 63) : -1;
  }
  const d: i32 = data[at + 3];
  return form === Form.Utf32Le ? d << 24 | c << 16 | b << 8 | a : a << 24 | b << 16 | c << 8 | d;
}

/** Appends the bytes of code points `[start, end)` if all are surrogates; false otherwise. */
export function encodeSurrogate(
  encoding: string,
  w_text: W_Str,
  start: i32,
  end: i32,
  out: ByteBuilder,
): bool {
  const form = surrogateForm(encoding);
  if (form === Form.None) return false;
  for (let i = start; i < end; i++) if ((w_text.charAt(i) & 0x1ff800) !== 0xd800) return false;
  for (let i = start; i < end; i++) writeUnit(form, w_text.charAt(i), out);
  return true;
}

function writeUnit(form: i32, c: i32, out: ByteBuilder): void {
  if (form === Form.Utf8) {
    out.append(0xe0 | c >> 12);
    out.append(0x80 | c >> 6 & 63);
    out.append(0x80 | c & 63);
    return;
  }
  if (form === Form.Utf32Be) writeZeros(out);
  if (form === Form.Utf16Le || form === Form.Utf32Le) {
    out.append(c & 0xff);
    out.append(c >> 8);
  } else {
    out.append(c >> 8);
    out.append(c & 0xff);
  }
  if (form === Form.Utf32Le) writeZeros(out);
}

function writeZeros(out: ByteBuilder): void {
  out.append(0);
  out.append(0);
}
