"""Keyword arguments keep the order of the call."""


def f(**kw):
    return list(kw)


assert f(b=1, a=2, c=3) == ["b", "a", "c"]
assert f(**{"z": 1}, a=2, **{"m": 3}) == ["z", "a", "m"]


def g(first, *, k=0, **rest):
    return first, k, list(rest.items())


assert g(x=1, first=2, y=3, k=4) == (2, 4, [("x", 1), ("y", 3)])
d = dict(one=1, two=2, **{"3": 3})
assert list(d) == ["one", "two", "3"]


class C:
    def __init_subclass__(cls, **kw):
        cls.kw = list(kw)


class D(C, z=1, y=2):
    pass


assert D.kw == ["z", "y"]
assert list(vars(type("E", (), dict(q=1, p=2))))[:2] == ["q", "p"]


def outer(*args, **kwargs):
    return inner(*args, **kwargs)


def inner(a, b=2, *c, d=4, **e):
    return a, b, c, d, e


assert outer(1, 2, 3, d=5, f=6) == (1, 2, (3,), 5, {"f": 6})
assert outer(1) == (1, 2, (), 4, {})
assert outer(*"ab", **dict(d="d")) == ("a", "b", (), "d", {})
assert outer(b=1, a=0) == (0, 1, (), 4, {})
