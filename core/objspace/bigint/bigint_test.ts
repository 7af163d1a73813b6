/** `RBigInt` against JavaScript's BigInt: the same random operations untranslated and as a translated program. */
import { assertEquals } from "@std/assert";
import { runFile } from "../../../translator/driver/mod.ts";
import { evaluateLine } from "./testing_driver.ts";

/** A generator of 32-bit numbers from a seed. */
function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
    return (x ^ (x >>> 15)) >>> 0;
  };
}

const next = randomSource(20260722);
const below = (n: number) => next() % n;

/** Bit counts around the borders of digits, words and thresholds. */
const SIZES = [1, 8, 29, 30, 31, 59, 60, 61, 62, 63, 64, 65, 89, 90, 91, 120, 200, 300, 700, 1000];

function bitsOf(count: number): bigint {
  const kind = below(6);
  if (kind === 0) return (1n << BigInt(count)) - BigInt(below(3));
  let value = 0n;
  for (let done = 0; done < count; done += 30) {
    // Runs of zeros and ones find lost carries.
    const digit = kind === 1 ? (below(2) === 0 ? 0 : 0x3fffffff) : next() & 0x3fffffff;
    value = value << 30n | BigInt(digit);
  }
  return BigInt.asUintN(count, value);
}

function signed(value: bigint): bigint {
  return below(2) === 0 ? value : -value;
}

function integer(maxBits = 1000): bigint {
  const size = SIZES[below(SIZES.length)];
  return signed(bitsOf(Math.min(size, maxBits)));
}

function nonzero(maxBits = 1000): bigint {
  return integer(maxBits) || 7n;
}

const abs = (x: bigint) => x < 0n ? -x : x;
const floorDiv = (a: bigint, b: bigint) => {
  const q = a / b;
  return a % b !== 0n && (a < 0n) !== (b < 0n) ? q - 1n : q;
};
const floorMod = (a: bigint, b: bigint) => a - floorDiv(a, b) * b;
const bitLength = (x: bigint) => x === 0n ? 0 : abs(x).toString(2).length;
const gcd = (a: bigint, b: bigint): bigint => b === 0n ? abs(a) : gcd(b, a % b);

function hash(x: bigint): bigint {
  const h = abs(x) % ((1n << 61n) - 1n);
  const value = x < 0n ? -h : h;
  return value === -1n ? -2n : value;
}

function isqrt(x: bigint): bigint {
  if (x < 2n) return x;
  let root = 1n << BigInt((bitLength(x) + 1) >> 1);
  for (;;) {
    const better = (root + x / root) >> 1n;
    if (better >= root) return root;
    root = better;
  }
}

function powmod(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = result * result % modulus;
    if (bit === "1") result = result * base % modulus;
  }
  return floorMod(result, modulus);
}

function bytes(x: bigint, length: number, signed: boolean): string {
  const bits = BigInt(8 * length);
  const fits = signed ? BigInt.asIntN(8 * length, x) === x : x >= 0n && x >> bits === 0n;
  if (!fits) return "overflow";
  const list: number[] = [];
  for (let i = 0; i < length; i++) list.push(Number(BigInt.asUintN(8, x >> BigInt(8 * i))));
  return (signed ? list : list.reverse()).join(",");
}

/** The double nearest to `a / b`, found among those beside an approximation by exact comparison. */
function truediv(a: bigint, b: bigint): number {
  if (a === 0n) return b < 0n ? -0 : 0;
  const sign = (a < 0n) === (b < 0n) ? 1 : -1;
  const n = abs(a), d = abs(b);
  let exponent = bitLength(n) - bitLength(d) - 53;
  if (exponent < -1074) exponent = -1074;
  const up = exponent < 0 ? n << BigInt(-exponent) : n;
  const down = exponent > 0 ? d << BigInt(exponent) : d;
  let q = up / down;
  while (q >= 1n << 53n) {
    exponent++;
    return sign * roundAt(n, d, exponent);
  }
  q = roundQuotient(up, down);
  return sign * scale(q, exponent);
}

function roundAt(n: bigint, d: bigint, exponent: number): number {
  const up = exponent < 0 ? n << BigInt(-exponent) : n;
  const down = exponent > 0 ? d << BigInt(exponent) : d;
  return scale(roundQuotient(up, down), exponent);
}

function roundQuotient(n: bigint, d: bigint): bigint {
  const q = n / d, rest = 2n * (n % d);
  return rest > d || (rest === d && (q & 1n) === 1n) ? q + 1n : q;
}

function scale(q: bigint, exponent: number): number {
  return exponent > 0 ? Number(q << BigInt(exponent)) : Number(q) * 2 ** Math.max(exponent, -1074);
}

type Case = readonly [line: string, expected: string];
const ds = (b: bigint) => `${b}`;

