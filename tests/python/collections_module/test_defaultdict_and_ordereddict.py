"""defaultdict and OrderedDict."""

from collections import OrderedDict, defaultdict


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


d = defaultdict(list)
d["a"].append(1)
assert d == {"a": [1]}
assert d.default_factory is list
assert repr(d) == "defaultdict(<class 'list'>, {'a': [1]})"
assert d.get("q") is None
assert "q" not in d
assert d["q"] == []
assert "q" in d
assert defaultdict(int, {"x": 1}, y=2)["z"] == 0
assert d.copy().default_factory is list
assert type(d | {}) is defaultdict
assert d.__missing__("new") == []
raises(KeyError, "'k'", lambda: defaultdict()["k"])
raises(TypeError, "first argument must be callable or None", defaultdict, 5)
n = defaultdict(lambda: defaultdict(int))
n["a"]["b"] += 1
assert n["a"]["b"] == 1
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
assert list(o) == ["b", "c", "a"]
o.move_to_end("a", last=False)
assert list(o) == ["a", "b", "c"]
assert o.popitem() == ("c", 3)
assert o.popitem(last=False) == ("a", 1)
assert repr(o) == "OrderedDict([('b', 2)])"
assert repr(OrderedDict()) == "OrderedDict()"
a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
assert a != b
assert a == {"y": 2, "x": 1}
assert list(reversed(a)) == ["y", "x"]
assert OrderedDict.fromkeys("ab", 0) == {"a": 0, "b": 0}
assert a.copy() == a
assert list(reversed(a.items()))[0] == ("y", 2)
a["x"] = 5
assert list(a.items()) == [("x", 5), ("y", 2)]
assert a.pop("x") == 5
assert a.setdefault("n", 7) == 7
raises(KeyError, "'zz'", a.move_to_end, "zz")
raises(KeyError, "'dictionary is empty'", OrderedDict().popitem)
