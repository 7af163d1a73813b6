/**
 * Constants of SHA-2, which are bits of roots of primes (FIPS 180-4): computed at translation, in exact integers.
 */

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2; found.length < count; n++) if (isPrime(n)) found.push(BigInt(n));
  return found;
}

/** The integer part of the `degree`-th root of `value`, by bisection. */
function root(value: bigint, degree: bigint): bigint {
  let low = 0n, high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** The first 64 bits behind the point of roots of the first primes. */
function fractions(count: number, degree: bigint): BigInt64Array {
  return BigInt64Array.from(primes(count).map((p) => BigInt.asIntN(64, root(p << (64n * degree), degree))));
}

function highHalves(values: BigInt64Array): Int32Array {
  return Int32Array.from([...values].map((value) => Number(value >> 32n)));
}

export const CUBE_ROOTS_64: BigInt64Array = fractions(80, 3n);
export const CUBE_ROOTS_32: Int32Array = highHalves(CUBE_ROOTS_64.slice(0, 64));
const SQUARE_ROOTS: BigInt64Array = fractions(16, 2n);
/** Where SHA-512 and SHA-256 begin. */
export const START_512: BigInt64Array = SQUARE_ROOTS.slice(0, 8);
export const START_256: Int32Array = highHalves(START_512);
/** Where SHA-384 begins; SHA-224 begins with the low halves. */
export const START_384: BigInt64Array = SQUARE_ROOTS.slice(8, 16);
export const START_224: Int32Array = Int32Array.from(
  [...START_384].map((value) => Number(BigInt.asIntN(32, value))),
);
