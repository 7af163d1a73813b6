"""Mapping patterns match subsets, and collect the rest."""

from collections import OrderedDict, UserDict, defaultdict


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(x):
    match x:
        case {"kind": "point", "x": x, "y": y}:
            return x, y
        case {"name": str(name), **rest}:
            return name, rest
        case {1: _, -2: [a, b]}:
            return a + b
        case {}:
            return "mapping"
        case _:
            return "none"


assert f({"kind": "point", "x": 1, "y": 2, "z": 3}) == (1, 2)
assert f({"name": "n", "k": 1}) == ("n", {"k": 1})
assert f({"name": 5}) == "mapping"
assert f({1: 0, -2: (3, 4)}) == 7
assert f({}) == "mapping"
assert f([]) == "none"
assert f(OrderedDict(name="o")) == ("o", {})
assert f(UserDict(name="u")) == ("u", {})
d = defaultdict(list)
match d:
    case {"missing": x}:
        raise AssertionError
    case _:
        assert "missing" not in d
original = {"a": 1, "b": 2}
match original:
    case {"a": 1, **rest}:
        rest["c"] = 3
assert original == {"a": 1, "b": 2}
raises(SyntaxError, "mapping pattern checks duplicate key ('a') (<string>, line 2)", exec,
       "match x:\n case {'a': 1, 'a': 2}: pass")


class K:
    A = "k"


def dup(x):
    match x:
        case {K.A: 1, "k": 2}:
            pass


raises(ValueError, "mapping pattern checks duplicate key ('k')", dup, {"k": 1, "j": 2})
