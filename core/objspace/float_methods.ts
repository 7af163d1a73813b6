/** `float`. */
import { type f64, type i32, identityHash } from "@rts";
import { call1 } from "./call.ts";
import { overflowError, typeError, typeName, valueError } from "./errors.ts";
import {
  asIntegerRatio,
  compareBig,
  compareI64,
  floatHash,
  floatHex,
  floatRepr,
  HexReader,
  HexStatus,
  isInteger,
  roundHalfEven,
  roundToPlaces,
} from "./float/mod.ts";
import {
  divideFloats,
  divmodFloats,
  floatToInt,
  floordivFloats,
  isFiniteF64,
  modFloats,
  powerFloats,
} from "./float_arith.ts";
import { floatNew } from "./float_new.ts";
import { newFloat, W_Float, W_FloatBase } from "./float.ts";
import { floatSpecError, layoutFloat } from "./format/mod.ts";
import { intToF64 } from "./int_arith.ts";
import { formatSpecOf } from "./int_format.ts";
import { isAsciiSpace } from "./int_parse.ts";
import { newBool, newInt, newInt32, newLong, W_Integer } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { str } from "./text.ts";
import { indexClamped } from "./truth.ts";
import { newTuple1, newTuple2 } from "./tuple.ts";
import { TypeFlag } from "./type.ts";
import { define } from "./typedef.ts";
import { floatType } from "./types.ts";

function valueOf(w_self: W_Root): f64 {
  return (w_self as W_FloatBase).value;
}

/** True for operands that arithmetic takes: floats and ints. */
function isOperand(w_obj: W_Root): boolean {
  return w_obj instanceof W_FloatBase || w_obj instanceof W_Integer;
}

/** The double of such an operand. Throws OverflowError. */
function operand(w_obj: W_Root): f64 {
  if (w_obj instanceof W_FloatBase) return w_obj.value;
  return intToF64(w_obj as W_Integer);
}

// --- arithmetic ---

function add(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? newFloat(valueOf(w_a) + operand(w_b)) : w_NotImplemented;
}
function sub(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? newFloat(valueOf(w_a) - operand(w_b)) : w_NotImplemented;
}
function rsub(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? newFloat(operand(w_b) - valueOf(w_a)) : w_NotImplemented;
}
function mul(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? newFloat(valueOf(w_a) * operand(w_b)) : w_NotImplemented;
}
function truediv(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? divideFloats(valueOf(w_a), operand(w_b)) : w_NotImplemented;
}
function rtruediv(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? divideFloats(operand(w_b), valueOf(w_a)) : w_NotImplemented;
}
function floordiv(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? floordivFloats(valueOf(w_a), operand(w_b)) : w_NotImplemented;
}
function rfloordiv(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? floordivFloats(operand(w_b), valueOf(w_a)) : w_NotImplemented;
}
function mod(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? modFloats(valueOf(w_a), operand(w_b)) : w_NotImplemented;
}
function rmod(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? modFloats(operand(w_b), valueOf(w_a)) : w_NotImplemented;
}
function divmod(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? divmodFloats(valueOf(w_a), operand(w_b)) : w_NotImplemented;
}
function rdivmod(w_a: W_Root, w_b: W_Root): W_Root {
  return isOperand(w_b) ? divmodFloats(operand(w_b), valueOf(w_a)) : w_NotImplemented;
}
function power(w_a: W_Root, w_b: W_Root, w_modulus: W_Root): W_Root {
  if (w_modulus !== w_None) {
    throw typeError("pow() 3rd argument not allowed unless all arguments are integers");
  }
  return isOperand(w_b) ? powerFloats(valueOf(w_a), operand(w_b)) : w_NotImplemented;
}
function rpower(w_a: W_Root, w_b: W_Root, w_modulus: W_Root): W_Root {
  if (w_modulus !== w_None) {
    throw typeError("pow() 3rd argument not allowed unless all arguments are integers");
  }
  return isOperand(w_b) ? powerFloats(operand(w_b), valueOf(w_a)) : w_NotImplemented;
}

// --- comparison ---

