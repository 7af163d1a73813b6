"""pprint and reprlib."""

import pprint
import reprlib

assert pprint.pformat({"b": 1, "a": [2, 3]}) == "{'a': [2, 3], 'b': 1}"
assert pprint.pformat({"b": 1, "a": 2}, sort_dicts=False) == "{'b': 1, 'a': 2}"
assert pprint.pformat(list(range(10)), width=20) == "[0,\n 1,\n 2,\n 3,\n 4,\n 5,\n 6,\n 7,\n 8,\n 9]"
assert pprint.pformat(list(range(10)), width=20, compact=True) == "[0, 1, 2, 3, 4, 5,\n 6, 7, 8, 9]"
assert pprint.pformat([[1, [2, [3]]]], depth=2) == "[[1, [...]]]"
assert pprint.pformat("a long string " * 4, width=30).startswith("('a long string a long '")
assert pprint.pformat({1, 2, 3}) == "{1, 2, 3}"
assert pprint.pformat({"key": {"inner": list(range(8))}}, width=30) == "{'key': {'inner': [0,\n                   1,\n                   2,\n                   3,\n                   4,\n                   5,\n                   6,\n                   7]}}"
assert pprint.isreadable([1])
assert pprint.saferepr({"a": 1}) == "{'a': 1}"
assert pprint.pformat(1234567, underscore_numbers=True) == "1_234_567"
assert pprint.pformat(()) == "()"
assert pprint.pformat((1,)) == "(1,)"
loop = []
loop.append(loop)
assert pprint.isrecursive(loop)
assert pprint.pformat(loop).startswith("[<Recursion on list with id=")
assert reprlib.repr(list(range(100))) == "[0, 1, 2, 3, 4, 5, ...]"
assert reprlib.repr("x" * 100) == "'xxxxxxxxxxxx...xxxxxxxxxxxxx'"
assert reprlib.repr({i: i for i in range(9)}) == "{0: 0, 1: 1, 2: 2, 3: 3, ...}"
assert reprlib.repr(10 ** 100).count("...") == 1


class C:
    @reprlib.recursive_repr("<...>")
    def __repr__(self):
        return "C(%r)" % self.me


c = C()
c.me = c
assert repr(c) == "C(<...>)"
