/**
 * Lanczos's approximation of the gamma function with 13 terms and g = 6.02468…, the one that CPython uses: with
 * L(x) a quotient of polynomials, gamma(x) = L(x) e^-y y^(x-½), y = x+g-½. The coefficients follow from the
 * approximation being exact at 1, 2, …, 13; they are worked out with BigInt while the module is loaded.
 */
import type { f64 } from "@rts";

/** Exact in a double. */
export const LANCZOS_G: f64 = 6.024680040776729583740234375;

const TERMS = 13;
const POINT = 600n;
const UNIT = 1n << POINT;
const multiply = (a: bigint, b: bigint) => a * b >> POINT;
const toFixed = (x: number) => BigInt(x * 2 ** 80) << (POINT - 80n);

/** Coefficients of the numerator and of the denominator x (x+1) … (x+11), the constant ones first. */
export const NUMERATOR: Float64Array = new Float64Array(TERMS);
export const DENOMINATOR: Float64Array = new Float64Array(TERMS);

function exponential(x: bigint): bigint {
  let sum = 0n;
  let term = UNIT;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = multiply(term, x) / n;
  }
  return sum;
}

function squareRoot(x: bigint): bigint {
  let root = x << 1n;
  for (let next = root; next > 0n;) {
    next = (root + (x << POINT) / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
  return root;
}

/** The numerator at n + 1: n! e^y / y^(n+½) times the denominator, y = n+g+½. */
function numeratorAt(n: number): bigint {
  const y = toFixed(LANCZOS_G + 0.5) + BigInt(n) * UNIT;
  let value = exponential(y) * UNIT / squareRoot(y);
  for (let i = 1n; i <= BigInt(n); i++) value = value * i * UNIT / y;
  for (let k = 0n; k < 12n; k++) value *= BigInt(n + 1) + k;
  return value;
}

/** `polynomial * (x - root)`, the constant coefficient first. */
function timesRoot(polynomial: bigint[], root: bigint): bigint[] {
  const product = [0n, ...polynomial];
  for (const [i, coefficient] of polynomial.entries()) product[i] -= root * coefficient;
  return product;
}

/** The polynomial through the values at 1, 2, …, by Newton's divided differences. */
function interpolate(values: bigint[]): bigint[] {
  for (let j = 1; j < values.length; j++) {
    for (let i = values.length - 1; i >= j; i--) values[i] = (values[i] - values[i - 1]) / BigInt(j);
  }
  let polynomial = [values[values.length - 1]];
  for (let i = values.length - 2; i >= 0; i--) {
    polynomial = timesRoot(polynomial, BigInt(i + 1));
    polynomial[0] += values[i];
  }
  return polynomial;
}

const numerator = interpolate(Array.from({ length: TERMS }, (_, n) => numeratorAt(n)));
let denominator = [1n];
for (let k = 0n; k < 12n; k++) denominator = timesRoot(denominator, -k);
for (let i = 0; i < TERMS; i++) {
  NUMERATOR[i] = Number(numerator[i] >> (POINT - 200n)) / 2 ** 200;
  DENOMINATOR[i] = Number(denominator[i]);
}

/** L(x) for x > 0. The powers of 1/x from 5 on, for those of x might overflow. */
export function lanczosSum(x: f64): f64 {
  let over: f64 = 0.0;
  let under: f64 = 0.0;
  if (x < 5.0) {
    for (let i = 12; i >= 0; i--) {
      over = over * x + NUMERATOR[i];
      under = under * x + DENOMINATOR[i];
    }
  } else {
    for (let i = 0; i < 13; i++) {
      over = over / x + NUMERATOR[i];
      under = under / x + DENOMINATOR[i];
    }
  }
  return over / under;
}
