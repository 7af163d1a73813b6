"""Unary operators and conversions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class U:
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"

    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __complex__(self):
        return 7j

    def __index__(self):
        return 8

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"


import math

u = U()
assert -u == "neg"
assert +u == "pos"
assert ~u == "invert"
assert abs(u) == "abs"
assert int(u) == 7
assert float(u) == 7.5
assert complex(u) == 7j
assert [0] * u == [0] * 8
assert math.trunc(u) == "trunc"
assert math.floor(u) == "floor"
assert math.ceil(u) == "ceil"
assert math.sqrt(u) == 7.5 ** 0.5
assert "%d" % 5 == "5"
raises(TypeError, "bad operand type for unary -: 'object'", lambda: -object())
raises(TypeError, "type object doesn't define __trunc__ method", math.trunc, object())
raises(TypeError, "must be real number, not object", math.floor, object())
assert not hasattr(int, "__matmul__")
assert -True == -1
assert ~False == -1