/** Generators of cases by operation. */
const OPERATIONS: Record<string, () => Case> = {
  add: () => binary("add", (a, b) => ds(a + b)),
  sub: () => binary("sub", (a, b) => ds(a - b)),
  mul: () => binary("mul", (a, b) => ds(a * b)),
  divmod: () => binary("divmod", (a, b) => `${floorDiv(a, b)} ${floorMod(a, b)}`),
  divalike: () => {
    // Quotients of few bits, of dividends right at a multiple of the divisor.
    const b = nonzero(), q = bitsOf(1 + below(62)), a = signed(b * q + BigInt(below(3)) - 1n);
    return [`divmod ${a} ${b}`, `${floorDiv(a, b)} ${floorMod(a, b)}`];
  },
  and: () => binary("and", (a, b) => ds(a & b)),
  or: () => binary("or", (a, b) => ds(a | b)),
  xor: () => binary("xor", (a, b) => ds(a ^ b)),
  compare: () => binary("compare", (a, b) => ds(a < b ? -1n : a > b ? 1n : 0n)),
  gcd: () => binary("gcd", (a, b) => ds(gcd(a, b))),
  truediv: () => binary("truediv", (a, b) => `${truediv(a, b)}`),
  inverse: () => binary("inverse", inverse, 200),
  neg: () => unary("neg", (a) => ds(-a)),
  abs: () => unary("abs", (a) => ds(abs(a))),
  invert: () => unary("invert", (a) => ds(~a)),
  square: () => unary("square", (a) => ds(a * a)),
  hash: () => unary("hash", (a) => ds(hash(a))),
  f64: () => unary("f64", (a) => `${Number(a)}`),
  width: () => unary("width", () => "1"),
  i64: () => unary("i64", (a) => BigInt.asIntN(64, a) === a ? `${a} ${a}` : "no"),
  wrap: () =>
    unary(
      "wrap",
      (a) => `${BigInt.asIntN(64, a)} ${BigInt.asUintN(64, a)} ${BigInt.asUintN(64, a) === a ? 1 : 0}`,
    ),
  bits: () =>
    unary("bits", (a) => {
      const ones = abs(a).toString(2).replaceAll("0", "").length;
      return `${bitLength(a)} ${ones} ${abs(a) & 1n} ${a < 0n ? -1 : a > 0n ? 1 : 0}`;
    }),
  isqrt: () => {
    const a = abs(integer());
    return [`isqrt ${a}`, ds(isqrt(a))];
  },
  pow: () => {
    const a = integer(90), e = BigInt(below(30));
    return [`pow ${a} ${e}`, ds(a ** e)];
  },
  powmod: () => {
    const a = integer(), e = abs(integer(300)), m = nonzero(300);
    return [`powmod ${a} ${e} ${m}`, ds(powmod(a, e, m))];
  },
  lshift: () => shift("lshift", (a, n) => ds(a << n)),
  rshift: () => shift("rshift", (a, n) => ds(a >> n)),
  radix: () => {
    const a = integer(), base = 2 + below(35);
    return [`radix ${a} ${base}`, a.toString(base)];
  },
  bytes: () => {
    const a = integer(120), length = 1 + below(17);
    return [`bytes ${a} ${length}`, `${bytes(a, length, true)};${bytes(a, length, false)}`];
  },
  frombytes: () => {
    const list = Array.from({ length: 1 + below(20) }, () => below(4) === 0 ? 255 : below(256));
    const value = (units: number[]) => units.reduce((sum, unit) => sum << 8n | BigInt(unit), 0n);
    const little = BigInt.asIntN(8 * list.length, value(list.toReversed()));
    return [`frombytes ${list}`, `${little} ${value(list)}`];
  },
  fromF64: () => {
    const x = (below(2) === 0 ? 1 : -1) * (next() / 4096) * 2 ** (below(300) - 40);
    return [`fromF64 ${x}`, ds(BigInt(Math.trunc(x)))];
  },
  addI64: () => small("addI64", (a, b) => ds(a + b)),
  subI64: () => small("subI64", (a, b) => ds(a - b)),
  mulI64: () => small("mulI64", (a, b) => ds(a * b)),
  divmodI64: () => small("divmodI64", (a, b) => `${floorDiv(a, b)} ${floorMod(a, b)}`),
  small: () => {
    const a = BigInt.asIntN(64, integer(63)), b = nonzero(62);
    const fits = (x: bigint) => BigInt.asIntN(64, x) === x ? 1 : 0;
    const flags = `${fits(a * b)}${fits(a << BigInt.asUintN(7, b))} ${bitLength(a)}`;
    return [
      `small ${a} ${b}`,
      `${floorDiv(a, b)} ${floorMod(a, b)} ${hash(a)} ${truediv(a, b)} ${flags}`,
    ];
  },
  rounded: () =>
    binary("rounded", (a, b) => {
      const twice = 2n * abs(floorMod(a, b)), q = floorDiv(a, b);
      return ds(twice > abs(b) || (twice === abs(b) && (q & 1n) === 1n) ? q + 1n : q);
    }),
  tens: () => {
    const a = integer(), places = below(40), unit = 10n ** BigInt(places);
    const twice = 2n * floorMod(a, unit), q = floorDiv(a, unit);
    return [
      `tens ${a} ${places}`,
      ds(unit * (twice > unit || (twice === unit && (q & 1n) === 1n) ? q + 1n : q)),
    ];
  },
  powmod64: () => {
    const a = integer(62), e = abs(integer(62)), m = nonzero(31);
    return [`powmod64 ${a} ${e} ${m}`, `true ${powmod(a, e, m)}`];
  },
  text64: () => {
    const a = integer(59);
    return [`text64 ${a}`, `${a}`.length <= 18 ? ds(a) : "no"];
  },
  pow64: () => {
    const a = integer(30), e = BigInt(below(70)), power = a ** e;
    return [`pow64 ${a} ${e}`, BigInt.asIntN(64, power) === power ? ds(power) : "overflow"];
  },
};

