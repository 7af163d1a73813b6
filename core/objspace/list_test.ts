import { assertEquals } from "@std/assert";
import { errorOf, float, method, type Plain, show, tuple, wrap } from "./testing.ts";
import type { W_List } from "./list.ts";
import { ListKind } from "./list_storage.ts";
import { W_Slice } from "./slice.ts";
import { hash } from "./hash.ts";
import { sortList } from "./list_sort.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Random } from "./str/testing.ts";
import type { W_Tuple } from "./tuple.ts";
import { builtinFunction } from "./type_finish.ts";

const slice = (a: Plain, b: Plain, c: Plain = null) => new W_Slice(wrap(a), wrap(b), wrap(c));
const kindOf = (w: W_Root) => (w as W_List).kind;

/** Places that Python's slice selects, by its definition. */
function selected(length: number, a: number | null, b: number | null, step: number): number[] {
  const clamp = (x: number) => Math.max(step < 0 ? -1 : 0, Math.min(step < 0 ? length - 1 : length, x));
  const bound = (x: number | null, first: boolean) => {
    if (x === null) return first === step > 0 ? (step > 0 ? 0 : -1) : step > 0 ? length : length - 1;
    return clamp(x < 0 ? x + length : x);
  };
  const start = a === null ? (step > 0 ? 0 : length - 1) : bound(a, true);
  const stop = b === null ? (step > 0 ? length : -1) : bound(b, false);
  const places: number[] = [];
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) places.push(i);
  return places;
}

Deno.test("lists choose their storage and generalize", () => {
  const w_list = wrap([]) as W_List;
  assertEquals(kindOf(w_list), ListKind.Empty);
  w_list.append(wrap(1));
  w_list.append(wrap(5000000000));
  assertEquals(kindOf(w_list), ListKind.Int);
  w_list.append(wrap("a"));
  assertEquals(kindOf(w_list), ListKind.Object);
  assertEquals(show(w_list), "[1, 5000000000, 'a']");
  assertEquals(kindOf(wrap([1.5, float(2)])), ListKind.Float);
  assertEquals(kindOf(wrap([true, 1])), ListKind.Object);
});

Deno.test("slices of lists select, replace and delete what they should", () => {
  const pools: Plain[][] = [[0, 1, 2, 3, 4, 5, 6], [0.5, 1.5, 2.5, 3.5], ["a", 1, "c", 2.5, "e"], []];
  const bounds = [null, -9, -3, -1, 0, 1, 2, 5, 9];
  for (const pool of pools) {
    for (const a of bounds) {
      for (const b of bounds) {
        for (const step of [1, 2, 3, -1, -2, 7, -7]) {
          const places = selected(pool.length, a, b, step);
          const index = slice(a, b, step);
          assertEquals(show(method(pool, "__getitem__", index)), show(wrap(places.map((i) => pool[i]))));
          assertEquals(
            show(method(tuple(...pool), "__getitem__", index)),
            show(tuple(...places.map((i) => pool[i]))),
          );
          const w_kept = wrap(pool);
          method(w_kept, "__delitem__", index);
          assertEquals(show(w_kept), show(wrap(pool.filter((_, i) => !places.includes(i)))));
          checkAssigned(pool, places, index, step);
        }
      }
    }
  }
});

function checkAssigned(pool: Plain[], places: number[], index: W_Slice, step: number): void {
  const values: Plain[] = places.map((_, i) => `new${i}`);
  const w_list = wrap(pool);
  method(w_list, "__setitem__", index, values);
  const want = [...pool];
  places.forEach((place, i) => want[place] = values[i]);
  if (places.length > 0) assertEquals(show(w_list), show(wrap(want)));
  if (step === 1 || places.length === 1) return;
  assertEquals(
    errorOf(() => method(w_list, "__setitem__", index, [...values, 1])),
    `ValueError: attempt to assign sequence of size ${
      values.length + 1
    } to extended slice of size ${values.length}`,
  );
}

