import { assert, assertEquals, assertThrows } from "@std/assert";
import { MemoryError } from "../prelude/exceptions.ts";
import { loadRuntime, randomSource, text } from "./testing.ts";
import { settings } from "./simulation/settings.ts";
import type { RtsArray as RtsArrayType } from "./array.ts";

const runtime = await loadRuntime();
const { RtsArray, newArrayFilled, newFixedFilled } = runtime.array;

function fromList<T>(list: T[]): RtsArrayType<T> {
  const array = new RtsArray<T>(0);
  for (const value of list) array.push(value);
  return array;
}
/** The elements; checks that the slots behind them hold nothing. */
function toList<T>(array: RtsArrayType<T>): T[] {
  const list: T[] = [];
  for (let i = 0; i < array.items.length; i++) {
    if (i < array.length) list.push(array.items[i]);
    else assertEquals(array.items[i] as unknown, null, `slot ${i} is not cleared`);
  }
  return list;
}

/** One random operation on both; what it returned, comparable. */
function randomOperation(
  random: (below: number) => number,
  ours: RtsArrayType<number>,
  theirs: number[],
): [unknown, unknown] {
  const value = random(20);
  const a = random(30) - 12;
  const b = random(30) - 12;
  switch (random(16)) {
    case 0:
    case 1:
    case 2:
      return [ours.push(value), theirs.push(value)];
    case 3:
      return theirs.length > 0 ? [ours.pop(), theirs.pop()] : [0, 0];
    case 4:
      return theirs.length > 0 ? [ours.shift(), theirs.shift()] : [0, 0];
    case 5:
      return [ours.unshift(value), theirs.unshift(value)];
    case 6:
      return [toList(ours.splice(a, b)), theirs.splice(a, b)];
    case 7:
      return [toList(ours.slice(a, b)), theirs.slice(a, b)];
    case 8:
      return [ours.indexOf(value, a), theirs.indexOf(value, a)];
    case 9:
      return [ours.lastIndexOf(value, a), theirs.lastIndexOf(value, a)];
    case 10:
      return [ours.includes(value, a), theirs.includes(value, a)];
    case 11:
      return [toList(ours.fill(value, a, b)), theirs.fill(value, a, b)];
    case 12:
      return [toList(ours.reverse()), theirs.reverse()];
    case 13:
      return [toList(ours.concat(ours.slice(a))), theirs.concat(theirs.slice(a))];
    case 14:
      return [text(ours.join("-")), theirs.join("-")];
    default: {
      const length = Math.min(theirs.length, value);
      ours.setLength(length);
      theirs.length = length;
      return [0, 0];
    }
  }
}

Deno.test("RtsArray does as JavaScript's array on random operations", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = randomSource(seed * 7919);
    const ours = new RtsArray<number>(random(3));
    const theirs: number[] = [];
    for (let step = 0; step < 300; step++) {
      const [got, expected] = randomOperation(random, ours, theirs);
      assertEquals(got, expected, `seed ${seed}, step ${step}`);
      assertEquals(toList(ours), theirs, `seed ${seed}, step ${step}`);
    }
  }
});

Deno.test("methods without optional arguments take JavaScript's defaults", () => {
  const list = [3, 1, 2, 3, NaN];
  const array = fromList(list);
  assertEquals(toList(array.slice()), list);
  assertEquals(toList(array.slice(-2)), [3, NaN]);
  assertEquals(array.indexOf(3), 0);
  assertEquals(array.lastIndexOf(3), 3);
  assertEquals(array.indexOf(NaN), -1);
  assertEquals(array.includes(NaN), true);
  assertEquals(text(array.join()), "3,1,2,3,NaN");
  assertEquals(toList(array.splice(1)), [1, 2, 3, NaN]);
  assertEquals(toList(array), [3]);
  assertEquals(toList(array.fill(9)), [9]);
});

