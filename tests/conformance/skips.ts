/**
 * Tests that do not run, each with its reason. A row is a whole id ("Class.test_x", without the module's name) or a
 * beginning of one that ends in `*`. Only what rests on how CPython is built belongs here; what we lack fails, so
 * that it stays visible. What CPython itself marks as its own detail (`support.cpython_only`, `impl_detail`) is left
 * out by `test.support`, which sees an interpreter named PyPy.
 */
export const SKIPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  test_descr: {
    "ClassPropertiesAndMethods.test_restored_object_new": "marked as a failure of CPython; we pass it",
    "ClassPropertiesAndMethods.test_descrdoc": "the words of a docstring",
  },
  test_dict: {
    "DictTest.test_oob_indexing_dictiter_iternextitem": "objects die at once, by their count of references",
  },
  test_generators: {
    "FinalizationTest.test_refcycle": "asks for a count of references",
    "__test__.coroutine": "objects die at once, by their count of references",
    "__test__.refleaks": "objects die at once, by their count of references",
  },
  test_genexps: {
    "__test__.doctests": "expects a freed tuple at the same address",
  },
  test_hash: {
    "BytesHashRandomizationTests.test_null_hash": "knows the algorithms of hashing that CPython has",
    "MemoryviewHashRandomizationTests.test_null_hash": "knows the algorithms of hashing that CPython has",
    "StrHashRandomizationTests.test_null_hash": "knows the algorithms of hashing that CPython has",
  },
  test_sort: {
    "TestDecorateSortUndecorate.test_key_with_mutating_del":
      "objects die at once, by their count of references",
  },
};

/** The lines of the driver's `--skip` file for `module`: full test id, tab, reason. */
export function skipLines(module: string): string[] {
  return Object.entries(SKIPS[module] ?? {}).map(([id, reason]) => `test.${module}.${id}\t${reason}`);
}