Deno.test("methods of lists", () => {
  const w_list = wrap([3, 1, 2]);
  method(w_list, "append", 3);
  method(w_list, "extend", tuple(7, 8));
  method(w_list, "extend", w_list);
  assertEquals(show(w_list), "[3, 1, 2, 3, 7, 8, 3, 1, 2, 3, 7, 8]");
  assertEquals(show(method(w_list, "count", 3)), "4");
  assertEquals(show(method(w_list, "index", 3, 1)), "3");
  assertEquals(show(method(w_list, "index", 8, -1)), "11");
  method(w_list, "insert", -100, "first");
  method(w_list, "insert", 100, "last");
  assertEquals(show(method(w_list, "pop")), "'last'");
  assertEquals(show(method(w_list, "pop", 0)), "'first'");
  method(w_list, "remove", 7);
  method(w_list, "reverse");
  assertEquals(show(w_list), "[8, 7, 3, 2, 1, 3, 8, 3, 2, 1, 3]");
  assertEquals(show(method(w_list, "__contains__", 7)), "True");
  assertEquals(show(method(w_list, "__add__", ["x"])), "[8, 7, 3, 2, 1, 3, 8, 3, 2, 1, 3, 'x']");
  assertEquals(show(method([1, 2], "__mul__", 3)), "[1, 2, 1, 2, 1, 2]");
  assertEquals(show(method(["a"], "__imul__", 3)), "['a', 'a', 'a']");
  assertEquals(show(method([1], "__mul__", -1)), "[]");
  method(w_list, "clear");
  assertEquals(show(w_list), "[]");
});

Deno.test("errors of lists have CPython's texts", () => {
  const cases: [() => unknown, string][] = [
    [() => method([1], "__getitem__", "a"), "TypeError: list indices must be integers or slices, not str"],
    [() => method([1], "__getitem__", 1), "IndexError: list index out of range"],
    [() => method([1], "__setitem__", -2, 0), "IndexError: list assignment index out of range"],
    [() => method([1], "__delitem__", 5), "IndexError: list assignment index out of range"],
    [
      () => method([1], "__getitem__", slice("a", 1)),
      "TypeError: slice indices must be integers or None or have an __index__ method",
    ],
    [() => method([1], "__getitem__", slice(0, 1, 0)), "ValueError: slice step cannot be zero"],
    [() => method([1], "__setitem__", slice(0, 1), 5), "TypeError: can only assign an iterable"],
    [
      () => method([1], "__setitem__", slice(0, 1, 2), 5),
      "TypeError: must assign iterable to extended slice",
    ],
    [() => method([1], "__add__", tuple()), 'TypeError: can only concatenate list (not "tuple") to list'],
    [() => method([1], "__mul__", "a"), "TypeError: can't multiply sequence by non-int of type 'str'"],
    [() => method([], "pop"), "IndexError: pop from empty list"],
    [() => method([1], "pop", 3), "IndexError: pop index out of range"],
    [() => method([1], "remove", 3), "ValueError: list.remove(x): x not in list"],
    [() => method([1], "extend", 3), "TypeError: 'int' object is not iterable"],
    [() => method([1], "append"), "TypeError: list.append() takes exactly one argument (0 given)"],
    [() => method([1], "insert", 1), "TypeError: insert expected 2 arguments, got 1"],
    [() => method([1], "sort", 1), "TypeError: sort() takes no positional arguments"],
    [() => method(tuple(1), "index", 3), "ValueError: tuple.index(x): x not in tuple"],
    [() => method(tuple(1), "__getitem__", 3), "IndexError: tuple index out of range"],
    [() => method(tuple(1), "__add__", []), 'TypeError: can only concatenate tuple (not "list") to tuple'],
  ];
  for (const [run, text] of cases) assertEquals(errorOf(run), text);
});

const w_first = builtinFunction(
  "first",
  ["(x, /)", (w_x: W_Root): W_Root => (w_x as W_Tuple).items[0]],
  "test",
);

