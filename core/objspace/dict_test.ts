import { assertEquals } from "@std/assert";
import { call, errorOf, method, type Plain, show, tuple, wrap } from "./testing.ts";
import { W_Dict } from "./dict.ts";
import { INT_STRATEGY, OBJECT_STRATEGY, STR_STRATEGY } from "./dict_strategies.ts";
import type { W_Root } from "./root.ts";
import { newSet, type W_Set } from "./set.ts";
import { Random } from "./str/testing.ts";
import { dictType, frozensetType, listType, mappingproxyType } from "./types.ts";
import { hash } from "./hash.ts";

function dict(...pairs: [Plain, Plain][]): W_Dict {
  const w_dict = new W_Dict();
  for (const [key, value] of pairs) w_dict.set(wrap(key), wrap(value));
  return w_dict;
}

function set(...items: Plain[]): W_Set {
  const w_set = newSet();
  for (const item of items) w_set.add(wrap(item));
  return w_set;
}

const items = (w: W_Root) => show(call(listType, w));

Deno.test("dicts agree with a model through random operations", () => {
  const pools: ((n: number) => Plain)[] = [
    (n) => n,
    (n) => `k${n}`,
    (n) => n % 2 === 0 ? n : `k${n}`,
    (n) => n % 7 === 0 ? tuple(n, "x") : n % 7 === 1 ? `s${n}` : n * 1000003,
  ];
  const random = new Random(3);
  for (const [number, pool] of pools.entries()) {
    const w_dict = new W_Dict();
    const model = new Map<string, string>();
    const limit = [6, 40, 300, 3000][number];
    for (let step = 0; step < 6000; step++) {
      const key = wrap(pool(random.below(limit)));
      const text = show(key);
      const action = random.below(step % 1000 < 300 ? 4 : 10);
      if (action < 4) {
        w_dict.set(key, wrap(step));
        model.set(text, `${step}`);
      } else if (action < 7) {
        assertEquals(w_dict.delete(key) !== null, model.delete(text));
      } else if (action === 7) {
        const w_value = w_dict.get(key);
        assertEquals(w_value === null ? undefined : show(w_value), model.get(text));
      } else if (action === 8 && model.size > 0) {
        const last = [...model.keys()].at(-1)!;
        assertEquals(show(method(w_dict, "popitem")), `(${last}, ${model.get(last)})`);
        model.delete(last);
      } else if (action === 9 && model.size > 0) {
        const first = model.keys().next().value!;
        assertEquals(show(w_dict.keyAt(w_dict.next(0))), first);
      }
      assertEquals(w_dict.length, model.size);
      if (step % 500 === 0) {
        const want = `{${[...model].map(([k, v]) => `${k}: ${v}`).join(", ")}}`;
        assertEquals(show(w_dict), want);
        assertEquals(show(w_dict.copy()), want);
      }
    }
  }
});

Deno.test("dicts choose their strategy", () => {
  assertEquals(dict([1, 2]).strategy, INT_STRATEGY);
  assertEquals(dict(["a", 2]).strategy, STR_STRATEGY);
  assertEquals(dict(["a", 2], [1, 2]).strategy, OBJECT_STRATEGY);
  assertEquals(dict([null, 2]).strategy, OBJECT_STRATEGY);
  const w_ints = dict([1, "one"], [0, "zero"]);
  assertEquals(w_ints.get(wrap("a")), null);
  assertEquals(w_ints.strategy, INT_STRATEGY);
  assertEquals(show(w_ints.copy()), "{1: 'one', 0: 'zero'}");
});

Deno.test("methods of dicts", () => {
  const w_dict = dict(["a", 1], ["b", 2]);
  assertEquals(show(method(w_dict, "get", "a")), "1");
  assertEquals(show(method(w_dict, "get", "z", 5)), "5");
  assertEquals(show(method(w_dict, "setdefault", "c", 3)), "3");
  assertEquals(show(method(w_dict, "pop", "a")), "1");
  method(w_dict, "update", [tuple("b", 7), tuple("q", 8)]);
  assertEquals(show(w_dict), "{'b': 7, 'c': 3, 'q': 8}");
  assertEquals(items(method(w_dict, "items")), "[('b', 7), ('c', 3), ('q', 8)]");
  assertEquals(items(method(method(w_dict, "values"), "__reversed__")), "[8, 3, 7]");
  assertEquals(show(method(w_dict, "__or__", dict(["c", 1], ["x", 2]))), "{'b': 7, 'c': 1, 'q': 8, 'x': 2}");
  assertEquals(show(method(dictType, "fromkeys", ["x", "y"], 0)), "{'x': 0, 'y': 0}");
  assertEquals(show(method(w_dict, "__eq__", w_dict.copy())), "True");
  assertEquals(show(method(w_dict, "__eq__", dict(["b", 7]))), "False");
  assertEquals(items(method(method(w_dict, "keys"), "__and__", ["c", "zz", "b"])), "['c', 'b']");
  assertEquals(items(method(method(w_dict, "items"), "__sub__", [tuple("c", 3)])), "[('b', 7), ('q', 8)]");
  assertEquals(show(method(method(w_dict, "keys"), "__le__", set("b", "c", "q", "r"))), "True");
});

