/** `int`. */
import { type i32, i32ToI64, i64ToI32 } from "@rts";
import { bitLength64, fitsBytes, hash64, RBigInt } from "./bigint/mod.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { call1, callItems, type } from "./call.ts";
import { overflowError, typeError, typeName, valueError } from "./errors.ts";
import { overflowErrorType } from "./exception_types.ts";
import { newFloat } from "./float.ts";
import {
  addI64s,
  intAbs,
  intAdd,
  intAnd,
  intCompare,
  intDivmod,
  intEquals,
  intFloordiv,
  intInvert,
  intIsZero,
  intLshift,
  intMod,
  intMul,
  intNeg,
  intOr,
  intPow,
  intPowmod,
  intRoundToTens,
  intRshift,
  intSign,
  intSub,
  intToF64,
  intTruediv,
  intXor,
  mulI64s,
  subI64s,
} from "./int_arith.ts";
import { formatInt } from "./int_format.ts";
import { intNew } from "./int_new.ts";
import { intText } from "./int_text.ts";
import { newBool, newInt, newInt32, newLong, W_Int, W_Integer } from "./int.ts";
import { BufferFlag } from "./buffer.ts";
import { newFixedArrayOf } from "./arrays.ts";
import { iter } from "./iteration.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented, w_unset } from "./singletons.ts";
import { Special } from "./special.ts";
import { W_Str } from "./str/wstr.ts";
import { index, indexI64, isTrue } from "./truth.ts";
import { newTuple1, newTuple2 } from "./tuple.ts";
import { TypeFlag } from "./type.ts";
import { define } from "./typedef.ts";
import { bytesType, intType } from "./types.ts";

const self = (w_self: W_Root): W_Integer => w_self as W_Integer;

// --- arithmetic: the left operand is an `int`, the right one anything ---

function add(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return addI64s(w_a.value, w_b.value);
  return w_b instanceof W_Integer ? intAdd(w_a as W_Integer, w_b) : w_NotImplemented;
}
function sub(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return subI64s(w_a.value, w_b.value);
  return w_b instanceof W_Integer ? intSub(w_a as W_Integer, w_b) : w_NotImplemented;
}
function rsub(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intSub(w_b, w_a as W_Integer) : w_NotImplemented;
}
function mul(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return mulI64s(w_a.value, w_b.value);
  return w_b instanceof W_Integer ? intMul(w_a as W_Integer, w_b) : w_NotImplemented;
}
function floordiv(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intFloordiv(w_a as W_Integer, w_b) : w_NotImplemented;
}
function rfloordiv(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intFloordiv(w_b, w_a as W_Integer) : w_NotImplemented;
}
function mod(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intMod(w_a as W_Integer, w_b) : w_NotImplemented;
}
function rmod(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intMod(w_b, w_a as W_Integer) : w_NotImplemented;
}
function divmod(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intDivmod(w_a as W_Integer, w_b) : w_NotImplemented;
}
function rdivmod(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intDivmod(w_b, w_a as W_Integer) : w_NotImplemented;
}
function truediv(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intTruediv(w_a as W_Integer, w_b) : w_NotImplemented;
}
function rtruediv(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intTruediv(w_b, w_a as W_Integer) : w_NotImplemented;
}
function power(w_a: W_Root, w_b: W_Root, w_modulus: W_Root): W_Root {
  if (!(w_a instanceof W_Integer && w_b instanceof W_Integer)) return w_NotImplemented;
  if (w_modulus === w_None) return intPow(w_a, w_b);
  return w_modulus instanceof W_Integer ? intPowmod(w_a, w_b, w_modulus) : w_NotImplemented;
}
function rpower(w_a: W_Root, w_b: W_Root, w_modulus: W_Root): W_Root {
  return power(w_b, w_a, w_modulus);
}
function lshift(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intLshift(w_a as W_Integer, w_b) : w_NotImplemented;
}
function rlshift(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intLshift(w_b, w_a as W_Integer) : w_NotImplemented;
}
function rshift(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intRshift(w_a as W_Integer, w_b) : w_NotImplemented;
}
function rrshift(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? intRshift(w_b, w_a as W_Integer) : w_NotImplemented;
}
function and(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return newInt(w_a.value & w_b.value);
  return w_b instanceof W_Integer ? intAnd(w_a as W_Integer, w_b) : w_NotImplemented;
}
function or(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return newInt(w_a.value | w_b.value);
  return w_b instanceof W_Integer ? intOr(w_a as W_Integer, w_b) : w_NotImplemented;
}
function xor(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return newInt(w_a.value ^ w_b.value);
  return w_b instanceof W_Integer ? intXor(w_a as W_Integer, w_b) : w_NotImplemented;
}

// --- comparison ---

