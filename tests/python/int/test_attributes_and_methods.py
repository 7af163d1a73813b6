"""Attributes and lesser methods of int."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


n = 7
assert n.real == 7
assert n.imag == 0
assert n.numerator == 7
assert n.denominator == 1
assert n.conjugate() == 7
assert n.as_integer_ratio() == (7, 1)
assert True.as_integer_ratio() == (1, 1)
assert round(1234, -2) == 1200
assert round(1250, -2) == 1200
assert round(1350, -2) == 1400
assert round(-15, -1) == -20
assert round(5) == 5
assert round(5, 2) == 5
assert round(25, -1) == 20
assert round(10 ** 30 + 5, -1) == 10 ** 30
assert round(7, -5) == 0
assert type(round(7, None)) is int
assert n.__index__() == 7
assert n.__trunc__() == 7
assert n.__ceil__() == 7
assert n.__floor__() == 7
assert n.__bool__() is True
assert (0).__bool__() is False
assert n.__getnewargs__() == (7,)
assert (5).__eq__(5) is True
assert (5).__eq__(5.0) is NotImplemented
assert (5).__lt__("a") is NotImplemented
assert hash(5) == 5
assert hash(-1) == -2
assert hash(2 ** 61 - 1) == 0
assert hash(2 ** 61) == 1
assert hash(-(2 ** 61)) == -2
assert hash(10 ** 40) == 10 ** 40 % (2 ** 61 - 1)
raises(TypeError, "'float' object cannot be interpreted as an integer", round, 5, 1.0)
assert 5 .bit_length() == 3
assert int.__doc__.startswith("int([x]) -> integer")


class I(int):
    def __new__(cls, *a, **k):
        return super().__new__(cls, *a, **k)


i = I("ff", base=16)
assert i == 255
assert type(i.real) is int
assert type(i.__pos__()) is int
assert type(abs(i)) is int
