import { assert, assertEquals, assertThrows } from "@std/assert";
import { MemoryError } from "../prelude/exceptions.ts";
import { loadRuntime, randomSource } from "./testing.ts";
import { settings } from "./simulation/settings.ts";
import { frozenTable } from "./builtins.ts";
import type { RtsMap as RtsMapType, RtsSet as RtsSetType } from "./map.ts";

const { RtsMap, RtsSet } = (await loadRuntime()).map;

/** The loop that `for…of` is lowered to. */
function* keysOf<K>(table: RtsMapType<K, unknown> | RtsSetType<K>): Generator<K> {
  for (let i = table.firstIndex(); i >= 0; i = table.nextIndex(i)) yield table.keyAt(i);
}
function entriesOf<K, V>(map: RtsMapType<K, V>): [K, V][] {
  const entries: [K, V][] = [];
  for (let i = map.firstIndex(); i >= 0; i = map.nextIndex(i)) entries.push([map.keyAt(i), map.valueAt(i)]);
  return entries;
}

function checkRandomly<K>(seed: number, steps: number, key: (random: (below: number) => number) => K): void {
  const random = randomSource(seed);
  const ours = new RtsMap<K, number>();
  const theirs = new Map<K, number>();
  for (let step = 0; step < steps; step++) {
    const k = key(random);
    const choice = random(400);
    if (choice === 0) {
      ours.clear();
      theirs.clear();
    } else if (choice < 200) {
      assert(ours.set(k, step) === ours);
      theirs.set(k, step);
    } else if (choice < 320) {
      assertEquals(ours.delete(k), theirs.delete(k));
    }
    assertEquals(ours.get(k) as unknown, theirs.get(k) ?? null);
    assertEquals(ours.has(k), theirs.has(k));
    assertEquals(ours.size, theirs.size);
    if (step % 37 === 0) assertEquals(entriesOf(ours), [...theirs], `seed ${seed}, step ${step}`);
  }
}

Deno.test("RtsMap does as JavaScript's Map on random operations", () => {
  const objects = Array.from({ length: 50 }, (_, i) => ({ i }));
  for (let seed = 1; seed <= 8; seed++) {
    checkRandomly(seed, 1500, (random) => random(seed < 4 ? 30 : 400) - 10);
    checkRandomly(seed, 500, (random) => "x".repeat(random(20)) + random(4));
    checkRandomly(seed, 500, (random) => objects[random(50)]);
    checkRandomly(seed, 500, (random) => BigInt(random(60)) << 40n);
    checkRandomly(seed, 500, (random) => [0, NaN, 0.5, 1e300, Infinity, 7][random(6)]);
  }
});

Deno.test("both zeros are one key, and all NaNs", () => {
  const map = new RtsMap<number, string>();
  map.set(0, "zero").set(NaN, "not a number").set(-0, "still zero");
  assertEquals([map.size, map.get(0), map.get(-0), map.get(0 / 0)], [
    2,
    "still zero",
    "still zero",
    "not a number",
  ]);
});

/**
 * Iterates over ours and theirs in step, changing both alike: what is visited must agree, through rebuilds,
 * deletions before and behind the cursor, `clear`, and iterations within iterations.
 */
function iterateAndChange(seed: number): void {
  const random = randomSource(seed);
  const ours = new RtsSet<number>();
  const theirs = new Set<number>();
  let budget = 400;
  const change = () => {
    const k = random(60);
    const choice = random(40);
    if (choice === 0) {
      ours.clear();
      theirs.clear();
    } else if (choice < 22) {
      assert(ours.add(k) === ours);
      theirs.add(k);
    } else {
      assertEquals(ours.delete(k), theirs.delete(k));
    }
  };
  const walk = (depth: number) => {
    const iterators = [keysOf(ours), theirs.values()];
    while (true) {
      const [got, expected] = iterators.map((iterator) => iterator.next());
      assertEquals([got.done, got.value], [expected.done, expected.value], `seed ${seed}, ${budget} left`);
      if (got.done) return;
      if (random(12) === 0 && depth < 3) walk(depth + 1);
      for (let n = random(5); n > 0 && budget > 0; n--, budget--) change();
      if (random(30) === 0) return;
    }
  };
  while (budget > 0) {
    change();
    budget--;
    walk(0);
  }
}

