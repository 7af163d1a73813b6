/** `complex`. */
import { type i64, wrap64 } from "@rts";
import { overflowError, typeName, valueError, zeroDivisionError } from "./errors.ts";
import { complexNew } from "./complex_new.ts";
import { newComplex, W_Complex } from "./complex.ts";
import {
  complexDiv,
  complexMul,
  complexPow,
  complexRepr,
  type ComplexResult,
  ComplexStatus,
} from "./complex/core.ts";
import { compareBig, compareI64, floatHash, hypot } from "./float/mod.ts";
import { isFiniteF64 } from "./float_arith.ts";
import { newFloat, W_FloatBase } from "./float.ts";
import { complexSpecError, layoutComplex } from "./format/mod.ts";
import { intToF64 } from "./int_arith.ts";
import { formatSpecOf } from "./int_format.ts";
import { newBool, newInt, W_Integer } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { str } from "./text.ts";
import { newTuple2 } from "./tuple.ts";
import { TypeFlag } from "./type.ts";
import { define } from "./typedef.ts";
import { complexType } from "./types.ts";

const self = (w_self: W_Root): W_Complex => w_self as W_Complex;

/** The number of an operand; null for objects that are no numbers. Throws OverflowError. */
function operand(w_obj: W_Root): W_Complex | null {
  if (w_obj instanceof W_Complex) return w_obj;
  if (w_obj instanceof W_FloatBase) return newComplex(w_obj.value, 0.0);
  if (w_obj instanceof W_Integer) return newComplex(intToF64(w_obj), 0.0);
  return null;
}

// --- arithmetic ---

function add(w_a: W_Root, w_b: W_Root): W_Root {
  const a = self(w_a);
  const b = operand(w_b);
  return b === null ? w_NotImplemented : newComplex(a.real + b.real, a.imag + b.imag);
}
function subtract(a: W_Complex, b: W_Complex): W_Root {
  return newComplex(a.real - b.real, a.imag - b.imag);
}
function sub(w_a: W_Root, w_b: W_Root): W_Root {
  const b = operand(w_b);
  return b === null ? w_NotImplemented : subtract(self(w_a), b);
}
function rsub(w_a: W_Root, w_b: W_Root): W_Root {
  const b = operand(w_b);
  return b === null ? w_NotImplemented : subtract(b, self(w_a));
}
function multiply(a: W_Complex, b: W_Complex): W_Root {
  const product = complexMul(a.real, a.imag, b.real, b.imag);
  return newComplex(product.re, product.im);
}
function mul(w_a: W_Root, w_b: W_Root): W_Root {
  const b = operand(w_b);
  return b === null ? w_NotImplemented : multiply(self(w_a), b);
}
function rmul(w_a: W_Root, w_b: W_Root): W_Root {
  const b = operand(w_b);
  return b === null ? w_NotImplemented : multiply(b, self(w_a));
}
function divide(a: W_Complex, b: W_Complex): W_Root {
  const quotient = complexDiv(a.real, a.imag, b.real, b.imag);
  if (quotient.status !== ComplexStatus.Ok) throw zeroDivisionError("complex division by zero");
  return newComplex(quotient.re, quotient.im);
}
function truediv(w_a: W_Root, w_b: W_Root): W_Root {
  const b = operand(w_b);
  return b === null ? w_NotImplemented : divide(self(w_a), b);
}
function rtruediv(w_a: W_Root, w_b: W_Root): W_Root {
  const b = operand(w_b);
  return b === null ? w_NotImplemented : divide(b, self(w_a));
}
function raise(a: W_Complex, b: W_Complex, w_modulus: W_Root): W_Root {
  if (w_modulus !== w_None) throw valueError("complex modulo");
  const power: ComplexResult = complexPow(a.real, a.imag, b.real, b.imag);
  if (power.status === ComplexStatus.Domain) {
    throw zeroDivisionError("0.0 to a negative or complex power");
  }
  if (power.status === ComplexStatus.Range) throw overflowError("complex exponentiation");
  return newComplex(power.re, power.im);
}
function power(w_a: W_Root, w_b: W_Root, w_modulus: W_Root): W_Root {
  const b = operand(w_b);
  return b === null ? w_NotImplemented : raise(self(w_a), b, w_modulus);
}
function rpower(w_a: W_Root, w_b: W_Root, w_modulus: W_Root): W_Root {
  const b = operand(w_b);
  return b === null ? w_NotImplemented : raise(b, self(w_a), w_modulus);
}

function abs(w_self: W_Root): W_Root {
  const z = self(w_self);
  const size = hypot(z.real, z.imag);
  if (size === Infinity && isFiniteF64(z.real) && isFiniteF64(z.imag)) {
    throw overflowError("absolute value too large");
  }
  return newFloat(size);
}

// --- comparison ---

