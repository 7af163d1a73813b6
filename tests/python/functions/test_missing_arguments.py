"""Texts for missing arguments."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def four(a, b, c, d=1): pass
def kw1(*, k): pass
def kw3(*, k, l, m): pass


raises(TypeError, "one() missing 1 required positional argument: 'a'", one)
raises(TypeError, "two() missing 2 required positional arguments: 'a' and 'b'", two)
raises(TypeError, "two() missing 1 required positional argument: 'a'", two, b=1)
raises(TypeError, "three() missing 3 required positional arguments: 'a', 'b', and 'c'", three)
raises(TypeError, "four() missing 1 required positional argument: 'c'", four, 1, 2)
raises(TypeError, "kw1() missing 1 required keyword-only argument: 'k'", kw1)
raises(TypeError, "kw3() missing 3 required keyword-only arguments: 'k', 'l', and 'm'", kw3)
raises(TypeError, "kw3() missing 2 required keyword-only arguments: 'k' and 'm'", kw3, l=1)


class C:
    def __init__(self, x): pass
    def m(self, y): pass
    @staticmethod
    def s(z): pass


raises(TypeError, "C.__init__() missing 1 required positional argument: 'x'", C)
raises(TypeError, "C.m() missing 1 required positional argument: 'y'", C(1).m)
raises(TypeError, "C.m() missing 2 required positional arguments: 'self' and 'y'", C.m)
raises(TypeError, "C.s() missing 1 required positional argument: 'z'", C.s)


def outer():
    def inner(p): pass
    return inner


raises(TypeError, "outer.<locals>.inner() missing 1 required positional argument: 'p'", outer())
