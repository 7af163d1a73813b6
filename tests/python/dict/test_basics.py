"""Construction, subscripts and order of dicts."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


d = {"a": 1, "b": 2}
assert d["a"] == 1
assert len(d) == 2
assert "a" in d
assert "z" not in d
assert list(d) == ["a", "b"]
assert dict(a=1, b=2) == d == dict([("a", 1), ("b", 2)]) == dict({"a": 1}, b=2)
d["c"] = 3
d["a"] = 9
assert list(d.items()) == [("a", 9), ("b", 2), ("c", 3)]
del d["a"]
d["a"] = 0
assert list(d) == ["b", "c", "a"]
assert list(reversed(d)) == ["a", "c", "b"]
assert dict(zip("xy", (1, 2))) == {"x": 1, "y": 2}
assert {1: "a", 1.0: "b", True: "c"} == {1: "c"}
assert {"a": 1, "b": 2} == {"b": 2, "a": 1}
assert {} != {"a": 1}
assert repr({1: "x", (2,): [3]}) == "{1: 'x', (2,): [3]}"
assert repr({}) == "{}"
raises(KeyError, "'zz'", lambda: d["zz"])
raises(KeyError, "(1, 2)", lambda: d[1, 2])
raises(KeyError, "5", d.__delitem__, 5)
raises(TypeError, "unhashable type: 'list'", lambda: d[[]])
raises(TypeError, "unhashable type: 'set'", lambda: {set(): 1})
raises(TypeError, "'int' object is not iterable", dict, 5)
raises(TypeError, "cannot convert dictionary update sequence element #0 to a sequence", dict, [1])
raises(ValueError, "dictionary update sequence element #1 has length 3; 2 is required", dict, [(1, 2), "abc"])
raises(TypeError, "'<' not supported between instances of 'dict' and 'dict'", lambda: {} < {})
raises(TypeError, "unhashable type: 'dict'", hash, {})
