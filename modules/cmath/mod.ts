/** The module `cmath`. */
import type { f64 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { complexDiv, type ComplexResult, ComplexStatus } from "../../core/objspace/complex/core.ts";
import { asComplex } from "../../core/objspace/complex_new.ts";
import { newComplex } from "../../core/objspace/complex.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { isFinite64 } from "../../core/objspace/float/mod.ts";
import { asF64 } from "../../core/objspace/float_new.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newBool } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_unset } from "../../core/objspace/singletons.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import { domainError, rangeError } from "../math/of_floats.ts";
import * as core from "./core.ts";

function checked(result: ComplexResult): W_Root {
  if (result.status === ComplexStatus.Ok) return newComplex(result.re, result.im);
  throw result.status === ComplexStatus.Domain ? domainError() : rangeError();
}

function acos(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.cacos(z.real, z.imag));
}
function acosh(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.cacosh(z.real, z.imag));
}
function asin(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.casin(z.real, z.imag));
}
function asinh(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.casinh(z.real, z.imag));
}
function atan(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.catan(z.real, z.imag));
}
function atanh(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.catanh(z.real, z.imag));
}
function cos(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.ccos(z.real, z.imag));
}
function cosh(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.ccosh(z.real, z.imag));
}
function exp(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.cexp(z.real, z.imag));
}
function log10(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.clog10(z.real, z.imag));
}
function sin(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.csin(z.real, z.imag));
}
function sinh(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.csinh(z.real, z.imag));
}
function sqrt(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.csqrt(z.real, z.imag));
}
function tan(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.ctan(z.real, z.imag));
}
function tanh(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return checked(core.ctanh(z.real, z.imag));
}

function log(w_z: W_Root, w_base: W_Root): W_Root {
  const z = asComplex(w_z);
  const logarithm = core.clog(z.real, z.imag);
  if (w_base === w_unset) return checked(logarithm);
  const base = asComplex(w_base);
  const divisor = core.clog(base.real, base.imag);
  const quotient = complexDiv(logarithm.re, logarithm.im, divisor.re, divisor.im);
  // Errors of the parts count as well: the first one is raised.
  if (logarithm.status !== ComplexStatus.Ok) return checked(logarithm);
  return checked(divisor.status === ComplexStatus.Ok ? quotient : divisor);
}

// --- polar coordinates ---

function phase(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return newFloat(core.cphase(z.real, z.imag));
}

function polar(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  const size = core.cabs(z.real, z.imag);
  if (size === Infinity && isFinite64(z.real) && isFinite64(z.imag)) throw rangeError();
  return newTuple2(newFloat(size), newFloat(core.cphase(z.real, z.imag)));
}

function rect(w_r: W_Root, w_phi: W_Root): W_Root {
  const r = asF64(w_r);
  return checked(core.crect(r, asF64(w_phi)));
}

// --- questions ---

function isfinite(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return newBool(isFinite64(z.real) && isFinite64(z.imag));
}
function isinf(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return newBool(Math.abs(z.real) === Infinity || Math.abs(z.imag) === Infinity);
}
function isnan(w_z: W_Root): W_Root {
  const z = asComplex(w_z);
  return newBool(z.real !== z.real || z.imag !== z.imag);
}

/** The distance of two numbers. */
function distance(re: f64, im: f64): f64 {
  return core.cabs(re, im);
}

function isclose(w_a: W_Root, w_b: W_Root, w_relative: W_Root, w_absolute: W_Root): W_Root {
  const a = asComplex(w_a);
  const b = asComplex(w_b);
  const relative = asF64(w_relative);
  const absolute = asF64(w_absolute);
  if (relative < 0.0 || absolute < 0.0) throw valueError("tolerances must be non-negative");
  if (a.real === b.real && a.imag === b.imag) return newBool(true);
  if (
    Math.abs(a.real) === Infinity || Math.abs(a.imag) === Infinity || Math.abs(b.real) === Infinity ||
    Math.abs(b.imag) === Infinity
  ) {
    return newBool(false);
  }
  const apart = distance(a.real - b.real, a.imag - b.imag);
  return newBool(
    apart <= relative * distance(b.real, b.imag) || apart <= relative * distance(a.real, a.imag) ||
      apart <= absolute,
  );
}

defineModule("cmath", {
  doc: "This module provides access to mathematical functions for complex\nnumbers.",
  functions: {
    acos: ["(z, /)", acos, "The arc cosine."],
    acosh: ["(z, /)", acosh, "The inverse hyperbolic cosine."],
    asin: ["(z, /)", asin, "The arc sine."],
    asinh: ["(z, /)", asinh, "The inverse hyperbolic sine."],
    atan: ["(z, /)", atan, "The arc tangent."],
    atanh: ["(z, /)", atanh, "The inverse hyperbolic tangent."],
    cos: ["(z, /)", cos, "The cosine."],
    cosh: ["(z, /)", cosh, "The hyperbolic cosine."],
    exp: ["(z, /)", exp, "e to the power of z."],
    isclose: ["(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isclose, "Whether two numbers are about the same."],
    isfinite: ["(z, /)", isfinite, "True when both parts are finite."],
    isinf: ["(z, /)", isinf, "True when a part is infinite."],
    isnan: ["(z, /)", isnan, "True when a part is NaN."],
    log: ["(z, base=<unset>, /)", log, "The logarithm, natural unless a base is given."],
    log10: ["(z, /)", log10, "The logarithm to base 10."],
    phase: ["(z, /)", phase, "The angle in polar coordinates."],
    polar: ["(z, /)", polar, "Length and angle: polar coordinates."],
    rect: ["(r, phi, /)", rect, "The number with these polar coordinates."],
    sin: ["(z, /)", sin, "The sine."],
    sinh: ["(z, /)", sinh, "The hyperbolic sine."],
    sqrt: ["(z, /)", sqrt, "The square root."],
    tan: ["(z, /)", tan, "The tangent."],
    tanh: ["(z, /)", tanh, "The hyperbolic tangent."],
  },
  constants: {
    pi: newFloat(Math.PI),
    e: newFloat(Math.E),
    tau: newFloat(2.0 * Math.PI),
    inf: newFloat(Infinity),
    nan: newFloat(NaN),
    infj: newComplex(0.0, Infinity),
    nanj: newComplex(0.0, NaN),
  },
});
