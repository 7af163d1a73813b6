"""`__len__`, `__getitem__`, `__contains__`, `__iter__` and the deleting ones."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class C:
    def __init__(self):
        self.log = []

    def __len__(self):
        return 4

    def __getitem__(self, k):
        self.log.append(("get", k))
        return k

    def __setitem__(self, k, v):
        self.log.append(("set", k, v))

    def __delitem__(self, k):
        self.log.append(("del", k))

    def __contains__(self, x):
        return x == 3


c = C()
assert len(c) == 4
assert 3 in c
assert 4 not in c
assert c[1:2] == slice(1, 2)
assert c[1, ...] == (1, ...)
c[0] = 1
c[1:3] = "ab"
del c["k"], c[::2]
c["n"] += "!"
assert c.log[2:] == [("set", 0, 1), ("set", slice(1, 3), "ab"), ("del", "k"), ("del", slice(None, None, 2)), ("get", "n"), ("set", "n", "n!")]


class Seq:
    def __getitem__(self, i):
        if isinstance(i, slice):
            return "slice"
        if i >= 3:
            raise IndexError("end")
        return i * i


s = Seq()
assert list(s) == [0, 1, 4]
assert 4 in s
assert 5 not in s
assert s[1:] == "slice"
assert sum(s) == 5
assert list(zip(s, "ab")) == [(0, "a"), (1, "b")]


class NoContains:
    __contains__ = None

    def __iter__(self):
        return iter([1])


raises(TypeError, "'NoContains' object is not a container", lambda: 1 in NoContains())


class ContainsOdd:
    def __contains__(self, x):
        return [x]


assert (1 in ContainsOdd()) is True
raises(TypeError, "'set' object is not reversible", reversed, set())
raises(TypeError, "object of type 'Seq' has no len()", len, s)
raises(TypeError, "'Seq' object does not support item assignment", exec, "s[0] = 1", {"s": s})
raises(TypeError, "'Seq' object doesn't support item deletion", exec, "del s[0]", {"s": s})