Deno.test("iteration under change visits what JavaScript's visits", () => {
  for (let seed = 1; seed <= 300; seed++) iterateAndChange(seed * 31);
});

Deno.test("an iteration that adds to the map sees what it adds, across rebuilds", () => {
  const map = new RtsMap<number, number>();
  map.set(0, 0);
  let visited = 0;
  for (let i = map.firstIndex(); i >= 0; i = map.nextIndex(i)) {
    const key = map.keyAt(i);
    assertEquals([key, map.valueAt(i)], [visited, visited * 2]);
    visited++;
    map.delete(key);
    if (visited < 500) {
      map.set(visited, visited * 2);
      map.set(-1, 0);
      map.delete(-1);
    }
  }
  assertEquals([visited, map.size], [500, 0]);
});

Deno.test("a queue of entries stays small and does not search through what was deleted", () => {
  const map = new RtsMap<number, number>();
  for (let i = 0; i < 5; i++) map.set(i, i);
  for (let i = 5; i < 3000; i++) {
    const first = map.keyAt(map.firstIndex());
    assertEquals(first, i - 5);
    map.delete(first);
    map.set(i, i);
  }
  const { keys, head, used } = map as unknown as { keys: { length: number }; head: number; used: number };
  assert(keys.length <= 16, `room for ${keys.length}`);
  assertEquals(used - head, 5);
});

Deno.test("deleted keys and values are not kept", () => {
  const map = new RtsMap<string, string>();
  map.set("a", "A").set("b", "B");
  map.delete("a");
  const { keys, values } = map as unknown as { keys: Iterable<unknown>; values: Iterable<unknown> };
  assertEquals([...keys].filter((key) => key !== null), ["b"]);
  assertEquals([...values].filter((value) => value !== null), ["B"]);
});

Deno.test("a failed rebuild leaves the map as it was", () => {
  const map = new RtsMap<number, number>();
  for (let i = 0; i < 8; i++) map.set(i, i);
  settings.maxLength = 8;
  try {
    assertThrows(() => map.set(8, 8), MemoryError);
  } finally {
    settings.maxLength = 1 << 24;
  }
  assertEquals(map.size, 8);
  assertEquals(entriesOf(map), Array.from({ length: 8 }, (_, i) => [i, i]));
  map.set(8, 8);
  assertEquals(map.get(8), 8);
});

/** A map as the translator freezes it, see `frozenTable` in builtins.ts. */
function frozen(entries: [number, string][]): RtsMapType<number, string> {
  const map = new RtsMap<number, string>();
  Object.assign(map, {
    ...frozenTable(entries.length),
    keys: entries.map(([key]) => key),
    values: entries.map(([, value]) => value),
  });
  return map;
}

Deno.test("frozenTable gives every field of a table but keys and values", () => {
  const fields = Object.keys(new RtsMap<number, number>());
  assertEquals([...Object.keys(frozenTable(0)), "keys", "values"].sort(), fields.sort());
});

Deno.test("prebuilt maps are hashed at their first use", () => {
  const entries: [number, string][] = [[5, "five"], [12, "twelve"], [19, "nineteen"]];
  assertEquals(frozen(entries).get(12), "twelve");
  assertEquals(frozen(entries).has(3), false);
  assertEquals(entriesOf(frozen(entries)), entries);
  const map = frozen(entries);
  assertEquals(map.delete(5), true);
  for (let i = 100; i < 120; i++) map.set(i, `${i}`);
  assertEquals(map.size, 22);
  assertEquals(entriesOf(map)[1], [19, "nineteen"]);
  const cleared = frozen(entries);
  cleared.clear();
  assertEquals([cleared.size, cleared.has(5), cleared.set(5, "again").get(5)], [0, false, "again"]);
  const empty = frozen([]);
  assertEquals([empty.has(1), empty.firstIndex()], [false, -1]);
  assertEquals(empty.set(1, "one").get(1), "one");
});
