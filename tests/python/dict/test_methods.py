"""get, setdefault, pop, update, fromkeys and others."""


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
assert d.get("a") == 1
assert d.get("z") is None
assert d.get("z", 5) == 5
assert d.setdefault("a", 9) == 1
assert d.setdefault("c", 3) == 3
assert d.setdefault("n") is None
assert d.pop("n", "x") is None
assert d.pop("zz", "default") == "default"
assert d.pop("a") == 1
assert d == {"b": 2, "c": 3}
assert d.popitem() == ("c", 3)
assert d.popitem() == ("b", 2)
assert d == {}
d.update({"x": 1}, y=2)
d.update([("z", 3)])
d.update()
assert d == {"x": 1, "y": 2, "z": 3}
assert d.copy() == d
assert d.copy() is not d
assert dict.fromkeys("ab") == {"a": None, "b": None}
assert dict.fromkeys([1], []) == {1: []}
assert {}.fromkeys("a", 0) == {"a": 0}
assert d.clear() is None
assert d == {}


class Keys:
    def keys(self):
        return iter("pq")

    def __getitem__(self, k):
        return k + "!"


d.update(Keys())
assert d == {"p": "p!", "q": "q!"}
assert dict(Keys()) == d
assert {**Keys()} == d
raises(KeyError, "'popitem(): dictionary is empty'", {}.popitem)
raises(KeyError, "'k'", {}.pop, "k")
raises(TypeError, "pop expected at least 1 argument, got 0", {}.pop)
raises(TypeError, "update expected at most 1 argument, got 2", {}.update, 1, 2)
raises(TypeError, "get expected at least 1 argument, got 0", {}.get)
raises(TypeError, "dict.get() takes no keyword arguments", lambda: {}.get("a", default=1))
raises(TypeError, "'int' object is not iterable", {}.update, 5)
raises(TypeError, "keywords must be strings", lambda: dict(**{1: 2}))
