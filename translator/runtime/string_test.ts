import { assert, assertEquals, assertThrows } from "@std/assert";
import { MemoryError } from "../prelude/exceptions.ts";
import { loadRuntime, randomSource, sim, text } from "./testing.ts";

const runtime = await loadRuntime();
const str = runtime.string;

/** Short strings over few letters, so that searches find things, and the odd special unit. */
function randomText(random: (below: number) => number, longest: number): string {
  const letters = "aabbbcAZ $\u00e9\u2028\ud83d\ude00\t";
  let result = "";
  for (let n = random(longest + 1); n > 0; n--) {
    result += letters[random(random(4) === 0 ? letters.length : 5)];
  }
  return result;
}

/** JavaScript's method and ours, by the argument lists they take. */
type Case = (s: string, t: string, u: string, a: number, b: number) => [unknown, unknown];
const CASES: Record<string, Case> = {
  charAt: (s, _t, _u, a) => [str.string_charAt(sim(s), a), s.charAt(a)],
  substring: (s, _t, _u, a, b) => [str.string_substring(sim(s), a, b), s.substring(a, b)],
  substring1: (s, _t, _u, a) => [str.string_substring(sim(s), a), s.substring(a)],
  slice: (s, _t, _u, a, b) => [str.string_slice(sim(s), a, b), s.slice(a, b)],
  slice1: (s, _t, _u, a) => [str.string_slice(sim(s), a), s.slice(a)],
  indexOf: (s, t, _u, a) => [str.string_indexOf(sim(s), sim(t), a), s.indexOf(t, a)],
  indexOf1: (s, t) => [str.string_indexOf(sim(s), sim(t)), s.indexOf(t)],
  lastIndexOf: (s, t, _u, a) => [str.string_lastIndexOf(sim(s), sim(t), a), s.lastIndexOf(t, a)],
  lastIndexOf1: (s, t) => [str.string_lastIndexOf(sim(s), sim(t)), s.lastIndexOf(t)],
  includes: (s, t, _u, a) => [str.string_includes(sim(s), sim(t), a), s.includes(t, a)],
  startsWith: (s, t, _u, a) => [str.string_startsWith(sim(s), sim(t), a), s.startsWith(t, a)],
  startsWith1: (s) => [str.string_startsWith(sim(s), sim(s.slice(0, 2))), true],
  endsWith: (s, t, _u, a) => [str.string_endsWith(sim(s), sim(t), a), s.endsWith(t, a)],
  endsWith1: (s) => [str.string_endsWith(sim(s), sim(s.slice(1))), true],
  split: (s, t) => [str.string_split(sim(s), sim(t)).map(text), s.split(t)],
  trim: (s) => [str.string_trim(sim(s)), s.trim()],
  trimStart: (s) => [str.string_trimStart(sim(s)), s.trimStart()],
  trimEnd: (s) => [str.string_trimEnd(sim(s)), s.trimEnd()],
  repeat: (s, _t, _u, a) => [str.string_repeat(sim(s), Math.abs(a)), s.repeat(Math.abs(a))],
  padStart: (s, t, _u, a) => [str.string_padStart(sim(s), a, sim(t)), s.padStart(a, t)],
  padStart1: (s, _t, _u, a) => [str.string_padStart(sim(s), a), s.padStart(a)],
  padEnd: (s, t, _u, a) => [str.string_padEnd(sim(s), a, sim(t)), s.padEnd(a, t)],
  padEnd1: (s, _t, _u, a) => [str.string_padEnd(sim(s), a), s.padEnd(a)],
  replaceAll: (s, t, u) => [str.string_replaceAll(sim(s), sim(t), sim(u)), s.replaceAll(t, u)],
  concat: (s, t) => [str.string_concat(sim(s), sim(t)), s.concat(t)],
  concat3: (s, t, u) => [str.string_concat3(sim(s), sim(t), sim(u)), s + t + u],
  concat4: (s, t, u) => [str.string_concat4(sim(s), sim(t), sim(u), sim(s)), s + t + u + s],
  equals: (s, t) => [str.string_equals(sim(s), sim(t)), s === t],
  equalsItself: (s) => [str.string_equals(sim(s), sim(s)), true],
  compare: (s, t) => [Math.sign(str.string_compare(sim(s), sim(t))), s < t ? -1 : s > t ? 1 : 0],
};

