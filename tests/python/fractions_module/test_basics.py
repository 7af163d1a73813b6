"""Rational numbers."""

from fractions import Fraction as F


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert F(6, 4) == F(3, 2)
assert str(F(3, 2)) == "3/2"
assert repr(F(3, 2)) == "Fraction(3, 2)"
assert str(F(4, 2)) == "2"
assert F("0.75") == F(3, 4)
assert F(" -3/4 ") == F(-3, 4)
assert F("1e-2") == F(1, 100)
assert F(0.5) == F(1, 2)
assert F(1, -2) == F(-1, 2)
assert F() == 0
assert F(F(1, 2), F(3, 4)) == F(2, 3)
assert F(1, 2) + F(1, 3) == F(5, 6)
assert F(1, 2) * 2 == 1
assert F(1, 2) - 1 == F(-1, 2)
assert F(1, 2) / F(1, 4) == 2
assert F(7, 2) // 1 == 3
assert F(7, 2) % 1 == F(1, 2)
assert F(2, 3) ** 2 == F(4, 9)
assert F(2, 3) ** -2 == F(9, 4)
assert F(4) ** F(1, 2) == 2.0
assert divmod(F(7, 2), 2) == (1, F(3, 2))
assert 1 + F(1, 2) == F(3, 2)
assert F(1, 2) + 0.5 == 1.0
assert type(F(1, 2) + 0.5) is float
assert F(1, 2) < F(2, 3)
assert F(1, 2) == 0.5
assert hash(F(1, 2)) == hash(0.5)
assert hash(F(5)) == hash(5)
assert int(F(-7, 2)) == -3
assert round(F(7, 2)) == 4
assert round(F(22, 7), 2) == F(157, 50)
assert float(F(1, 3)) == 1 / 3
assert F(22, 7).limit_denominator(3) == F(3)
assert F(3.141592653589793).limit_denominator(100) == F(311, 99)
assert F(3, 2).numerator == 3
assert abs(F(-1, 2)) == F(1, 2)
assert bool(F(0)) is False
assert F(3, 2).as_integer_ratio() == (3, 2)
raises(ZeroDivisionError, "Fraction(1, 0)", F, 1, 0)
raises(ValueError, "Invalid literal for Fraction: 'x'", F, "x")
raises(TypeError, "both arguments should be Rational instances", F, 1.5, 2)
raises(TypeError, "argument should be a string or a Rational instance", F, [])
raises(OverflowError, "cannot convert Infinity to integer ratio", F, float("inf"))
raises(TypeError, "'<' not supported between instances of 'Fraction' and 'str'", lambda: F(1) < "a")
assert sum(F(1, k * (k + 1)) for k in range(1, 20)) == F(19, 20)
assert F.from_float(0.25) == F(1, 4)