function lt(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? newBool(intCompare(w_a as W_Integer, w_b) < 0) : w_NotImplemented;
}
function le(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? newBool(intCompare(w_a as W_Integer, w_b) <= 0) : w_NotImplemented;
}
function gt(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? newBool(intCompare(w_a as W_Integer, w_b) > 0) : w_NotImplemented;
}
function ge(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? newBool(intCompare(w_a as W_Integer, w_b) >= 0) : w_NotImplemented;
}
function eq(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? newBool(intEquals(w_a as W_Integer, w_b)) : w_NotImplemented;
}
function ne(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Integer ? newBool(!intEquals(w_a as W_Integer, w_b)) : w_NotImplemented;
}

function hash(w_self: W_Root): W_Root {
  const w_int = self(w_self);
  return newInt(w_int.fitsI64() ? hash64(w_int.asI64()) : w_int.asBigInt().hash());
}

function plain(w_self: W_Root): W_Root {
  return self(w_self).plain();
}
function zero(_w_self: W_Root): W_Root {
  return newInt(0n);
}
function one(_w_self: W_Root): W_Root {
  return newInt(1n);
}

// --- bits and bytes ---

function bitLength(w_self: W_Root): W_Root {
  const w_int = self(w_self);
  return newInt32(w_int.fitsI64() ? bitLength64(w_int.asI64()) : w_int.asBigInt().bitLength());
}

function bitCount(w_self: W_Root): W_Root {
  const w_int = self(w_self);
  if (!w_int.fitsI64()) return newInt32(w_int.asBigInt().bitCount());
  const value = w_int.asI64();
  if (value === -0x8000000000000000n) return newInt(1n);
  let rest = value < 0n ? -value : value;
  let count: i32 = 0;
  for (; rest !== 0n; count++) rest = rest & (rest - 1n);
  return newInt32(count);
}

/** Whether `byteorder` is "big". Throws TypeError, ValueError. */
function isBigEndian(w_order: W_Root, method: string): boolean {
  if (!(w_order instanceof W_Str)) {
    throw typeError(`${method}() argument 'byteorder' must be str, not ${typeName(w_order)}`);
  }
  const order = w_order.toRts();
  if (order === "big") return true;
  if (order === "little") return false;
  throw valueError("byteorder must be either 'little' or 'big'");
}

function toBytes(w_self: W_Root, w_length: W_Root, w_order: W_Root, w_signed: W_Root): W_Root {
  const length = indexI64(w_length, overflowErrorType);
  const isBig = isBigEndian(w_order, "to_bytes");
  const signed = isTrue(w_signed);
  if (length < 0n) throw valueError("length argument must be non-negative");
  const value = self(w_self).asBigInt();
  if (!signed && value.sign < 0) throw overflowError("can't convert negative int to unsigned");
  if (length > 0x7ffffff0n) throw overflowError("Python int too large to convert to C ssize_t");
  if (!fitsBytes(value, i64ToI32(length), signed)) throw overflowError("int too big to convert");
  return newBytes(value.toBytes(i64ToI32(length), isBig, signed)!);
}

/** The bytes of what `from_bytes` takes: `bytes(w_obj)`, but of no length. */
function bytesArgument(w_obj: W_Root): Uint8Array {
  if (w_obj instanceof W_Bytes && w_obj.getMap() === null) return w_obj.data;
  if (type(w_obj).special[Special.Bytes] === null) {
    const buffer = w_obj.acquireBuffer(BufferFlag.Simple);
    if (buffer !== null) {
      const bytes = buffer.toBytes();
      buffer.release();
      return bytes;
    }
    const special = type(w_obj).special;
    const isIterable = special[Special.Iter] !== null || special[Special.Getitem] !== null;
    if (w_obj instanceof W_Str || !isIterable) {
      throw typeError(`cannot convert '${typeName(w_obj)}' object to bytes`);
    }
    return (callItems(bytesType, newFixedArrayOf<W_Root>([iter(w_obj)])) as W_Bytes).data;
  }
  return (call1(bytesType, w_obj) as W_Bytes).data;
}

function fromBytes(w_cls: W_Root, w_bytes: W_Root, w_order: W_Root, w_signed: W_Root): W_Root {
  const isBig = isBigEndian(w_order, "from_bytes");
  const signed = isTrue(w_signed);
  const bytes = bytesArgument(w_bytes);
  const w_int = newLong(RBigInt.fromBytes(bytes, 0, bytes.length, isBig, signed));
  return w_cls === intType ? w_int : call1(w_cls, w_int);
}

// --- the rest ---

function round(w_self: W_Root, w_places: W_Root): W_Root {
  if (w_places === w_unset) return self(w_self).plain();
  const w_count = index(w_places);
  if (intSign(w_count) >= 0) return self(w_self).plain();
  return intRoundToTens(self(w_self), intNeg(w_count));
}

