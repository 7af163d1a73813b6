"""keys, values and items are live set-like views."""


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
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
assert list(k) == ["a", "b", "c"]
assert list(v) == [1, 2, 3]
assert list(i) == [("a", 1), ("b", 2), ("c", 3)]
assert len(k) == len(v) == len(i) == 3
assert "a" in k
assert 1 in v
assert ("a", 1) in i
assert ("a", 2) not in i
assert "a" not in i
assert k & {"a", "z"} == {"a"}
assert k | {"z"} == {"a", "b", "c", "z"}
assert k - {"a"} == {"b", "c"}
assert k ^ {"a", "z"} == {"b", "c", "z"}
assert type(k & []) is set
assert k == {"a", "b", "c"}
assert k >= {"a"}
assert k > {"a"}
assert not k < {"a"}
assert k.isdisjoint(["q"])
assert i & {("a", 1)} == {("a", 1)}
assert {"a"} <= k
assert repr(k) == "dict_keys(['a', 'b', 'c'])"
assert repr(v) == "dict_values([1, 2, 3])"
assert repr(i) == "dict_items([('a', 1), ('b', 2), ('c', 3)])"
assert list(reversed(k)) == ["c", "b", "a"]
assert list(reversed(v)) == [3, 2, 1]
assert list(reversed(i))[0] == ("c", 3)
assert v != d.values()
assert k == d.keys()
assert k.mapping["a"] == 1
assert type(k.mapping).__name__ == "mappingproxy"
assert ["x"] - {}.keys() == {"x"}
raises(TypeError, "'dict_keys' object is not subscriptable", lambda: k[0])
raises(TypeError, "unhashable type: 'dict_keys'", hash, k)
raises(TypeError, "unsupported operand type(s) for +: 'dict_keys' and 'dict_keys'", lambda: k + k)
raises(TypeError, "'int' object is not iterable", lambda: k & 5)
raises(TypeError, "cannot create 'dict_keys' instances", type(k))
raises(AttributeError, "'dict_keys' object has no attribute 'add'", lambda: k.add)
raises(TypeError, "unhashable type: 'list'", lambda: {1: []}.items() | set())
