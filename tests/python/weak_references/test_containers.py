"""WeakValueDictionary, WeakKeyDictionary, WeakSet."""

import gc
import weakref


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class O:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "O%d" % self.n


def collect():
    for _ in range(3):
        gc.collect()


a, b = O(1), O(2)
v = weakref.WeakValueDictionary(a=a, b=b)
k = weakref.WeakKeyDictionary({a: 1, b: 2})
s = weakref.WeakSet([a, b])
assert v["a"] is a
assert k[b] == 2
assert a in s
assert len(v) == len(k) == len(s) == 2
del a
collect()
assert list(v) == ["b"]
assert len(k) == 1
assert len(s) == 1
assert "a" not in v
assert list(k.items()) == [(b, 2)]
assert list(s) == [b]
raises(KeyError, "'a'", lambda: v["a"])
assert v.get("a", 0) == 0
assert v.pop("b") is b
assert len(v) == 0
assert v.setdefault("x", b) is b
k.clear()
s.discard(b)
assert not k
assert not s
raises(TypeError, "cannot create weak reference to 'int' object", lambda: k.__setitem__(1, 2))
raises(TypeError, "cannot create weak reference to 'str' object", s.add, "a")