const LESS: i32 = 1;
const EQUAL: i32 = 2;
const GREATER: i32 = 4;
const UNORDERED: i32 = 8;
const NOT_A_NUMBER: i32 = 16;

/** How a float and any object stand: one bit. Exact for integers of any size. */
function relation(x: f64, w_b: W_Root): i32 {
  if (w_b instanceof W_FloatBase) {
    const y = w_b.value;
    return x < y ? LESS : x > y ? GREATER : x === y ? EQUAL : UNORDERED;
  }
  if (!(w_b instanceof W_Integer)) return NOT_A_NUMBER;
  if (x !== x) return UNORDERED;
  const order = w_b.fitsI64() ? compareI64(x, w_b.asI64()) : compareBig(x, w_b.asBigInt());
  return order < 0 ? LESS : order > 0 ? GREATER : EQUAL;
}

function compare(w_a: W_Root, w_b: W_Root, wanted: i32): W_Root {
  const found = relation(valueOf(w_a), w_b);
  return found === NOT_A_NUMBER ? w_NotImplemented : newBool((found & wanted) !== 0);
}

function hash(w_self: W_Root): W_Root {
  const x = valueOf(w_self);
  return x !== x ? newInt32(identityHash(w_self)) : newInt(floatHash(x));
}

function repr(w_self: W_Root): W_Root {
  return fromRts(floatRepr(valueOf(w_self)));
}

// --- methods ---

function plain(w_self: W_Root): W_Root {
  return w_self instanceof W_Float ? w_self : newFloat(valueOf(w_self));
}

function trunc(w_self: W_Root): W_Root {
  return floatToInt(valueOf(w_self));
}

function round(w_self: W_Root, w_places: W_Root): W_Root {
  const x = valueOf(w_self);
  if (w_places === w_None) return floatToInt(roundHalfEven(x));
  const rounded = roundToPlaces(x, indexClamped(w_places));
  if (Math.abs(rounded) === Infinity && isFiniteF64(x)) {
    throw overflowError("rounded value too large to represent");
  }
  return newFloat(rounded);
}

function ratio(w_self: W_Root): W_Root {
  const x = valueOf(w_self);
  if (x !== x) throw valueError("cannot convert NaN to integer ratio");
  if (!isFiniteF64(x)) throw overflowError("cannot convert Infinity to integer ratio");
  const pair = asIntegerRatio(x)!;
  return newTuple2(newLong(pair.quotient), newLong(pair.remainder));
}

/** The text without ASCII white space at its ends. */
function stripped(w_text: W_Str): string {
  let start: i32 = 0;
  let end = w_text.length;
  while (start < end && isAsciiSpace(w_text.charAt(start))) start++;
  while (end > start && isAsciiSpace(w_text.charAt(end - 1))) end--;
  return w_text.substring(start, end).toRts();
}

function fromhex(w_cls: W_Root, w_text: W_Root): W_Root {
  if (!(w_text instanceof W_Str)) throw typeError("bad argument type for built-in operation");
  const reader = new HexReader(stripped(w_text));
  const status = reader.read();
  if (status === HexStatus.Invalid) throw valueError("invalid hexadecimal floating-point string");
  if (status === HexStatus.TooLarge) {
    throw overflowError("hexadecimal value too large to represent as a float");
  }
  const w_float = newFloat(reader.value);
  return w_cls === floatType ? w_float : call1(w_cls, w_float);
}

function format(w_self: W_Root, w_spec: W_Root): W_Root {
  if (w_spec instanceof W_Str && w_spec.length === 0) {
    return w_self instanceof W_Float ? repr(w_self) : str(w_self);
  }
  const spec = formatSpecOf(w_spec, 0);
  const error = floatSpecError(spec, typeName(w_self));
  if (error !== "") throw valueError(error);
  return fromRts(layoutFloat(spec, valueOf(w_self)));
}

const IEEE = "IEEE, little-endian";

function checkKind(w_kind: W_Root, method: string, place: string): string {
  if (!(w_kind instanceof W_Str)) {
    throw typeError(`${method}() argument ${place}must be str, not ${typeName(w_kind)}`);
  }
  const kind = w_kind.toRts();
  if (kind !== "double" && kind !== "float") {
    throw valueError(`${method}() argument 1 must be 'double' or 'float'`);
  }
  return kind;
}