Deno.test("errors of dicts have CPython's texts", () => {
  const changing = dict(["a", 1], ["b", 2]);
  const w_iterator = method(changing, "__iter__");
  w_iterator.iterNext();
  changing.set(wrap("c"), wrap(1));
  const cases: [() => unknown, string][] = [
    [() => method(dict(), "__getitem__", "x"), "KeyError: 'x'"],
    [() => method(dict(), "pop", 3), "KeyError: 3"],
    [() => method(dict(), "popitem"), "KeyError: 'popitem(): dictionary is empty'"],
    [() => method(dict(), "update", 5), "TypeError: 'int' object is not iterable"],
    [
      () => method(dict(), "update", [5]),
      "TypeError: cannot convert dictionary update sequence element #0 to a sequence",
    ],
    [
      () => method(dict(), "update", [[1, 2, 3]]),
      "ValueError: dictionary update sequence element #0 has length 3; 2 is required",
    ],
    [() => method(dict(), "update", 1, 2), "TypeError: update expected at most 1 argument, got 2"],
    [() => method(dict(), "get"), "TypeError: get expected at least 1 argument, got 0"],
    [() => method(dict(), "__setitem__", [], 2), "TypeError: unhashable type: 'list'"],
    [() => method(dict(["a", 1]), "__contains__", dict()), "TypeError: unhashable type: 'dict'"],
    [() => w_iterator.iterNext(), "RuntimeError: dictionary changed size during iteration"],
    [() => w_iterator.iterNext(), "RuntimeError: dictionary changed size during iteration"],
    [() => method(set(), "pop"), "KeyError: 'pop from an empty set'"],
    [() => method(set(), "remove", 3), "KeyError: 3"],
    [() => method(set(), "union", 3), "TypeError: 'int' object is not iterable"],
    [() => method(set(), "pop", 1), "TypeError: set.pop() takes no arguments (1 given)"],
  ];
  for (const [run, text] of cases) assertEquals(errorOf(run), text);
});

Deno.test("keys exchanged during an iteration are noticed", () => {
  const w_dict = dict(...Array.from({ length: 3 }, (_, i): [Plain, Plain] => [i, i]));
  const w_iterator = method(w_dict, "__iter__");
  for (let i = 0; i < 3; i++) w_iterator.iterNext();
  w_dict.delete(wrap(0));
  w_dict.set(wrap(9), wrap(9));
  assertEquals(
    errorOf(() => w_iterator.iterNext()),
    "RuntimeError: dictionary keys changed during iteration",
  );
});

Deno.test("algebra of sets", () => {
  const a = set(1, 2, 3, "x"), b = set(3, "x", 9);
  const results: [W_Root, string][] = [
    [method(a, "__and__", b), "[3, 'x']"],
    [method(a, "__or__", b), "[1, 2, 3, 'x', 9]"],
    [method(a, "__sub__", b), "[1, 2]"],
    [method(a, "__xor__", b), "[1, 2, 9]"],
    [method(a, "union", [7], tuple(8)), "[1, 2, 3, 'x', 7, 8]"],
    [method(a, "intersection", [2, 1, 5], [1]), "[1]"],
    [method(a, "difference", [2], [1]), "[3, 'x']"],
    [method(a, "symmetric_difference", [2, 5, 5]), "[1, 3, 'x', 5]"],
    [call(frozensetType, [1, 1, 2]), "[1, 2]"],
  ];
  for (const [w_result, want] of results) assertEquals(items(w_result), want);
  assertEquals(show(method(a, "__le__", method(a, "__or__", b))), "True");
  assertEquals(show(method(a, "__lt__", a)), "False");
  assertEquals(show(method(a, "__eq__", call(frozensetType, ["x", 3, 2, 1]))), "True");
  assertEquals(show(method(a, "isdisjoint", [77])), "True");
  assertEquals(show(method(set(call(frozensetType, [1])), "__contains__", set(1))), "True");
  method(a, "intersection_update", [1, 2, 3], [3, 2]);
  assertEquals(items(a), "[3, 2]");
});

Deno.test("hashes of frozensets are CPython's", () => {
  assertEquals(`${hash(call(frozensetType))}`, "133146708735736");
  assertEquals(`${hash(call(frozensetType, [3, 1, 2]))}`, "-272375401224217160");
});

Deno.test("mapping proxies show their mapping", () => {
  const w_proxy = call(mappingproxyType, dict(["a", 1]));
  assertEquals(show(method(w_proxy, "__getitem__", "a")), "1");
  assertEquals(items(method(w_proxy, "items")), "[('a', 1)]");
  assertEquals(
    errorOf(() => call(mappingproxyType, 3)),
    "TypeError: mappingproxy() argument must be a mapping, not int",
  );
  assertEquals(show(method(w_proxy, "__or__", dict(["b", 2]))), "{'a': 1, 'b': 2}");
});
