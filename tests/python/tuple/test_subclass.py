"""Subclasses of tuple."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Point(tuple):
    __slots__ = ()

    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]

    def __add__(self, other):
        return Point(self[0] + other[0], self[1] + other[1])


p = Point(1, 2)
assert p.x == 1
assert p == (1, 2)
assert p + (1, 1) == (2, 3)
assert type(p + (1, 1)) is Point
assert type(p[:]) is tuple
assert hash(p) == hash((1, 2))
assert repr(p) == "(1, 2)"
raises(AttributeError, "'Point' object has no attribute 'z'", setattr, p, "z", 1)
raises(AttributeError, "can't set attribute 'x'", setattr, p, "x", 1)
x, y = p
assert (x, y) == (1, 2)
assert isinstance(p, tuple)
assert (1, 2) == p
assert {p: 1}[1, 2] == 1
assert p < (1, 3)
raises(TypeError, "nonempty __slots__ not supported for subtype of 'tuple'", type, "T", (tuple,), {"__slots__": ["a"]})


class Lazy(tuple):
    def __iter__(self):
        return iter("xy")


l = Lazy((1, 2, 3))
assert list(l) == ["x", "y"]
assert tuple(l) == ("x", "y")
assert l == (1, 2, 3)
assert l.__len__() == 3
assert (lambda *a: a)(*l) == ("x", "y")
