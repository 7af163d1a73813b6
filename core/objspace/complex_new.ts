/** `complex(…)`: from numbers, texts, and objects with `__complex__`, `__float__` or `__index__`. */
import type { f64 } from "@rts";
import { callSpecial1, type } from "./call.ts";
import { newComplex, W_Complex, W_ComplexUser } from "./complex.ts";
import { parseComplex } from "./complex/core.ts";
import { typeError, typeName, valueError } from "./errors.ts";
import { isReal, numberText, realValue } from "./float_new.ts";
import type { W_Root } from "./root.ts";
import { w_unset } from "./singletons.ts";
import { Special } from "./special.ts";
import { toAsciiDigits } from "./str/digits.ts";
import { W_Str } from "./str/wstr.ts";
import { reprText } from "./text.ts";
import type { W_Type } from "./type.ts";
import { complexType } from "./types.ts";
import { warnDeprecated } from "./warn.ts";

/** The number of a text. Throws ValueError. */
function complexOfText(w_text: W_Str): W_Complex {
  const w_ascii = toAsciiDigits(w_text);
  if (!w_ascii.asciiOnly) throw valueError("complex() arg is a malformed string");
  const text = numberText(w_ascii.data as Uint8Array, 0, w_ascii.length);
  if (text === null) throw valueError(`could not convert string to complex: ${reprText(w_text)}`);
  const parsed = parseComplex(text);
  if (parsed === null) throw valueError("complex() arg is a malformed string");
  return newComplex(parsed.re, parsed.im);
}

/** What `__complex__` of an object gives; null where there is none. Throws TypeError. */
function callComplex(w_obj: W_Root): W_Complex | null {
  const w_descr = type(w_obj).special[Special.Complex];
  if (w_descr === null) return null;
  const w_result = callSpecial1(w_descr, w_obj);
  if (!(w_result instanceof W_Complex)) {
    throw typeError(`__complex__ returned non-complex (type ${typeName(w_result)})`);
  }
  if (type(w_result) !== complexType) {
    warnDeprecated(
      `__complex__ returned non-complex (type ${
        typeName(w_result)
      }).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.`,
    );
  }
  return w_result;
}

/**
 * The number of an argument of `cmath`: of `__complex__`, `__float__` or `__index__`. Throws
 * TypeError("must be real number, not x").
 */
export function asComplex(w_obj: W_Root): W_Complex {
  if (w_obj instanceof W_Complex) return w_obj;
  const w_called = callComplex(w_obj);
  if (w_called !== null) return w_called;
  if (!isReal(w_obj)) throw typeError(`must be real number, not ${typeName(w_obj)}`);
  return newComplex(realValue(w_obj), 0.0);
}

function firstPart(w_obj: W_Root): W_Complex {
  const w_called = callComplex(w_obj);
  if (w_called !== null) return w_called;
  if (w_obj instanceof W_Complex) return w_obj;
  if (!isReal(w_obj)) {
    throw typeError(`complex() first argument must be a string or a number, not '${typeName(w_obj)}'`);
  }
  return newComplex(realValue(w_obj), 0.0);
}

function secondPart(w_obj: W_Root): W_Complex {
  if (w_obj instanceof W_Complex) return w_obj;
  if (!isReal(w_obj)) throw typeError(`complex() second argument must be a number, not '${typeName(w_obj)}'`);
  return newComplex(realValue(w_obj), 0.0);
}

function make(w_cls: W_Root, real: f64, imag: f64): W_Root {
  if (w_cls === complexType) return newComplex(real, imag);
  return new W_ComplexUser((w_cls as W_Type).instanceMap, real, imag);
}

/** `complex.__new__`. */
export function complexNew(w_cls: W_Root, w_real: W_Root, w_imag: W_Root): W_Root {
  if (w_real === w_unset) return withoutReal(w_cls, w_imag);
  if (w_imag === w_unset && w_cls === complexType && type(w_real) === complexType) return w_real;
  if (w_real instanceof W_Str) {
    if (w_imag !== w_unset) throw typeError("complex() can't take second arg if first is a string");
    const w_text = complexOfText(w_real);
    return make(w_cls, w_text.real, w_text.imag);
  }
  if (w_imag instanceof W_Str) throw typeError("complex() second arg can't be a string");
  const w_first = firstPart(w_real);
  if (w_imag === w_unset) return make(w_cls, w_first.real, w_first.imag);
  const w_second = secondPart(w_imag);
  // A part that was no complex number leaves the sign of the other's zero alone.
  const real = w_imag instanceof W_Complex ? w_first.real - w_second.imag : w_first.real;
  const isComplex = w_real instanceof W_Complex || type(w_real).special[Special.Complex] !== null;
  return make(w_cls, real, isComplex ? w_first.imag + w_second.real : w_second.real);
}

function withoutReal(w_cls: W_Root, w_imag: W_Root): W_Root {
  if (w_imag === w_unset) return make(w_cls, 0.0, 0.0);
  if (w_imag instanceof W_Str) throw typeError("complex() second arg can't be a string");
  const w_second = secondPart(w_imag);
  return make(w_cls, w_imag instanceof W_Complex ? 0.0 - w_second.imag : 0.0, w_second.real);
}
