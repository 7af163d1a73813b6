"""`__missing__` and overridden methods."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


d = Default()
assert d["ab"] == "abab"
assert d == {"ab": "abab"}
assert d.get("zz") is None
assert "zz" not in d
raises(KeyError, "'q'", dict.__getitem__, {}, "q")
raises(KeyError, "'q'", d.pop, "q")


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())

    def __contains__(self, key):
        return super().__contains__(key.upper())


u = Upper(a=1)
u["b"] = 2
assert u == {"a": 1, "B": 2}
assert u["b"] == 2
assert "b" in u
assert u.get("b") is None
assert u.get("B") == 2
u.update(c=3)
u.setdefault("d", 4)
assert sorted(u.keys()) == ["B", "a", "c", "d"]


class Iter(dict):
    def __iter__(self):
        return iter(["fake"])

    def keys(self):
        return ["k1"]

    def __getitem__(self, k):
        return "v of " + k


i = Iter(real=1)
assert list(i) == ["fake"]
assert dict(i) == {"k1": "v of k1"}
assert {**i} == {"k1": "v of k1"}
assert len(i) == 1
assert repr(i) == "{'real': 1}"
assert (lambda **k: k)(**i) == {"k1": "v of k1"}
assert i == {"real": 1}
