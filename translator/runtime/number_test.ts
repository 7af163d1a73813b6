import { assert, assertEquals } from "@std/assert";
import { MATH_FUNCTIONS } from "../../core/host/table.ts";
import { loadRuntime, randomSource, sim, text } from "./testing.ts";

const runtime = await loadRuntime();
const num = runtime.number;

const INTS = [0, 1, 9, 10, 99, 100, 255, 256, 99999, 100000, 999999999, 1000000000, 2147483647];
const DOUBLES = [
  ...INTS,
  0.5,
  1.5,
  2.5,
  0.49999999999999994,
  2147483648,
  4294967295.5,
  2 ** 52 + 0.5,
  2 ** 53,
  2 ** 63,
  2 ** 64 + 2 ** 20,
  2 ** 83 + 2 ** 31,
  2 ** 84,
  1e21,
  1e-7,
  Number.MIN_VALUE,
  Number.MAX_VALUE,
  Infinity,
].flatMap((x) => [x, -x]).concat(NaN, -2147483648, -2147483649);

Deno.test("integers print as JavaScript prints them, in every radix", () => {
  const random = randomSource(4);
  const ints = INTS.flatMap((x) => [x, -x, ~x]);
  for (let n = 0; n < 300; n++) ints.push((random(2 ** 32) | 0) >> random(32));
  for (const x of ints) {
    assertEquals(text(num.i32_toString(x)), String(x));
    assertEquals(text(num.u32_toString(x >>> 0)), String(x >>> 0));
    for (const radix of [2, 3, 16, 36]) {
      assertEquals(text(num.i32_toString(x, radix)), x.toString(radix));
      assertEquals(text(num.u32_toString(x >>> 0, radix)), (x >>> 0).toString(radix));
    }
  }
});

Deno.test("64-bit integers print as bigints", () => {
  const random = randomSource(8);
  const ints = [0n, 9n, 10n, (1n << 63n) - 1n, -(1n << 63n), 10n ** 18n, 10n ** 18n - 1n];
  for (let n = 0; n < 200; n++) {
    const bits = (BigInt(random(2 ** 32)) << 32n) | BigInt(random(2 ** 32));
    ints.push(BigInt.asIntN(64, bits) >> BigInt(random(64)));
  }
  for (const x of ints) {
    assertEquals(text(num.i64_toString(x)), String(x));
    assertEquals(text(num.u64_toString(BigInt.asUintN(64, x))), String(BigInt.asUintN(64, x)));
  }
});

Deno.test("doubles and truth values print as JavaScript prints them", () => {
  for (const x of DOUBLES) {
    assertEquals(text(num.f64_toString(x)), String(x));
    for (const digits of [0, 2, 20]) assertEquals(text(num.f64_toFixed(x, digits)), x.toFixed(digits));
    assertEquals(text(num.f64_toFixed(x)), x.toFixed());
  }
  assertEquals([num.bool_toString(true), num.bool_toString(false)].map(text), ["true", "false"]);
});

Deno.test("parsing reads what JavaScript's Number reads", () => {
  for (
    const s of ["", "0", "007", "123456789", "1234567890", "-5", "1.5", " 7 ", "0x10", "1e3", "x", "12a"]
  ) {
    assertEquals(num.parse_f64(sim(s)), Number(s), s);
  }
  for (const x of INTS.flatMap((x) => [x, -x]).concat(-2147483648)) {
    assertEquals(num.parse_i32(sim(String(x))) | 0, x | 0);
  }
  assertEquals(num.parse_i32(sim("4294967297")), 1);
});

Deno.test("ToInt32, remainder, round and sign agree with JavaScript on hard doubles", () => {
  for (const x of DOUBLES) {
    assertEquals(num.f64_toInt32(x), x | 0, `${x} | 0`);
    assertEquals(num.math_round(x), Math.round(x), `Math.round(${x})`);
    assertEquals(num.math_sign(x), Math.sign(x), `Math.sign(${x})`);
    for (const y of DOUBLES) assertEquals(num.f64_rem(x, y), x % y, `${x} % ${y}`);
  }
});

Deno.test("ToInt32 agrees with JavaScript on random doubles of every size", () => {
  const random = randomSource(16);
  for (let n = 0; n < 3000; n++) {
    const x = (random(2 ** 32) + random(2 ** 21) * 2 ** 32) * 2 ** (random(90) - 40) * (random(2) * 2 - 1);
    assertEquals(num.f64_toInt32(x), x | 0, `${x}`);
  }
});

Deno.test("floor division and small functions", () => {
  const random = randomSource(32);
  for (let n = 0; n < 500; n++) {
    const a = random(41) - 20;
    const b = random(21) - 10 || 3;
    assertEquals(num.i32_floorDiv(a, b), Math.floor(a / b) + 0, `${a} // ${b}`);
    assert(num.i32_floorDiv(a, b) * b + num.i32_floorMod(a, b) === a, `${a} mod ${b}`);
    assertEquals([num.i32_min(a, b), num.i32_max(a, b)], [Math.min(a, b), Math.max(a, b)]);
    assertEquals(num.i32_abs(a), Math.abs(a));
  }
  assertEquals(num.math_call1(MATH_FUNCTIONS.indexOf("cos"), 1), Math.cos(1));
  assertEquals(num.math_call2(MATH_FUNCTIONS.indexOf("pow"), 2, 0.5), Math.SQRT2);
});

Deno.test("hashes of keys follow SameValueZero and spread neighbours", () => {
  const { hash_f64, hash_i32, hash_i64, same_f64 } = runtime.keys;
  assertEquals([hash_f64(0), same_f64(0, -0), same_f64(NaN, NaN), same_f64(1, 2)], [
    hash_f64(-0),
    true,
    true,
    false,
  ]);
  for (const shift of [0, 4, 16]) {
    const used = new Set<number>();
    for (let i = 0; i < 1024; i++) used.add(hash_i32(i << shift) & 2047);
    // 1024 random values in 2048 places hit about 806 of them.
    assert(used.size > 600, `${used.size} of 2048 for multiples of ${1 << shift}`);
  }
  const wide = new Set(Array.from({ length: 1024 }, (_, i) => hash_i64(BigInt(i) << 32n) & 2047));
  assert(wide.size > 600, `${wide.size} of 2048`);
  const fractions = new Set(Array.from({ length: 1024 }, (_, i) => hash_f64(i / 8) & 2047));
  assert(fractions.size > 600, `${fractions.size} of 2048`);
});

Deno.test("products that leave 64 bits are told", () => {
  const limits = [0n, 1n, 2n, 3n, 0xffffffffn, 1n << 32n, (1n << 62n) + 1n, (1n << 63n) - 1n];
  const signed = [...limits, ...limits.map((x) => -x), -(1n << 63n)];
  for (const a of signed) {
    for (const b of signed) {
      assertEquals(num.i64_productFits(a, b), BigInt.asIntN(64, a * b) === a * b, `${a} * ${b}`);
    }
  }
  const unsigned = [...limits, 1n << 63n, (1n << 64n) - 1n];
  for (const a of unsigned) {
    for (const b of unsigned) assertEquals(num.u64_productFits(a, b), a * b < 1n << 64n, `${a} * ${b}`);
  }
});
