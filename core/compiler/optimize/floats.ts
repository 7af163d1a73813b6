/** Operations on floats and from integers to floats, rounded as Python's are. */

const MAX_EXACT_POWER = 2000;

/** An integer as the nearest float, ties to even; null where it is too large. */
export function bigintToFloat(value: bigint): number | null {
  const float = Number(value);
  return Number.isFinite(float) ? float : null;
}

/** `a / b` for integers, rounded once; null for a zero divisor or a result out of range. */
export function divideInts(a: bigint, b: bigint): number | null {
  if (b === 0n) return null;
  const negative = (a < 0n) !== (b < 0n);
  const quotient = divideNaturals(a < 0n ? -a : a, b < 0n ? -b : b);
  if (!Number.isFinite(quotient)) return null;
  return negative ? -quotient : quotient;
}

/** The nearest float of a quotient of naturals, possibly infinite. */
function divideNaturals(a: bigint, b: bigint): number {
  if (a === 0n) return 0;
  // The quotient gets at least 66 bits, so the bits below the last decide nothing but ties: keep one for them.
  const shift = Math.max(66 - (bits(a) - bits(b)), 0);
  const scaled = a << BigInt(shift);
  let quotient = scaled / b;
  if (scaled % b !== 0n) quotient |= 1n;
  return scale(quotient, -shift);
}

function bits(value: bigint): number {
  return value.toString(2).length;
}

/** `value * 2**exponent` rounded once, also where the result is subnormal. */
function scale(value: bigint, exponent: number): number {
  const size = bits(value);
  const lowest = Math.max(size + exponent - 53, -1074);
  const drop = lowest - exponent;
  if (drop <= 0) return Number(value) * 2 ** exponent;
  const kept = value >> BigInt(drop);
  const rest = value - (kept << BigInt(drop));
  const half = 1n << BigInt(drop - 1);
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  const rounded = Number(up ? kept + 1n : kept);
  // Two steps, for 2**lowest alone may be out of range.
  return lowest < -1000 ? rounded * 2 ** -500 * 2 ** (lowest + 500) : rounded * 2 ** lowest;
}

/** Python's `%` on floats: the result has the sign of the divisor. */
export function floatModulo(a: number, b: number): number {
  const remainder = a % b;
  if (remainder === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return (b < 0) !== (remainder < 0) ? remainder + b : remainder;
}

/** Python's `//` on floats. */
export function floorDivideFloats(a: number, b: number): number {
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && (b < 0) !== (remainder < 0)) {
    remainder += b;
    quotient -= 1;
  }
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floored = Math.floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

/** Python's `**` on floats; null where it raises. A negative base has an integral exponent. */
export function floatPower(a: number, b: number): number | null {
  if (b === 0 || a === 1) return 1;
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (a === -1 && !Number.isFinite(b)) return 1;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a ** b;
  if (a === 0) return b < 0 ? null : a ** b;
  const result = b === 0.5 ? Math.sqrt(a) : exactPower(a, b) ?? a ** b;
  return Number.isFinite(result) ? result : null;
}

/** A power with a moderate integral exponent, rounded once (what a good `pow` of C gives). */
function exactPower(a: number, b: number): number | null {
  if (!Number.isInteger(b) || Math.abs(b) > MAX_EXACT_POWER) return null;
  const [mantissa, exponent] = decompose(Math.abs(a));
  const count = Math.abs(b);
  if (bits(mantissa) * count > 100_000) return null;
  const power = mantissa ** BigInt(count);
  const negative = a < 0 && count % 2 === 1;
  const value = b > 0 ? scale(power, exponent * count) : scaleQuotient(power, -exponent * count);
  return negative ? -value : value;
}

/** `2**exponent / divisor`. */
function scaleQuotient(divisor: bigint, exponent: number): number {
  const extra = bits(divisor) + 66;
  const quotient = (1n << BigInt(extra)) / divisor;
  return scale(divisor === 1n ? quotient : quotient | 1n, exponent - extra);
}

/** A positive finite float as an odd integer times a power of two. */
function decompose(value: number): [bigint, number] {
  let exponent = 0;
  while (!Number.isInteger(value)) {
    value *= 2;
    exponent--;
  }
  let mantissa = BigInt(value);
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  return [mantissa, exponent];
}
