/** The values of numeric literals. */
import type { ConstantValue } from "../ast/nodes.ts";

/** Python's default for the length of a decimal integer that may be converted. */
export const INT_MAX_STR_DIGITS = 4300;

/** An integer literal beyond the limit; `message` is what `int()` would say of it. */
export class TooManyDigits extends Error {
  constructor(limit: number, digits: number) {
    super(
      `Exceeds the limit (${limit}) for integer string conversion: value has ${digits} digits; ` +
        "use sys.set_int_max_str_digits() to increase the limit",
    );
  }
}

/** The value of a numeric literal as the tokenizer accepts it. `limit` is of digits, 0 for none. */
export function parseNumber(text: string, limit: number = INT_MAX_STR_DIGITS): ConstantValue {
  if (text.includes("_")) text = text.replaceAll("_", "");
  const second = text.length > 1 ? text.charCodeAt(1) | 32 : 0;
  if (second === 120 || second === 111 || second === 98) return { type: "int", value: BigInt(text) };
  const last = text.charCodeAt(text.length - 1) | 32;
  if (last === 106) return { type: "complex", real: 0, imag: Number(text.slice(0, -1)) };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return { type: "float", value: Number(text) };
  }
  if (limit > 0 && text.length > limit) throw new TooManyDigits(limit, text.length);
  return { type: "int", value: BigInt(text) };
}