/** Equal to any number, exactly for integers; null for other objects. */
function isEqual(a: W_Complex, w_b: W_Root): boolean {
  if (w_b instanceof W_Complex) return a.real === w_b.real && a.imag === w_b.imag;
  if (a.imag !== 0.0 || a.real !== a.real) return false;
  if (w_b instanceof W_FloatBase) return a.real === w_b.value;
  const w_int = w_b as W_Integer;
  return (w_int.fitsI64() ? compareI64(a.real, w_int.asI64()) : compareBig(a.real, w_int.asBigInt())) === 0;
}
function isNumber(w_obj: W_Root): boolean {
  return w_obj instanceof W_Complex || w_obj instanceof W_FloatBase || w_obj instanceof W_Integer;
}
function eq(w_a: W_Root, w_b: W_Root): W_Root {
  return isNumber(w_b) ? newBool(isEqual(self(w_a), w_b)) : w_NotImplemented;
}
function ne(w_a: W_Root, w_b: W_Root): W_Root {
  return isNumber(w_b) ? newBool(!isEqual(self(w_a), w_b)) : w_NotImplemented;
}
function unordered(_w_a: W_Root, _w_b: W_Root): W_Root {
  return w_NotImplemented;
}

/** What the hash multiplies that of the imaginary part with (`sys.hash_info.imag`). */
const IMAGINARY: i64 = 1000003n;

function hash(w_self: W_Root): W_Root {
  const z = self(w_self);
  const real = z.real !== z.real ? 0n : floatHash(z.real);
  const imag = z.imag !== z.imag ? 0n : floatHash(z.imag);
  const combined = wrap64(real + wrap64(IMAGINARY * imag));
  return newInt(combined === -1n ? -2n : combined);
}

// --- methods ---

function plain(w_self: W_Root): W_Root {
  const z = self(w_self);
  return z.getMap() === null ? z : newComplex(z.real, z.imag);
}

function repr(w_self: W_Root): W_Root {
  return fromRts(complexRepr(self(w_self).real, self(w_self).imag));
}

function format(w_self: W_Root, w_spec: W_Root): W_Root {
  if (w_spec instanceof W_Str && w_spec.length === 0) return str(w_self);
  const spec = formatSpecOf(w_spec, 0);
  const error = complexSpecError(spec, typeName(w_self));
  if (error !== "") throw valueError(error);
  return fromRts(layoutComplex(spec, self(w_self).real, self(w_self).imag));
}

define(complexType, {
  doc: "Create a complex number from a real part and an optional imaginary part.",
  textSignature: "(real=0, imag=0)",
  flags: TypeFlag.Base,
  new: ["($cls, /, real=<unset>, imag=<unset>)", complexNew],
  methods: {
    __repr__: ["($self, /)", repr],
    __hash__: ["($self, /)", hash],
    __lt__: ["($self, value, /)", unordered],
    __le__: ["($self, value, /)", unordered],
    __eq__: ["($self, value, /)", eq],
    __ne__: ["($self, value, /)", ne],
    __gt__: ["($self, value, /)", unordered],
    __ge__: ["($self, value, /)", unordered],
    __add__: ["($self, value, /)", add],
    __radd__: ["($self, value, /)", add],
    __sub__: ["($self, value, /)", sub],
    __rsub__: ["($self, value, /)", rsub],
    __mul__: ["($self, value, /)", mul],
    __rmul__: ["($self, value, /)", rmul],
    __pow__: ["($self, value, mod=None, /)", power],
    __rpow__: ["($self, value, mod=None, /)", rpower],
    __neg__: ["($self, /)", (w_self: W_Root): W_Root => newComplex(-self(w_self).real, -self(w_self).imag)],
    __pos__: ["($self, /)", plain],
    __abs__: ["($self, /)", abs],
    __bool__: [
      "($self, /)",
      (w_self: W_Root): W_Root => newBool(self(w_self).real !== 0.0 || self(w_self).imag !== 0.0),
    ],
    __truediv__: ["($self, value, /)", truediv],
    __rtruediv__: ["($self, value, /)", rtruediv],
    conjugate: [
      "($self, /)",
      (w_self: W_Root): W_Root => newComplex(self(w_self).real, -self(w_self).imag),
      "The number with the opposite imaginary part.",
    ],
    __getnewargs__: [
      "($self, /)",
      (w_self: W_Root): W_Root => newTuple2(newFloat(self(w_self).real), newFloat(self(w_self).imag)),
    ],
    __format__: ["($self, format_spec, /)", format],
  },
  members: {
    real: [
      (w_self: W_Root): W_Root => newFloat(self(w_self).real),
      null,
      null,
      "the real part of a complex number",
    ],
    imag: [
      (w_self: W_Root): W_Root => newFloat(self(w_self).imag),
      null,
      null,
      "the imaginary part of a complex number",
    ],
  },
});
