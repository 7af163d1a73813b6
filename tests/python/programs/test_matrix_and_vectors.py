"""Operator overloading in a vector class."""

from math import hypot


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Vec:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    def __iter__(self):
        return iter((self.x, self.y))

    def __eq__(self, o):
        return tuple(self) == tuple(o) if isinstance(o, Vec) else NotImplemented

    def __hash__(self):
        return hash(tuple(self))

    def __add__(self, o):
        return Vec(*(a + b for a, b in zip(self, o))) if isinstance(o, Vec) else NotImplemented

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __mul__(self, k):
        return sum(a * b for a, b in zip(self, k)) if isinstance(k, Vec) else Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, o):
        return self + -o

    def __abs__(self):
        return hypot(*self)

    def __bool__(self):
        return any(self)

    def __getitem__(self, i):
        return tuple(self)[i]

    def __format__(self, spec):
        return "(" + ", ".join(format(v, spec) for v in self) + ")"


a, b = Vec(3, 4), Vec(1, -2)
print(a + b, a - b, a * 2, 3 * b, a * b, -a, abs(a), bool(Vec(0, 0)), a == Vec(3, 4), a != b)
print(sum([a, b, a]), f"{a:.2f}", list(a), a[0], a[::-1], {a: 1}[Vec(3, 4)], max([a, b], key=abs))
raises(TypeError, "unsupported operand type(s) for +: 'Vec' and 'int'", lambda: a + 1)
raises(TypeError, "unsupported operand type(s) for +: 'int' and 'Vec'", lambda: 1 + a)
raises(AttributeError, "'Vec' object has no attribute 'z'", setattr, a, "z", 1)
x, y = a
assert (x, y) == (3, 4)