Deno.test("sorting agrees with a stable sort", () => {
  const random = new Random(5);
  for (let round = 0; round < 300; round++) {
    const size = random.below(round % 10 === 0 ? 700 : 80);
    const limit = [3, 20, 100000][round % 3];
    const numbers = Array.from({ length: size }, () => random.below(limit));
    if (round % 4 === 0) numbers.sort((a, b) => a - b);
    if (round % 8 === 0) {
      for (let i = 0; i < 5 && size > 0; i++) numbers[random.below(size)] = random.below(limit);
    }
    const rising = [...numbers].sort((a, b) => a - b);
    const sorters: [Plain[], Plain[]][] = [
      [numbers, rising],
      [numbers.map((n) => n + 0.5), rising.map((n) => n + 0.5)],
      [numbers.map((n) => `${n + 1e6}`), rising.map((n) => `${n + 1e6}`)],
    ];
    for (const [values, want] of sorters) {
      const w_list = wrap(values) as W_List;
      sortList(w_list, w_None, false);
      assertEquals(show(w_list), show(wrap(want)));
      sortList(w_list, w_None, true);
      assertEquals(show(w_list), show(wrap(want.reverse())));
    }
    checkStable(numbers);
  }
});

/** Tuples of (number, place), sorted by the number: places of equal numbers rise, in both directions. */
function checkStable(numbers: number[]): void {
  const pairs = numbers.map((n, i) => [n, i]);
  const w_list = wrap(pairs.map((pair) => tuple(...pair))) as W_List;
  for (const reverse of [false, true]) {
    const w_sorted = w_list.slice(0, w_list.length);
    sortList(w_sorted, w_first, reverse);
    const want = [...pairs].sort((a, b) => reverse ? b[0] - a[0] : a[0] - b[0]);
    assertEquals(show(w_sorted), show(wrap(want.map((pair) => tuple(...pair)))));
  }
}

Deno.test("sorting notices changes of the list, and restores it after errors", () => {
  const w_list = wrap([3, 1, 2]) as W_List;
  const w_appending = builtinFunction("key", ["(x, /)", (w_x: W_Root): W_Root => {
    w_list.append(w_x);
    return w_x;
  }], "test");
  assertEquals(errorOf(() => sortList(w_list, w_appending, false)), "ValueError: list modified during sort");
  assertEquals(show(w_list), "[1, 2, 3]");
  const w_mixed = wrap([5, "a", 4, null]) as W_List;
  assertEquals(
    errorOf(() => sortList(w_mixed, w_None, false)),
    "TypeError: '<' not supported between instances of 'str' and 'int'",
  );
  assertEquals(w_mixed.length, 4);
});

Deno.test("hashes of tuples are CPython's", () => {
  const cases: [W_Root, string][] = [
    [tuple(), "5740354900026072187"],
    [tuple(1), "-6644214454873602895"],
    [tuple(1, 2), "-3550055125485641917"],
    [tuple(1, tuple(2, -1)), "-7467194188578534009"],
  ];
  for (const [w_tuple, want] of cases) assertEquals(`${hash(w_tuple)}`, want);
});

Deno.test("iterators of lists and tuples", () => {
  const w_iterator = method([1, 2, 3], "__iter__");
  assertEquals(show(method(w_iterator, "__next__")), "1");
  assertEquals(show(method(w_iterator, "__length_hint__")), "2");
  method(w_iterator, "__setstate__", 2);
  assertEquals(show(method(w_iterator, "__next__")), "3");
  assertEquals(errorOf(() => method(w_iterator, "__next__")), "StopIteration");
  const w_back = method(["a", "b"], "__reversed__");
  assertEquals([show(w_back.iterNext()), show(w_back.iterNext()), show(w_back.iterNext())], [
    "'b'",
    "'a'",
    "<null>",
  ]);
  const w_tuple = method(tuple(1, 2), "__iter__");
  assertEquals([show(w_tuple.iterNext()), show(w_tuple.iterNext()), show(w_tuple.iterNext())], [
    "1",
    "2",
    "<null>",
  ]);
});