Deno.test("sort is stable and sorts as JavaScript", () => {
  for (const count of [0, 1, 2, 7, 8, 9, 15, 16, 17, 63, 64, 65, 300]) {
    const random = randomSource(count + 1);
    const list = Array.from({ length: count }, (_, i) => ({ key: random(10), i }));
    const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
    const array = fromList(list);
    assert(array.sort(byKey) === array);
    assertEquals(toList(array), [...list].sort(byKey), `${count} elements`);
  }
});

Deno.test("sort leaves the array alone when a comparison throws, and survives nonsense", () => {
  const list = Array.from({ length: 40 }, (_, i) => (i * 7) % 40);
  const array = fromList(list);
  let left = 50;
  assertThrows(() =>
    array.sort((a, b) => {
      if (--left === 0) throw new RangeError("enough");
      return a - b;
    }), RangeError);
  assertEquals(toList(array), list);
  const random = randomSource(5);
  array.sort(() => random(3) - 1);
  assertEquals(toList(array).sort((a, b) => a - b), [...list].sort((a, b) => a - b));
});

Deno.test("callbacks see what JavaScript's would, even when they shrink the array", () => {
  const list = [5, 6, 7, 8, 9];
  const array = fromList(list);
  assertEquals(toList(array.map((x) => `${x}`)), list.map((x) => `${x}`));
  assertEquals(toList(array.mapIndexed((x, i) => x * i)), list.map((x, i) => x * i));
  assertEquals(toList(array.filter((x) => x % 2 === 1)), [5, 7, 9]);
  assertEquals(toList(array.filterIndexed((_, i) => i > 2)), [8, 9]);
  assertEquals([array.some((x) => x > 8), array.some((x) => x > 9)], [true, false]);
  assertEquals([array.every((x) => x > 4), array.every((x) => x > 5)], [true, false]);
  assertEquals([array.find((x) => x > 6), array.find((x) => x > 9) as unknown], [7, null]);
  assertEquals([array.findIndex((x) => x > 6), array.findIndex((x) => x > 9)], [2, -1]);
  assertEquals(array.reduce((total, x) => total + x, 100), 135);
  const seen: number[] = [];
  array.forEach((x) => {
    seen.push(x);
    if (array.length > 2) array.pop();
  });
  array.forEachIndexed((x, i) => seen.push(x * i));
  assertEquals(seen, [5, 6, 7, 0, 6]);
});

Deno.test("a failed growth leaves the array as it was", () => {
  const array = fromList([1, 2, 3, 4]);
  settings.maxLength = 4;
  try {
    assertThrows(() => array.push(5), MemoryError);
    assertThrows(() => array.unshift(5), MemoryError);
    assertThrows(() => newArrayFilled<number>(-1, 0), MemoryError);
  } finally {
    settings.maxLength = 1 << 24;
  }
  assertEquals(toList(array), [1, 2, 3, 4]);
});

Deno.test("pushing copies each element a bounded number of times", () => {
  const array = new RtsArray<number>(0);
  let copied = 0;
  let items = array.items;
  for (let i = 0; i < 10000; i++) {
    array.push(i);
    if (array.items !== items) copied += i;
    items = array.items;
  }
  assert(copied < 30000, `${copied} elements were copied`);
  assert(array.items.length < 16000, `${array.items.length} slots`);
});

Deno.test("newArrayFilled and newFixedFilled fill; fixed_fill and fixed_set take JavaScript's positions", () => {
  assertEquals(toList(newArrayFilled(3, 7)), [7, 7, 7]);
  const fixed = newFixedFilled<number>(5, 1);
  const theirs = [1, 1, 1, 1, 1];
  for (const [start, end] of [[0, 2], [-2, 99], [-9, 1], [3, 1], [4, -1], [9, 12]]) {
    runtime.fixed.fixed_fill(fixed, start + end, start, end);
    theirs.fill(start + end, start, end);
    assertEquals([...fixed], theirs);
  }
  runtime.fixed.fixed_set(fixed, newFixedFilled<number>(2, 50), 3);
  assertEquals([...fixed].slice(3), [50, 50]);
});
