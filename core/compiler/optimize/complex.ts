/** Operations on complex numbers, as pairs of real and imaginary part; null where Python raises. */

type Complex = [number, number];

/** The product. */
export function complexMultiply(ar: number, ai: number, br: number, bi: number): Complex {
  return [ar * br - ai * bi, ar * bi + ai * br];
}

/** The quotient, by Smith's method: divides by the larger part of the divisor first. */
export function complexDivide(ar: number, ai: number, br: number, bi: number): Complex | null {
  const absReal = Math.abs(br);
  const absImag = Math.abs(bi);
  if (absReal >= absImag) {
    if (absReal === 0) return null;
    const ratio = bi / br;
    const denominator = br + bi * ratio;
    return [(ar + ai * ratio) / denominator, (ai - ar * ratio) / denominator];
  }
  if (absImag >= absReal) {
    const ratio = br / bi;
    const denominator = br * ratio + bi;
    return [(ar * ratio + ai) / denominator, (ai * ratio - ar) / denominator];
  }
  return [NaN, NaN];
}

/** The power: small integral exponents by multiplication, all others in polar form. */
export function complexPower(ar: number, ai: number, br: number, bi: number): Complex | null {
  if (br === 0 && bi === 0) return [1, 0];
  if (bi === 0 && Number.isInteger(br) && Math.abs(br) <= 100) {
    if (br > 0) return finite(naturalPower(ar, ai, br));
    const power = naturalPower(ar, ai, -br);
    const quotient = complexDivide(1, 0, power[0], power[1]);
    return quotient === null ? null : finite(quotient);
  }
  if (ar === 0 && ai === 0) return bi !== 0 || br < 0 ? null : [0, 0];
  const size = Math.hypot(ar, ai);
  const angle = Math.atan2(ai, ar);
  let length = size ** br;
  let phase = angle * br;
  if (bi !== 0) {
    length /= Math.exp(angle * bi);
    phase += bi * Math.log(size);
  }
  // The sine of infinity is an error of its domain.
  if (Math.abs(phase) === Infinity) return null;
  return finite([length * Math.cos(phase), length * Math.sin(phase)]);
}

function naturalPower(real: number, imag: number, exponent: number): Complex {
  let result: Complex = [1, 0];
  let square: Complex = [real, imag];
  for (let mask = 1; mask > 0 && exponent >= mask; mask <<= 1) {
    if (exponent & mask) result = complexMultiply(result[0], result[1], square[0], square[1]);
    square = complexMultiply(square[0], square[1], square[0], square[1]);
  }
  return result;
}

/** Overflow of a power is an error. */
function finite(value: Complex): Complex | null {
  return Math.abs(value[0]) === Infinity || Math.abs(value[1]) === Infinity ? null : value;
}
