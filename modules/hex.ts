/** Bytes as hexadecimal text, for the lines of trials. */
import { type i32, StringBuilder } from "@rts";

const DIGITS = "0123456789abcdef";

/** The bytes that `text` spells. */
export function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = DIGITS.indexOf(text.charAt(2 * i), 0) * 16 + DIGITS.indexOf(text.charAt(2 * i + 1), 0);
  }
  return bytes;
}

/** The first `length` of `bytes` as text. */
export function toHex(bytes: Uint8Array, length: i32): string {
  const text = new StringBuilder();
  for (let i = 0; i < length; i++) text.append(DIGITS.charAt(bytes[i] >> 4) + DIGITS.charAt(bytes[i] & 15));
  return text.toString();
}
