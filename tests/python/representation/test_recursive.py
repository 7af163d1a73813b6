"""Containers that hold themselves."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a = [1]
a.append(a)
assert repr(a) == "[1, [...]]"
assert str(a) == "[1, [...]]"
d = {}
d["self"] = d
assert repr(d) == "{'self': {...}}"
t = ([],)
t[0].append(t)
assert repr(t) == "([(...)],)"
assert repr(t[0]) == "[([...],)]"
b = [a, a]
assert repr(b) == "[[1, [...]], [1, [...]]]"
d2 = {"k": [d]}
assert repr(d2) == "{'k': [{'self': {...}}]}"
v = {}
v[1] = v.values()
assert repr(v).startswith("{1: dict_values([")
from collections import deque

q = deque([1])
q.append(q)
assert repr(q) == "deque([1, [...]])"


class L(list):
    pass


l = L()
l.append(l)
assert repr(l) == "[[...]]"


class R:
    def __repr__(self):
        return "<%r>" % (self.inner,)


r = R()
r.inner = [r]
assert repr(r) == "<[<[...]>]>"
x, y = [], []
x.append(y)
y.append(x)
assert repr(x) == "[[[...]]]"
raises(RecursionError, "maximum recursion depth exceeded in comparison", lambda: x == y)
assert a == a
assert a[1] is a