function getFormat(_w_cls: W_Root, w_kind: W_Root): W_Root {
  checkKind(w_kind, "__getformat__", "");
  return fromRts(IEEE);
}

function setFormat(_w_cls: W_Root, w_kind: W_Root, w_format: W_Root): W_Root {
  const kind = checkKind(w_kind, "__setformat__", "1 ");
  if (!(w_format instanceof W_Str)) {
    throw typeError(`__setformat__() argument 2 must be str, not ${typeName(w_format)}`);
  }
  const wanted = w_format.toRts();
  if (wanted === IEEE || wanted === "unknown") return w_None;
  if (wanted === "IEEE, big-endian") {
    throw valueError(`can only set ${kind} format to 'unknown' or the detected platform value`);
  }
  throw valueError(
    "__setformat__() argument 2 must be 'unknown', 'IEEE, little-endian' or 'IEEE, big-endian'",
  );
}

define(floatType, {
  doc: "Convert a string or number to a floating point number, if possible.",
  textSignature: "(x=0, /)",
  flags: TypeFlag.Base | TypeFlag.MatchSelf,
  new: ["($cls, x=<unset>, /)", floatNew],
  methods: {
    __repr__: ["($self, /)", repr],
    __hash__: ["($self, /)", hash],
    __lt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, LESS)],
    __le__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, LESS | EQUAL)],
    __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, EQUAL)],
    __ne__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, LESS | GREATER | UNORDERED),
    ],
    __gt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, GREATER)],
    __ge__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, GREATER | EQUAL)],
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
    __neg__: ["($self, /)", (w_self: W_Root): W_Root => newFloat(-valueOf(w_self))],
    __pos__: ["($self, /)", plain],
    __abs__: ["($self, /)", (w_self: W_Root): W_Root => newFloat(Math.abs(valueOf(w_self)))],
    __bool__: ["($self, /)", (w_self: W_Root): W_Root => newBool(valueOf(w_self) !== 0.0)],
    __int__: ["($self, /)", trunc],
    __float__: ["($self, /)", plain],
    __floordiv__: ["($self, value, /)", floordiv],
    __rfloordiv__: ["($self, value, /)", rfloordiv],
    __truediv__: ["($self, value, /)", truediv],
    __rtruediv__: ["($self, value, /)", rtruediv],
    conjugate: ["($self, /)", plain, "Returns self, the complex conjugate of any float."],
    __trunc__: ["($self, /)", trunc, "The integer closest to the number between 0 and it."],
    __floor__: ["($self, /)", (w_self: W_Root): W_Root => floatToInt(Math.floor(valueOf(w_self)))],
    __ceil__: ["($self, /)", (w_self: W_Root): W_Root => floatToInt(Math.ceil(valueOf(w_self)))],
    __round__: [
      "($self, ndigits=None, /)",
      round,
      "Rounds half to even: to an integer, or to so many decimals.",
    ],
    as_integer_ratio: ["($self, /)", ratio, "The exact value as numerator and denominator."],
    hex: [
      "($self, /)",
      (w_self: W_Root): W_Root => fromRts(floatHex(valueOf(w_self))),
      "The value in base 16.",
    ],
    is_integer: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(isInteger(valueOf(w_self))),
      "True when there is no fraction.",
    ],
    __getnewargs__: ["($self, /)", (w_self: W_Root): W_Root => newTuple1(newFloat(valueOf(w_self)))],
    __format__: ["($self, format_spec, /)", format],
  },
  classmethods: {
    fromhex: ["($type, string, /)", fromhex, "The number of a text in base 16."],
    __getformat__: ["($type, typestr, /)", getFormat],
    __setformat__: ["($type, typestr, fmt, /)", setFormat],
  },
  getsets: {
    real: [plain, null, null, "the real part of a complex number"],
    imag: [(_w_self: W_Root): W_Root => newFloat(0.0), null, null, "the imaginary part of a complex number"],
  },
});