function inverse(a: bigint, m: bigint): string {
  const modulus = abs(m);
  if (gcd(a, m) !== 1n) return "none";
  let [r0, r1, x0, x1] = [modulus, floorMod(a, modulus), 0n, 1n];
  while (r1 !== 0n) [r0, r1, x0, x1] = [r1, r0 % r1, x1, x0 - r0 / r1 * x1];
  return ds(floorMod(x0, modulus));
}

function unary(name: string, compute: (a: bigint) => string): Case {
  const a = integer();
  return [`${name} ${a}`, compute(a)];
}

function binary(name: string, compute: (a: bigint, b: bigint) => string, maxBits = 1000): Case {
  const a = integer(maxBits), b = nonzero(maxBits);
  return [`${name} ${a} ${b}`, compute(a, b)];
}

function small(name: string, compute: (a: bigint, b: bigint) => string): Case {
  const a = integer(), b = BigInt.asIntN(64, nonzero(63));
  return [`${name} ${a} ${b}`, compute(a, b)];
}

function shift(name: string, compute: (a: bigint, n: bigint) => string): Case {
  const a = integer(), n = below(400);
  return [`${name} ${a} ${n}`, compute(a, BigInt(n))];
}

/** Values at the ends of kinds, which random ones miss. */
const BORDERS: readonly Case[] = [-(1n << 63n), (1n << 63n) - 1n, 1n << 63n, -(1n << 64n), 0n].flatMap((a) =>
  [
    [`i64 ${a}`, BigInt.asIntN(64, a) === a ? `${a} ${a}` : "no"],
    [`addI64 ${a} -9223372036854775808`, ds(a - (1n << 63n))],
    [`mulI64 ${a} -9223372036854775808`, ds(a * -(1n << 63n))],
    [`divmodI64 ${a} -9223372036854775808`, `${floorDiv(a, -(1n << 63n))} ${floorMod(a, -(1n << 63n))}`],
    [`hash ${a}`, ds(hash(a))],
  ] as Case[]
);

/** Operands long enough for the methods that halve them. */
function longCases(): Case[] {
  const cases: Case[] = [];
  for (const digits of [85, 91, 130, 145, 200, 300, 420]) {
    const a = bitsOf(30 * digits + below(30)) + 1n, b = bitsOf(30 * (digits - below(digits >> 1))) + 1n;
    cases.push([`mul ${a} ${b}`, ds(a * b)], [`square ${a}`, ds(a * a)], [
      `gcd ${a * 6n} ${b * 6n}`,
      ds(gcd(a * 6n, b * 6n)),
    ]);
    cases.push([`divmod ${-a * b + 1n} ${b}`, `${floorDiv(-a * b + 1n, b)} ${floorMod(-a * b + 1n, b)}`]);
    cases.push([`divmod ${a * a} ${b}`, `${a * a / b} ${a * a % b}`], [
      `divmod ${a ** 4n} ${b}`,
      `${a ** 4n / b} ${a ** 4n % b}`,
    ]);
    cases.push([`isqrt ${a}`, ds(isqrt(a))], [`radix ${a} 10`, ds(a)], [`radix ${a} 7`, a.toString(7)]);
    cases.push([`truediv ${a} ${b * 3n}`, `${truediv(a, b * 3n)}`]);
  }
  return cases;
}

function makeCases(rounds: number): Case[] {
  const cases: Case[] = [...BORDERS, ...longCases()];
  for (const make of Object.values(OPERATIONS)) for (let i = 0; i < rounds; i++) cases.push(make());
  return cases;
}

function checkResults(cases: readonly Case[], results: readonly string[]): void {
  for (const [index, [line, expected]] of cases.entries()) {
    assertEquals(results[index], expected, line.slice(0, 300));
  }
}

Deno.test("integers untranslated equal JavaScript's", () => {
  const cases = makeCases(60);
  checkResults(cases, cases.map(([line]) => evaluateLine(line)));
});

Deno.test("integers translated equal JavaScript's", async () => {
  const cases = makeCases(400);
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, cases.map(([line]) => line).join("\n"));
    const driver = new URL("./testing_driver.ts", import.meta.url).pathname;
    for (const profile of ["release", "debug"] as const) {
      const outcome = await runFile(driver, { args: [file], profile });
      assertEquals(outcome.code, 0, outcome.stderr);
      checkResults(cases, outcome.stdout.trimEnd().split("\n"));
    }
  } finally {
    await Deno.remove(file);
  }
});
