/** The module `_statistics`: the inverse of the normal distribution, which `statistics.NormalDist` needs quickly. */
import type { f64 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { log64 } from "../../core/objspace/float/mod.ts";
import { asF64 } from "../../core/objspace/float_new.ts";
import { newFloat } from "../../core/objspace/float.ts";
import type { W_Root } from "../../core/objspace/root.ts";

// Coefficients of the rational functions of Wichura's algorithm AS 241 (PPND16), the highest power first.
const MIDDLE_TOP: Float64Array = new Float64Array([
  2509.0809287301226727,
  33430.575583588128105,
  67265.770927008700853,
  45921.953931549871457,
  13731.693765509461125,
  1971.5909503065514427,
  133.14166789178437745,
  3.387132872796366608,
]);
const MIDDLE_BOTTOM: Float64Array = new Float64Array([
  5226.495278852854561,
  28729.085735721942674,
  39307.89580009271061,
  21213.794301586595867,
  5394.1960214247511077,
  687.1870074920579083,
  42.313330701600911252,
  1.0,
]);
const NEAR_TOP: Float64Array = new Float64Array([
  7.7454501427834140764e-4,
  0.0227238449892691845833,
  0.24178072517745061177,
  1.27045825245236838258,
  3.64784832476320460504,
  5.7694972214606914055,
  4.6303378461565452959,
  1.42343711074968357734,
]);
const NEAR_BOTTOM: Float64Array = new Float64Array([
  1.05075007164441684324e-9,
  5.475938084995344946e-4,
  0.0151986665636164571966,
  0.14810397642748007459,
  0.68976733498510000455,
  1.6763848301838038494,
  2.05319162663775882187,
  1.0,
]);
const FAR_TOP: Float64Array = new Float64Array([
  2.01033439929228813265e-7,
  2.71155556874348757815e-5,
  0.0012426609473880784386,
  0.026532189526576123093,
  0.29656057182850489123,
  1.7848265399172913358,
  5.4637849111641143699,
  6.6579046435011037772,
]);
const FAR_BOTTOM: Float64Array = new Float64Array([
  2.04426310338993978564e-15,
  1.4215117583164458887e-7,
  1.8463183175100546818e-5,
  7.868691311456132591e-4,
  0.0148753612908506148525,
  0.13692988092273580531,
  0.59983220655588793769,
  1.0,
]);

function polynomial(coefficients: Float64Array, x: f64): f64 {
  let sum = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) sum = sum * x + coefficients[i];
  return sum;
}

/** The value below which a share `p` of a normal distribution lies. */
function inverse(p: f64, mu: f64, sigma: f64): f64 {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return mu + polynomial(MIDDLE_TOP, r) * q / polynomial(MIDDLE_BOTTOM, r) * sigma;
  }
  const r = Math.sqrt(-log64(q <= 0.0 ? p : 1.0 - p));
  const x = r <= 5.0
    ? polynomial(NEAR_TOP, r - 1.6) / polynomial(NEAR_BOTTOM, r - 1.6)
    : polynomial(FAR_TOP, r - 5.0) / polynomial(FAR_BOTTOM, r - 5.0);
  return mu + (q < 0.0 ? -x : x) * sigma;
}

function normalDistInvCdf(w_p: W_Root, w_mu: W_Root, w_sigma: W_Root): W_Root {
  const p = asF64(w_p);
  const mu = asF64(w_mu);
  const sigma = asF64(w_sigma);
  if (p <= 0.0 || p >= 1.0 || sigma <= 0.0) throw valueError("inv_cdf undefined for these parameters");
  return newFloat(inverse(p, mu, sigma));
}

defineModule("_statistics", {
  doc: "Accelerators for the statistics module.\n",
  functions: {
    _normal_dist_inv_cdf: [
      "(p, mu, sigma, /)",
      normalDistInvCdf,
      "The inverse of the distribution function.",
    ],
  },
});