/** CPython's size: a header of 24 bytes, four for each digit of 30 bits. */
function sizeOf(w_self: W_Root): W_Root {
  return newInt(24n + 4n * i32ToI64(self(w_self).asBigInt().size));
}

define(intType, {
  doc:
    "int([x]) -> integer\nint(x, base=10) -> integer\n\nAn integer of any size, made of a number or of a text in the given base.",
  flags: TypeFlag.Base | TypeFlag.MatchSelf,
  new: ["($cls, x=<unset>, /, base=<unset>)", intNew],
  methods: {
    __repr__: ["($self, /)", (w_self: W_Root): W_Root => intText(self(w_self))],
    __hash__: ["($self, /)", hash],
    __lt__: ["($self, value, /)", lt],
    __le__: ["($self, value, /)", le],
    __eq__: ["($self, value, /)", eq],
    __ne__: ["($self, value, /)", ne],
    __gt__: ["($self, value, /)", gt],
    __ge__: ["($self, value, /)", ge],
    __add__: ["($self, value, /)", add],
    __radd__: ["($self, value, /)", add],
    __sub__: ["($self, value, /)", sub],
    __rsub__: ["($self, value, /)", rsub],
    __mul__: ["($self, value, /)", mul],
    __rmul__: ["($self, value, /)", mul],
    __mod__: ["($self, value, /)", mod],
    __rmod__: ["($self, value, /)", rmod],
    __divmod__: ["($self, value, /)", divmod],
    __rdivmod__: ["($self, value, /)", rdivmod],
    __pow__: ["($self, value, mod=None, /)", power],
    __rpow__: ["($self, value, mod=None, /)", rpower],
    __neg__: ["($self, /)", (w_self: W_Root): W_Root => intNeg(self(w_self))],
    __pos__: ["($self, /)", plain],
    __abs__: ["($self, /)", (w_self: W_Root): W_Root => intAbs(self(w_self))],
    __bool__: ["($self, /)", (w_self: W_Root): W_Root => newBool(!intIsZero(self(w_self)))],
    __invert__: ["($self, /)", (w_self: W_Root): W_Root => intInvert(self(w_self))],
    __lshift__: ["($self, value, /)", lshift],
    __rlshift__: ["($self, value, /)", rlshift],
    __rshift__: ["($self, value, /)", rshift],
    __rrshift__: ["($self, value, /)", rrshift],
    __and__: ["($self, value, /)", and],
    __rand__: ["($self, value, /)", and],
    __xor__: ["($self, value, /)", xor],
    __rxor__: ["($self, value, /)", xor],
    __or__: ["($self, value, /)", or],
    __ror__: ["($self, value, /)", or],
    __int__: ["($self, /)", plain],
    __float__: ["($self, /)", (w_self: W_Root): W_Root => newFloat(intToF64(self(w_self)))],
    __floordiv__: ["($self, value, /)", floordiv],
    __rfloordiv__: ["($self, value, /)", rfloordiv],
    __truediv__: ["($self, value, /)", truediv],
    __rtruediv__: ["($self, value, /)", rtruediv],
    __index__: ["($self, /)", plain],
    conjugate: ["($self, /)", plain, "Returns self, the complex conjugate of any int."],
    bit_length: ["($self, /)", bitLength, "Number of bits that the magnitude needs."],
    bit_count: ["($self, /)", bitCount, "Number of ones in the binary form of the magnitude."],
    to_bytes: ["($self, /, length, byteorder, *, signed=False)", toBytes, "The integer as bytes."],
    as_integer_ratio: [
      "($self, /)",
      (w_self: W_Root): W_Root => newTuple2(self(w_self).plain(), newInt(1n)),
      "Numerator and denominator: the integer itself and 1.",
    ],
    __trunc__: ["($self, /)", plain, "The integer itself."],
    __floor__: ["($self, /)", plain, "The integer itself."],
    __ceil__: ["($self, /)", plain, "The integer itself."],
    __round__: ["($self, ndigits=<unset>, /)", round, "Rounds to a power of ten."],
    __getnewargs__: ["($self, /)", (w_self: W_Root): W_Root => newTuple1(self(w_self).plain())],
    __format__: ["($self, format_spec, /)", formatInt],
    __sizeof__: ["($self, /)", sizeOf, "Size in memory, in bytes."],
  },
  classmethods: {
    from_bytes: [
      "($type, /, bytes, byteorder, *, signed=False)",
      fromBytes,
      "The integer that bytes represent.",
    ],
  },
  getsets: {
    real: [plain, null, null, "the real part of a complex number"],
    imag: [zero, null, null, "the imaginary part of a complex number"],
    numerator: [plain, null, null, "the numerator of a rational number in lowest terms"],
    denominator: [one, null, null, "the denominator of a rational number in lowest terms"],
  },
});
