/** `RBigInt` from and to bytes, as `int.to_bytes` and `int.from_bytes` see them. */
import { type bool, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { SHIFT } from "./natural.ts";
import { RBigInt } from "./rbigint.ts";
import { bitLength, hasLowBits } from "./bits.ts";

/** Whether the value fits `length` bytes. A negative value only fits when they are `signed`. */
export function fitsBytes(a: RBigInt, length: i32, signed: bool): bool {
  const bits = bitLength(a);
  if (!signed) return a.sign >= 0 && bits <= 8 * length;
  if (a.sign === 0) return true;
  if (bits < 8 * length) return true;
  // The smallest value has one bit more than the largest.
  return a.sign < 0 && bits === 8 * length && !hasLowBits(a, bits - 1);
}

/** The two's complement in `length` bytes; null when it does not fit (see {@link fitsBytes}). */
export function toBytes(a: RBigInt, length: i32, bigEndian: bool, signed: bool): Uint8Array | null {
  if (!fitsBytes(a, length, signed)) return null;
  const bytes = new Uint8Array(length);
  let pending: i64 = 0n;
  let held = 0;
  let next = 0;
  let carry = 1;
  for (let i = 0; i < length; i++) {
    if (held < 8 && next < a.size) {
      pending = pending | (i32ToI64(a.digits[next]) << i32ToI64(held));
      held += SHIFT;
      next++;
    }
    let byte = i64ToI32(pending) & 0xff;
    pending = pending >> 8n;
    held -= 8;
    if (a.sign < 0) {
      const sum = (byte ^ 0xff) + carry;
      byte = sum & 0xff;
      carry = sum >> 8;
    }
    bytes[bigEndian ? length - 1 - i : i] = byte;
  }
  return bytes;
}

/** The value of `bytes[start..start+count)`. */
export function fromBytes(bytes: Uint8Array, start: i32, count: i32, bigEndian: bool, signed: bool): RBigInt {
  const top = count === 0 ? 0 : bytes[bigEndian ? start : start + count - 1];
  const negative = signed && top >= 128;
  const digits = new Int32Array(((count * 4 / 15) | 0) + 1);
  let pending: i64 = 0n;
  let held = 0;
  let size = 0;
  let carry = 1;
  for (let i = 0; i < count; i++) {
    let byte = bytes[bigEndian ? start + count - 1 - i : start + i];
    if (negative) {
      const sum = (byte ^ 0xff) + carry;
      byte = sum & 0xff;
      carry = sum >> 8;
    }
    pending = pending | (i32ToI64(byte) << i32ToI64(held));
    held += 8;
    if (held >= SHIFT) {
      digits[size] = i64ToI32(pending & 0x3fffffffn);
      size++;
      pending = pending >> 30n;
      held -= SHIFT;
    }
  }
  if (pending !== 0n) {
    digits[size] = i64ToI32(pending);
    size++;
  }
  return RBigInt.normalized(negative ? -1 : 1, digits, size);
}