Deno.test("string functions do as JavaScript's methods on random strings", () => {
  const random = randomSource(20260301);
  for (let round = 0; round < 400; round++) {
    const s = randomText(random, 12);
    const t = randomText(random, 3);
    const u = randomText(random, 4) + (random(3) === 0 ? "$&$`$'$$1$" : "");
    const a = random(24) - 6;
    const b = random(24) - 6;
    for (const [name, run] of Object.entries(CASES)) {
      const [got, expected] = run(s, t, u, a, b);
      const shown = typeof expected === "string" ? text(got as string) : got;
      assertEquals(shown, expected, `${name} of ${JSON.stringify([s, t, u, a, b])}`);
    }
  }
});

Deno.test("long strings that differ late are told apart", () => {
  for (const n of [3, 4, 5, 8, 31, 32, 33]) {
    const same = "q".repeat(n);
    assertEquals(str.string_equals(sim(same), sim(same)), true);
    for (let i = 0; i < n; i++) {
      const other = same.slice(0, i) + "\u0171" + same.slice(i + 1);
      assertEquals(str.string_equals(sim(same), sim(other)), false, `${n} ${i}`);
      assert(str.string_compare(sim(same), sim(other)) < 0);
      assert(str.string_compare(sim(other), sim(same)) > 0);
    }
  }
});

Deno.test("trim knows JavaScript's white space, and nothing else", () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const s = String.fromCharCode(unit);
    assertEquals(str.string_trim(sim(s)).length, s.trim().length, `unit ${unit.toString(16)}`);
    if (unit === 0x400) unit = 0x1600;
    if (unit === 0x3100) unit = 0xfe00;
  }
});

Deno.test("letters change case, but only those of ASCII", () => {
  const ascii = Array.from({ length: 128 }, (_, i) => String.fromCharCode(i)).join("");
  assertEquals(text(str.string_toUpperCase(sim(ascii))), ascii.toUpperCase());
  assertEquals(text(str.string_toLowerCase(sim(ascii))), ascii.toLowerCase());
  assertEquals(text(str.string_toUpperCase(sim("stra\u00dfe \u00e9"))), "STRA\u00dfE \u00e9");
  const same = sim("ABC 1");
  assert(str.string_toUpperCase(same) === same, "an unchanged string is not copied");
});

Deno.test("one-unit strings", () => {
  for (const unit of [0, 65, 255, 256, 0xffff]) {
    assertEquals(text(str.string_fromCharCode(unit)), String.fromCharCode(unit));
    assertEquals(text(str.string_at(sim("x" + String.fromCharCode(unit)), 1)), String.fromCharCode(unit));
  }
  assertEquals(text(str.string_fromCharCode(-1)), "\uffff");
  assert(str.string_fromCharCode(97) === str.string_at(sim("a"), 0), "made once");
});

Deno.test("hashes are kept, never 0, alike for equal texts and spread over low bits", () => {
  const used = new Set<number>();
  for (let i = 0; i < 4096; i++) {
    const hash = str.string_hash(sim(`key${i}`));
    assertEquals(hash, str.string_hash(sim(`key${i}`)));
    assert(hash !== 0 && hash === (hash | 0));
    used.add(hash & 8191);
  }
  // 4096 random values in 8192 places hit about 3223 of them.
  assert(used.size > 3000, `${used.size} of 8192 places`);
  assert(str.string_hash(sim("")) !== 0);
});

Deno.test("strings beyond the heap are a MemoryError", () => {
  assertThrows(() => str.string_repeat(sim("abc"), 0x7fffffff), MemoryError);
  assertThrows(() => str.string_padEnd(sim("abc"), 0x7fffffff), MemoryError);
});

Deno.test("StringBuilder gathers pieces, units and integers", () => {
  const random = randomSource(99);
  for (let round = 0; round < 20; round++) {
    const builder = new runtime.builder.StringBuilder();
    let expected = "";
    for (let n = random(60); n > 0; n--) {
      const piece = randomText(random, 30);
      const value = (random(2) === 0 ? -1 : 1) * random(random(2) === 0 ? 100 : 2 ** 31);
      const append: (() => void)[] = [
        () => [builder.append(sim(piece)), expected += piece],
        () => [builder.appendInt(value), expected += value],
        () => [builder.appendCode(0x20ac), expected += "\u20ac"],
      ];
      append[random(3)]();
      if (random(50) === 0) [builder.clear(), expected = ""];
      assertEquals(builder.length, expected.length);
    }
    assertEquals(text(builder.toString()), expected);
  }
});

Deno.test("a text taken from a builder stays when the builder goes on", () => {
  const builder = new runtime.builder.StringBuilder();
  builder.append(sim("x".repeat(32)));
  const first = builder.toString();
  builder.clear();
  builder.append(sim("y".repeat(32)));
  assertEquals([text(first), text(builder.toString())], ["x".repeat(32), "y".repeat(32)]);
});
