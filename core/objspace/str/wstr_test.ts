import { assert, assertEquals } from "@std/assert";
import { StrBuilder } from "./builder.ts";
import { count, endsWith, find, rfind, startsWith } from "./find.ts";
import { intern, internRts, isInterned, seedHashes } from "./intern.ts";
import { fromRts, hashSeed } from "./wstr.ts";
import { twoWayFind } from "./twoway.ts";
import { Random, randomPoints, same, sameTranslated, strOf, textOf } from "./testing.ts";

Deno.test("strings keep their invariants through all operations", () => {
  const random = new Random(1);
  for (let round = 0; round < 600; round++) {
    const a = randomPoints(random, random.below(12)), b = randomPoints(random, random.below(12));
    const w_a = strOf(a), w_b = strOf(b);
    const from = random.below(a.length + 1), to = from + random.below(a.length - from + 1);
    const n = random.below(5);
    same(w_a, a);
    same(w_a.concat(w_b), [...a, ...b]);
    same(w_a.substring(from, to), a.slice(from, to));
    same(w_a.repeat(n), Array(n).fill(a).flat());
    const odd = a.filter((_, i) => i % 2 === 1).reverse();
    same(w_a.slice(a.length - 1 - (a.length % 2), -2, odd.length), odd);
    const copy = strOf(a);
    assert(w_a.equals(copy) && w_a.hashOf() === copy.hashOf() && w_a.compare(copy) === 0);
    const at = a.findIndex((c, i) => c !== b[i]);
    const order = at < 0 ? a.length - b.length : at >= b.length ? 1 : a[at] - b[at];
    assertEquals(Math.sign(w_a.compare(w_b)), Math.sign(order));
    assertEquals(w_a.equals(w_b), order === 0);
  }
});

Deno.test("UTF-16 comes and goes", () => {
  for (const text of ["", "é", "abc", "Ωx", "a😀b", "\ud83d", "\udc00\ud800x", "€"]) {
    const w_text = fromRts(text);
    textOf(w_text);
    assertEquals(w_text.toRts(), text);
  }
  assertEquals(fromRts("a😀b").length, 3);
});

Deno.test("single characters below 0x100 and the empty string are one object each", () => {
  assert(fromRts("é") === fromRts("aé").substring(1, 2));
  assert(fromRts("") === fromRts("xyz").substring(2, 2));
  assert(new StrBuilder().build() === fromRts(""));
});

Deno.test("builders give what was appended", () => {
  const random = new Random(2);
  for (let round = 0; round < 200; round++) {
    const out = new StrBuilder(random.below(4));
    const points: number[] = [];
    for (let i = random.below(8); i > 0; i--) {
      const part = randomPoints(random, random.below(20));
      const from = random.below(part.length + 1);
      const how = random.below(4);
      if (how < 2) {
        out.appendStr(strOf(part));
        points.push(...part);
      } else if (how === 2) {
        out.appendSubstring(strOf(part), from, part.length);
        points.push(...part.slice(from));
      } else {
        for (const c of part) out.append(c);
        out.appendRepeated(0x20ac, from);
        points.push(...part, ...Array(from).fill(0x20ac));
      }
    }
    const w_text = out.build();
    same(w_text, points);
    assertEquals(out.build().length, 0);
  }
});

Deno.test("interning gives one object a text", () => {
  const w_first = internRts("some name");
  assert(intern(fromRts("some name")) === w_first && isInterned(w_first));
  assert(!isInterned(fromRts("some name")));
  for (let i = 0; i < 3000; i++) internRts(`name ${i}`);
  for (let i = 0; i < 3000; i++) assert(internRts(`name ${i}`) === intern(fromRts(`name ${i}`)));
});

Deno.test("a new seed changes hashes and keeps interned strings", () => {
  const w_name = internRts("seeded"), old = w_name.hashOf(), oldLetter = fromRts("x").hashOf();
  const seed = hashSeed;
  seedHashes(12345);
  assert(w_name.hashOf() !== old && fromRts("x").hashOf() !== oldLetter);
  assert(internRts("seeded") === w_name);
  seedHashes(seed);
  assertEquals([w_name.hashOf(), fromRts("x").hashOf()], [old, oldLetter]);
});

function naiveFind(text: number[], part: number[], start: number, end: number): number[] {
  const found: number[] = [];
  for (let i = start; i + part.length <= end; i++) if (part.every((c, j) => c === text[i + j])) found.push(i);
  return found;
}

Deno.test("searching agrees with the naive search", () => {
  const random = new Random(3);
  const alphabets = [[97, 98], [97, 98, 0xe9], [0x3b1, 98], [97, 0x1f600], [97, 129, 65, 33]];
  for (let round = 0; round < 3000; round++) {
    const alphabet = alphabets[random.below(alphabets.length)];
    const text = random.points(random.below(60), alphabet),
      part = random.points(1 + random.below(7), alphabet);
    const start = random.below(text.length + 1), end = start + random.below(text.length - start + 1);
    const w_text = strOf(text), w_part = strOf(part);
    const found = naiveFind(text, part, start, end);
    assertEquals(find(w_text, w_part, start, end), found[0] ?? -1);
    assertEquals(rfind(w_text, w_part, start, end), found.at(-1) ?? -1);
    let apart = 0, last = -100;
    for (const at of found) if (at >= last + part.length) apart++, last = at;
    assertEquals(count(w_text, w_part, start, end), apart);
    assertEquals(startsWith(w_text, w_part, start, end), found.includes(start));
    assertEquals(endsWith(w_text, w_part, start, end), found.includes(end - part.length));
    if (w_part.kind === w_text.kind) {
      const at = twoWayFind(w_text.kind, w_text.data, start, end, w_part.data, part.length);
      assertEquals(at, found[0] ?? -1);
    }
  }
});

Deno.test("searching takes linear time where the needle almost occurs everywhere", () => {
  const w_text = fromRts("a").repeat(400_000);
  const w_needle = fromRts("a").repeat(100_000).concat(fromRts("b")).concat(fromRts("a").repeat(100_000));
  const started = performance.now();
  assertEquals(find(w_text, w_needle, 0, w_text.length), -1);
  assertEquals(rfind(w_text, w_needle, 0, w_text.length), -1);
  assert(performance.now() - started < 3000);
});

sameTranslated(new URL("./str_driver.ts", import.meta.url));
